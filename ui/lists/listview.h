// SPDX-License-Identifier: GPL-3.0-or-later
// The table of a list: rows of one height over a windowed model, sorted by a click on a heading. A cell is
// edited in place: F2 or a double click; refused input stays there with the reason. Columns are chosen and
// remembered by ListColumns, groups by ListGroups. GUI thread; nothing fails.
#pragma once

#include "domain/fields/entity.h"
#include "ui/controls/pinnedtable.h"

#include <vector>

namespace headway {
struct FieldDelta;
}
namespace headway::app {
class ListModel;
class Settings;
} // namespace headway::app

namespace headway::ui {

class CellEditor;
class ListColumns;
class ListDelegate;
class ListGroups;
struct EditorContext;

class ListView : public PinnedTable
{
    Q_OBJECT
public:
    // All arguments outlive the view.
    ListView(app::ListModel &model, const EditorContext &context, app::Settings &settings,
             QWidget *parent = nullptr);
    ~ListView() override;

    EntityRef current() const;
    std::vector<EntityRef> selection() const; // in the list's order; the current one if nothing is selected
    std::vector<qint64> selectedIds() const;  // the same without the current one
    void select(qint64 id);                   // and scrolls to it, if it is in the list
    void selectFirst();                       // the first record

    ListColumns &columns() { return *m_columns; }
    ListGroups &groups() { return *m_groups; }
    // As wide as the rows in sight need; narrower than this, figures would not fit.
    int sizeHintForColumn(int column) const override;
    int leastWidthOfColumn(int column) const;

    // Does nothing where the cell is derived.
    void editCell(const QModelIndex &cell);
    std::vector<CellEditor *> editors() const; // those open now: one, and those that were refused

Q_SIGNALS:
    void currentRecordChanged(headway::EntityRef record);
    void opened(headway::EntityRef record); // Enter, Space
    // The edit of a cell would move the deal to a stage that requires more fields; `place` is the cell in
    // viewport coordinates.
    void stageWanted(headway::EntityRef deal, const std::vector<headway::FieldDelta> &changes, QRect place);
    void menuWanted(const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    bool isEditable(const QModelIndex &cell) const;
    void editNext(const QModelIndex &from, int step);
    void showDensity();
    int widestInSight(int column,
                      int (ListDelegate::*need)(const QStyleOptionViewItem &, const QModelIndex &)
                          const) const;

    app::ListModel &m_model;
    const EditorContext &m_context;
    app::Settings &m_settings;
    ListDelegate *m_cells;
    ListColumns *m_columns;
    ListGroups *m_groups;
};

} // namespace headway::ui
