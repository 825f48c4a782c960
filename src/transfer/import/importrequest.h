// SPDX-License-Identifier: GPL-3.0-or-later
// The request for an import, and its report. Values; any thread. The rows themselves come from a RowSource,
// which knows how its file is written.
#pragma once

#include "domain/changes/change.h"
#include "domain/records/inenglish.h"
#include "exchange/plan/columnfit.h"
#include "exchange/plan/importplan.h"
#include "transfer/import/importquestions.h"
#include "transfer/import/rowsource.h"

#include <optional>
#include <vector>

namespace headway::transfer {

// What to do with a row that matches a record of the book.
enum class DuplicatePolicy {
    Skip,      // the record stays as it is
    Fill,      // only empty fields of the record are filled
    Overwrite, // the file's values replace the record's; blank cells never do
    Create,    // a new record nevertheless
};
// A name that differs from a known one only in case, marks, spaces and punctuation.
enum class NearMatches {
    Offer, // the row is rejected, with the choices in its reason
    Take,  // the known record is used; the report counts the rows
};
enum class RunMode { Real, Dry };
// What becomes of a row that names a record which is not in the book and may not be made.
enum class UnknownNames {
    Reject, // the row is rejected
    Leave,  // it goes in without that link, which is listed; a deal's stage is needed all the same
};

// --word 'Contacted=attempting': what a word of the file means in a field of fixed choices.
struct WordRule {
    QString target = {}; // "status"; empty: wherever the word stands
    QString from = {};   // "*": every word that nobody knows
    QString to = {};     // a choice; empty: nothing; "tag": nothing, and the word becomes a tag
};
[[nodiscard]] Result<WordRule> parseWordRule(const QString &text); // "[field:]word=meaning"

struct ImportRequest {
    EntityKind kind = EntityKind::Contact;
    // A file of an archive holds all columns of its time, and refers to records of the archive's later files.
    enum class Part { Alone, OfArchive } part = Part::Alone;

    // the targets of columns
    std::vector<exchange::MapRule> map = {};
    std::vector<exchange::ValueRule> values = {};
    std::vector<exchange::SetRule> set = {};

    // Finding existing records. Without `match` every row creates a new record. With "id" the file is taken
    // to be an export of ours: ids are kept, blank text stays blank text, and what the files of other kinds
    // contain (e-mail addresses of contacts, say) is left to them.
    QStringList match = {};
    QStringList matchElse = {}; // of rows that have nothing in one of those: people without an e-mail address
    DuplicatePolicy existing = DuplicatePolicy::Skip;

    // names that are not in the book
    std::vector<EntityKind> createMissing = {};
    UnknownNames unknownNames = UnknownNames::Reject;
    NearMatches nearMatches = NearMatches::Offer;
    QString pipeline = {}; // of deals without one in the file; empty: the book's first
    // If not empty, a pipeline of that name is created for them, of just the stages in the file; see
    // importpipeline.h.
    QString newPipeline = {};

    // Answers to the questions of a report, see importquestions.h.
    std::vector<WordRule> meanings = {};
    std::optional<exchange::DurationUnit> durationUnit = {};
    std::optional<exchange::PercentScale> percent = {};
    std::optional<exchange::Rounding> rounding = {};
    // Of closed deals whose own columns do not say when.
    enum class Closing { Asked, ImportDay, None } closing = Closing::Asked;
    QString closingColumn = {}; // a column that says it
    // Columns that were left out before the user said anything about them; they are asked about.
    std::vector<exchange::Misfit> undecided = {};

    // How values are written; what is not set is detected.
    std::optional<DateOrder> dateOrder = {};
    std::optional<QChar> decimalMark = {};
    QString currency = {}; // of amounts without one; empty: the book's, else EUR
    QTimeZone zone = QTimeZone::utc();
    QString system =
        {}; // to which the ids in the file belong; empty: the one its columns speak of, else "csv"

    RunMode mode = RunMode::Real;
    // Formats the reasons in the file of rejected rows; on the thread of the import.
    Words words = inEnglish;
    QString rejectedPath = {}; // empty: rejected rows are only counted, and the first ones reported
};

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
};

// How many of the records that a column refers to were found.
struct LinkCount {
    QString column = {};
    QString target = {}; // "company.external_id"
    qint64 asked = 0;
    qint64 found = 0;

    bool operator==(const LinkCount &) const = default;
};

struct MissingLink {
    qint64 line = 0;
    QString column = {};
    QString text = {};
    LinkFault fault = LinkFault::NotFound;
    bool isId = true; // of the other system; if not, a name
};
// Why a link is missing, as a sentence for the window and the command line alike. `system`: whose ids they are.
[[nodiscard]] Sentence sentenceOf(const MissingLink &link, const QString &system);

struct ImportReport {
    Writing writing = {};
    exchange::ImportPlan plan = {};
    exchange::CellStyle style = {};

    // read = created + updated + unchanged + rejected
    qint64 read = 0;
    qint64 created = 0;
    qint64 updated = 0;
    qint64 unchanged = 0; // matched, and nothing to change (or changes not wanted)
    qint64 rejected = 0;

    std::vector<std::pair<EntityKind, qint64>> alsoCreated = {}; // for names without a record
    std::vector<NearName> offered = {};                          // undecided names: their rows are rejected
    std::vector<NearName> taken = {};                            // with NearMatches::Take
    QString system = {};                                         // whose ids the file holds
    std::vector<LinkCount> links = {};                           // of columns that refer to other records
    std::vector<MissingLink> missingLinks = {};                  // the first of them
    std::vector<RejectedRow> firstRejected = {};
    bool hasUnknownNames = false;               // of kinds that may not be made
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
    bool isUndecided() const { return !questions.empty() || linksMissing() > 0; }
};

// How many rejected rows and missing links the report lists itself.
inline constexpr size_t rejectedRowsReported = 100;
inline constexpr size_t missingLinksReported = 100;

} // namespace headway::transfer
