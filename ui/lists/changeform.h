// SPDX-License-Identifier: GPL-3.0-or-later
// Changes a field of many records at once, or gives or takes a tag: a small panel over their list, to choose the
// field and type its new value, with the editor of the detail pane. Says how many of them that changes. If the rules refuse some of the records, it names them and
// asks whether to change the others. Enter continues, Esc cancels; the input stays until the change is made.
// One for each list; GUI thread.
#pragma once

#include "app/edits/bulkedits.h"
#include "ui/controls/floatingpanel.h"
#include "ui/fields/fieldeditors.h"

#include <QPointer>

class QComboBox;
class QVBoxLayout;

namespace headway::ui {

class FieldRow;

class ChangeForm : public FloatingPanel
{
    Q_OBJECT
public:
    ChangeForm(const EditorContext &context, EntityKind kind, QWidget *parent);
    ~ChangeForm() override;

    // `field`, as InputField::name() has it, is chosen at first if it can be set and tells more than a name; else the
    // owner.
    void ask(const std::vector<qint64> &ids, const QString &field);
    // After an attempt: opens again if something was refused, and closes otherwise.
    void showReport(const Result<app::BulkReport> &report);
    // Adds values that belong to the change, such as why deals were lost.
    void submit(const std::vector<FieldValue> &more);

    QString described() const { return described(qint64(m_change.ids.size())); } // "34 deals"

Q_SIGNALS:
    // Not of tags and own fields. The form is hidden then. `values` are checked as far as possible without the records.
    void valuesChosen(const std::vector<headway::FieldValue> &values, const QRect &place);
    void changeWanted(const headway::app::BulkChange &change);

protected:
    void confirm() override;

private:
    void fillFields();
    const app::InputField &chosenField() const; // while no tag is changed
    void showField();
    void describe();
    void preview();
    void showHints();
    QString hint() const;
    std::optional<app::TagChange::What> tagChange() const; // none: a field is changed
    app::BulkChange wanted(const std::vector<FieldValue> &values) const;
    void submitTag(const app::TagChange &tag);
    void submitWhole(const app::BulkChange &change);
    QString described(qint64 count) const;

    const EditorContext &m_context;
    EntityKind m_kind;
    app::BulkChange m_change;
    std::vector<app::InputField>
        m_choices; // of the first entries of m_fields, whose data are their places here
    QComboBox *m_fields;
    QVBoxLayout *m_value;
    QPointer<FieldRow> m_fieldRow;
    app::Ticket m_counting;
    QString m_preview; // "3 of 5 change"; empty: not counted yet
};

} // namespace headway::ui
