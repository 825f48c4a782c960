// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzz.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    // A copy, so that the sanitizer sees a read behind the end.
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    for (const auto &target : headway::fuzz::targets())
        target.run(bytes);
    return 0;
}
