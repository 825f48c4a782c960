// SPDX-License-Identifier: GPL-3.0-or-later
// What the formats of cells mean.
#include "exchange/workbook/numberformat.h"

#include "support/catch_qt.h"

using namespace headway::exchange;
using namespace Qt::StringLiterals;

using Kind = NumberFormat::Kind;

TEST_CASE("A format says whether a number is a day, an amount, a share or a code", "[exchange][workbook]")
{
    struct Case {
        QString code;
        NumberFormat format;
    };
    const std::vector<Case> cases{
        {u"General"_s, {}},
        {u"0.00"_s, {}},
        {u"#,##0;[Red]-#,##0"_s, {}},
        {u"# ##0"_s, {}},
        {u"0.0,,\"M\""_s, {}},
        {u"0 \"days\""_s, {}},
        {u"##0.0E+0"_s, {}},
        {u"# ?/?"_s, {}},
        {u"@"_s, {}},
        {u"Standard"_s, {}},
        {u"0.00%"_s, {Kind::Percent}},
        {u"dd/mm/yyyy"_s, {Kind::Day}},
        {u"[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy"_s, {Kind::Day}},
        {u"yyyy\"年\"m\"月\"d\"日\";@"_s, {Kind::Day}},
        {u"mmm"_s, {Kind::Day}},
        {u"[$-411]ggge\"年\"m\"月\""_s, {Kind::Day}},
        {u"m/d/yy h:mm"_s, {Kind::Moment}},
        {u"yyyy-mm-dd\\Thh:mm:ss.000"_s, {Kind::Moment}},
        {u"yyyy\\-mm\\-dd\\ hh:mm:ss\" UTC\""_s, {Kind::Moment, {}, {}, true}},
        {u"yyyy-mm-dd\" UTC\""_s, {Kind::Day}},
        {u"h:mm AM/PM"_s, {Kind::Time}},
        {u"mm:ss.0"_s, {Kind::Time}},
        {u"[h]:mm"_s, {Kind::Time}},
        {u"[mm]"_s, {Kind::Time}},
        {u"\"$\"#,##0.00"_s, {Kind::Amount, u"$"_s}},
        {u"$#,##0_);($#,##0)"_s, {Kind::Amount, u"$"_s}},
        {u"[$$-409]#,##0.00"_s, {Kind::Amount, u"USD"_s}},
        {u"[$$-1009]#,##0.00"_s, {Kind::Amount, u"CAD"_s}},
        {u"#,##0.00\\ [$€-407]"_s, {Kind::Amount, u"EUR"_s}},
        {u"[$CHF] #,##0.00"_s, {Kind::Amount, u"CHF"_s}},
        {u"[$EUR] #,##0.00"_s, {Kind::Amount, u"EUR"_s}},
        {u"[$£-809]#,##0.00"_s, {Kind::Amount, u"GBP"_s}},
        {u"_-* #,##0.00\\ \"€\"_-;\\-* #,##0.00\\ \"€\"_-;_-* \"-\"??\\ \"€\"_-;_-@_-"_s,
         {Kind::Amount, u"EUR"_s}},
        {u"#,##0.00\\ [$kr-41D]"_s, {Kind::Amount, u"SEK"_s}},
        {u"00000"_s, {Kind::Digits, {}, u"00000"_s}},
        {u"00000\\-0000"_s, {Kind::Digits, {}, u"00000-0000"_s}},
        {u"0#\" \"##\" \"##"_s, {Kind::Digits, {}, u"0# ## ##"_s}},
        {u"\"open"_s, {}},
        {u"[$"_s, {}},
        {u"\\"_s, {}},
    };
    for (const auto &[code, format] : cases) {
        const NumberFormat found = numberFormat(code);
        CAPTURE(code, int(found.kind), found.currency, found.pattern);
        CHECK(found == format);
    }
}

TEST_CASE("Formats that every workbook knows without saying it", "[exchange][workbook]")
{
    CHECK(builtInFormat(0) == NumberFormat{});
    CHECK(builtInFormat(14).kind == Kind::Day);
    CHECK(builtInFormat(22).kind == Kind::Moment);
    CHECK(builtInFormat(46).kind == Kind::Time);
    CHECK(builtInFormat(10).kind == Kind::Percent);
    CHECK(builtInFormat(44).kind == Kind::Plain); // of whatever currency
    CHECK(builtInFormat(-1) == NumberFormat{});
}

TEST_CASE("Numbers in a pattern keep all their digits", "[exchange][workbook]")
{
    CHECK(inPattern(u"1234"_s, u"00000"_s) == u"01234"_s);
    CHECK(inPattern(u"1234567"_s, u"00000"_s) == u"1234567"_s);
    CHECK(inPattern(u"612345678"_s, u"0# ## ## ## ##"_s) == u"06 12 34 56 78"_s);
    CHECK(inPattern(u"5551234567"_s, u"(000) 000-0000"_s) == u"(555) 123-4567"_s);
    CHECK(inPattern(u"15551234567"_s, u"(000) 000-0000"_s) == u"(1555) 123-4567"_s);
    CHECK(inPattern(u"1.5"_s, u"00000"_s).isEmpty());
}
