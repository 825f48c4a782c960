// SPDX-License-Identifier: GPL-3.0-or-later
// The page that tells what to do now: overdue, today, the coming days, deals with no next step; of
// oneself, one's team or everyone. Puts what is planned on another day by one key. One for each window;
// GUI thread; what fails is told by failed().
#pragma once

#include "app/commands/commands.h"
#include "app/today/todaymodel.h"

#include <QPointer>
#include <QWidget>

#include <optional>
#include <vector>

namespace headway::ui {

class CommandActions;
class ElidedLabel;
class EmptyPage;
class FlatButton;
class TodayView;

class TodayPage : public QWidget
{
    Q_OBJECT
public:
    // Adds its commands (Area::Today) to `commands`; whoever shows the page attaches that area to it.
    // `workspace` outlives the page.
    TodayPage(app::Workspace &workspace, const app::Display &display, app::Commands &commands,
              CommandActions &actions, QWidget *parent = nullptr);
    ~TodayPage() override;

    app::TodayModel &model() { return m_model; }
    // "me", "team", "everyone"; anything else is "me".
    void show(const QString &whose);
    using QWidget::show;

    EntityRef record() const;                       // that the current row is about; id 0: none
    std::optional<Activity> currentPlanned() const; // the current row, if it is an activity
    // The activities and deals themselves.
    std::vector<EntityRef> selection() const;

Q_SIGNALS:
    void selected();
    void opened();
    // To see all of a part: a filter of the list of this kind.
    void listWanted(headway::EntityKind kind, const QString &filter);
    void whoseChanged(const QString &whose, const QString &name);
    void failed(const headway::Error &error);

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    void build();
    void addCommands();
    void addCommand(app::Command command);
    void choose(Whose whose);
    void showState();
    void openCurrent();
    void openMenu(const QPoint &global);
    void moveTo(QDate day);
    std::vector<ActivityId> chosenActivities() const;
    QString teamName() const; // empty: the user has no team

    app::Workspace &m_workspace;
    const app::Display m_display;
    QPointer<app::Commands> m_commands;
    QPointer<CommandActions> m_actions;
    app::OwnCommands m_ownCommands;
    app::TodayModel m_model;
    TodayView *m_view = nullptr;
    std::vector<FlatButton *> m_chips; // by Whose
    ElidedLabel *m_day = nullptr;
    ElidedLabel *m_summary = nullptr;
    EmptyPage *m_empty = nullptr;
};

} // namespace headway::ui
