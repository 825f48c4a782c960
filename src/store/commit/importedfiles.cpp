// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/commit/importedfiles.h"

#include "store/commit/changelog.h"

using namespace Qt::StringLiterals;

namespace headway::store {

Result<> noteImportedFile(sql::Connection &connection, qint64 step, const ImportedFile &file)
{
    HEADWAY_CHECK(connection.insert(
        u"INSERT INTO imported_file (operation_id, record_kind, digest, name, records) VALUES (?, ?, ?, ?, ?)"_s,
        {step, QString(tableName(file.kind)), file.digest, file.name, file.records}));
    return {};
}

Result<std::optional<Operation>> importOf(sql::Connection &connection, const QString &digest, EntityKind kind)
{
    if (digest.isEmpty())
        return std::optional<Operation>();
    HEADWAY_TRY(step,
                connection.cell(u"SELECT o.id FROM imported_file f JOIN operation o ON o.id = f.operation_id"
                                " WHERE f.digest = ? AND f.record_kind = ? AND o.reverted_by IS NULL"
                                " ORDER BY o.id DESC LIMIT 1"_s,
                                {digest, QString(tableName(kind))}));
    const qint64 id = integerOf(step);
    if (!id)
        return std::optional<Operation>();
    HEADWAY_TRY(operation, loadOperation(connection, id));
    return std::optional(operation);
}

Result<QString> recordsOfFile(sql::Connection &connection, qint64 step, const QString &digest,
                              EntityKind kind)
{
    // A file may stand in a folder twice, or be read twice for its links.
    HEADWAY_TRY(records,
                connection.cell(u"SELECT records FROM imported_file"
                                " WHERE digest = ? AND record_kind = ? AND operation_id = ?"
                                " ORDER BY id DESC LIMIT 1"_s,
                                {digest, QString(tableName(kind)), step}));
    return textOf(records);
}

} // namespace headway::store
