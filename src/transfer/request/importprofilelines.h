// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of an import profile: one table says for each option how it is written and read. Pure; any thread; nothing
// fails.
#pragma once

#include "transfer/request/importprofile.h"

namespace headway::transfer {

// Name and parts of each line, of what differs from the defaults.
[[nodiscard]] std::vector<QStringList> profileLines(const ImportProfile &profile);
// Whether the line was understood.
[[nodiscard]] bool readProfileLine(const QStringList &parts, ImportProfile &profile);

} // namespace headway::transfer
