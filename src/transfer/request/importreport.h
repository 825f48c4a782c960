// SPDX-License-Identifier: GPL-3.0-or-later
// What an import tells of what it did. Values; any thread.
#pragma once

#include "domain/changes/change.h"
#include "transfer/questions/importquestions.h"
#include "transfer/questions/rejectreasons.h"
#include "transfer/request/importrequest.h"

#include <QSet>

#include <vector>

namespace headway::transfer {

struct RejectedRow {
    qint64 line = 0;
    QString column = {}; // empty: the row as a whole
    Sentence reason = {};
};

// A name in the file that is similar to a known one.
struct NearName {
    QString target = {}; // "product"
    QString text = {};   // "GTXPro"
    QString known = {};  // "GTX Pro"
    qint64 rows = 0;

    bool operator==(const NearName &) const = default;
};

// Why a record went in without one of its links.
enum class LinkFault {
    None,
    NotFound,
    Several, // records have this id
    OnlyOne, // has room; an earlier one took it
    Circle,  // it leads back to the record itself
};

// How many of the records that a column refers to were found.
struct LinkCount {
    QString column = {};
    QString target = {}; // "company.external_id"
    qint64 asked = 0;
    qint64 found = 0;
    qint64 beside = 0; // of those found: whose id nobody knows, by the name beside it

    bool operator==(const LinkCount &) const = default;
};

// What is not found of a column: each text once.
struct MissingLink {
    qint64 line = 0; // the first
    QString column = {};
    QString text = {};
    LinkFault fault = LinkFault::NotFound;
    bool isId = true; // of the other system; if not, a name
    qint64 rows = 1;
};
// An id of a kind of record, as in a report.
[[nodiscard]] QString idOfKind(EntityKind kind, const QString &id);
// Why a link is missing, as a sentence for the window and the command line alike. `system`: whose ids they are.
[[nodiscard]] Sentence sentenceOf(const MissingLink &link, const QString &system);

// A row about the same record as an earlier row of the file.
struct RepeatedRow {
    struct Difference {
        QString column = {};
        QString earlier = {};
        QString text = {};

        bool operator==(const Difference &) const = default;
    };
    qint64 line = 0;
    qint64 earlier = 0; // line
    std::vector<Difference> differences = {};

    bool operator==(const RepeatedRow &) const = default;
};
[[nodiscard]] Sentence sentenceOf(const RepeatedRow &row);

struct ImportReport {
    Writing writing = {};
    exchange::ImportPlan plan = {};
    // What became of the columns that nothing else takes, and what those that are left could become.
    std::vector<exchange::RestColumn> rest = {};
    // By what records of the book were recognised; empty: every row was new.
    QStringList match = {};
    std::optional<Operation> earlier = {}; // the step that imported this very file, if it is in effect
    bool areRowsKnown = false;             // …and each row is known by what it became then
    exchange::CellStyle style = {};

    // read = created + updated + unchanged + rejected
    qint64 read = 0;
    qint64 created = 0;
    qint64 updated = 0;
    qint64 unchanged = 0; // matched, and nothing to change (or changes not wanted)
    qint64 rejected = 0;

    std::vector<std::pair<EntityKind, qint64>> alsoCreated = {}; // for names without a record
    std::vector<NearName> offered = {};                          // undecided names
    std::vector<NearName> taken = {};                            // with NearMatches::Take
    QString system = {};                                         // whose ids the file holds
    std::vector<LinkCount> links = {};                           // of columns that refer to other records
    std::vector<MissingLink> missingLinks = {};                  // the most frequent first
    QSet<QString> idsMissing = {}; // "company 7": what those ids are of; bounded
    QSet<QString> idsMade = {};    // of records that were made for a name beside; likewise
    std::vector<RejectedRow> firstRejected = {};
    std::vector<RejectReason> reasons = {}; // of all rejected rows, the most frequent first
    qint64 repeated = 0;                    // rows about the same record as an earlier one
    std::vector<RepeatedRow> firstRepeated = {};
    std::vector<ImportQuestion> questions = {}; // what could not be decided; the rows went in without it
    std::vector<Sentence> notes = {};           // sentences on other decisions
    Operation step = {};                        // id 0 after a dry run, or if nothing changed

    qint64 linksMissing() const
    {
        qint64 missing = 0;
        for (const LinkCount &count : links)
            missing += count.asked - count.found;
        return missing;
    }
    // Whether there is something to decide beside the rejected rows.
    bool isUndecided() const { return !questions.empty() || linksMissing() > 0 || !offered.empty(); }
};

// How many of the links that are missing are so because an earlier one took the only room.
[[nodiscard]] qint64 linksBeyondRoom(const ImportReport &report);

// How many rejected rows, missing links and repeated rows the report lists itself.
inline constexpr size_t rejectedRowsReported = 100;
inline constexpr size_t missingLinksReported = 100;
inline constexpr size_t repeatedRowsReported = 100;

} // namespace headway::transfer
