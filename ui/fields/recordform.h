// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of one record in their sections, edited in place; or the form of a new one. Empty fields are
// folded under "More". Saves through the workspace, keeps drafts of what is not saved. Part of the detail
// pane; GUI thread; a refusal is shown at its field.
#pragma once

#include "domain/records/loadedrecord.h"
#include "ui/fields/detailsections.h"
#include "ui/fields/fieldeditors.h"

#include <QScrollArea>

#include <functional>
#include <vector>

class QVBoxLayout;

namespace headway::ui {

class AlreadyHere;
class FieldRow;
class FlatButton;

class RecordForm : public QScrollArea
{
    Q_OBJECT
public:
    RecordForm(const EditorContext &context, QWidget *parent);
    ~RecordForm() override;

    // A record of any kind; one that is shown already is only refreshed.
    void showRecord(const LoadedRecord &row);
    void showNew(EntityKind kind, const Row &preset);
    // The same; `begun` may refer to other records, and `beginning` is a word for what is given in advance: what was
    // typed into a form that began so goes on. Empty: nothing is given.
    void showNew(const LoadedRecord &begun, const QString &beginning);
    bool isNew() const { return m_isNew; }
    EntityKind kind() const { return m_kind; }

    // Saves all open edits, as the pane leaves this record. Refused ones keep their editors.
    void saveAll();
    bool isUnsaved() const;
    void edit(QStringView fieldName);
    void editCurrent(); // the field with the focus, else the first
    FieldRow *fieldRow(QStringView fieldName) const;

    // Creates the new record; created() follows, or the reason is shown at its field.
    void saveNew();
    // Discards what was typed of a new record.
    void discardNew();

    // Called instead of saving when a deal is moved to a stage that requires more fields.
    using MoveDeal = std::function<void(const Record &deal, const Stage &to)>;
    void moveDealsBy(MoveDeal move) { m_moveDeal = std::move(move); }

    // For a wide sheet: how many letters a label may have to stand beside its field.
    void widenLabels(int letters) { m_labelLetters = letters; }

    // Placed below the fields, in the same scroll area.
    void placeBelow(QWidget *more);

Q_SIGNALS:
    void created(headway::EntityRef record);
    void cancelled();
    void followed(headway::EntityRef record);
    void refused(const QString &why); // of a record that is no longer shown
    void outdated();                  // somebody else changed the record: it must be read again

private:
    struct Placed {
        FieldRow *fieldRow = nullptr;
        FieldPlace::When when = FieldPlace::When::Always;
        size_t section = 0;
    };

    void clear();
    void addFieldRow(const app::InputField &field, FieldPlace::When when, size_t section);
    void build();
    void buildNew();
    void lookWhoIsHere();
    void proposeContacts();
    void offerContacts(CompanyId company);
    void showFolded();
    void placeLabels();
    QString draftKey() const;
    void keepDrafts();
    void takeUpDrafts();
    void announceDraft();
    Value withCustomOf(const FieldValue &answer, const Value &present) const;
    void save(FieldRow *fieldRow, const std::vector<FieldDelta> &changes);
    bool asksFirst(FieldRow *fieldRow, const std::vector<FieldDelta> &changes);

    const EditorContext &m_context;
    EntityKind m_kind = EntityKind::Deal;
    LoadedRecord m_row;
    bool m_isNew = false;
    QString m_beginning; // of a new one
    bool m_isUnfolded = false;
    bool m_isTakingUp = false;
    int m_labelLetters = 0; // 0: as usual
    MoveDeal m_moveDeal;
    std::vector<Placed> m_fieldRows;
    std::vector<app::InputField> m_custom; // the custom fields that are shown
    std::vector<FieldSection> m_sections;
    std::vector<QWidget *> m_titles; // one for each of m_sections
    QVBoxLayout *m_column;
    QWidget *m_sheet = nullptr;
    QWidget *m_below = nullptr;
    app::Ticket m_contacts; // those of the company of a new record
    CompanyId m_contactsOf;
    FlatButton *m_more = nullptr;
    AlreadyHere *m_here = nullptr; // of a new one that may be there already
};

} // namespace headway::ui
