// SPDX-License-Identifier: GPL-3.0-or-later
// What this process holds in memory, as Linux tells it.
#pragma once

#include <QtGlobal>

namespace headway::bench {

struct Memory {
    qint64 resident = 0;  // bytes, with the pages of files
    qint64 anonymous = 0; // without them
};
Memory memory();

} // namespace headway::bench
