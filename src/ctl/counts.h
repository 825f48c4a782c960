// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of what has no kind, as parts of a sentence: "1 record", "3 files". Pure; nothing fails; any thread.
#pragma once

#include "domain/sentence.h"

namespace headway::ctl {

inline Sentence recordCount(qint64 count)
{
    return (count == 1 ? Sentence::tr("%1 record") : Sentence::tr("%1 records")).arg(count);
}

inline Sentence fileCount(qint64 count)
{
    return (count == 1 ? Sentence::tr("%1 file") : Sentence::tr("%1 files")).arg(count);
}

} // namespace headway::ctl
