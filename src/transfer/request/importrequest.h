// SPDX-License-Identifier: GPL-3.0-or-later
// The request for an import. Values; any thread. The rows themselves come from a RowSource,
// which knows how its file is written.
#pragma once

#include "domain/records/inenglish.h"
#include "exchange/plan/columnfit.h"
#include "exchange/plan/importplan.h"
#include "exchange/plan/owncolumns.h"
#include "transfer/source/rowsource.h"

#include <functional>
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
    Offer, // the row goes in without it, and the name is offered; or as UnknownNames says
    Take,  // the known record is used; the report counts the rows
};
enum class RunMode { Real, Dry };
// What becomes of a row that names a record which is not in the book and may not be made.
enum class UnknownNames {
    Reject, // the row is rejected
    Leave,  // it goes in without that link: the name stays as text, and is listed or asked about
};

// --word 'Contacted=attempting': what a word of the file means in a field of fixed choices.
struct WordRule {
    QString target = {}; // "status"; empty: wherever the word stands
    QString from = {};   // "*": every word that nobody knows
    QString to = {};     // a choice; empty: nothing; "tag": nothing, and the word becomes a tag
};
[[nodiscard]] Result<WordRule> parseWordRule(const QString &text); // "[field:]word=meaning"

// --cells 'Contact=several': how the cells of a column are read that can be in two ways.
enum class CellReading {
    One,     // "Berg, Lund" is one name
    Several, // it is two
    Above,   // a blank cell has the value of the row above it, which begins a group
    Blank,   // it has none
};
struct CellRule {
    QString column = {};
    CellReading reading = CellReading::One;

    bool operator==(const CellRule &) const = default;
};
[[nodiscard]] Result<CellRule> parseCellRule(const QString &text); // "Column=reading"
// The last that is said of a column as one of these; none: nothing is said.
[[nodiscard]] std::optional<CellReading> readingOf(const std::vector<CellRule> &rules, const QString &column,
                                                   std::initializer_list<CellReading> readings);

struct ImportRequest {
    EntityKind kind = EntityKind::Contact;
    // A file of an archive holds all columns of its time, and refers to records of the archive's later files.
    enum class Part { Alone, OfArchive } part = Part::Alone;

    // the targets of columns
    std::vector<exchange::MapRule> map = {};
    std::vector<exchange::ValueRule> values = {};
    std::vector<exchange::SetRule> set = {};

    // Columns that nothing takes; see exchange/plan/owncolumns.h.
    exchange::RestPolicy rest = exchange::RestPolicy::Leave;
    std::vector<exchange::OwnRule> own = {};
    std::optional<QStringList> restColumns = {}; // those that `rest` is about; none: all

    // Finding existing records. Without `match` every row creates a new record. With "id" the file is taken
    // to be an export of ours: ids are kept, blank text stays blank text, and what the files of other kinds
    // contain (e-mail addresses of contacts, say) is left to them.
    QStringList match = {};
    QStringList matchElse = {}; // of rows that have nothing in one of those: people without an e-mail address
    DuplicatePolicy existing = DuplicatePolicy::Skip;
    // Whether an empty `match` is an answer, or left to importkeys.h. When the very file was imported before, its rows
    // are known by what they became, unless that is said; None: by nothing else.
    enum class Keys { Said, Proposed, None } keys = Keys::Said;
    bool isExistingSaid = false; // `existing` is an answer, too

    // names that are not in the book
    std::vector<EntityKind> createMissing = {};
    UnknownNames unknownNames = UnknownNames::Leave; // a file of ours is always taken as Reject
    NearMatches nearMatches = NearMatches::Offer;
    QString pipeline = {}; // of deals without one in the file; empty: the book's first
    // If not empty, a pipeline of that name is created for them, of just the stages in the file; see
    // importpipeline.h.
    QString newPipeline = {};

    // Rules that the file has no use for are left, and told: those of a profile.
    bool isFitting = false;

    // Answers to the questions of a report, see importquestions.h.
    std::vector<WordRule> meanings = {};
    std::vector<CellRule> cells = {};
    std::optional<exchange::DurationUnit> durationUnit = {};
    std::optional<exchange::PercentScale> percent = {};
    std::optional<exchange::Rounding> rounding = {};
    std::optional<int> amountPower = {}; // of columns whose name has a unit: times ten to this power
    // Of closed deals whose own columns do not say when.
    enum class Closing { Asked, ImportDay, None } closing = Closing::Asked;
    QString closingColumn = {}; // a column that says it
    // Of rows that the other system marks as deleted or archived; see importdeleted.h.
    enum class Deleted { Asked, Leave, Take } deleted = Deleted::Asked; // asked: left out until somebody says
    // Of rows about the same record as an earlier one; see importrepeats.h.
    enum class Repeats {
        Asked, // each is written as if the other were not there
        Once,  // a later one fills in what the earlier one left blank
        Each,  // and that is known
    } repeats = Repeats::Asked;
    // Columns that were left out before the user said anything about them; they are asked about.
    std::vector<exchange::Misfit> undecided = {};
    // Columns that `map` leaves out though the user said nothing about them either.
    QStringList untold = {};
    // Fields that the file does not have, which is known: nobody is asked for their columns.
    QStringList without = {};

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
    // What the reader of the report calls a field; none: by its name on the command line. Likewise.
    std::function<QString(const QString &target)> caption = {};
    QString rejectedPath = {}; // empty: rejected rows are only counted, and the first ones reported
};

} // namespace headway::transfer
