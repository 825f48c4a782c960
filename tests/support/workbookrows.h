// SPDX-License-Identifier: GPL-3.0-or-later
// What is read of a workbook, as text.
#pragma once

#include "exchange/workbook/workbook.h"
#include "support/workbookfile.h"

#include <QStringList>

namespace headway::test {

// Fails the test if it is none.
std::unique_ptr<exchange::Workbook> openedWorkbook(const PackedFile &file);
// One text for each row: "3: A Text Anna | C Amount 5 EUR".
QStringList rowsOf(exchange::Workbook &workbook, size_t sheet = 0);
QStringList rowsOf(const Parts &parts);
// Why it cannot be opened, or read to its end; empty if it can.
QString faultOf(const Parts &parts);

} // namespace headway::test
