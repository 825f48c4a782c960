// SPDX-License-Identifier: GPL-3.0-or-later
// A small form in the middle of a list for what belongs to a record: a phone number, an address, a tag,
// a role. Asks for the fields of its kind by the field table. Enter or Ctrl+S saves, Esc gives up,
// leaving saves; what is refused stays as it was typed, with the reason. Owned by a RelatedList; GUI
// thread.
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
    // Of `row`, or of a new one where it has no id. What links it to `owner` is not asked for.
    RelatedForm(EntityRef owner, const LoadedRecord &row, const EditorContext &context, QWidget *parent);
    ~RelatedForm() override;

    EntityRef record() const { return m_row.record.ref; } // id 0: a new one
    const Row &before() const { return m_row.record.row; }
    // Read again; what is being typed stays.
    void showRecord(const LoadedRecord &row);
    void begin(); // the keyboard comes here
    bool isEdited() const;

    // For drafts: what is typed, by the names of the fields.
    QJsonObject typed() const;
    void type(const QJsonObject &draft);

    // saveWanted() follows, unless something is wrong: that is said. A tag that is not there yet is made.
    void save();
    void saveIfComplete(); // the same, without making a tag of half a word
    void showRefused(const QString &why);
    FieldRow *fieldRow(QStringView fieldName) const;

Q_SIGNALS:
    void saveWanted(const headway::Row &row);
    void newTagWanted(const QString &name);
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
    bool m_isSortChosen = false; // e-mail or phone: said by the user, no longer guessed
};

} // namespace headway::ui
