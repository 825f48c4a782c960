// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/todaypage.h"

#include "app/edits/recordedits.h"
#include "ui/commands/commandactions.h"
#include "ui/commands/emptypage.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/flatbutton.h"
#include "ui/pages/bookcontext.h"
#include "ui/style/theme.h"
#include "ui/today/todayglow.h"
#include "ui/today/todayview.h"

#include <QAction>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace headway::ui {

using namespace Qt::StringLiterals;
using app::TodayItem;

namespace {

QString nameOf(headway::Whose whose)
{
    switch (whose) {
    case headway::Whose::Me: return TodayPage::tr("Mine");
    case headway::Whose::MyTeam: return TodayPage::tr("My team");
    case headway::Whose::Everyone: break;
    }
    return TodayPage::tr("Everyone");
}

} // namespace

PageFace TodayPage::face(const BookContext &)
{
    return {.id = u"today"_s,
            .title = tr("Today"),
            .iconName = u"view-pim-tasks"_s,
            .areas = app::Area::Today,
            .section = PageFace::Section::Work,
            .made = PageFace::Made::AtOnce, // the sidebar shows the number of due items
            .creates = EntityKind::Activity};
}

TodayPage::TodayPage(BookContext &context)
    : m_workspace(context.workspace()), m_display(context.display()), m_commands(&context.commands()),
      m_actions(&context.actions()), m_ownCommands(context.commands()),
      m_model(m_workspace, m_display, app::TodayModel::Extent::NumberDue)
{
    build();
    addCommands();
    connect(&m_model, &app::TodayModel::loaded, this, &TodayPage::showState);
    connect(&m_model, &app::TodayModel::counted, this, &TodayPage::counted);
    connect(&m_model, &app::TodayModel::failed, this, &TodayPage::failed);
    connect(&m_workspace, &app::Workspace::lookupsChanged, this, &TodayPage::showState);
    connect(m_view, &TodayView::currentItemChanged, this, &TodayPage::showCurrent);
    connect(m_view, &TodayView::opened, this, &TodayPage::openCurrent);
    connect(m_view, &TodayView::doneWanted, this, &TodayPage::finishCurrent);
    connect(m_view, &TodayView::menuWanted, this, &TodayPage::openMenu);
    showState();
}

TodayPage::~TodayPage() = default;

void TodayPage::build()
{
    m_day = new ElidedLabel(this);
    m_summary = new ElidedLabel(this);
    m_summary->setMinimumHeight(lineHeight(TextSize::Body));
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(space::large, space::small, space::large, space::small);
    bar->setSpacing(space::hair);
    bar->addWidget(m_day, 1);
    m_byPerson = new FlatButton(FlatButton::Kind::Quiet, this);
    m_byPerson->setText(tr("By person"));
    m_byPerson->setToolTip(tr("Group each part by whose it is"));
    m_byPerson->setCheckable(true);
    m_byPerson->setObjectName(u"byPerson"_s);
    bar->addWidget(m_byPerson);
    bar->addSpacing(space::medium);
    connect(m_byPerson, &FlatButton::toggled, this,
            [this](bool isOn) { m_model.group(isOn ? app::Grouped::ByPerson : app::Grouped::ByTime); });
    for (const Choice &choice : Choices<headway::Whose>::list) {
        auto *chip = new FlatButton(FlatButton::Kind::Quiet, this);
        const auto whose = headway::Whose(m_chips.size());
        chip->setText(nameOf(whose));
        chip->setCheckable(true);
        chip->setObjectName(QString::fromLatin1(choice.code));
        bar->addWidget(chip);
        connect(chip, &FlatButton::clicked, this, [this, whose] { choose(whose); });
        m_chips.push_back(chip);
    }
    m_view = new TodayView(m_model, this);        // Tab reaches it last
    new TodayGlow(m_workspace, m_model, *m_view); // the view owns it
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(space::large, 0, space::large, 0);
    foot->addWidget(m_summary);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(m_view, 1);
    column->addLayout(foot);
    m_empty = new EmptyPage(*m_commands, m_view);
}

void TodayPage::addCommand(app::Command command)
{
    command.areas = app::Area::Today;
    command.menu = {tr("&Record"), tr("Another &day")};
    if (!command.isEnabled)
        command.isEnabled = [this] { return isVisible() && !chosenActivities().empty(); };
    m_ownCommands.add(std::move(command));
}

void TodayPage::addCommands()
{
    struct Offer {
        int days;
        QString text;
    };
    for (const Offer &offer :
         {Offer{0, tr("Do it &today")}, Offer{1, tr("Do it to&morrow")}, Offer{2, tr("Do it in &2 days")},
          Offer{3, tr("Do it in &3 days")}, Offer{7, tr("Do it in a &week")}}) {
        addCommand({.id = u"today.move.%1"_s.arg(offer.days),
                    .text = offer.text,
                    .iconName = u"view-calendar-upcoming-days"_s,
                    .shortcuts = {QKeySequence(u"Ctrl+Shift+%1"_s.arg(offer.days))},
                    .run = [this, days = offer.days] { moveTo(m_workspace.today().addDays(days)); }});
    }
}

QString TodayPage::teamName() const
{
    const User *user = m_workspace.lookups().user(m_workspace.user());
    const Team *team = user ? m_workspace.lookups().team(user->team) : nullptr;
    return team ? team->name : QString();
}

void TodayPage::showPlace(const QString &whose)
{
    size_t chosen = 0;
    for (size_t i = 0; i < Choices<headway::Whose>::list.size(); ++i) {
        if (whose == QLatin1StringView(Choices<headway::Whose>::list[i].code))
            chosen = i;
    }
    choose(headway::Whose(chosen));
}

