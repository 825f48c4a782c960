// SPDX-License-Identifier: GPL-3.0-or-later
// The entries of one of the book's lists as rows to choose from: the name, what is worth knowing at its
// right, stages below their pipeline with the line of their colour. Alt+Up and Alt+Down move an entry, F2
// and Enter edit it, Insert adds one, Delete deletes it. GUI thread; nothing fails.
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

    // What is current stays so, or what stands in its place then.
    void showValues(std::vector<app::PicklistRow> values);
    const app::PicklistRow *current() const; // null: the list is empty
    void select(EntityRef value);            // now, or when it comes

    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(); // another one, or the same one read again
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
