// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/peoplelist.h"

#include "app/text/plaintip.h"
#include "app/workspace/workspace.h"
#include "domain/rules/users.h"
#include "domain/text/text.h"
#include "ui/controls/searchline.h"
#include "ui/controls/slimscrollbar.h"
#include "ui/style/colours.h"
#include "ui/style/rowpainter.h"
#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

enum Role { UserRole = Qt::UserRole, NameRole, NoteRole };

constexpr int fewestRows = 3;
constexpr int mostRows = 8;

int heightOfRow()
{
    return qMax(rowHeight, lineHeight(TextSize::Body));
}

// Name at the left, team or address quietly at the right.
class PersonDelegate : public QStyledItemDelegate
{
public:
    explicit PersonDelegate(QListView *list) : QStyledItemDelegate(list), m_list(*list) {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {10, heightOfRow()};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool isCurrent = option.state & QStyle::State_Selected;
        const QPalette &palette = option.palette;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        if (isCurrent)
            painter->setBrush(palette.color(QPalette::Active, QPalette::Highlight));
        else if (option.state & QStyle::State_MouseOver)
            painter->setBrush(colourRolesOf(m_list).hover);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(2, 1, -2, -1), cornerRadius, cornerRadius);
        const QColor text = palette.color(isCurrent ? QPalette::HighlightedText : QPalette::Text);
        const RowPainter row(*painter, option.rect, option.direction);
        QRect place = option.rect.adjusted(space::medium, 0, -space::medium, 0);
        const QFont small = ui::font(TextSize::Small);
        painter->setFont(small);
        painter->setPen(isCurrent ? text : colourRolesOf(m_list).quietText);
        const QString note = QFontMetrics(small).elidedText(index.data(NoteRole).toString(), Qt::ElideRight,
                                                            place.width() / 2);
        if (const int width = row.text(place, Qt::AlignRight, note))
            place.setRight(place.right() - width - space::small);
        painter->setFont(ui::font(TextSize::Body));
        painter->setPen(text);
        row.text(place, Qt::AlignLeft, index.data().toString());
        painter->restore();
    }

private:
    const QListView &m_list;
};

bool isMeant(const User &user, const QStringList &typed)
{
    const QString text = fold(user.name) + u' ' + fold(user.email);
    return std::all_of(typed.begin(), typed.end(),
                       [&text](const QString &word) { return text.contains(word); });
}

QStandardItem *rowFor(UserId user, const QString &name, const QString &text, const QString &note)
{
    auto *row = new QStandardItem(text);
    row->setData(user.value, UserRole);
    row->setData(name, NameRole);
    row->setData(note, NoteRole);
    row->setToolTip(app::plainTip(note.isEmpty() ? text : QString(text + u'\n' + note))); // both may be cut
    row->setData(note.isEmpty() ? text : u"%1, %2"_s.arg(text, note), Qt::AccessibleTextRole);
    return row;
}

} // namespace

PeopleList::PeopleList(const app::Workspace &workspace, const QStringList &loginNames, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_loginNames(loginNames),
      m_line(new SearchLine(tr("Search, or type a new name"), tr("Search, or type a new name"), this)),
      m_view(new QListView(this)), m_rows(new QStandardItemModel(this))
{
    m_view->setModel(m_rows);
    m_view->setItemDelegate(new PersonDelegate(m_view));
    m_view->setAccessibleName(tr("People in this book"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setEditTriggers(QListView::NoEditTriggers);
    m_view->setUniformItemSizes(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollBar(new SlimScrollBar(Qt::Vertical, m_view));
    m_view->setMouseTracking(true);
    m_view->viewport()->setAttribute(Qt::WA_Hover);
    m_view->setFocusProxy(m_line); // the line handles all keys
    m_line->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::small);
    column->addWidget(m_line);
    column->addWidget(m_view, 1);
    setFocusProxy(m_line);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    m_view->setMinimumHeight(fewestRows * heightOfRow());
    connect(m_line, &QLineEdit::textChanged, this, &PeopleList::narrow);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &PeopleList::currentChanged);
    connect(m_view, &QListView::doubleClicked, this, &PeopleList::chosen);
}

PeopleList::~PeopleList() = default;

QSize PeopleList::sizeHint() const
{
    const int rows = std::clamp(int(m_people.size()), fewestRows, mostRows);
    const QSize line = m_line->sizeHint();
    return {line.width(), line.height() + layout()->spacing() + rows * heightOfRow() + space::hair};
}

void PeopleList::begin(UserId user)
{
    m_people = likeliestFirst(activeUsers(m_workspace.lookups().users), m_loginNames);
    updateGeometry();
    m_line->clear();
    narrow();
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        if (m_rows->item(row)->data(UserRole).toLongLong() == user.value)
            m_view->setCurrentIndex(m_rows->index(row, 0));
    }
}

void PeopleList::narrow()
{
    const QString name = m_line->text().simplified();
    const QStringList typed = words(name);
    m_rows->clear();
    bool isKnown = false;
    for (const User &user : m_people) {
        isKnown = isKnown || fold(user.name) == fold(name);
        if (!isMeant(user, typed))
            continue;
        const Team *team = m_workspace.lookups().team(user.team);
        m_rows->appendRow(rowFor(user.id, user.name, user.name, team ? team->name : user.email));
    }
    if (!name.isEmpty() && !isKnown)
        m_rows->appendRow(rowFor({}, name, tr("Somebody new: %1").arg(name), {}));
    m_view->setCurrentIndex(m_rows->index(0, 0));
    Q_EMIT currentChanged();
}

PeopleList::Person PeopleList::current() const
{
    const QModelIndex row = m_view->currentIndex();
    if (!row.isValid())
        return {};
    return {{row.data(UserRole).toLongLong()}, row.data(NameRole).toString()};
}

bool PeopleList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const int page = qMax(1, m_view->viewport()->height() / heightOfRow() - 1);
    int step = 0;
    switch (key->key()) {
    case Qt::Key_Up: step = -1; break;
    case Qt::Key_Down: step = 1; break;
    case Qt::Key_PageUp: step = -page; break;
    case Qt::Key_PageDown: step = page; break;
    default: return QWidget::eventFilter(watched, event);
    }
    const int row = std::clamp(m_view->currentIndex().row() + step, 0, qMax(0, m_rows->rowCount() - 1));
    m_view->setCurrentIndex(m_rows->index(row, 0));
    return true;
}

} // namespace headway::ui
