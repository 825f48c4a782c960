// SPDX-License-Identifier: GPL-3.0-or-later
// The sample company as the CSV files that ship with the program (resources/sample): like the export of
// another product, with names instead of ids, so that an import has real work. Called by the test that
// keeps the files up to date, and to write them for another day. Any thread; small scales only, everything
// is held in memory.
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

// team, products, companies, people, deals, activities: imported in this order, every name is found.
Result<std::vector<SampleFile>> sampleCsvFiles(const SampleScale &scale, quint64 seed, QDate today);

} // namespace headway::sample
