// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/whopage.h"

#include "app/edits/recordedits.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/menutext.h"
#include "ui/controls/searchline.h"
#include "ui/people/peoplelist.h"
#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

constexpr int columnWidth = 520;

} // namespace

WhoPage::WhoPage(app::Workspace &workspace, const QStringList &loginNames, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_people(new PeopleList(workspace, loginNames, this)),
      m_begin(new FlatButton(FlatButton::Kind::Accent, this))
{
    setAccessibleName(tr("Who are you?"));
    auto *sides = new QHBoxLayout(this);
    sides->setContentsMargins({});
    sides->addStretch(1);
    sides->addWidget(makeColumn(), 100);
    sides->addStretch(1);
    setFocusProxy(m_people);
    connect(m_people, &PeopleList::currentChanged, this, &WhoPage::showChoice);
    connect(m_people, &PeopleList::chosen, this, &WhoPage::choose);
    connect(m_begin, &FlatButton::clicked, this, &WhoPage::choose);
    m_people->begin({});
}

WhoPage::~WhoPage() = default;

QWidget *WhoPage::makeColumn()
{
    auto *column = new QWidget(this);
    column->setMaximumWidth(columnWidth);
    column->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *title = new QLabel(tr("Who are you?"), column);
    title->setFont(ui::font(TextSize::Figure, Weight::Strong));
    auto *reason = new QLabel(
        tr("“%1” is a book of several people. What you do in it is kept under your name; this computer "
           "remembers it, and you can change it at the foot of the window.")
            .arg(m_workspace.title()),
        column);
    reason->setTextFormat(Qt::PlainText);
    reason->setWordWrap(true);
    reason->setForegroundRole(QPalette::PlaceholderText);
    auto *other = new FlatButton(FlatButton::Kind::Link, column);
    other->setText(tr("Open another book"));
    other->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); // beside a long name, too
    connect(other, &FlatButton::clicked, this, &WhoPage::otherBookWanted);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(other);
    buttons->addStretch(1);
    buttons->addWidget(m_begin);
    auto *lines = new QVBoxLayout(column);
    lines->setContentsMargins(space::huge, space::huge, space::huge, space::huge);
    lines->setSpacing(space::medium);
    lines->addStretch(2);
    lines->addWidget(title);
    lines->addWidget(reason);
    lines->addSpacing(space::small);
    lines->addWidget(m_people);
    lines->addLayout(buttons);
    lines->addStretch(3);
    setTabOrder(&m_people->line(), m_begin);
    setTabOrder(m_begin, other);
    return column;
}

void WhoPage::showChoice()
{
    const PeopleList::Person person = m_people->current();
    m_begin->setEnabled(!person.isNobody());
    const QString name = withoutMnemonic(person.name);
    m_begin->setText(person.isNobody() ? tr("Work in this book")
                         : person.user ? tr("I am %1").arg(name)
                                       : tr("Add me as %1").arg(name));
}

void WhoPage::choose()
{
    const PeopleList::Person person = m_people->current();
    if (person.isNobody() || !m_begin->isEnabled())
        return;
    m_begin->setEnabled(false); // a new user must not be added twice
    if (person.user) {
        Q_EMIT chosen(person.user);
        return;
    }
    app::addUser(m_workspace, this, person.name, [this](const Result<UserId> &added) {
        showChoice();
        if (added)
            Q_EMIT chosen(*added);
        else
            Q_EMIT failed(added.error());
    });
}

void WhoPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        choose();
    else
        QWidget::keyPressEvent(event);
}

} // namespace headway::ui
