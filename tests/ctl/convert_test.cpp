// SPDX-License-Identifier: GPL-3.0-or-later
// Converting leads on the command line.
#include "support/program.h"

#include <QJsonArray>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

struct Desk : Program {
    Desk() : Program(GENERATE(anyEngine()))
    {
        done(u"--as Ana new --currency EUR"_s);
        done(
            u"add lead first_name=Ada last_name=Byron organisation='Engines Ltd' job_title=Buyer website=engines.example"
            " estimated_value=1200"_s);
    }

    QString refused(const QString &typed)
    {
        const Run run = line(typed);
        CAPTURE(typed, run);
        CHECK(run.status != 0);
        return run.err.trimmed();
    }
};

} // namespace

TEST_CASE("A dry run says what would become of a lead, and changes nothing", "[ctl]")
{
    Desk ctl;
    ctl.done(u"add company name=ENGINES"_s);
    const QString history = ctl.done(u"history"_s);
    const QJsonObject plan = ctl.line(u"convert lead:1 --dry-run --json"_s).json();
    CHECK(plan.value(u"company"_s).toObject().value(u"way"_s) == u"link"_s);
    CHECK(plan.value(u"company"_s).toObject().value(u"fills"_s).toArray().contains(u"website"_s));
    CHECK(plan.value(u"contact"_s).toObject().value(u"title"_s) == u"Ada Byron"_s);
    const QString told = ctl.done(u"convert lead:1 --dry-run"_s);
    CHECK(told.contains(u"company:1 ENGINES"_s));
    CHECK(told.contains(u"same name"_s));
    CHECK(told.contains(u"new: Engines Ltd"_s));
    CHECK(ctl.done(u"history"_s) == history);
}

TEST_CASE("A lead is converted with what is typed, in one step that undo takes back", "[ctl]")
{
    Desk ctl;
    CHECK(ctl.done(u"convert lead:1 --company none deal.amount=1500 contact.job_title=CTO"_s)
              .contains(u"Converted “Ada Byron”: contact:1, deal:1"_s));
    CHECK(ctl.field(u"contact:1"_s, u"job_title"_s) == u"CTO"_s);
    CHECK(ctl.field(u"deal:1"_s, u"amount"_s).startsWith(u"1500"_s));
    CHECK(ctl.field(u"lead:1"_s, u"state"_s) == u"converted"_s);
    CHECK(ctl.refused(u"convert lead:1"_s) == u"headwayctl: “Ada Byron” was converted already."_s);
    ctl.done(u"undo"_s);
    CHECK(ctl.field(u"lead:1"_s, u"state"_s) == u"open"_s);
    CHECK(ctl.line(u"show deal:1"_s).status != 0);
    CHECK(ctl.done(u"convert lead:1"_s).contains(u"company:1, contact:2, deal:2"_s));
}

TEST_CASE("A record that is there keeps what it says, unless somebody wants it otherwise", "[ctl]")
{
    Desk ctl;
    ctl.done(u"add contact first_name=Ada last_name=King job_title=Countess"_s);
    ctl.done(u"convert lead:1 --contact contact:1 --deal none"_s);
    CHECK(ctl.field(u"contact:1"_s, u"job_title"_s) == u"Countess"_s);
    ctl.done(u"undo"_s);
    ctl.done(u"convert lead:1 --contact 'Ada King' --deal none --take contact.job_title"_s);
    CHECK(ctl.field(u"contact:1"_s, u"job_title"_s) == u"Buyer"_s);
    CHECK(ctl.field(u"contact:1"_s, u"last_name"_s) == u"King"_s);
}

