// SPDX-License-Identifier: GPL-3.0-or-later
// "Who are you?" asked while the book is open: like WhoPage, in a panel over the window. GUI thread; errors
// are shown in the panel.
#pragma once

#include "domain/fields/ids.h"
#include "ui/controls/floatingpanel.h"

namespace headway::app {
class Workspace;
}

namespace headway::ui {

class PeopleList;

class WhoPanel : public FloatingPanel
{
    Q_OBJECT
public:
    // The workspace outlives it.
    WhoPanel(app::Workspace &workspace, const QStringList &loginNames, QWidget *parent);
    ~WhoPanel() override;

    void ask();

Q_SIGNALS:
    void chosen(headway::UserId user); // exists in the book by then

protected:
    void confirm() override;

private:
    void showChoice();

    app::Workspace &m_workspace;
    PeopleList *m_people;
    bool m_isAdding = false; // a new user
};

} // namespace headway::ui
