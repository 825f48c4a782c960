// SPDX-License-Identifier: GPL-3.0-or-later
// Repair: the history and derived fields, which no step can change.
#include "domain/changes/derive.h"
#include "domain/changes/stepwords.h"
#include "domain/records/record.h"
#include "sql/migrate.h"
#include "store/commit/changelog.h"
#include "store/commit/derived.h"
#include "store/maintenance/checkparts.h"
#include "store/maintenance/repairparts.h"
#include "store/rows/records.h"

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

std::vector<Change> changesOf(const LogDifference &difference)
{
    const Record &record = difference.record;
    std::vector<Change> changes;
    if (!difference.fields.empty())
        changes.push_back({ChangeKind::Update, record.ref, difference.fields, {}});
    if (difference.isRemovedInLog != bool(record.deletedAt))
        changes.push_back({record.deletedAt ? ChangeKind::Remove : ChangeKind::Restore, record.ref, {}, {}});
    return changes;
}

// What the records of a run were created with is not known otherwise than from the records.
Result<> rewriteDigits(sql::Connection &connection, const std::vector<LogDifference::Digits> &digits)
{
    for (const LogDifference::Digits &each : digits) {
        const qint64 before = each.place * digitsPerRecord;
        HEADWAY_CHECK(connection.run(
            u"UPDATE change SET after = substr(after, 1, ?) || ? || substr(after, ?) WHERE id = ?"_s,
            {before, each.present, before + digitsPerRecord + 1, each.entry}));
    }
    return {};
}

// The ids are read before anything is written: a connection takes no statements while it is being read.
Result<std::vector<Record>> wronglyDerived(sql::Connection &connection, EntityKind kind)
{
    std::vector<Record> found;
    HEADWAY_CHECK(connection.each(u"SELECT "_s + columnList(kind, QString()) + u" FROM "_s + tableName(kind)
                                      + u" WHERE deleted_at IS NULL"_s,
                                  {}, [&](const sql::RowView &row) -> Result<> {
                                      Record record = recordFrom(kind, row);
                                      if (derive(kind, record.row) != record.row)
                                          found.push_back(std::move(record));
                                      return {};
                                  }));
    return found;
}

} // namespace

Result<> makeMissingIndexes(sql::Connection &connection)
{
    HEADWAY_TRY(missing, missingIndexes(connection));
    for (const QString &statement : std::as_const(missing))
        HEADWAY_CHECK(connection.script(statement + u'\n'));
    return sql::countNewIndexes(connection);
}

Result<> recountSteps(sql::Connection &connection)
{
    HEADWAY_TRY(transaction, sql::Transaction::write(connection));
    const QString made = u"(SELECT coalesce(sum("_s + lastOfRun()
        + u" - c.entity_id + 1), 0) FROM change c WHERE c.operation_id = operation.id)"_s;
    HEADWAY_CHECK(connection.run(u"UPDATE operation SET change_count = "_s + made
                                 + u" WHERE change_count <> "_s + made));
    HEADWAY_CHECK(connection.run(
        u"UPDATE operation SET reverted_by = NULL WHERE reverted_by IS NOT NULL AND NOT EXISTS"
        " (SELECT 1 FROM operation r WHERE r.id = operation.reverted_by AND r.reverts = operation.id)"_s));
    HEADWAY_CHECK(connection.run(
        u"UPDATE operation SET reverted_by = (SELECT max(r.id) FROM operation r"
        " WHERE r.reverts = operation.id AND r.reverted_by IS NULL) WHERE reverted_by IS NULL"
        " AND EXISTS (SELECT 1 FROM operation r WHERE r.reverts = operation.id AND r.reverted_by IS NULL)"_s));
    return transaction.commit();
}

Result<> completeHistory(sql::Connection &connection, const Actor &actor)
{
    HEADWAY_TRY(transaction, sql::Transaction::write(connection));
    std::vector<Change> changes;
    std::vector<LogDifference::Digits> digits;
    FlawList cannotBeMended; // damaged entries: the check that follows reports them
    for (const EntityKind kind : allEntityKinds())
        HEADWAY_CHECK(eachLogDifference(
            connection, kind,
            [&](const LogDifference &difference) {
                for (Change &change : changesOf(difference))
                    changes.push_back(std::move(change));
                if (difference.digits)
                    digits.push_back(*difference.digits);
            },
            cannotBeMended));
    HEADWAY_TRY(id,
                appendOperation(connection,
                                {.at = actor.now,
                                 .actor = actor.user,
                                 .label = steps::historyCompleted,
                                 .origin = Origin::Generated,
                                 .changeCount = qint64(changes.size())}));
    HEADWAY_CHECK(writeEntries(connection, id, entriesFor(changes)));
    HEADWAY_CHECK(rewriteDigits(connection, digits));
    return transaction.commit();
}

Result<> deriveAgain(sql::Connection &connection)
{
    HEADWAY_TRY(transaction, sql::Transaction::write(connection));
    for (const EntityKind kind : allEntityKinds()) {
        HEADWAY_TRY(records, wronglyDerived(connection, kind));
        for (const Record &record : records)
            HEADWAY_CHECK(updateRow(connection, record, derive(kind, record.row), record.modifiedAt));
    }
    HEADWAY_CHECK(deriveWholeBook(connection));
    return transaction.commit();
}

} // namespace headway::store
