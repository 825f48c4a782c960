// SPDX-License-Identifier: GPL-3.0-or-later
// The sample company as the CSV files that ship with the program (resources/sample): what the
// export of another product looks like, with names where Headway has ids, so that an import has
// real work. Called by the test that keeps the files in step, and by whoever wants them for another
// day. Any thread; small scales only, everything is held in memory.
#pragma once

#include "sample/sample.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace headway::sample {

struct SampleFile {
    QString name; // companies.csv
    QByteArray bytes;
};

// team, products, companies, people, deals, activities: in this order an import finds every name.
Result<std::vector<SampleFile>> sampleCsvFiles(const SampleScale &scale, quint64 seed, QDate today);

} // namespace headway::sample
