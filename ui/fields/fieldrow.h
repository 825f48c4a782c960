// SPDX-License-Identifier: GPL-3.0-or-later
// One field of a record: its label and its value as text, which a click, Enter or F2 turns into an editor.
// Enter or Ctrl+S saves, Esc reverts, leaving saves; refused input stays as it was typed, with the reason
// below. Part of a form or of a cell editor; GUI thread.
#pragma once

#include "app/text/display.h"
#include "domain/records/loadedrecord.h"
#include "ui/fields/fieldeditors.h"

#include <QPointer>

class QLabel;

namespace headway::ui {

class ElidedLabel;
class FieldDisplay;
class FlatButton;

class FieldRow : public QWidget
{
    Q_OBJECT
public:
    // Alone: text until it is edited, saved on its own. Together: always an editor, saved with the other
    // fields (a new record).
    enum class Saved { Alone, Together };

    FieldRow(const app::InputField &field, Saved saved, const EditorContext &context, QWidget *parent);
    ~FieldRow() override;

    const app::InputField &field() const { return m_field; }
    // What is being typed stays; if the stored value has changed since, a note says so.
    void showRecord(const LoadedRecord &row);
    bool isEmpty() const;

    bool isEditing() const { return m_editor; }
    bool isUnsaved() const;
    bool isSaving() const { return m_isSaving; }
    bool isRefused() const { return m_isRefused; } // what is typed stays until it is corrected or reverted
    // Hides the label and its padding: where a heading already names the field.
    void hideLabel();
    // The label stands beside the field in a column of this width, or above it if it needs more, pixels.
    void placeLabel(int columnWidth);
    int wantedLabelWidth() const;
    void edit();
    void edit(const QString &typed); // continues with earlier input
    void save();
    void revert();
    void showSaved();
    void showRefused(const QString &why);
    void showProblem(); // what is wrong with what is typed so far, or how it is understood
    QString note() const;

    FieldEditor *editor() const { return m_editor; }
    QString shownText() const;
    QSize sizeHint() const override;

Q_SIGNALS:
    void saveWanted(const std::vector<headway::FieldDelta> &changes);
    void typed();
    void finished();  // no longer being edited
    void submitted(); // Saved::Together: a key that saves was pressed here
    void followed(headway::EntityRef record);
    void tagWanted(const QString &name); // a tag that does not exist yet

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Note { Quiet, Problem };

    void makeEditor();
    void makeRecord(EntityKind kind, const QString &name);
    void leave(const QWidget *now);
    void closeEditor();
    void showState();
    void showNote(const QString &text, Note note);
    void paintNote();
    void indentValue(int indent);
    void follow();
    QString linkAddress() const; // what the value opens, see app/text/linkaddress.h; empty: nothing
    EntityRef linkRecord() const;

    const EditorContext &m_context;
    app::InputField m_field;
    Saved m_saved;
    LoadedRecord m_row;
    bool m_isRefused = false; // Enter tries again; leaving does not
    bool m_isSaving = false;

    ElidedLabel *m_label;
    FieldDisplay *m_value;
    FlatButton *m_follow;
    QPointer<FieldEditor> m_editor;
    QLabel *m_note;
    Note m_noteTone = Note::Quiet;
    QWidget *m_place; // of value and editor
};

// Gives the labels of one form a column as wide as the longest of them, but no wider than `most`; 0: than is
// usual. What is longer stands above its field, since nothing may be cut.
void alignLabels(const std::vector<FieldRow *> &rows, int most = 0);

} // namespace headway::ui
