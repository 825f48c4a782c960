// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody wants of an import, and what came of it. Values; any thread. The rows themselves come from a
// RowSource, which knows how its file is written.
#pragma once

#include "domain/changes/change.h"
#include "domain/records/inenglish.h"
#include "exchange/plan/importplan.h"
#include "transfer/import/rowsource.h"

#include <optional>
#include <vector>

namespace headway::transfer {

// What becomes of a row that matches a record of the book.
enum class DuplicatePolicy {
    Skip,      // the record stays as it is
    Fill,      // only what is empty in the record is filled in
    Overwrite, // what the file has replaces what the record has; blank cells never do
    Create,    // a new record all the same
};
// A name that differs from a known one only in case, marks, spaces and punctuation.
enum class NearMatches {
    Offer, // the row is rejected, with the choices in its reason
    Take,  // the known record is taken, and the report says for how many rows
};
enum class RunMode { Real, Dry };

struct ImportRequest {
    EntityKind kind = EntityKind::Contact;

    // what goes where
    std::vector<exchange::MapRule> map = {};
    std::vector<exchange::ValueRule> values = {};
    std::vector<exchange::SetRule> set = {};

    // what is there already. Without `match` every row makes a new record. With "id" the file is taken as
    // an export of ours: ids are kept, blank text stays blank text, and what other kinds' files bring
    // (e-mail addresses of contacts, say) is left to them.
    QStringList match = {};
    DuplicatePolicy existing = DuplicatePolicy::Skip;

    // names that the book does not know
    std::vector<EntityKind> createMissing = {};
    NearMatches nearMatches = NearMatches::Offer;
    QString pipeline = {}; // of deals whose file does not say; empty: the book's first
    // Not empty: a pipeline of that name is made for them, of just the stages in the file; see importpipeline.h.
    QString newPipeline = {};

    // how values are written; what is not said is found out
    std::optional<DateOrder> dateOrder = {};
    std::optional<QChar> decimalMark = {};
    QString currency = {}; // of amounts without one; empty: the book's, else EUR
    QTimeZone zone = QTimeZone::utc();
    QString system = QStringLiteral("csv"); // whose ids `external_id` holds

    RunMode mode = RunMode::Real;
    // Puts reasons into words for the file of rejected rows; on the thread of the import.
    Words words = inEnglish;
    QString rejectedPath = {}; // empty: rejected rows are only counted and the first ones reported
};

struct RejectedRow {
    qint64 line = 0;
    QString column = {}; // empty: the row as a whole
    Sentence reason = {};
};

// A name in the file that is near to a known one.
struct NearName {
    QString target = {}; // "product"
    QString text = {};   // "GTXPro"
    QString known = {};  // "GTX Pro"
    qint64 rows = 0;

    bool operator==(const NearName &) const = default;
};

struct ImportReport {
    Writing writing = {};
    exchange::ImportPlan plan = {};
    exchange::CellStyle style = {};

    // read = created + updated + unchanged + rejected
    qint64 read = 0;
    qint64 created = 0;
    qint64 updated = 0;
    qint64 unchanged = 0; // matched, and nothing to change (or nothing wanted)
    qint64 rejected = 0;

    std::vector<std::pair<EntityKind, qint64>> alsoCreated = {}; // records that only names called for
    std::vector<NearName> offered = {}; // names decided by nobody: their rows are rejected
    std::vector<NearName> taken = {};   // with NearMatches::Take
    std::vector<RejectedRow> firstRejected = {};
    std::vector<Sentence> notes = {}; // sentences on what else was decided
    Operation step = {};              // id 0 after a dry run, or when there was nothing to do
};

// How many rejected rows the report itself names.
inline constexpr size_t rejectedRowsReported = 100;

} // namespace headway::transfer
