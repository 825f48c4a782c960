// SPDX-License-Identifier: GPL-3.0-or-later
// Days as they are typed on the command line, in several countries.
#include "support/program.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

// A book with a deal whose closing date is typed.
struct Desk : Program {
    Desk() : Program(GENERATE(anyEngine()))
    {
        done(u"--as Ana new --currency EUR"_s);
        done(u"--as Ana add deal name=Pump amount=500"_s);
    }

    // The day that the deal got.
    QString close() { return done(u"export deals --columns expected_close"_s).section(u'\n', 1, 1); }
};

} // namespace

TEST_CASE("One order of days holds for all that is typed on a computer", "[ctl]")
{
    Desk ctl;
    ctl.liveIn(u"en_US.UTF-8"_s);
    ctl.done(u"set deal:1 close=3/4/2027"_s);
    CHECK(ctl.close() == u"2027-03-04"_s);
    CHECK(ctl.done(u"count deals --filter close:3/4/2027"_s).startsWith(u"1 deal "_s));
    CHECK(ctl.done(u"--as Ana log call --on deal:1 --at 3/4/2026"_s).contains(u"step"_s));
    CHECK(ctl.done(u"count activities --filter when:2026-03-04"_s).startsWith(u"1 "_s));
    ctl.liveIn(u"de_DE.UTF-8"_s);
    CHECK(ctl.done(u"count deals --filter close:3/4/2027"_s).startsWith(u"0 deals"_s));
    ctl.done(u"set deal:1 close=3.4.27"_s);
    CHECK(ctl.close() == u"2027-04-03"_s);
    CHECK(ctl.done(u"count deals --filter close:3/4/2027"_s).startsWith(u"1 deal "_s));
}

TEST_CASE("Where the computer is nowhere, a day that can be read in several ways is refused", "[ctl]")
{
    Desk ctl;
    for (const QString &typed :
         {u"set deal:1 close=3/4/2027"_s, u"count deals --filter close:3/4/2027"_s,
          u"move deal:1 won --closed-on 3/4/2027"_s, u"log call --on deal:1 --at 3/4/2027"_s,
          u"report won-by owner --from 3/4/2027"_s,
          u"add view name=Spring record_kind=deal filter=close:3/4/2027"_s}) {
        const Run refused = ctl.line(u"--as Ana "_s + typed);
        CAPTURE(typed, refused);
        CHECK(refused.status != 0);
        CHECK(refused.err.contains(
            u"“3/4/2027” can be read in several ways: write the year first, as in 2027-04-03."_s));
    }
    CHECK(ctl.close() == u"\"\""_s); // none
    ctl.done(u"set deal:1 close=2027-04-03"_s);
    CHECK(ctl.close() == u"2027-04-03"_s);
}

TEST_CASE("A view means the same days on a colleague's computer", "[ctl]")
{
    Desk ctl;
    ctl.liveIn(u"en_US.UTF-8"_s);
    ctl.done(u"set deal:1 close=2027-03-04"_s);
    ctl.done(u"--as Ana add view name=Spring record_kind=deal filter=close:3/4/2027"_s);
    CHECK(ctl.done(u"--as Ana views export Spring"_s).contains(u"filter: close:2027-03-04\n"_s));
    ctl.liveIn(u"de_DE.UTF-8"_s);
    CHECK(ctl.done(u"--as Ana count deals --view Spring"_s).startsWith(u"1 deal "_s));
    ctl.done(u"--as Ana set view:Spring filter=close:5/3/2027..6.3.2027"_s);
    CHECK(ctl.done(u"--as Ana views export Spring"_s).contains(u"filter: close:2027-03-05..2027-03-06\n"_s));
    const Run refused = ctl.line(u"--as Ana set view:Spring filter=close:soon"_s);
    CHECK(refused.status != 0);
    CHECK(refused.err.contains(u"„soon“ is not a date."_s)); // with the marks of the country
}

TEST_CASE("The end of the quarter and of the year are the fiscal ones on the command line", "[ctl]")
{
    Desk ctl;
    ctl.done(u"--as Ana add book-settings currency=EUR year_begins=february"_s);
    for (const QString &word : {u"quarter"_s, u"year"_s}) {
        ctl.done(u"set deal:1 close=eo"_s + word.front());
        CHECK(ctl.done(u"count deals --filter close:this-"_s + word).startsWith(u"1 deal "_s));
        CHECK(ctl.done(u"count deals --filter close:eo"_s + word.front()).startsWith(u"1 deal "_s));
        CHECK(ctl.close().mid(5) != u"12-31"_s);
    }
    CHECK(ctl.close().mid(5) == u"01-31"_s);
}

TEST_CASE("Nobody is born, and nothing closed or done, on a day that is still to come", "[ctl]")
{
    Desk ctl;
    ctl.liveIn(u"de_DE.UTF-8"_s);
    ctl.done(u"add contact last_name=Kind birthday=4.3.45"_s);
    CHECK(ctl.done(u"export contacts --columns birthday"_s).contains(u"1945-03-04"_s));
    ctl.done(u"set contact:1 birthday=4.3."_s);
    CHECK(ctl.done(u"export contacts --columns birthday"_s).contains(u"1604-03-04"_s));
    for (const QString &typed :
         {u"set contact:1 birthday=4.3.2345"_s, u"move deal:1 won --closed-on tomorrow"_s,
          u"log call --on deal:1 --at tomorrow --done"_s}) {
        const Run refused = ctl.line(typed);
        CAPTURE(typed, refused);
        CHECK(refused.status != 0);
        CHECK(refused.err.contains(u" cannot be ahead: "_s));
    }
}
