// SPDX-License-Identifier: GPL-3.0-or-later
// The table of measurements: as text, as Markdown for docs/performance.md, or as JSON for comparing runs.
#pragma once

#include "bench/measure.h"

namespace headway::bench {

enum class Form { Table, Markdown, Json };

void print(const std::vector<Measurement> &measurements, Form form);

} // namespace headway::bench
