// SPDX-License-Identifier: GPL-3.0-or-later
// A cell of a list being edited in its place: the fact of the detail pane without its label, laid over
// the cell, with what is wrong with it below. Follows its cell when the list scrolls or is sorted; if
// the record goes away meanwhile, what is typed stays, and that is said. Made by a ListView for one edit
// of one cell; deletes itself when that is over. GUI thread.
#pragma once

#include "ui/fields/fieldeditors.h"

#include <QAbstractItemView>
#include <QFrame>
#include <QPersistentModelIndex>

namespace headway::app {
class ListModel;
}

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

    void open(); // takes the keyboard
    EntityRef record() const { return m_record; }
    int field() const;
    QString note() const;
    bool isUnsaved() const;
    void save();
    // Where its cell is, as far as it can be seen.
    QRect cellPlace() const;

    // What comes when the editor has done its part.
    enum class Then { Stay, Next, Previous };

Q_SIGNALS:
    // Saved, reverted, or left; or still being saved while the next one is edited already.
    void left(headway::ui::CellEditor::Then then);
    // Asked instead of saving: a deal is moved to a stage that wants to know more.
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
