// SPDX-License-Identifier: GPL-3.0-or-later
// A small form in the middle of a list for a child record: a contact point, an address, a role. Asks
// for the fields of its kind by the field table. Enter or Ctrl+S saves, Esc cancels, leaving saves; refused
// input stays as it was typed, with the reason. Owned by a RelatedList; GUI thread.
#pragma once

#include "domain/records/loadedrecord.h"
#include "ui/fields/fieldeditors.h"

#include <QFrame>
#include <QJsonObject>

#include <vector>

namespace headway::ui {

class FieldRow;

class RelatedForm : public QFrame
{
    Q_OBJECT
public:
    // For `row`, or for a new record if it has no id. The field that links it to `owner` is not asked for.
    RelatedForm(EntityRef owner, const LoadedRecord &row, const EditorContext &context, QWidget *parent);
    ~RelatedForm() override;

    EntityRef record() const { return m_row.record.ref; } // id 0: a new one
    const Row &before() const { return m_row.record.row; }
    // After it was read again; what is being typed stays.
    void showRecord(const LoadedRecord &row);
    void begin(); // takes the focus
    bool isEdited() const;

    // For drafts: the input as typed, by field name.
    QJsonObject typed() const;
    void type(const QJsonObject &draft);

    // saveWanted() follows, unless something is wrong, which is shown.
    void save();
    void showRefused(const QString &why);
    FieldRow *fieldRow(QStringView fieldName) const;

Q_SIGNALS:
    void saveWanted(const headway::Row &row);
    void edited();
    void cancelled();
    void removeWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addFieldRow(int field);
    void addButtons();
    void follow(FieldRow *fieldRow);
    void guessSort();
    void goOn(FieldRow *fieldRow);
    void leave(const QWidget *now);

    const EditorContext &m_context;
    LoadedRecord m_row;
    std::vector<FieldRow *> m_fieldRows;
    bool m_isRefused = false; // Enter tries again; leaving does not
    bool m_isSaving = false;
    bool m_isSortChosen = false; // e-mail or phone was chosen by the user, no longer guessed
};

} // namespace headway::ui
