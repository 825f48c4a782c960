// SPDX-License-Identifier: GPL-3.0-or-later
// headwayctl: the options of an import under a name.
#include "support/program.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

TEST_CASE("Options that were saved under a name import the next file", "[ctl]")
{
    Program ctl(GENERATE(anyEngine()));
    ctl.done(u"new"_s);
    ctl.file(u"march.csv"_s, "Firm;Moon;Rest\nAlpha;full;x\n");
    ctl.file(u"april.csv"_s, "Rest;Town;Firm\ny;Ulm;Beta\n");
    const QString first = ctl.done(
        u"import companies march.csv --map Firm=name --own Moon:text --rest note --save-profile monthly"_s);
    CAPTURE(first);
    CHECK(first.contains(u"Saved the profile “monthly”: "_s));
    const Run second = ctl.line(u"import companies april.csv --profile monthly --map Town=city"_s);
    CAPTURE(second);
    CHECK(second.status == 0);
    CHECK(second.out.contains("1 new"_L1));
    CHECK(second.out.contains("in the note: Rest"_L1));
    CHECK(second.out.contains(u"The profile names the column “Moon”, which is not in this file."_s));
    CHECK(ctl.done(u"list companies --columns name,city"_s).contains("Ulm"_L1));
    // What is typed goes before the profile.
    ctl.file(u"may.csv"_s, "Firm;Moon;Rest\nGamma;half;z\n");
    CHECK(ctl.done(u"import companies may.csv --profile monthly --map Moon=nothing --dry-run"_s)
              .contains("not imported: Moon"_L1));
}

TEST_CASE("A profile that is not there, is for others, or is none says so", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    ctl.done(u"new"_s);
    ctl.file(u"firms.csv"_s, "Name,City\nAlpha,Ulm\n");
    CHECK(
        ctl.line(u"import companies firms.csv --profile monthly"_s).err.contains(u"no profile “monthly”"_s));
    ctl.done(u"import companies firms.csv --dry-run --save-profile monthly"_s);
    const Run other = ctl.line(u"import contacts firms.csv --profile monthly"_s);
    CHECK(other.status == 2);
    CHECK(other.err.contains(u"The profile “monthly” is for companies."_s));
    CHECK(ctl.line(u"import companies firms.csv --save-profile ../x"_s).status == 2);
    CHECK(ctl.done(u"count companies"_s).startsWith("0 "_L1));
    CHECK(ctl.line(u"import auto firms.csv --profile monthly --dry-run"_s).status == 0);
}

TEST_CASE("What is typed goes before what the profile says, however either writes it", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    ctl.done(u"new"_s);
    ctl.file(u"deals.csv"_s, "Deal,Stage,Ended,Firm,Moon\nOak,Won,2026-01-05,Alpha,full\n");
    ctl.done(u"import deals deals.csv --closed-on Ended --own Moon=Moon:text --map Firm=company --dry-run "
             "--save-profile won"_s);
    const auto closedOn = [&](const QString &typed) {
        ctl.done(u"import deals deals.csv --profile won "_s + typed);
        const QString listed = ctl.done(u"list deals --columns name,closed_on"_s);
        ctl.done(u"undo"_s);
        return listed;
    };
    CHECK(closedOn({}).contains("5 Jan 2026"_L1));
    CHECK_FALSE(closedOn(u"--closed-on none"_s).contains("5 Jan 2026"_L1));
    CHECK_FALSE(closedOn(u"--closed-on import"_s).contains("5 Jan 2026"_L1));
    CHECK(ctl.done(u"import deals deals.csv --profile won --map moon=nothing --dry-run"_s)
              .contains("Moon"_L1)); // not imported
    CHECK(ctl.done(u"import deals deals.csv --profile won --own firm=Client:text --dry-run"_s)
              .contains("Client"_L1));

    ctl.file(u"leads.csv"_s, "Name,Email,Lead status\nAnn,ann@a.example,Sleeping\n");
    ctl.done(u"import leads leads.csv --word status:Sleeping=nurture --dry-run --save-profile words"_s);
    ctl.done(u"import leads leads.csv --profile words --word sleeping=working"_s);
    CHECK(ctl.done(u"list leads --columns name,status"_s).contains("Connected"_L1));
}
