// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/importsample.h"

#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/lists.h"
#include "support/transfer.h"

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::TextFile;
using test::valueOf;
using transfer::ImportSample;

namespace {

std::vector<ImportSample> samplesOf(FreshBook &book, const transfer::ImportRequest &request,
                                    const QByteArray &content)
{
    const TextFile file(content);
    const auto source = valueOf(transfer::openSource({.path = file.path()}));
    return valueOf(transfer::sampleImport(book.connection(), *source, request, book.actor(), 5));
}

QString reference(const ImportSample &sample, QStringView field)
{
    return sample.record.titleOf(sample.record.record.info().indexOf(field));
}

} // namespace

TEST_CASE("The first rows are seen as the records they will become, and nothing stays", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    book.add(Company{.name = u"Alpha"_s});
    const auto samples =
        samplesOf(book, {.kind = EntityKind::Contact, .createMissing = {EntityKind::Company}},
                  "Name,Email,Company\nAnna Berg,anna@a.example,Alpha\nBob Cole,,Beta\n");
    REQUIRE(samples.size() == 2);
    CHECK(samples[0].line == 2);
    CHECK(samples[0].becomes == ImportSample::Becomes::New);
    CHECK(as<Contact>(samples[0].record.record).lastName == u"Berg"_s);
    CHECK(reference(samples[0], u"company_id") == u"Alpha"_s);
    CHECK(samples[0].report.alsoCreated.empty()); // it is found
    REQUIRE(samples[0].related.contactPoints.size() == 1);
    CHECK(as<ContactPoint>(samples[0].related.contactPoints.front().record).value == u"anna@a.example"_s);
    CHECK(reference(samples[1], u"company_id") == u"Beta"_s);
    CHECK(samples[1].report.alsoCreated.size() == 1); // it is made
    CHECK(book.count(EntityKind::Contact) == 0);
    CHECK(book.count(EntityKind::Company) == 1);
}

TEST_CASE("A row is read as the whole file is written, and says what is known or wrong", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const auto samples = samplesOf(book, {.kind = EntityKind::Deal, .match = {u"name"_s}},
                                   "name,stage,expected_close\nOak,Offer,03/04/2027\nElm,Offer,25/04/2027\n"
                                   "Oak,Offer,03/04/2027\n,Offer,\n");
    REQUIRE(samples.size() == 4);
    CHECK(as<Deal>(samples[0].record.record).expectedClose == QDate(2027, 4, 3)); // as the second row tells
    CHECK(samples[2].becomes == ImportSample::Becomes::Same);                     // the first row once more
    CHECK(samples[3].becomes == ImportSample::Becomes::Rejected);
    CHECK(samples[3].report.firstRejected.size() == 1);
    CHECK(book.count(EntityKind::Deal) == 0);
}

TEST_CASE("Rows of a file that was imported before are seen as the records that they became", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const QByteArray content = "First name,Phone\nAnna,\n,+49 30 123456\n";
    const transfer::ImportRequest request{.kind = EntityKind::Contact,
                                          .keys = transfer::ImportRequest::Keys::Proposed};
    test::import(book, request, content);
    const qsizetype steps = qsizetype(book.history().size());
    const auto same = samplesOf(book, request, content);
    CHECK(same.size() == 2);
    for (const ImportSample &sample : same)
        CHECK(sample.becomes == ImportSample::Becomes::Same);
    CHECK(qsizetype(book.history().size()) == steps);
    const auto another = samplesOf(book, request, content + "Bob,\n");
    CHECK(another.size() == 3);
    for (const ImportSample &sample : another)
        CHECK(sample.becomes == ImportSample::Becomes::New); // another file, in which nothing tells who it is
}

TEST_CASE("Rows that bring their pipeline along are seen in it", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    test::givenPipeline(book);
    const int pipelines = book.count(EntityKind::Pipeline);
    const auto samples = samplesOf(book, {.kind = EntityKind::Deal, .newPipeline = u"Pipedrive"_s},
                                   "Deal,Stage\nOak,Demo\nElm,Trial\n");
    REQUIRE(samples.size() == 2);
    CHECK(reference(samples[0], u"stage_id") == u"Demo"_s);
    CHECK(reference(samples[1], u"stage_id") == u"Trial"_s);
    CHECK(book.count(EntityKind::Pipeline) == pipelines);
}

TEST_CASE("A file without rows has none to show", "[transfer]")
{
    FreshBook book(sql::Engine::Sqlite);
    CHECK(samplesOf(book, {.kind = EntityKind::Contact}, "Name,Email\n").empty());
}
