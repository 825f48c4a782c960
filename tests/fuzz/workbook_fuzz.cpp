// SPDX-License-Identifier: GPL-3.0-or-later
// Any parts of a workbook, and any packed file: reading neither crashes nor hangs, says the same twice, and gives cells
// in their order, of which numbers are digits and texts are text.
#include "exchange/workbook/workbook.h"
#include "fuzz/fuzz.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <map>

#include <zip.h>

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;
using fuzz::require;

namespace {

constexpr int mostRows = 2000;

struct Place {
    QTemporaryDir folder;
    QString path = folder.filePath(u"book"_s);
};

void pack(const QString &path, const std::map<QByteArray, QByteArray> &parts)
{
    int code = 0;
    zip_t *zip = zip_open(QFile::encodeName(path).constData(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    require(zip);
    for (const auto &[name, content] : parts) {
        zip_source_t *source =
            zip_source_buffer(zip, content.constData(), static_cast<zip_uint64_t>(content.size()), 0);
        const zip_int64_t index = zip_file_add(zip, name.constData(), source, ZIP_FL_ENC_UTF_8);
        require(index >= 0);
        zip_set_file_compression(zip, zip_uint64_t(index), ZIP_CM_STORE, 0);
    }
    require(zip_close(zip) == 0);
}

// The parts of a workbook, with NULs between: the sheet, shared texts, styles, the workbook.
std::map<QByteArray, QByteArray> xlsx(const QByteArray &bytes)
{
    const QList<QByteArray> given = bytes.split('\0');
    const QByteArray type("http://schemas.openxmlformats.org/officeDocument/2006/relationships/");
    const QByteArray book(
        "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
        "<sheets><sheet name=\"S\" r:id=\"r1\"/></sheets></workbook>");
    return {{"xl/worksheets/sheet1.xml", given.value(0)},
            {"xl/sharedStrings.xml", given.value(1)},
            {"xl/styles.xml", given.value(2, "<styleSheet/>")},
            {"xl/workbook.xml", given.value(3, book)},
            {"xl/_rels/workbook.xml.rels",
             "<R><Relationship Id=\"r1\" Type=\"" + type
                 + "worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"" + type
                 + "sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"r3\" Type=\"" + type
                 + "styles\" Target=\"styles.xml\"/></R>"}};
}

void requireWhole(const WorkbookRow &row, qint64 above)
{
    require(row.line > above);
    int column = -1;
    for (const WorkbookCell &cell : row.cells) {
        require(cell.type != WorkbookCell::Type::Empty && cell.column > column && cell.column < mostColumns);
        column = cell.column;
        const bool isNumber =
            cell.type == WorkbookCell::Type::Percent || cell.type == WorkbookCell::Type::Amount;
        require(!isNumber || cell.text.at(0) == u'-' || cell.text.at(0).isDigit() || cell.text.at(0) == u'.'
                || cell.text.at(0) == u'+');
        require(!cell.text.contains(QChar::Null));
    }
}

std::vector<WorkbookRow> readAll(const QString &path)
{
    std::vector<WorkbookRow> all;
    const auto workbook = Workbook::open(path);
    if (!workbook || !*workbook)
        return all;
    for (size_t sheet = 0; sheet < std::min<size_t>((*workbook)->sheets().size(), 3); ++sheet) {
        static_cast<void>((*workbook)->hasRows(sheet));
        const auto rows = (*workbook)->rows(sheet);
        if (!rows)
            continue;
        WorkbookRow row;
        qint64 above = 0;
        for (int i = 0; i < mostRows; ++i) {
            const auto isThere = (*rows)->next(row);
            if (!isThere || !*isThere)
                break;
            requireWhole(row, above);
            above = row.line;
            require((*rows)->done() >= 0 && (*rows)->done() <= 1);
            all.push_back(row);
        }
    }
    return all;
}

} // namespace

HEADWAY_FUZZ_ON(workbook, Place)
{
    const char kind = bytes.isEmpty() ? 'z' : bytes[0];
    if (kind == 'x') {
        pack(state.path, xlsx(bytes.mid(1)));
    } else if (kind == 'o') {
        pack(state.path,
             {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", bytes.mid(1)}});
    } else {
        QFile file(state.path);
        require(file.open(QIODevice::WriteOnly));
        file.write(bytes.mid(1));
    }
    require(readAll(state.path) == readAll(state.path));
}
