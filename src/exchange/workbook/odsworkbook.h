// SPDX-License-Identifier: GPL-3.0-or-later
// Workbooks of OpenDocument (.ods). For Workbook::open().
#pragma once

#include "exchange/workbook/workbook.h"
#include "exchange/zip/zipfile.h"

namespace headway::exchange {

[[nodiscard]] bool isOdsWorkbook(const ZipFile &file);
[[nodiscard]] Result<std::unique_ptr<Workbook>> openOdsWorkbook(std::unique_ptr<ZipFile> file);

} // namespace headway::exchange
