// SPDX-License-Identifier: GPL-3.0-or-later
// Half a million deals as CSV, fourteen columns, against one statement with three joins whose cells are
// quoted directly.
#include "bench/families.h"
#include "bench/measure.h"
#include "bench/rawsqlite.h"
#include "transfer/export/csvsink.h"
#include "transfer/export/exporter.h"

#include <QFile>

#include <sqlite3.h>

#include <cstdio>
#include <cstring>

using namespace Qt::StringLiterals;

namespace headway::bench {

namespace {

const QStringList columns{u"id"_s,        u"name"_s,   u"company"_s,   u"contact"_s, u"stage"_s,
                          u"status"_s,    u"amount"_s, u"currency"_s,  u"type"_s,    u"expected_close"_s,
                          u"closed_on"_s, u"owner"_s,  u"next_step"_s, u"created"_s};

constexpr char rawQuery[] =
    "SELECT d.id, d.name, c.name, p.name, s.name, d.status, d.amount, d.currency, d.type, d.expected_close,"
    " d.closed_on, u.name, d.next_step, d.created_at FROM deal d LEFT JOIN company c ON c.id = d.company_id"
    " LEFT JOIN contact p ON p.id = d.contact_id LEFT JOIN user_account u ON u.id = d.owner_id"
    " LEFT JOIN stage s ON s.id = d.stage_id WHERE d.deleted_at IS NULL ORDER BY d.id";

void writeCell(FILE *file, const char *text, size_t length)
{
    if (!std::memchr(text, '"', length) && !std::memchr(text, ',', length)
        && !std::memchr(text, '\n', length)) {
        std::fwrite(text, 1, length, file);
        return;
    }
    std::fputc('"', file);
    for (size_t i = 0; i < length; ++i) {
        if (text[i] == '"')
            std::fputc('"', file);
        std::fputc(text[i], file);
    }
    std::fputc('"', file);
}

qint64 exportRaw(sqlite3 *database)
{
    sqlite3_stmt *statement = nullptr;
    FILE *file = std::fopen("/dev/null", "w");
    qint64 rows = 0;
    sqlite3_prepare_v2(database, rawQuery, -1, &statement, nullptr);
    for (; sqlite3_step(statement) == SQLITE_ROW; ++rows) {
        for (int i = 0; i < sqlite3_column_count(statement); ++i) {
            const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement, i));
            if (i > 0)
                std::fputc(',', file);
            if (text)
                writeCell(file, text, size_t(sqlite3_column_bytes(statement, i)));
        }
        std::fputs("\r\n", file);
    }
    sqlite3_finalize(statement);
    std::fclose(file);
    return rows;
}

} // namespace

void measureExport(Bench &bench)
{
    if (!bench.wants(u"export.deals"_s))
        return;
    RawSqlite engine(bench.book().path, RawSqlite::Use::Read);
    const qint64 rows = exportRaw(engine.handle());
    const transfer::ExportRequest request{.query = {.kind = EntityKind::Deal}, .columns = columns};
    // docs/performance.md: as fast as the engine, with two processors
    bench.compare(
        {u"export.deals"_s, {.ratio = 1.1}, 1, u"%L1 rows × 14 columns"_s.arg(rows)},
        [&](int) {
            QFile nowhere(u"/dev/null"_s);
            transfer::CsvSink sink(nowhere, exchange::CsvDialect::machine());
            if (nowhere.open(QIODevice::WriteOnly))
                must(transfer::exportRows(bench.reader(), request, sink));
        },
        [&](int) { exportRaw(engine.handle()); });
}

} // namespace headway::bench
