// SPDX-License-Identifier: GPL-3.0-or-later
// The sheets of an OpenDocument workbook, found without taking its rows apart: they stand in one part, one behind the
// other. On one thread. Fails with Unreadable.
#pragma once

#include "exchange/workbook/workbook.h"
#include "exchange/zip/zipfile.h"

namespace headway::exchange {

inline constexpr QLatin1StringView odsContent("content.xml");

[[nodiscard]] Result<std::vector<WorkbookSheet>> readOdsSheets(const ZipFile &file);

} // namespace headway::exchange
