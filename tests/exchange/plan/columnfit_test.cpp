// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/columnfit.h"

#include "support/catch_qt.h"

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;
using test::valueOf;

namespace {

// The columns that are left out, where "Name" stands before them.
QStringList left(EntityKind kind, const QStringList &columns, const std::vector<QStringList> &rows,
                 const std::vector<MapRule> &map = {})
{
    ImportPlan plan = valueOf(planImport(kind, columns, {map}, {}));
    QStringList names;
    for (const Misfit &misfit : leaveMisfits(plan, map, rows)) {
        names += misfit.column;
        CHECK(plan.notImported.contains(misfit.column));
        CHECK_FALSE(plan.find(misfit.target));
    }
    return names;
}

} // namespace

TEST_CASE("A column whose values are no days is left, whatever its name says", "[exchange]")
{
    const QStringList columns{u"Name"_s, u"Created"_s};
    const auto leaves = [&](const QStringList &values) {
        std::vector<QStringList> rows;
        for (const QString &value : values)
            rows.push_back({u"Anna"_s, value});
        return !left(EntityKind::Contact, columns, rows).isEmpty();
    };
    CHECK(leaves({u"Yes"_s, u"No"_s}));
    CHECK(leaves({u"0"_s, u"1"_s, QString()}));
    CHECK_FALSE(leaves({u"2026-03-04"_s, u"soon"_s}));
    CHECK_FALSE(leaves({u"Yes"_s}));               // one value is a matter of its row
    CHECK_FALSE(leaves({u"n/a"_s, u"-"_s}));       // nothing said
    CHECK_FALSE(leaves({u"3. März"_s, u"3/5"_s})); // badly written, but days
    CHECK_FALSE(leaves({QString(), QString()}));
}

TEST_CASE("A column of words is no amount, but where the user says so", "[exchange]")
{
    const QStringList columns{u"Title"_s, u"Value"_s};
    const std::vector<QStringList> rows{{u"A"_s, u"High"_s}, {u"B"_s, u"Low"_s}};
    CHECK(left(EntityKind::Deal, columns, rows) == QStringList{u"Value"_s});
    CHECK(left(EntityKind::Deal, columns, rows, {{u"value"_s, u"amount"_s}}).isEmpty());
    CHECK(left(EntityKind::Deal, columns, {{u"A"_s, u"100"_s}, {u"B"_s, u"High"_s}}).isEmpty());
}