void TodayPage::choose(headway::Whose whose)
{
    const bool isOther = whose != m_model.whose();
    m_model.show(whose);
    showState();
    if (isOther)
        tellPlace();
}

// One's own work is where the page opens by default, so it has the empty place.
void TodayPage::tellPlace()
{
    const headway::Whose whose = m_model.whose();
    if (whose == headway::Whose::Me)
        Q_EMIT placed({}, {});
    else
        Q_EMIT placed(QString::fromLatin1(Choices<headway::Whose>::list[size_t(whose)].code),
                      {nameOf(whose)});
}

void TodayPage::chooseFirst()
{
    setFocus(Qt::OtherFocusReason);
}

// The detail pane shows what the current row is about.
void TodayPage::showCurrent()
{
    if (const EntityRef record = subject(); record.id)
        Q_EMIT selected(record);
}

void TodayPage::showState()
{
    for (size_t i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setChecked(m_model.whose() == headway::Whose(i));
    m_chips[size_t(headway::Whose::MyTeam)]->setVisible(!teamName().isEmpty());
    m_byPerson->setVisible(m_model.whose() != headway::Whose::Me);
    const QDate today = m_workspace.today();
    m_day->showText(m_display.weekdayLong(today) + u' ' + m_display.year(today), ElidedLabel::Tone::Quiet);
    m_summary->showText(m_model.summary(), ElidedLabel::Tone::Quiet);
    m_summary->setVisible(!m_model.summary().isEmpty());
    const bool isEmpty = m_model.isLoaded() && m_model.rowCount() == 0;
    if (isEmpty && !m_empty->isVisibleTo(this))
        m_empty->tell(
            tr("Nothing is planned here. What you plan with a call, a meeting or a task comes up on "
               "this page on its day, and deals without a next step stand below."),
            {{u"record.new"_s, tr("Plan an activity")},
             {u"page.deals"_s, tr("Choose a deal to call about")}});
    m_empty->setVisible(isEmpty);
}

EntityRef TodayPage::subject() const
{
    const TodayItem *item = m_view->current();
    return item && item->type != TodayItem::Type::More ? item->record : EntityRef{};
}

// The row itself, if it is an activity.
std::optional<Activity> TodayPage::planned() const
{
    const TodayItem *item = m_view->current();
    return item && item->type == TodayItem::Type::Activity ? std::optional(item->activity) : std::nullopt;
}

std::vector<EntityRef> TodayPage::selection() const
{
    std::vector<EntityRef> records;
    for (const TodayItem *item : m_view->chosen()) {
        if (item->type == TodayItem::Type::Activity)
            records.push_back({EntityKind::Activity, item->id});
        else if (item->type == TodayItem::Type::Deal)
            records.push_back({EntityKind::Deal, item->id});
    }
    return records;
}

std::vector<ActivityId> TodayPage::chosenActivities() const
{
    std::vector<ActivityId> activities;
    for (const EntityRef &record : selection()) {
        if (record.kind == EntityKind::Activity)
            activities.push_back({record.id});
    }
    return activities;
}

void TodayPage::openCurrent()
{
    const TodayItem *item = m_view->current();
    if (!item)
        return;
    if (item->type == TodayItem::Type::More)
        Q_EMIT listWanted(item->part == TodayPart::NoNextStep ? EntityKind::Deal : EntityKind::Activity,
                          filterOf(item->part, m_model.whose(), teamName(), m_workspace.today()));
    else
        Q_EMIT opened(subject());
}

// As Ctrl+D does: the pane asks for the outcome.
void TodayPage::finishCurrent()
{
    if (m_commands)
        m_commands->run(u"activity.done"_s);
}

void TodayPage::moveTo(QDate day)
{
    app::moveActivities(m_workspace, this, chosenActivities(), day, [this](const Result<ChangeSet> &set) {
        if (!set)
            Q_EMIT failed(set.error());
    });
}

void TodayPage::openMenu(const QPoint &global)
{
    if (!m_actions || selection().empty())
        return;
    m_actions->refresh();
    QStringList actions{u"record.window"_s,       QString(),          u"activity.logCall"_s,
                        u"activity.logMeeting"_s, u"activity.task"_s, QString()};
    if (planned())
        actions.prepend(u"activity.done"_s);
    if (subject().kind == EntityKind::Deal)
        actions += {u"deals.won"_s, u"deals.lost"_s, QString()};
    QMenu *menu = m_actions->contextMenu(actions, this);
    if (!chosenActivities().empty()) {
        QMenu *days = menu->addMenu(tr("Another &day"));
        for (const QString &id : m_ownCommands.ids()) {
            if (QAction *action = m_actions->find(id))
                days->addAction(action);
        }
        days->addSeparator();
        for (int ahead = 2; ahead <= 2 * daysAhead; ++ahead) {
            const QDate day = m_workspace.today().addDays(ahead);
            const QString name = m_display.weekdayShort(day);
            connect(days->addAction(name), &QAction::triggered, this, [this, day] { moveTo(day); });
        }
    }
    if (QAction *action = m_actions->find(u"record.delete"))
        menu->addAction(action);
    menu->popup(global);
}

void TodayPage::focusInEvent(QFocusEvent *event)
{
    m_view->setFocus(event->reason());
}

void TodayPage::showEvent(QShowEvent *event)
{
    BookPage::showEvent(event);
    m_model.read(app::TodayModel::Extent::Rows);
}

void TodayPage::hideEvent(QHideEvent *event)
{
    BookPage::hideEvent(event);
    m_model.read(app::TodayModel::Extent::NumberDue);
}

} // namespace headway::ui
