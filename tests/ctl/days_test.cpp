// SPDX-License-Identifier: GPL-3.0-or-later
// One book, and users in Berlin, New York and Tokyo.
#include "support/program.h"

#include <QRegularExpression>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto zones = {"Europe/Berlin", "America/New_York", "Asia/Tokyo"};

const QRegularExpression timeBehind(u"1 Dec 2034,? \\d"_s);

// A deal with a task for the whole first of December, written down in Berlin.
struct Team : Program {
    explicit Team(sql::Engine engine) : Program(engine)
    {
        sitIn(u"Europe/Berlin"_s);
        done(u"--as Ana new --currency EUR"_s);
        done(u"add deal name=Renewal"_s);
        done(u"log task --on deal:1 --at 2034-12-01 --subject 'Send offer'"_s);
    }
};

} // namespace

TEST_CASE("A whole day that was planned in Berlin is that day in New York, found, listed and shown", "[ctl]")
{
    Team team(GENERATE(anyEngine()));
    for (const char *zone : zones) {
        CAPTURE(zone);
        team.sitIn(QString::fromLatin1(zone));
        CHECK(team.done(u"count activities --filter when:2034-12-01"_s).startsWith(u"1 "_s));
        CHECK(team.done(u"count activities --filter when:2034-11-30"_s).startsWith(u"0 "_s));
        CHECK(team.done(u"count deals --filter next:2034-12-01"_s).startsWith(u"1 "_s));
        for (const QString &command :
             {u"list activities --columns when,subject"_s, u"list deals --columns name,next_activity"_s,
              u"show deal:1"_s, u"show activity:1"_s}) {
            const QString shown = team.done(command);
            CAPTURE(command, shown);
            CHECK(shown.contains(u"1 Dec 2034"_s));
            CHECK_FALSE(shown.contains(timeBehind));
        }
        const QJsonObject fields =
            team.line(u"show activity:1 --json"_s).json().value(u"fields"_s).toObject();
        CHECK(fields.value(u"at"_s).toString() == u"2034-12-01"_s);
        team.done(u"export activities -o days.csv --columns id,at,all_day"_s);
        CHECK(team.bytes(u"days.csv"_s).contains("2034-12-01,yes"));
    }
}

TEST_CASE("Activities exported in Berlin come back in New York as they were, and in a new book on their day",
          "[ctl]")
{
    Team team(GENERATE(anyEngine()));
    team.done(u"export activities -o days.csv --columns id,kind,state,subject,at,all_day,time_zone"_s);
    team.done(u"export activities -o bare.csv --columns id,at"_s);
    for (const char *zone : zones) {
        CAPTURE(zone);
        team.sitIn(QString::fromLatin1(zone));
        for (const QString &file : {u"days.csv"_s, u"bare.csv"_s}) {
            const Run again =
                team.line(u"import activities %1 --match id --existing overwrite --json"_s.arg(file));
            CAPTURE(file, again);
            CHECK(again.status == 0);
            CHECK(again.json().value(u"unchanged"_s).toInt() == 1);
        }
    }
}

TEST_CASE("A day typed in New York over a day of Berlin moves the task to that day, for both", "[ctl]")
{
    Team team(GENERATE(anyEngine()));
    team.sitIn(u"America/New_York"_s);
    team.done(u"set activity:1 when=2034-12-04"_s);
    for (const char *zone : zones) {
        team.sitIn(QString::fromLatin1(zone));
        CHECK(team.done(u"count activities --filter when:2034-12-04"_s).startsWith(u"1 "_s));
        CHECK(team.done(u"count deals --filter next:2034-12-04"_s).startsWith(u"1 "_s));
    }
}

TEST_CASE("A time that the clocks leave out where the user sits is refused, and nothing is logged", "[ctl]")
{
    Team team(sql::Engine::Sqlite);
    const Run refused = team.line(u"log call --on deal:1 --at '2034-03-26 2:30'"_s);
    CHECK(refused.status != 0);
    CHECK(refused.err.contains(u"There is no 02:30"_s));
    CHECK(refused.err.contains(u"it would be 03:30"_s));
    CHECK(team.done(u"count activities"_s).startsWith(u"1 "_s));
    team.sitIn(u"America/New_York"_s); // where they went forward two weeks before
    team.done(u"log call --on deal:1 --at '2034-03-26 2:30'"_s);
    CHECK(team.done(u"count activities"_s).startsWith(u"2 "_s));
}
