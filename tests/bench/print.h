// SPDX-License-Identifier: GPL-3.0-or-later
// The table of measurements: as text, as Markdown for docs/performance.md, or as JSON for comparing runs.
#pragma once

#include "bench/measure.h"

#include <QStringList>

namespace headway::bench {

enum class Form { Table, Markdown, Json };

// "12.3 ms"; a dash for nothing.
QString milliseconds(double ms);
// In columns as wide as they need to be; all have as many cells as the first one.
void printLines(const std::vector<QStringList> &lines);
void print(const std::vector<Measurement> &measurements, Form form);

} // namespace headway::bench
