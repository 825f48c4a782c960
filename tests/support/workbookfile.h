// SPDX-License-Identifier: GPL-3.0-or-later
// Small workbooks for tests, written part by part: each has just the surprise that a test is about.
#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

#include <map>

namespace headway::test {

using Parts = std::map<QString, QByteArray>; // by name

// A packed file of these parts.
class PackedFile
{
public:
    explicit PackedFile(const Parts &parts, const QString &name = QStringLiteral("book.xlsx"));
    QString path() const { return m_path; }

private:
    QTemporaryDir m_folder;
    QString m_path;
};

// The parts of an XLSX workbook with one sheet, of which `rows` is what stands in <sheetData>. `formats` are those of
// its styles 1, 2, … (0 is General), as format codes or as numbers that are built in.
Parts xlsxParts(const QByteArray &rows, const QList<QByteArray> &formats = {},
                const QByteArray &sharedTexts = {});
// The same with several sheets: names, hidden ones with "!" in front, and their rows.
Parts xlsxParts(const std::vector<std::pair<QByteArray, QByteArray>> &sheets,
                const QList<QByteArray> &formats = {}, const QByteArray &sharedTexts = {});
// A row of texts.
QByteArray xlsxRow(int line, const QList<QByteArray> &texts);

// The parts of an ODS workbook; `tables` stands in <office:spreadsheet>, `styles` in <office:automatic-styles>.
Parts odsParts(const QByteArray &tables, const QByteArray &styles = {});

} // namespace headway::test
