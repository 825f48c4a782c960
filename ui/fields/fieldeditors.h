// SPDX-License-Identifier: GPL-3.0-or-later
// Editors of fields, one for each type of field: text, numbers, money with its currency, dates in the usual
// spellings, choices, links to records found while typing. Used by the detail pane, forms and the cells of
// lists. Input is never corrected: values() and understood() tell what is wrong with it, in one sentence to
// show at the field. GUI thread.
#pragma once

#include "app/input/inputfield.h"
#include "app/workspace/workspace.h"

#include <QWidget>

namespace headway::app {
class Drafts;
}

namespace headway::ui {

// What an editor needs from its environment; outlives it.
struct EditorContext {
    app::Workspace &workspace;
    app::Drafts &drafts;
    app::InputRules rules;
};

class FieldEditor : public QWidget
{
    Q_OBJECT
public:
    ~FieldEditor() override;

    const app::InputField &field() const { return m_field; }

    // Starts over with the field's value in `row`; `title` is the name of a record referred to.
    void begin(const Row &row, const QString &title);
    // The record has changed since; what is typed stays.
    void rebase(const Row &row) { m_row = row; }

    // The field's value, and what was typed along with it (a currency); or what is wrong.
    Result<std::vector<FieldValue>> values() const;
    // While typing: how the text is understood where that is not plain, "Friday, 27 Nov 2026", or what is
    // wrong with it. Empty if nothing was typed yet. Parses and checks it once.
    Result<QString> understood() const;
    virtual bool isEdited() const;

    // For drafts: the text as typed, and how to restore it.
    virtual QString typed() const = 0;
    virtual void type(const QString &text) = 0;

    // Whether Enter belongs to the text; then Ctrl+Enter and Ctrl+S save.
    virtual bool takesEnter() const { return false; }
    // Opens the list of choices, if the editor has one.
    virtual void open() {}

Q_SIGNALS:
    void edited();
    void chosen(); // picked from a list: complete, may be saved at once
    // The user asks for a new record of this kind to refer to.
    void recordWanted(headway::EntityKind kind, const QString &name);

protected:
    FieldEditor(const app::InputField &field, const EditorContext &context, QWidget *parent);

    virtual void showValue(const QString &title) = 0;
    virtual Result<std::vector<FieldValue>> readValues() const = 0;

    const Row &row() const { return m_row; }
    Value value() const { return m_field.valueIn(m_row); }
    const EditorContext &context() const { return m_context; }
    void adopt(QWidget *control); // makes it the content of this widget

private:
    const EditorContext &m_context;
    app::InputField m_field;
    Row m_row;
    QString m_first; // typed() at begin()
};

// The editor for a field, by its kind; begins with the field's default.
FieldEditor *makeFieldEditor(const app::InputField &field, const EditorContext &context, QWidget *parent);

} // namespace headway::ui
