// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/timelineview.h"

#include "domain/records/activity.h"
#include "ui/heard.h"
#include "ui/record/detailroom.h"

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

TEST_CASE("That nothing happened with a company yet is heard, until something does", "[ui]")
{
    DetailRoom room;
    // as where somebody else's program filled the book
    valueOf(room.book.elsewhere().run(u"DELETE FROM change WHERE entity = 'company'"_s));
    const QString nothing = u"Nothing happened yet. Log a call, or plan one."_s;
    room.pane->choosePart(DetailPane::Part::Timeline);
    CHECK_FALSE(heardIn(room.pane).contains(nothing)); // of the deal
    room.show({EntityKind::Company, room.company.value});
    REQUIRE(await([&] { return heardIn(room.pane).contains(nothing); }));
    room.pane->choosePart(DetailPane::Part::History);
    CHECK(await([&] { return heardIn(room.pane).contains(u"Nothing was changed yet."_s); }));
    room.pane->choosePart(DetailPane::Part::Timeline);
    const ActivityId call =
        room.book.add(Activity{.kind = ActivityKind::Call, .subject = u"Ring"_s, .at = testNow});
    room.book.add(
        ActivityLink{.activity = call, .recordKind = EntityKind::Company, .recordId = room.company.value});
    CHECK(await([&] { return !heardIn(room.pane).contains(nothing); }));
}
