// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/query/grouping.h"

#include "domain/records/record.h"
#include "support/catch_qt.h"

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

std::optional<Grouping> byField(EntityKind kind, QStringView field)
{
    return groupingBy(kind, Subject::Field, entityInfo(kind).indexOf(field));
}

} // namespace

TEST_CASE("A list is grouped by what many records share, and by the month of days and times", "[domain]")
{
    for (const QStringView field : {u"owner_id", u"stage_id", u"type", u"currency", u"competitor"}) {
        CAPTURE(field.toString());
        REQUIRE(byField(EntityKind::Deal, field));
        CHECK(byField(EntityKind::Deal, field)->span == GroupSpan::Same);
    }
    for (const QStringView field : {u"expected_close", u"next_activity"}) {
        CAPTURE(field.toString());
        REQUIRE(byField(EntityKind::Deal, field));
        CHECK(byField(EntityKind::Deal, field)->span == GroupSpan::Month);
    }
    for (const QStringView field : {u"name", u"amount", u"description", u"rank"}) {
        CAPTURE(field.toString());
        CHECK_FALSE(byField(EntityKind::Deal, field));
    }
    CHECK_FALSE(byField(EntityKind::Contact, u"last_name"));
    CHECK_FALSE(byField(EntityKind::Contact, u"email"));
    CHECK(byField(EntityKind::Contact, u"city"));
    CHECK_FALSE(groupingBy(EntityKind::Deal, Subject::Weighted, -1));
    CHECK_FALSE(groupingBy(EntityKind::Deal, Subject::Field, 99));
}

TEST_CASE("What a list is grouped by is kept as a text, and forgotten if there is no such column", "[domain]")
{
    const Grouping quarters{Subject::Field, entityInfo(EntityKind::Deal).indexOf(u"expected_close"),
                            GroupSpan::Quarter};
    CHECK(groupingText(EntityKind::Deal, quarters) == u"expected_close:quarter"_s);
    CHECK(parseGrouping(EntityKind::Deal, u"expected_close:quarter"_s) == quarters);
    for (const QString &text : {u"owner_id"_s, u"created:month"_s, u"probability"_s}) {
        CAPTURE(text);
        const auto grouping = parseGrouping(EntityKind::Deal, text);
        REQUIRE(grouping);
        CHECK(groupingText(EntityKind::Deal, *grouping) == text);
    }
    CHECK_FALSE(parseGrouping(EntityKind::Deal, {}));
    CHECK_FALSE(parseGrouping(EntityKind::Deal, u"shoe_size"_s));
    // saved when it was a choice
    REQUIRE(parseGrouping(EntityKind::Lead, u"status"_s));
    CHECK(parseGrouping(EntityKind::Lead, u"status"_s) == parseGrouping(EntityKind::Lead, u"status_id"_s));
}

TEST_CASE("Activities are grouped by what is due, deals are not", "[domain]")
{
    const auto due = groupingByDue(EntityKind::Activity);
    REQUIRE(due);
    CHECK(groupingText(EntityKind::Activity, *due) == u"at:due"_s);
    CHECK(parseGrouping(EntityKind::Activity, u"at:due"_s) == due);
    CHECK(parseGrouping(EntityKind::Activity, u"at:month"_s)->span == GroupSpan::Month);
    CHECK(parseGrouping(EntityKind::Activity, u"created:due"_s)->span == GroupSpan::Month);
    CHECK_FALSE(groupingByDue(EntityKind::Deal));
    CHECK(parseGrouping(EntityKind::Deal, u"expected_close:due"_s)->span == GroupSpan::Month);
}

TEST_CASE("Quarters begin with the fiscal year", "[domain]")
{
    CHECK(monthNumber(2026, 11) == 24322);
    CHECK(quarterBegin(monthNumber(2026, 11), 1) == monthNumber(2026, 10));
    CHECK(quarterBegin(monthNumber(2026, 11), 2) == monthNumber(2026, 11));
    CHECK(quarterBegin(monthNumber(2026, 1), 12) == monthNumber(2025, 12));
    CHECK(quarterBegin(monthNumber(2026, 12), 4) == monthNumber(2026, 10));
}
