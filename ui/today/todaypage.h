// SPDX-License-Identifier: GPL-3.0-or-later
// The page that tells what to do now: overdue, today, the coming days, deals with no next step; of oneself,
// one's team or everyone. A key moves a planned activity to another day. One for each window; GUI thread;
// errors are emitted by failed().
#pragma once

#include "app/today/todaymodel.h"
#include "ui/pages/bookpage.h"

#include <QPointer>

#include <optional>
#include <vector>

namespace headway::ui {

class BookContext;
class CommandActions;
class ElidedLabel;
class EmptyPage;
class FlatButton;
class TodayView;

class TodayPage : public BookPage
{
    Q_OBJECT
public:
    static PageFace face(const BookContext &context);
    // Adds its commands (Area::Today); the window attaches that area to it. `context` outlives it.
    explicit TodayPage(BookContext &context);
    ~TodayPage() override;

    app::TodayModel &model() { return m_model; }
    // "me", "team", "everyone"; anything else is "me".
    void showPlace(const QString &whose) override;
    void chooseFirst() override;

    EntityRef subject() const; // the record of the current row; id 0: none
    std::optional<Activity> planned() const override;
    // The selected activities and deals themselves.
    std::vector<EntityRef> selection() const;
    std::vector<EntityRef> deletable() const override { return selection(); }

protected:
    void focusInEvent(QFocusEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void addCommands();
    void addCommand(app::Command command);
    void choose(headway::Whose whose);
    void showState();
    void showCurrent();
    void tellPlace();
    void openCurrent();
    void finishCurrent();
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
    FlatButton *m_byPerson = nullptr;
    ElidedLabel *m_day = nullptr;
    ElidedLabel *m_summary = nullptr;
    EmptyPage *m_empty = nullptr;
};

} // namespace headway::ui
