// SPDX-License-Identifier: GPL-3.0-or-later
// Won, lost and open deals by owner, team, stage …: hand-written sums, per currency and never mixed. The
// total is the sum of the rows and equals totals() of the same filter. On the connection's thread; fails as
// the connection fails, and with Invalid for a question without an answer (reasons of won deals).
#pragma once

#include "domain/query/filter.h"
#include "domain/records/totals.h"
#include "domain/result.h"
#include "store/reading/lists.h"

#include <QDate>

#include <optional>
#include <vector>

namespace headway::store {

enum class ReportOf { Won, Lost, Open };
enum class ReportBy { Owner, Team, Stage, Product, Source, Company, Sector, Month, Quarter, Reason };

} // namespace headway::store

// Their codes on the command line and labels in sentences.
namespace headway {
template <>
struct Choices<store::ReportOf> {
    static constexpr std::array list{Choice{"won", Label::tr("Won")}, Choice{"lost", Label::tr("Lost")},
                                     Choice{"open", Label::tr("Open")}};
};
template <>
struct Choices<store::ReportBy> {
    static constexpr std::array list{
        Choice{"owner", Label::tr("Owner")},     Choice{"team", Label::tr("Team")},
        Choice{"stage", Label::tr("Stage")},     Choice{"product", Label::tr("Product")},
        Choice{"source", Label::tr("Source")},   Choice{"company", Label::tr("Company")},
        Choice{"sector", Label::tr("Sector")},   Choice{"month", Label::tr("Month")},
        Choice{"quarter", Label::tr("Quarter")}, Choice{"reason", Label::tr("Reason")}};
};
} // namespace headway

namespace headway::store {

// Days and months refer to closed_on for won and lost deals, to expected_close for open ones. Deals on hold
// count as open: they are neither won nor lost. A deal's product is that of its first line item, its team
// that of its owner.
struct ReportRequest {
    ReportOf of = ReportOf::Won;
    ReportBy by = ReportBy::Owner;
    QDate from = {}; // inclusive; with a bound, deals without a date are left out
    QDate to = {};   // inclusive
    Filter filter = {};
    int firstMonth = 1; // of the fiscal year for its quarters: "FY2027 Q1" unless it is January
};

struct ReportRow {
    QString label = {}; // "Ana Núñez", "2026-03", "2026 Q1"; empty: deals without one, the total
    std::optional<EntityRef> ref = {}; // the owner, team, stage …, if it is a record
    qint64 count = 0;
    std::vector<MoneySum> sums = {}; // per currency, in the order of the total's: the largest first

    bool operator==(const ReportRow &) const = default;
};

// Stages are in the order of the board, months and quarters in time, all else by value, largest first;
// deals without one come last.
struct Report {
    std::vector<ReportRow> rows = {};
    ReportRow total = {};
};

[[nodiscard]] Result<Report> report(sql::Connection &connection, const ReportRequest &request,
                                    const Viewer &viewer);

// The filter for the deals of a report, for lists, boards and totals().
[[nodiscard]] Filter reportedDeals(const ReportRequest &request);

} // namespace headway::store
