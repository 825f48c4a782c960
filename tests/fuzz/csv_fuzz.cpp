// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes: detection and reading neither crash nor depend on how the input is split, and what was read can
// be written and read again.
#include "exchange/csv/csvdetect.h"
#include "exchange/csv/csvreader.h"
#include "exchange/csv/csvwriter.h"
#include "fuzz/fuzz.h"

#include <QBuffer>
#include <QList>
#include <QSet>

using namespace headway;
using namespace headway::exchange;
using fuzz::require;

namespace {

QList<CsvItem> readAll(QByteArray bytes, const CsvDialect &dialect, qint64 chunk)
{
    QBuffer buffer(&bytes);
    require(buffer.open(QIODevice::ReadOnly));
    CsvReader reader(buffer, dialect, {.longestRow = 2000, .mostColumns = 200, .chunk = chunk});
    QList<CsvItem> items;
    for (;;) {
        Result<std::optional<CsvItem>> item = reader.next();
        require(item.has_value());
        if (!*item)
            return items;
        items += **item;
    }
}

void requireRoundTrip(const QList<CsvItem> &items, const CsvDialect &dialect)
{
    QBuffer buffer;
    require(buffer.open(QIODevice::WriteOnly));
    CsvWriter writer(buffer, dialect);
    QList<QStringList> written;
    for (const CsvItem &item : items) {
        const auto *row = std::get_if<CsvRow>(&item);
        if (row == nullptr)
            continue;
        require(writer.writeRow(row->fields).has_value());
        written += row->fields;
    }
    require(writer.finish().has_value());
    QBuffer again(&buffer.buffer());
    buffer.close();
    require(again.open(QIODevice::ReadOnly));
    CsvReader reader(again, dialect);
    for (const QStringList &fields : written) {
        const Result<std::optional<CsvItem>> item = reader.next();
        require(item && *item && std::get<CsvRow>(**item).fields == fields);
    }
    require(!*reader.next());
}

} // namespace

HEADWAY_FUZZ(csv)
{
    QBuffer buffer;
    buffer.setData(bytes);
    require(buffer.open(QIODevice::ReadOnly));
    const Result<CsvDetection> detection = detectCsv(buffer);
    require(detection.has_value());
    buffer.close();

    for (const TextEncoding encoding : {detection->dialect.encoding, TextEncoding::Utf8}) {
        CsvDialect dialect = detection->dialect;
        dialect.encoding = encoding;
        const QList<CsvItem> items = readAll(bytes, dialect, 4096);
        require(readAll(bytes, dialect, 1) == items);
        require(readAll(bytes, dialect, 7) == items);
        requireRoundTrip(items, CsvDialect::machine());
        requireRoundTrip(items, CsvDialect::spreadsheet(u';'));
    }

    QBuffer withHeader;
    withHeader.setData(bytes);
    require(withHeader.open(QIODevice::ReadOnly));
    CsvReader reader(withHeader, detection->dialect);
    if (const Result<CsvHeader> header = reader.readHeader()) {
        const QSet<QString> names(header->names.begin(), header->names.end());
        require(names.size() == header->names.size() && !names.contains(QString()));
    }
}
