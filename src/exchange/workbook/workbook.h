// SPDX-License-Identifier: GPL-3.0-or-later
// A workbook that another program made, of any format that is read here: its sheets, and their rows one after the other.
// What a file is, is said by its content, not by its name. In constant memory, but for the texts that the cells of a
// workbook share. On one thread. Fails with Unreadable, in a sentence that says what to do.
#pragma once

#include "domain/result.h"
#include "exchange/workbook/workbookcell.h"

#include <memory>

namespace headway::exchange {

struct WorkbookSheet {
    QString name = {};
    bool isHidden = false;

    bool operator==(const WorkbookSheet &) const = default;
};

// The rows of a sheet from above, without those that have nothing in them.
class SheetRows
{
public:
    virtual ~SheetRows() = default;
    Q_DISABLE_COPY_MOVE(SheetRows)

    // False at the end; else `row` is the next one.
    [[nodiscard]] virtual Result<bool> next(WorkbookRow &row) = 0;
    // How much of the sheet is read, from 0 to 1.
    virtual double done() const = 0;

protected:
    SheetRows() = default;
};

class Workbook
{
public:
    // Null if the file is a packed one, but no workbook.
    [[nodiscard]] static Result<std::unique_ptr<Workbook>> open(const QString &path);
    virtual ~Workbook() = default;
    Q_DISABLE_COPY_MOVE(Workbook)

    // In the order in which their program shows them; those without cells, such as charts, are not among them.
    virtual const std::vector<WorkbookSheet> &sheets() const = 0;
    // Whether a sheet has anything in it, without reading more than is needed for that.
    [[nodiscard]] virtual Result<bool> hasRows(size_t sheet) = 0;
    // Several may be read at the same time, none longer than the workbook is there.
    [[nodiscard]] virtual Result<std::unique_ptr<SheetRows>> rows(size_t sheet) = 0;

protected:
    Workbook() = default;
};

// Whether the first bytes of a file are those of a packed one, which may be a workbook.
[[nodiscard]] bool mayBeWorkbook(const QByteArray &start);

} // namespace headway::exchange
