// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/startpage.h"

#include "app/text/plaintip.h"
#include "app/workspace/workspace.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/menutext.h"
#include "ui/style/theme.h"

#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int columnWidth = 800;
constexpr int mostRecent = 5;

QLabel *makeText(const QString &text, TextSize size, Weight weight, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(font(size, weight));
    return label;
}

QString shortFolder(const QString &file)
{
    QString folder = QFileInfo(file).absolutePath();
    if (folder.startsWith(QDir::homePath()))
        folder.replace(0, QDir::homePath().size(), u'~');
    return folder;
}

} // namespace

StartPage::StartPage(QWidget *parent)
    : QWidget(parent), m_recent(new QWidget(this)), m_recentRows(new QVBoxLayout(m_recent))
{
    setAccessibleName(tr("Start"));
    auto *column = new QWidget;
    column->setMaximumWidth(columnWidth);
    column->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);

    auto *doors = new QGridLayout;
    doors->setSpacing(space::medium);
    doors->addWidget(makeDoor(tr("Look around the sample company"), tr("A year of a small company's sales"),
                              u"compass"_s, &StartPage::sampleChosen),
                     0, 0);
    doors->addWidget(makeDoor(tr("Start empty"), tr("A new book, ready to type"), u"document-new"_s,
                              &StartPage::emptyChosen),
                     0, 1);
    doors->addWidget(makeDoor(tr("Bring my data"), tr("CSV files that another program has exported"),
                              u"document-import"_s, &StartPage::importChosen),
                     1, 0);
    doors->addWidget(makeOpenDoor(), 1, 1);
    setFocusProxy(doors->itemAt(0)->widget());
    doors->setColumnStretch(0, 1);
    doors->setColumnStretch(1, 1);

    m_recentRows->setContentsMargins({});
    m_recentRows->setSpacing(0);
    m_recent->hide();

    auto *lines = new QVBoxLayout(column);
    lines->setContentsMargins(space::huge, space::huge, space::huge, space::huge);
    lines->setSpacing(0);
    lines->addStretch(2);
    lines->addWidget(makeHead());
    lines->addSpacing(space::huge);
    lines->addLayout(doors);
    lines->addSpacing(space::huge);
    lines->addWidget(m_recent);
    lines->addStretch(3);

    auto *middle = new QWidget;
    auto *sides = new QHBoxLayout(middle);
    sides->setContentsMargins({});
    sides->addStretch(1);
    sides->addWidget(column, 100);
    sides->addStretch(1);

    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(middle);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->addWidget(scroll);
}

StartPage::~StartPage() = default;

QWidget *StartPage::makeHead()
{
    constexpr int signSize = 48;
    auto *head = new QWidget(this);
    auto *sign = new QLabel(head);
    sign->setPixmap(programIcon().pixmap(QSize(signSize, signSize), devicePixelRatioF()));
    auto *title = makeText(tr("Headway"), TextSize::Figure, Weight::Strong, head);
    auto *promise = makeText(tr("Everything your sales team does, in one book that is yours."),
                             TextSize::Body, Weight::Normal, head);
    promise->setForegroundRole(QPalette::PlaceholderText);
    promise->setWordWrap(true);

    auto *grid = new QGridLayout(head);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(space::large);
    grid->setVerticalSpacing(2);
    grid->addWidget(sign, 0, 0, 2, 1, Qt::AlignVCenter);
    grid->addWidget(title, 0, 1, Qt::AlignBottom);
    grid->addWidget(promise, 1, 1, Qt::AlignTop);
    grid->setColumnStretch(1, 1);
    return head;
}

FlatButton *StartPage::makeDoor(const QString &name, const QString &explanation, const QString &iconName,
                                Signal chosen)
{
    auto *door = new FlatButton(FlatButton::Kind::Door, this);
    door->setText(name);
    door->showHint(explanation);
    door->showIcon(iconName);
    connect(door, &FlatButton::clicked, this, chosen);
    return door;
}

// One door for both, since people say "open"; which of them is asked behind it.
FlatButton *StartPage::makeOpenDoor()
{
    auto *door = new FlatButton(FlatButton::Kind::Door, this);
    door->setText(tr("Open or connect"));
    door->showHint(tr("A book on this computer, or your team's server"));
    door->showIcon(u"document-open"_s);
    auto *menu = new QMenu(door);
    menu->addAction(themeIcon(u"document-open"_s), tr("A &book on this computer…"), this,
                    &StartPage::openChosen);
    menu->addAction(themeIcon(u"network-server"_s), tr("Your team's &server…"), this,
                    &StartPage::connectChosen);
    connect(door, &FlatButton::clicked, menu, [door, menu] {
        menu->setMinimumWidth(door->width());
        menu->popup(door->mapToGlobal(QPoint(0, door->height())));
        menu->setActiveAction(menu->actions().constFirst());
    });
    return door;
}

void StartPage::addRecent(const QString &book)
{
    auto *row = new QWidget(m_recent);
    auto *button = new FlatButton(FlatButton::Kind::Link, row);
    button->setText(withoutMnemonic(app::bookTitle(book)));
    button->setToolTip(app::plainTip(QDir::toNativeSeparators(app::shownAddress(book))));
    auto *where = new ElidedLabel(row);
    const bool isServer = book.contains(u"://"_s);
    const bool isThere = isServer || QFileInfo::exists(book);
    const QString place = isServer ? QUrl(book).host() : shortFolder(book);
    where->showText(isThere ? place : tr("no longer there"), ElidedLabel::Tone::Quiet);
    button->setEnabled(isThere);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins({});
    line->setSpacing(space::small);
    line->addWidget(button);
    line->addWidget(where, 1);
    row->setFixedHeight(lineHeight(TextSize::Body));
    m_recentRows->addWidget(row);
    connect(button, &FlatButton::clicked, this, [this, book] { Q_EMIT bookChosen(book); });
}

void StartPage::showRecent(const QStringList &books)
{
    qDeleteAll(m_recent->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    m_recent->setVisible(!books.isEmpty());
    if (books.isEmpty())
        return;
    auto *title = makeText(tr("Recent books"), TextSize::Small, Weight::Strong, m_recent);
    title->setForegroundRole(QPalette::PlaceholderText);
    title->setContentsMargins(space::hair, 0, 0, space::hair);
    m_recentRows->addWidget(title);
    for (const QString &book : books.first(qMin(books.size(), qsizetype(mostRecent))))
        addRecent(book);
}

} // namespace headway::ui