TEST_CASE("What cannot be converted is said in a sentence", "[ctl]")
{
    Desk ctl;
    CHECK(ctl.refused(u"convert lead:1 --company none --contact none --deal none"_s)
          == u"headwayctl: Choose what the lead becomes: a company, a contact, a deal, or some of them."_s);
    ctl.done(u"add company name=Acme"_s);
    CHECK(ctl.refused(u"convert company:1"_s)
          == u"headwayctl: Only leads are converted; company:1 is none."_s);
    CHECK(ctl.refused(u"convert lead:1 --deal none deal.amount=5"_s)
          == u"headwayctl: “deal.amount=5” sets a field of a new deal, and there is none."_s);
    CHECK(ctl.refused(u"convert lead:1 amount=5"_s)
          == u"headwayctl: “amount=5” names no field: write company.FIELD, contact.FIELD or deal.FIELD."_s);
    CHECK(ctl.refused(u"convert lead:1 --take lead.name"_s)
          == u"headwayctl: “lead.name” names no field: write company.FIELD, contact.FIELD or deal.FIELD."_s);
    CHECK(ctl.refused(u"convert lead:1 --company Acme --take company.sector"_s)
          == u"headwayctl: The lead says nothing of “company.sector”."_s);
    CHECK(
        ctl.refused(u"convert lead:1 --take contact.job_title"_s)
        == u"headwayctl: “contact.job_title” takes over a field of a contact that is there, and none is chosen."_s);
    CHECK(ctl.refused(u"convert lead:1 --filter status:new"_s)
          == u"headwayctl: --filter is for many leads: convert leads --filter …"_s);
    CHECK(ctl.refused(u"convert leads deal.amount=5 --filter status:new"_s)
          == u"headwayctl: “deal.amount=5” is for a single lead: convert lead:17 …"_s);
    CHECK(ctl.refused(u"sleep lead:1 2099-01-15 --step ''"_s)
          == u"headwayctl: Say what is to be done then, or nothing wakes it up."_s);
    CHECK(ctl.refused(u"convert lead:1 --company Nobody"_s).contains(u"Nobody"_s));
}

TEST_CASE("A lead is given up with a reason, or put aside until a day", "[ctl]")
{
    Desk ctl;
    CHECK(ctl.refused(u"disqualify lead:1"_s) == u"headwayctl: Say why: --reason NAME."_s);
    CHECK(ctl.refused(u"disqualify lead:1 --reason Other"_s)
          == u"headwayctl: Say in the note what “Other” means here."_s);
    CHECK(ctl.done(u"disqualify lead:1 --reason Price --note 'Second-hand only'"_s)
              .contains(u"Disqualified “Ada Byron”"_s));
    CHECK(ctl.field(u"lead:1"_s, u"state"_s) == u"disqualified"_s);
    ctl.done(u"undo"_s);
    CHECK(ctl.refused(u"sleep lead:1 yesterday"_s)
          == u"headwayctl: A lead sleeps until a day to come: tomorrow, +30d, 2027-01-15."_s);
    ctl.done(u"sleep lead:1 2099-01-15 --step 'Ask about the budget'"_s);
    CHECK(ctl.field(u"lead:1"_s, u"state"_s) == u"nurture"_s);
    CHECK(ctl.field(u"lead:1"_s, u"recycle_on"_s) == u"2099-01-15"_s);
    CHECK(ctl.field(u"lead:1"_s, u"next_step"_s) == u"Ask about the budget"_s);
}

TEST_CASE("All leads that a filter finds are converted in one step, or listed by a dry run", "[ctl]")
{
    Desk ctl;
    ctl.done(u"add lead first_name=Bob last_name=Marsh organisation='ENGINES'"_s);
    ctl.done(u"add lead organisation=Other status=nurture"_s);
    const QString history = ctl.done(u"history"_s);
    const QString told = ctl.done(u"convert leads --filter status:new --dry-run"_s);
    CHECK(told.contains(u"lead:1 Ada Byron"_s));
    CHECK(told.contains(u"new: Engines Ltd"_s));
    CHECK_FALSE(told.contains(u"Other"_s));
    CHECK(ctl.done(u"history"_s) == history);
    CHECK(ctl.done(u"convert leads --filter status:new --deal none"_s).contains(u"Converted 2 leads"_s));
    CHECK(ctl.field(u"lead:2"_s, u"state"_s) == u"converted"_s);
    CHECK(ctl.done(u"count companies"_s).startsWith(u"1 company"_s));
    ctl.done(u"undo"_s);
    CHECK(ctl.field(u"lead:2"_s, u"state"_s) == u"open"_s);
    CHECK(ctl.refused(u"convert leads"_s)
          == u"headwayctl: Say which leads: convert leads --filter status:qualified"_s);
    CHECK(ctl.refused(u"convert leads --filter status:new --company new"_s)
          == u"headwayctl: --company is for a single lead: convert lead:17 …"_s);
    CHECK(ctl.refused(u"convert leads --filter status:new --deal deal:1"_s)
          == u"headwayctl: Of many leads, --deal is new or none."_s);
}
