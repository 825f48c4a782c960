// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cells/exportcell.h"

#include "support/catch_qt.h"

#include <limits>

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;
using Kind = ExportCell::Kind;

TEST_CASE("A value on its way into a file has one text for machines", "[exchange]")
{
    CHECK(machineText({}).isEmpty());
    CHECK(machineText({.kind = Kind::Text, .text = u"Größe"}) == u"Größe"_s);
    CHECK(machineText({.kind = Kind::Id, .number = 17}) == u"17"_s);
    CHECK(machineText({.kind = Kind::Whole, .number = -3}) == u"-3"_s);
    CHECK(machineText({.kind = Kind::Real, .real = 2.5}) == u"2.5"_s);
    CHECK(machineText({.kind = Kind::Real, .real = 1e21}) == u"1e+21"_s);
    CHECK(machineText({.kind = Kind::Real, .real = 0.1}) == u"0.1"_s);
    CHECK(machineText({.kind = Kind::Percent, .number = 35}) == u"35"_s);
    CHECK(machineText({.kind = Kind::Day, .text = u"2026-03-04"}) == u"2026-03-04"_s);
    CHECK(machineText({.kind = Kind::Moment, .number = 1'772'627'400'000}) == u"2026-03-04T12:30:00Z"_s);
    CHECK(machineText({.kind = Kind::Duration, .number = 5400}) == u"5400"_s);
    CHECK(machineText({.kind = Kind::YesNo, .number = 1}) == u"yes"_s);
    CHECK(machineText({.kind = Kind::YesNo, .number = 0}) == u"no"_s);
}

TEST_CASE("An amount has the decimals of its currency, however small or large it is", "[exchange]")
{
    const auto amount = [](qint64 minor, quint8 decimals) {
        return machineText({.kind = Kind::Amount, .decimals = decimals, .number = minor});
    };
    CHECK(amount(123450, 2) == u"1234.50"_s);
    CHECK(amount(1234, 0) == u"1234"_s);
    CHECK(amount(1234, 3) == u"1.234"_s);
    CHECK(amount(0, 2) == u"0.00"_s);
    CHECK(amount(-5, 2) == u"-0.05"_s);
    CHECK(amount(-1234, 4) == u"-0.1234"_s);
    CHECK(amount(std::numeric_limits<qint64>::min(), 4) == u"-922337203685477.5808"_s);
}

TEST_CASE("The longest times and numbers fit into their room", "[exchange]")
{
    for (const qint64 number : {std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max()}) {
        CHECK(machineText({.kind = Kind::Moment, .number = number}).endsWith(u'Z'));
        CHECK(machineText({.kind = Kind::Whole, .number = number}) == QString::number(number));
    }
    CHECK(machineText({.kind = Kind::Real, .real = -std::numeric_limits<double>::denorm_min()})
          == u"-5e-324"_s);
    CHECK(machineText({.kind = Kind::Real, .real = -1.2345678901234568e-300})
          == u"-1.2345678901234568e-300"_s);
}
