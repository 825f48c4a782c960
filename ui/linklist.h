// SPDX-License-Identifier: GPL-3.0-or-later
// Short lists of what stands beside a record: its people, deals, addresses; each line leads somewhere
// or can be taken away. Part of the detail pane; GUI thread; nothing fails.
#pragma once

#include "domain/entity.h"

#include <QAbstractButton>

#include <vector>

class QVBoxLayout;

namespace headway::ui {

struct Link {
    EntityRef record = {}; // where it leads; id 0: nowhere in the book
    QString address = {};  // where it leads outside: mailto:, tel:, https:
    QString text;
    QString detail = {}; // quiet, below the text
    QString figure = {}; // at the right edge
    QString iconName = {};
    EntityRef removable = {}; // what goes when it is taken away; id 0: it cannot be
};

struct LinkGroup {
    QString title;
    std::vector<Link> links;
};

// One line; Enter or a click follows it, Delete takes it away.
class LinkRow : public QAbstractButton
{
    Q_OBJECT
public:
    LinkRow(const Link &link, QWidget *parent);
    ~LinkRow() override;

    const Link &link() const { return m_link; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void removeWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    Link m_link;
};

class LinkList : public QWidget
{
    Q_OBJECT
public:
    explicit LinkList(QWidget *parent);
    ~LinkList() override;

    // Groups without links are left out. What is the same as before is left alone.
    void showGroups(const std::vector<LinkGroup> &groups);
    int count() const { return m_count; }

Q_SIGNALS:
    void followed(headway::EntityRef record);
    void removeWanted(headway::EntityRef record);

private:
    QVBoxLayout *m_column;
    QString m_shown; // fingerprint of the groups
    int m_count = 0;
};

} // namespace headway::ui
