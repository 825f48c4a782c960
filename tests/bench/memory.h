// SPDX-License-Identifier: GPL-3.0-or-later
// The memory of this process, as reported by Linux.
#pragma once

#include <QtGlobal>

namespace headway::bench {

struct Memory {
    qint64 resident = 0;  // bytes, including mapped files
    qint64 anonymous = 0; // bytes, without them
};
Memory memory();

} // namespace headway::bench
