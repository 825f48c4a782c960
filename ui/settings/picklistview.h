// SPDX-License-Identifier: GPL-3.0-or-later
// The values of one of the book's picklists as rows: the name, a detail at the right, stages below their
// pipeline with a line in their colour. Alt+Up and Alt+Down move a value, F2 and Enter edit it, Insert adds
// one, Delete deletes it. GUI thread; nothing fails.
#pragma once

#include "app/input/picklistrows.h"

#include <QListView>

#include <vector>

class QStandardItemModel;

namespace headway::ui {

class PicklistView : public QListView
{
    Q_OBJECT
public:
    explicit PicklistView(QWidget *parent);
    ~PicklistView() override;

    // The current value stays current; if it is gone, the one now in its row.
    void showValues(std::vector<app::PicklistRow> values);
    const app::PicklistRow *current() const; // null: the list is empty
    void select(EntityRef value);            // now, or as soon as it is shown

    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(); // another value, or the same one read again
    void addWanted();
    void editWanted();
    void removeWanted();
    void moveWanted(int step);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    int rowOf(EntityRef value) const;

    QStandardItemModel *m_items;
    std::vector<app::PicklistRow> m_values;
    EntityRef m_wanted;
    bool m_isFilling = false;
};

} // namespace headway::ui
