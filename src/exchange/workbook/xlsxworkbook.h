// SPDX-License-Identifier: GPL-3.0-or-later
// Workbooks of Office Open XML (.xlsx, .xlsm), transitional and strict. For Workbook::open().
#pragma once

#include "exchange/workbook/workbook.h"
#include "exchange/zip/zipfile.h"

namespace headway::exchange {

[[nodiscard]] bool isXlsxWorkbook(const ZipFile &file);
[[nodiscard]] Result<std::unique_ptr<Workbook>> openXlsxWorkbook(std::unique_ptr<ZipFile> file);

} // namespace headway::exchange
