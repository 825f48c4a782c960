// SPDX-License-Identifier: GPL-3.0-or-later
// The people who work in a book, to choose from: a line to search by and the list below it, with whoever sits
// at this computer in the first place. A name that nobody has yet is offered as somebody new. The keyboard
// stays in the line: what is typed narrows the list, Up, Down and the page keys move in it. Part of WhoPage and
// WhoPanel; GUI thread; nothing fails.
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
    // `loginNames`: how the system knows who sits here.
    PeopleList(const app::Workspace &workspace, const QStringList &loginNames, QWidget *parent);
    ~PeopleList() override;

    // With an empty line, as the book has them now. `user` becomes current; without an id the first one.
    void begin(UserId user);

    // Who is current: a user, somebody new (without an id, with a name), or nobody at all.
    struct Person {
        UserId user = {};
        QString name = {};

        bool isNobody() const { return name.isEmpty(); }
    };
    Person current() const;

    SearchLine &line() { return *m_line; }

    QSize sizeHint() const override; // with room for all, or for as many as one looks over at once

Q_SIGNALS:
    void currentChanged();
    void chosen(); // by a double click

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
