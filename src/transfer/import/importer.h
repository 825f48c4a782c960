// SPDX-License-Identifier: GPL-3.0-or-later
// Takes a CSV file into the book: one transaction, one step in the history, memory independent of the
// number of rows. A row goes in whole or not at all; rows that cannot be taken go to the rejected file
// with line, column and reason, and the rest goes on. Called on the writer's thread by the import
// assistant and the command line. Fails, changing nothing, when the file cannot be read, the plan does
// not fit it, a number or date can be read in two ways, the database fails, or the user cancels.
#pragma once

#include "domain/progress.h"
#include "exchange/csv/csvdetect.h"
#include "exchange/plan/importplan.h"
#include "store/commit/commit.h"

#include <optional>
#include <vector>

namespace headway::transfer {

// What becomes of a row that matches a record of the book.
enum class Existing {
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
    QString path = {};

    // what goes where
    std::vector<exchange::MapRule> map = {};
    std::vector<exchange::ValueRule> values = {};
    std::vector<exchange::SetRule> set = {};

    // what is there already. Without `match` every row makes a new record. With "id" the file is taken as
    // an export of ours: ids are kept, blank text stays blank text, and what other kinds' files bring
    // (e-mail addresses of contacts, say) is left to them.
    QStringList match = {};
    Existing existing = Existing::Skip;

    // names that the book does not know
    std::vector<EntityKind> createMissing = {};
    NearMatches nearMatches = NearMatches::Offer;
    QString pipeline = {}; // of deals whose file does not say; empty: the book's first

    // how the file is written; what is not said is found out
    exchange::CsvAnswers written = {};
    std::optional<DateOrder> dateOrder = {};
    std::optional<QChar> decimalMark = {};
    QString currency = {}; // of amounts without one; empty: the book's, else EUR
    QTimeZone zone = QTimeZone::utc();
    QString system = QStringLiteral("csv"); // whose ids `external_id` holds

    RunMode mode = RunMode::Real;
    QString rejectedPath = {}; // empty: rejected rows are only counted and the first ones reported
};

struct RejectedRow {
    qint64 line = 0;
    QString column = {}; // empty: the row as a whole
    QString reason = {};
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
    exchange::CsvDetection detection = {};
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
    QStringList notes = {}; // sentences on what else was decided
    Operation step = {};    // id 0 after a dry run, or when there was nothing to do
};

// How many rejected rows the report itself names.
inline constexpr size_t rejectedRowsReported = 100;

[[nodiscard]] Result<ImportReport> importCsv(sql::Connection &connection, const ImportRequest &request,
                                             const store::Actor &actor, const Progress &progress = {});

// What the words of --existing and --create-missing mean; Invalid names the word.
[[nodiscard]] Result<Existing> existingNamed(const QString &word);
[[nodiscard]] Result<EntityKind> kindNamed(const QString &word); // "deal", "deals", "users" …

} // namespace headway::transfer
