// SPDX-License-Identifier: GPL-3.0-or-later
// Fields derived from other records and stored in the row for lists, boards and search: a contact's primary
// e-mail, a deal's next step, the search text. Recomputed in the transaction that changed their source,
// never logged, verified by `check`. Runs on the writer's thread.
#pragma once

#include "domain/changes/change.h"
#include "domain/result.h"
#include "sql/connection.h"
#include "store/search/searchindex.h"

#include <QHash>
#include <QSet>

#include <map>
#include <optional>

namespace headway::store {

// Collects what a step affects; settle() brings the dependent fields up to date.
class Derivation
{
public:
    explicit Derivation(sql::Connection &connection) : m_connection(&connection) {}

    // `before` is null for a new (or restored) record, `after` for a removed one.
    void note(EntityRef ref, const Row *before, const Row *after);
    // The same for a new link whose own fields are derived already.
    void noteDates(const Row &link) { noteLinked(&link, m_dated); }
    Result<> settle();
    // The step takes back the one before it: words of records that come back are what they were.
    void setTakesBackNewest() { m_words.takesBackNewest = true; }
    // The records that settle() has updated so far, a bounded number of them.
    std::vector<EntityRef> followers() const { return {m_followers.begin(), m_followers.end()}; }
    // Whether it is time to settle, to keep memory flat in a long step.
    bool isLarge() const;

private:
    void noteActivityText(qint64 id, const Row *before, const Row *after);
    void noteWords(EntityRef ref, const Row *before, const Row *after);
    void notePart(EntityKind part, const Row &row);
    void noteTagged(const Row &row);
    Result<> settleLinks();
    Result<> settleWords();
    void noteLinked(const Row *row, QSet<EntityRef> &into);

    void follow(EntityRef ref);

    sql::Connection *m_connection;
    QSet<EntityRef> m_followers;
    QSet<qint64> m_activities; // whose links need an update
    QSet<EntityRef> m_dated;   // whose last and next activity may differ
    QSet<EntityRef> m_reached; // whose primary e-mail, phone or place may differ
    QSet<EntityRef> m_placed;  // of these, whose place may
    // Records whose search text may differ, with the text of their own if it is known.
    QHash<EntityRef, std::optional<QString>> m_searched;
    StepWords m_words;
    QSet<EntityRef> m_renamed; // by whose names others are found
    QSet<EntityRef> m_sold;    // deals whose first product may differ
    QSet<qint64> m_retyped;    // statuses of leads whose type differs, and with it the state of the leads
    struct ActivityText {
        QString was = {};
        QString is = {};
    };
    std::map<qint64, ActivityText> m_activityTexts;
    qint64 m_textSize = 0; // of these, and of m_searched
};

// A field derived from other records, and the SQL (over a row of its table) that computes its value. For
// one record, for the whole book, and for `check`.
struct Dependent {
    QString column = {};
    QString expression = {};
};
std::vector<Dependent> dependents(EntityKind kind);

// Updates the dependent fields of all records of a kind at once. Activity links have to come first: the
// dates of companies, contacts, leads and deals depend on theirs.
Result<> deriveAll(sql::Connection &connection, EntityKind kind);
// Updates the days of the last and the next activity of the records that have one which takes a whole day.
Result<> deriveWholeDays(sql::Connection &connection);
// Updates all of them for every record, including the search text: for `check --repair`.
Result<> deriveWholeBook(sql::Connection &connection);

// `row` with Deal.touchedAt set if one of `fields` counts as work on the deal: rotting restarts on a change
// of stage, value, closing date or owner.
Row touched(EntityKind kind, Row row, const std::vector<FieldDelta> &fields, Instant now);

} // namespace headway::store
