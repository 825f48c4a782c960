// SPDX-License-Identifier: GPL-3.0-or-later
// Words in fields of fixed choices, and the statuses of leads, whose choices are the book's.
#include "domain/records/inenglish.h"
#include "domain/records/lead.h"
#include "domain/records/lists.h"
#include "store/book/defaults.h"
#include "support/transfer.h"
#include "transfer/import/importer.h"

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::import;
using test::valueOf;
using transfer::ImportReport;
using transfer::ImportRequest;

namespace {

using About = transfer::ImportQuestion::About;

std::map<QString, Lead> leadsByName(FreshBook &book)
{
    std::map<QString, Lead> leads;
    for (const Lead &lead : test::all<Lead>(book))
        leads[lead.lastName] = lead;
    return leads;
}

constexpr auto leadsOfOthers = "Last name,Lead Status,Rating\n"
                               "One,Working - Contacted,Hot\n"
                               "Two,Nicht qualifiziert,kalt\n"
                               "Three,Warming up,\n"
                               "Four,warming up,None\n"
                               "Five,Sleeping,\n";

} // namespace

TEST_CASE("Words of other systems are known, the rest is asked once with its rows, and no lead is refused",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    book.addLeadStatuses();
    const ImportReport report = import(book, {.kind = EntityKind::Lead}, leadsOfOthers);
    CHECK(report.created == 5);
    CHECK(report.rejected == 0);
    auto leads = leadsByName(book);
    CHECK(leads[u"One"_s].status == store::defaults::connected);
    CHECK(leads[u"One"_s].rating == Rating::Hot);
    CHECK(leads[u"Two"_s].status == store::defaults::disqualified);
    CHECK(leads[u"Two"_s].rating == Rating::Cold);
    CHECK(leads[u"Three"_s].description == u"Lead Status: Warming up"_s);
    CHECK(leads[u"Four"_s].rating == Rating::Unstated);
    REQUIRE(report.questions.size() == 2);
    CHECK(report.questions[0].about == About::Word);
    CHECK(report.questions[0].text == u"Warming up"_s);
    CHECK(report.questions[0].rows == 2);
    CHECK(report.questions[0].target == u"status"_s);
    CHECK(report.questions[0].answers.contains(u"Nurture"_s));
    CHECK(inEnglish(transfer::sentenceOf(report.questions[0]))
          == u"What does “Warming up” mean in “Lead Status”?"_s);
    CHECK(report.questions[1].text == u"Sleeping"_s);
}

TEST_CASE("A status of the book's own is known by its name, and another's word leads to one of its meaning",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    book.addLeadStatuses();
    const LeadStatusId warming = book.add(LeadStatus{.name = u"Warming up"_s, .position = 8});
    // "Working - Contacted" is Connected, until the book has that no more.
    const int active = entityInfo(EntityKind::LeadStatus).indexOf(u"active");
    book.commit({Sentence::verbatim(u"Retire"_s),
                 {setField(book.record({EntityKind::LeadStatus, 3}), active, qint64(0))}});
    ImportRequest request{.kind = EntityKind::Lead};
    request.meanings = {valueOf(transfer::parseWordRule(u"Sleeping=warming up"_s))};
    const ImportReport report = import(book, request, leadsOfOthers);
    CHECK(report.questions.empty());
    auto leads = leadsByName(book);
    CHECK(leads[u"One"_s].status == store::defaults::attempting);
    CHECK(leads[u"Three"_s].status == warming);
    CHECK(leads[u"Three"_s].state == LeadState::Working);
    CHECK(leads[u"Five"_s].status == warming);
}

TEST_CASE("A word means what the user says, or becomes a tag, or nothing", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    book.addLeadStatuses();
    ImportRequest request{.kind = EntityKind::Lead};
    request.meanings = {valueOf(transfer::parseWordRule(u"Warming Up=nurture"_s)),
                        valueOf(transfer::parseWordRule(u"status:*=tag"_s))};
    const ImportReport report = import(book, request, leadsOfOthers);
    CHECK(report.questions.empty());
    auto leads = leadsByName(book);
    CHECK(leads[u"Three"_s].status == store::defaults::nurture);
    CHECK(leads[u"Five"_s].status == store::defaults::newLead);
    CHECK(leads[u"Five"_s].description.isEmpty());
    CHECK(test::all<Tag>(book).front().name == u"Sleeping"_s);
    CHECK(book.count(EntityKind::TagLink) == 1);
}

TEST_CASE("A meaning that is no choice, or for no column, is refused before anything is read", "[transfer]")
{
    FreshBook book(sql::Engine::Sqlite);
    book.addLeadStatuses();
    const test::TextFile file(leadsOfOthers);
    const auto refusal = [&](const QString &rule) {
        ImportRequest request{.kind = EntityKind::Lead};
        request.meanings = {valueOf(transfer::parseWordRule(rule))};
        const auto report =
            transfer::importFile(book.connection(), {.path = file.path()}, request, book.actor());
        return report ? QString() : inEnglish(report.error().text);
    };
    CHECK(refusal(u"status:Sleeping=asleep"_s)
              .startsWith(u"“asleep” is none of: New, Attempting, Connected"_s));
    CHECK(refusal(u"direction:Out=outgoing"_s).contains(u"no column goes to “direction”"_s));
    CHECK(book.count(EntityKind::Lead) == 0);
    CHECK_FALSE(transfer::parseWordRule(u"Sleeping"_s));
}
