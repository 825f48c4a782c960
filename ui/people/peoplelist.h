// SPDX-License-Identifier: GPL-3.0-or-later
// The users of a book, to choose from: a line to search by and the list below it, the likely user of this
// computer first. A name that no user has is offered as a new user. The focus stays in the line: what is
// typed narrows the list, Up, Down and the page keys move in it. Part of WhoPage and WhoPanel; GUI thread;
// nothing fails.
#pragma once

#include "domain/records/user.h"

#include <QWidget>

#include <vector>

class QListView;
class QStandardItemModel;

namespace headway::app {
class Workspace;
}

namespace headway::ui {

class SearchLine;

class PeopleList : public QWidget
{
    Q_OBJECT
public:
    // `loginNames`: the names by which the system knows the person at this computer.
    PeopleList(const app::Workspace &workspace, const QStringList &loginNames, QWidget *parent);
    ~PeopleList() override;

    // Clears the line and shows the book's current users. `user` becomes current; without an id the first
    // one.
    void begin(UserId user);

    // The current row: a user, a new user (a name without an id), or none.
    struct Person {
        UserId user = {};
        QString name = {};

        bool isNobody() const { return name.isEmpty(); }
    };
    Person current() const;

    SearchLine &line() { return *m_line; }

    QSize sizeHint() const override; // room for all users, up to a limit

Q_SIGNALS:
    void currentChanged();
    void chosen(); // by double click

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void narrow();

    const app::Workspace &m_workspace;
    const QStringList m_loginNames;
    std::vector<User> m_people;
    SearchLine *m_line;
    QListView *m_view;
    QStandardItemModel *m_rows;
};

} // namespace headway::ui
