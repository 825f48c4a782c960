// SPDX-License-Identifier: GPL-3.0-or-later
// The table of what was measured: for people, as Markdown for docs/performance.md, or as JSON to
// compare with another run.
#pragma once

#include "bench/measure.h"

namespace headway::bench {

enum class Form { Table, Markdown, Json };

void print(const std::vector<Measurement> &measurements, Form form);

} // namespace headway::bench
