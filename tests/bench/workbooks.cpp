// SPDX-License-Identifier: GPL-3.0-or-later
// The same contacts from a workbook and from a CSV file, each into a new book: what reading a workbook adds to an import.
#include "bench/families.h"
#include "bench/measure.h"
#include "bench/memory.h"
#include "sql/file.h"
#include "store/book/book.h"
#include "transfer/import/importer.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <map>

#include <zip.h>

using namespace Qt::StringLiterals;

namespace headway::bench {

namespace {

constexpr int rows = 200'000;
const Actor actor{{}, Instant{1'795'000'000'000}};
const QByteArrayList names{"First name", "Last name", "Email",    "Phone", "Job title",
                           "City",       "Country",   "Birthday", "Note"};

QByteArrayList cellsOf(int row)
{
    const QByteArray number = QByteArray::number(row);
    const QByteArray part = QByteArray::number(row % 3000);
    return {"Anna" + QByteArray::number(row % 500),
            "Berg" + part,
            "anna" + number + "@firm" + part + ".example",
            "+49 30 " + number.rightJustified(7, '0'),
            "Manager " + QByteArray::number(row % 20),
            "City " + QByteArray::number(row % 900),
            "DE",
            QByteArray::number(20'000 + row % 15'000), // a day, counted from 1900
            "Met at fair " + number};
}

QByteArray dayOf(const QByteArray &serial)
{
    return QDate(1899, 12, 30).addDays(serial.toInt()).toString(Qt::ISODate).toLatin1();
}

// Every text is written where it stands, as programs do that write in constant memory.
void writeSheet(QFile &sheet, QFile &csv)
{
    sheet.write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
    csv.write(names.join(',') + '\n');
    for (int row = 0; row <= rows; ++row) {
        QByteArrayList cells = row == 0 ? names : cellsOf(row);
        QByteArray xml = "<row r=\"" + QByteArray::number(row + 1) + "\">";
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const bool isDay = row > 0 && i == 7;
            xml += isDay ? QByteArray("<c s=\"1\"><v>" + cells[i] + "</v></c>")
                         : QByteArray("<c t=\"inlineStr\"><is><t>" + cells[i] + "</t></is></c>");
            if (isDay)
                cells[i] = dayOf(cells[i]);
        }
        sheet.write(xml + "</row>");
        if (row > 0)
            csv.write(cells.join(',') + '\n');
    }
    sheet.write("</sheetData></worksheet>");
}

void pack(const QString &path, const QString &sheet)
{
    const QByteArray type("http://schemas.openxmlformats.org/officeDocument/2006/relationships");
    const std::map<QByteArray, QByteArray> parts{
        {"xl/workbook.xml",
         "<workbook xmlns:r=\"" + type
             + "\"><sheets><sheet name=\"People\" r:id=\"r1\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships><Relationship Id=\"r1\" Type=\"" + type
             + "/worksheet\" Target=\"sheet.xml\"/><Relationship Id=\"r2\" Type=\"" + type
             + "/styles\" Target=\"styles.xml\"/></Relationships>"},
        {"xl/styles.xml",
         "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"}};
    int code = 0;
    zip_t *zip = zip_open(QFile::encodeName(path).constData(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    for (const auto &[name, content] : parts)
        zip_file_add(
            zip, name.constData(),
            zip_source_buffer(zip, content.constData(), static_cast<zip_uint64_t>(content.size()), 0), 0);
    zip_file_add(zip, "xl/sheet.xml", zip_source_file(zip, QFile::encodeName(sheet).constData(), 0, -1), 0);
    if (zip_close(zip) != 0)
        qFatal("the workbook cannot be written");
}

struct Imported {
    double ms = 0;
    qint64 grown = 0;
    qint64 created = 0;
};

Imported import(const QString &book, const QString &file)
{
    const auto connection = must(store::createBook(book));
    transfer::ImportRequest request;
    request.kind = EntityKind::Contact;
    const qint64 before = memory().resident;
    qint64 most = before;
    QElapsedTimer clock;
    clock.start();
    const auto report =
        must(transfer::importFile(*connection, {.path = file}, request, actor, [&most](qint64, qint64) {
            most = std::max(most, memory().resident);
            return true;
        }));
    return {double(clock.nsecsElapsed()) / 1e6, most - before, report.created};
}

} // namespace

void measureWorkbooks(Bench &bench)
{
    if (!bench.wants(u"import.workbook"_s))
        return;
    const QTemporaryDir folder;
    const auto path = [&folder](const QString &name) { return folder.filePath(name); };
    QFile sheet(path(u"sheet.xml"_s));
    QFile csv(path(u"people.csv"_s));
    if (!sheet.open(QIODevice::WriteOnly) || !csv.open(QIODevice::WriteOnly))
        qFatal("there is no room for the files");
    writeSheet(sheet, csv);
    sheet.close();
    csv.close();
    pack(path(u"people.xlsx"_s), sheet.fileName());
    const Imported ofTexts = import(path(u"csv.headway"_s), csv.fileName());
    const Imported ofWorkbook = import(path(u"xlsx.headway"_s), path(u"people.xlsx"_s));
    bench.addPair(
        {u"import.workbook"_s,
         {.ratio = 2},
         1,
         u"%L1 rows, %L2 rows/s; as CSV %L3 rows/s; memory +%4 MiB, as CSV +%5 MiB"_s.arg(ofWorkbook.created)
             .arg(qint64(double(ofWorkbook.created) * 1000 / ofWorkbook.ms))
             .arg(qint64(double(ofTexts.created) * 1000 / ofTexts.ms))
             .arg(ofWorkbook.grown >> 20)
             .arg(ofTexts.grown >> 20)},
        {ofWorkbook.ms}, {ofTexts.ms});
}

} // namespace headway::bench
