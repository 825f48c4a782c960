// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a workbook that Headway wrote, by its list of parts and no code of the program: what stands in each cell, as
// which type, and how it is shown. Fails the test if the file is not whole.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <vector>

namespace headway::test {

struct WorkbookCell {
    QString type = {};   // "inlineStr", "b"; empty for numbers
    QString value = {};  // as it stands there, escapes and all
    QString format = {}; // "#,##0.00", "@", "9" for built-in ones

    bool operator==(const WorkbookCell &) const = default;
};

// What the cell means, as machines write it: a day, an amount, "yes"; empty for none.
QString meant(const WorkbookCell &cell);

struct WorkbookSheet {
    QString name = {};
    std::vector<QHash<QString, WorkbookCell>> rows = {}; // by letter; the first is the head
    std::vector<double> widths = {};
    bool isHeadFrozen = false;
    QString filter = {};       // "A1:C3"
    QString digitsAsText = {}; // ranges where that is no mistake

    // Of the column called so in the head, in the n-th row below it. The test fails if there is none.
    WorkbookCell at(const QString &column, size_t row) const;
};

// The parts of a zip archive by name, each with its check sum verified.
QHash<QString, QByteArray> partsOf(const QByteArray &archive);

std::vector<WorkbookSheet> readWorkbook(const QByteArray &bytes);

} // namespace headway::test
