// SPDX-License-Identifier: GPL-3.0-or-later
// A table of counts and sums by group, with totals below a line, for the board and all reports. One line
// for each currency, since currencies are never mixed. Pure; nothing fails.
#pragma once

#include "ctl/session.h"
#include "ctl/table.h"
#include "domain/records/totals.h"
#include "store/reading/lists.h"

#include <optional>

namespace headway::ctl {

struct SumRow {
    QString label = {};
    qint64 count = 0;
    std::vector<MoneySum> sums = {};
    std::optional<qint64> days = {}; // average; a column of the table if any row has it
};

enum class Weighted { Shown, Hidden };

struct SumTable {
    QString title = {};
    QString counted = {}; // "Deals"
    std::vector<SumRow> rows = {};
    std::vector<SumRow> totals = {}; // below a line
    Weighted weighted = Weighted::Hidden;
};

void addTo(SumRow &total, qint64 count, const std::vector<MoneySum> &sums);

QString sumTable(const Session &session, const SumTable &table);

} // namespace headway::ctl
