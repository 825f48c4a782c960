// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/totals.h"

#include "support/catch_qt.h"

#include <limits>

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

// In the order in which they are shown.
QStringList currencies(const std::vector<MoneySum> &sums)
{
    std::vector<MoneySum> all;
    for (const MoneySum &sum : sums)
        addSum(all, sum);
    QStringList codes;
    for (const MoneySum &sum : all)
        codes += sum.currency;
    return codes;
}

} // namespace

TEST_CASE("The largest sum comes first, as the sums are written", "[domain]")
{
    CHECK(currencies({{u"KWD"_s, 1'000'000}, {u"EUR"_s, 500'000}, {u"JPY"_s, 400'000}})
          == QStringList{u"JPY"_s, u"EUR"_s, u"KWD"_s}); // 400,000, 5,000 and 1,000
    CHECK(currencies({{u"USD"_s, 150}, {u"JPY"_s, 1}, {u"CLF"_s, 15'001}, {u"BHD"_s, 1'499}})
          == QStringList{u"CLF"_s, u"USD"_s, u"BHD"_s, u"JPY"_s}); // 1.5001, 1.50, 1.499 and 1
    CHECK(currencies({{u"JPY"_s, -1}, {u"EUR"_s, -150}, {u"KWD"_s, -1'250}, {u"GBP"_s, -50}})
          == QStringList{u"GBP"_s, u"JPY"_s, u"KWD"_s, u"EUR"_s}); // -0.50, -1, -1.250 and -1.50
}

TEST_CASE("Equal sums are in the order of their codes, and those beyond all numbers in some order, too",
          "[domain]")
{
    CHECK(currencies({{u"USD"_s, 100}, {u"JPY"_s, 1}, {u"EUR"_s, 100}})
          == QStringList{u"EUR"_s, u"JPY"_s, u"USD"_s});
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    CHECK(currencies({{u"EUR"_s, most}, {u"JPY"_s, most}, {u"KWD"_s, -most - 1}})
          == QStringList{u"JPY"_s, u"EUR"_s, u"KWD"_s});
}
