// SPDX-License-Identifier: GPL-3.0-or-later
// Saved views on the command line.
#include "support/program.h"

#include <QJsonArray>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

struct Office : Program {
    Office() : Program(GENERATE(anyEngine()))
    {
        done(u"--as Ana new --currency EUR"_s);
        done(u"--as Ana add user name=Ben"_s);
        done(u"--as Ana add deal name=Pump amount=500 owner=Ana"_s);
        done(u"--as Ana add deal name=Renewal amount=12000 owner=Ana"_s);
        done(u"--as Ana add deal name=Cargo amount=9000 owner=Ben"_s);
        done(u"--as Ana add view name=Large record_kind=deal filter=amount:>1k columns=\"name:200 amount:90\""
             " sort=-amount"_s);
    }
};

} // namespace

TEST_CASE("I list the deals of a view, in its columns and order, and narrow it down", "[ctl]")
{
    Office ctl;
    const QString list = ctl.done(u"--as Ana list deals --view large"_s);
    CHECK(list.contains(u"Renewal"_s));
    CHECK(list.indexOf(u"Renewal"_s) < list.indexOf(u"Cargo"_s));
    CHECK_FALSE(list.contains(u"Pump"_s));
    CHECK_FALSE(list.contains(u"Stage"_s)); // a column that the view does not have
    CHECK(ctl.done(u"--as Ana count deals --view Large --filter owner:Ben"_s).startsWith(u"1 deal"_s));
    CHECK(ctl.done(u"--as Ana export deals --view Large --columns name"_s) == u"name\nRenewal\nCargo\n"_s);
    CHECK(ctl.done(u"--as Ana export deals --view Large"_s)
          == u"name,amount\nRenewal,12000.00\nCargo,9000.00\n"_s);
}

TEST_CASE("“or” and brackets narrow down on the command line, too, also within a view", "[ctl]")
{
    Office ctl;
    CHECK(ctl.done(u"count deals --filter 'name:Pump or name:Cargo'"_s).startsWith(u"2 deals"_s));
    CHECK(ctl.done(u"count deals --filter '-(name:Pump or name:Cargo)'"_s).startsWith(u"1 deal"_s));
    CHECK(ctl.done(u"count deals --filter '-pump -cargo'"_s).startsWith(u"1 deal"_s));
    CHECK(ctl.done(u"count deals --filter 'NOT renewal'"_s).startsWith(u"2 deals"_s));
    CHECK(ctl.done(u"--as Ana count deals --view Large --filter 'name:Pump or name:Cargo'"_s)
              .startsWith(u"1 deal"_s));
    ctl.done(u"--as Ana set view:Large 'filter=name:Pump or owner:Ben'"_s);
    CHECK(ctl.done(u"--as Ana count deals --view Large"_s).startsWith(u"2 deals"_s));
}

TEST_CASE("Fields of our own filter on the command line as any other", "[ctl]")
{
    Office ctl;
    ctl.done(u"--as Ana add custom-field record_kind=deal name=contract \"label=Contract type\" kind=choice"
             " \"choices=Monthly\nEvery year\""_s);
    const QString rows =
        ctl.file(u"contracts.csv"_s, "name,amount,custom.contract\nFan,700,Monthly\nDryer,800,Every year\n");
    ctl.done(u"--as Ana import deals %1"_s.arg(rows));
    CHECK(ctl.done(u"count deals --filter contract:monthly"_s).startsWith(u"1 deal "_s));
    CHECK(ctl.done(u"count deals --filter '-custom.contract:'"_s).startsWith(u"2 deals"_s));
    CHECK(ctl.done(u"count deals --filter '\"Contract type\":\"Every year\"'"_s).startsWith(u"1 deal "_s));
    const Run refused = ctl.line(u"count deals --filter contrac:monthly"_s);
    CHECK(refused.status == 2);
    CHECK(refused.err.contains(u"Did you mean “contract”?"_s));
}

