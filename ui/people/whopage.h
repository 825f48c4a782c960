// SPDX-License-Identifier: GPL-3.0-or-later
// "Who are you?", asked before a book with several users is shown to somebody whom this computer does not know
// yet. Takes the place of the start page; made by Windows. GUI thread; that somebody new cannot be added is
// told by failed().
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
    void chosen(headway::UserId user); // who is in the book by now
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
