// SPDX-License-Identifier: GPL-3.0-or-later
// "Who are you?", asked before a book with several users is shown when the computer does not know the user
// yet. Replaces the start page; made by Windows. GUI thread; failed() is emitted if a new user cannot be
// added.
#pragma once

#include "domain/fields/ids.h"
#include "domain/result.h"

#include <QWidget>

namespace headway::app {
class Workspace;
}

namespace headway::ui {

class FlatButton;
class PeopleList;

class WhoPage : public QWidget
{
    Q_OBJECT
public:
    // The workspace outlives it.
    WhoPage(app::Workspace &workspace, const QStringList &loginNames, QWidget *parent = nullptr);
    ~WhoPage() override;

Q_SIGNALS:
    void chosen(headway::UserId user); // exists in the book by then
    void otherBookWanted();
    void failed(const headway::Error &error);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeColumn();
    void showChoice();
    void choose();

    app::Workspace &m_workspace;
    PeopleList *m_people;
    FlatButton *m_begin;
};

} // namespace headway::ui