TEST_CASE("A private view is mine alone until it is shared", "[ctl]")
{
    Office ctl;
    CHECK(ctl.done(u"--as Ana views"_s).contains(u"Large"_s));
    CHECK_FALSE(ctl.line(u"--as Ben views"_s).out.contains(u"Large"_s));
    const Run refused = ctl.line(u"--as Ben list deals --view Large"_s);
    CHECK(refused.status == 1);
    CHECK(refused.err.contains(u"There is no view “Large”."_s));
    ctl.done(u"--as Ana set view:Large shared=yes"_s);
    CHECK(ctl.done(u"--as Ben list deals --view Large"_s).contains(u"Cargo"_s));
    CHECK(ctl.line(u"--as Ben --json views"_s).json().value(u"views"_s).toArray().size() == 1);
}

TEST_CASE("A view goes to a colleague as a text of a few lines", "[ctl]")
{
    Office ctl;
    const QString text = ctl.done(u"--as Ana views export Large"_s);
    CHECK(text == u"[Large]\nkind: deal\nfilter: amount:>1k\ncolumns: name:200 amount:90\nsort: -amount\n"_s);
    ctl.file(u"large.views"_s, (text + u"from the future: yes\n"_s).toUtf8());
    CHECK(ctl.done(u"--as Ben views import "_s + ctl.path(u"large.views"_s))
              .contains(u"Imported 1 view from large.views"_s));
    CHECK(ctl.done(u"--as Ben views export"_s) == text + u"from the future: yes\n"_s);
    ctl.done(u"--as Ben undo"_s);
    CHECK(ctl.line(u"--as Ben views export Large"_s).status == 1);
    ctl.file(u"twice.views"_s, (text + text).toUtf8());
    CHECK(ctl.line(u"--as Ben views import "_s + ctl.path(u"twice.views"_s))
              .err.contains(u"Two views here are called “Large”."_s));
    ctl.file(u"board.views"_s, "[A]\nkind: contact\nplace: board\n");
    CHECK(ctl.line(u"--as Ben views import "_s + ctl.path(u"board.views"_s))
              .err.contains(u"Only deals and leads are shown on a board."_s));
    ctl.file(u"broken.views"_s, "[A]\nkind: spaceship\n");
    CHECK(ctl.line(u"--as Ben views import "_s + ctl.path(u"broken.views"_s))
              .err.contains(u"Line 2: “spaceship” is not a kind of record."_s));
}

TEST_CASE("The text of a board says which stages are open, and a colleague gets them", "[ctl]")
{
    Office ctl;
    const QString text = u"[Closed]\nkind: deal\nplace: board\nopen: Won, \"Lost, for now\"\n"_s;
    ctl.file(u"closed.views"_s, text.toUtf8());
    ctl.done(u"--as Ana views import "_s + ctl.path(u"closed.views"_s));
    CHECK(ctl.done(u"--as Ana views export Closed"_s) == text);
    ctl.file(u"again.views"_s, ctl.done(u"--as Ana views export Closed"_s).toUtf8());
    ctl.done(u"--as Ben views import "_s + ctl.path(u"again.views"_s));
    CHECK(ctl.done(u"--as Ben views export"_s) == text);
}

TEST_CASE("A view whose stage was renamed says what is gone, and shows the rest", "[ctl]")
{
    Office ctl;
    ctl.done(u"--as Ana set view:Large filter=\"amount:>1k stage:Negotiation\""_s);
    ctl.done(u"--as Ana set stage:Negotiation name=Bargaining"_s);
    const Run run = ctl.line(u"--as Ana list deals --view Large"_s);
    CHECK(run.status == 0);
    CHECK(run.err.contains(u"There is no stage “Negotiation” any more."_s));
    CHECK(ctl.line(u"--as Ana set view:Large filter=stage:Zeppelin"_s)
              .err.contains(u"There is no stage “Zeppelin”."_s));
    CHECK(run.out.contains(u"Renewal"_s));
    CHECK(
        ctl.line(u"--as Ana list contacts --view Large"_s).err.contains(u"The view “Large” shows deals."_s));
}
