// SPDX-License-Identifier: GPL-3.0-or-later
// A cell of a list being edited in place: a FieldRow without its label, laid over the cell, with what is
// wrong with the input below. Follows its cell when the list scrolls or is sorted; if the record is deleted,
// the input stays and a note says so. Made by a ListView for one edit of one cell; deletes itself afterwards.
// GUI thread.
#pragma once

#include "ui/fields/fieldeditors.h"

#include <QAbstractItemView>
#include <QFrame>
#include <QPersistentModelIndex>

namespace headway::app {
class ListModel;
struct Column;
} // namespace headway::app

namespace headway::ui {

class FieldRow;

class CellEditor : public QFrame
{
    Q_OBJECT
public:
    // `cell` is of `model`, loaded, and editable. `view` shows the model and becomes the parent.
    CellEditor(app::ListModel &model, const EditorContext &context, const QModelIndex &cell,
               QAbstractItemView &view);
    ~CellEditor() override;

    void open(); // and takes the focus
    EntityRef record() const { return m_record; }
    bool isOf(const app::Column &column) const;
    QString note() const;
    bool isUnsaved() const;
    void save();
    // The visible part of its cell, in viewport coordinates.
    QRect cellPlace() const;

    // What is edited after this cell.
    enum class Then { Stay, Next, Previous };

Q_SIGNALS:
    // Saved, reverted, or left; or still being saved while the next cell is already edited.
    void left(headway::ui::CellEditor::Then then);
    // Emitted instead of saving: the deal would move to a stage that requires more fields.
    void stageWanted(const std::vector<headway::FieldDelta> &changes);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void watchEditor();
    void place();
    void lookForCell();
    void showRow();
    void submit(const std::vector<FieldDelta> &changes);
    void keepDraft();
    void finish();
    void saveThen(Then then);
    bool takeKey(QKeyEvent &key);

    app::ListModel &m_model;
    const EditorContext &m_context;
    QAbstractItemView &m_view;
    QPersistentModelIndex m_cell;
    EntityRef m_record;
    FieldRow *m_fieldRow;
    Then m_then = Then::Stay;
    bool m_isDeleted = false;
};

} // namespace headway::ui
