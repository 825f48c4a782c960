// SPDX-License-Identifier: GPL-3.0-or-later
// The table of a list: rows of one height over a windowed model, sorted by a click on a heading. A cell is
// edited in place: F2 or a double click; refused input stays there with the reason. Columns are chosen and
// remembered by ListColumns. GUI thread; nothing fails.
#pragma once

#include "domain/fields/entity.h"

#include <QTableView>

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
struct EditorContext;

class ListView : public QTableView
{
    Q_OBJECT
public:
    // All arguments outlive the view.
    ListView(app::ListModel &model, const EditorContext &context, app::Settings &settings,
             QWidget *parent = nullptr);
    ~ListView() override;

    EntityRef current() const;
    std::vector<EntityRef> selection() const; // in the list's order; the current one if nothing is selected
    void select(qint64 id);                   // and scrolls to it, if it is in the list

    ListColumns &columns() { return *m_columns; }

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
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    bool isEditable(const QModelIndex &cell) const;
    void editNext(const QModelIndex &from, int step);

    app::ListModel &m_model;
    const EditorContext &m_context;
    ListColumns *m_columns;
};

} // namespace headway::ui
