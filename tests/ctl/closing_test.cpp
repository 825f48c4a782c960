// SPDX-License-Identifier: GPL-3.0-or-later
// Closing deals on the command line: what is given is set or refused.
#include "support/program.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

struct Desk : Program {
    Desk() : Program(GENERATE(anyEngine()))
    {
        done(u"--as Ana new --currency EUR"_s);
        done(u"add deal name=Pump amount=500"_s);
    }

    QString field(const QString &name) { return Program::field(u"deal:1"_s, name); }
    // Fails with this sentence, and changes nothing.
    void refuses(const QString &typed, const QString &sentence)
    {
        const qsizetype before = done(u"history"_s).count(u'\n');
        const Run run = line(typed);
        CAPTURE(typed, run);
        CHECK(run.status == 2);
        CHECK(run.err == u"headwayctl: %1\n"_s.arg(sentence));
        CHECK(done(u"history"_s).count(u'\n') == before);
    }
};

} // namespace

TEST_CASE("A deal lost for another reason says in the note which, as the window asks", "[ctl]")
{
    Desk ctl;
    ctl.refuses(u"move deal:1 lost --reason Other"_s, u"Say in the note what “Other” means here."_s);
    ctl.done(u"move deal:1 lost --reason Other --note 'They merged'"_s);
    CHECK(ctl.field(u"close_note"_s) == u"They merged"_s);
}

TEST_CASE("What is given for a deal that is lost already is set", "[ctl]")
{
    Desk ctl;
    ctl.done(u"move deal:1 lost --reason Price --closed-on 2026-03-04"_s);
    CHECK(ctl.done(u"move deal:1 lost"_s).contains(u"Nothing to change"_s));
    ctl.done(u"move deal:1 lost --note 'Wanted it for half'"_s);
    CHECK(ctl.field(u"close_note"_s) == u"Wanted it for half"_s);
    ctl.done(u"move deal:1 lost --closed-on 2026-03-05 --competitor Rival"_s);
    CHECK(ctl.field(u"closed_on"_s) == u"2026-03-05"_s);
    CHECK(ctl.field(u"competitor"_s) == u"Rival"_s);
    CHECK(ctl.field(u"close_note"_s) == u"Wanted it for half"_s); // was not given
    ctl.done(u"move deal:1 lost --reason Other"_s);
    CHECK(ctl.done(u"show deal:1"_s).contains(u"Other"_s));
}

TEST_CASE("What does not belong to the stage is refused, not dropped", "[ctl]")
{
    Desk ctl;
    ctl.refuses(u"move deal:1 Qualified --note Soon"_s,
                u"“Qualified” is an open stage: Closing note belongs to closed ones."_s);
    ctl.refuses(u"move deal:1 won --reason Price"_s,
                u"“Won” is no stage of lost deals: Lost reason belongs to those."_s);
    ctl.refuses(u"move deal:1 lost --reason Price --renewal 12"_s,
                u"Only a deal that is won can be renewed."_s);
    ctl.done(u"move deal:1 won --closed-on 2026-03-04"_s);
    ctl.refuses(u"move deal:1 won --reason Price"_s,
                u"“Won” is no stage of lost deals: Lost reason belongs to those."_s);
    ctl.done(u"move deal:1 won --note 'By handshake'"_s);
    CHECK(ctl.field(u"close_note"_s) == u"By handshake"_s);
}

TEST_CASE("What is no address is refused on the command line as in a form", "[ctl]")
{
    Desk ctl;
    ctl.refuses(u"add contact last_name=Diaz email=bad"_s,
                u"An e-mail address looks like name@company.com."_s);
    ctl.refuses(u"add contact last_name=Diaz phone=none"_s, u"A phone number has at least three digits."_s);
    ctl.refuses(u"add company name=Acme website=nowhere"_s, u"A web address looks like www.company.com."_s);
    ctl.refuses(u"add deal name=X amount=5 currency=XXQ"_s,
                u"“XXQ” is not a currency: write a code such as EUR."_s);
    ctl.done(u"add contact last_name=Diaz email=c@acme.example phone=112"_s);
    ctl.refuses(u"set contact:1 email=bad"_s, u"An e-mail address looks like name@company.com."_s);
}
