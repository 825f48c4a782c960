// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search/search.h"

#include "domain/records/activity.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/lead.h"
#include "domain/records/pipeline.h"
#include "domain/records/searchhit.h"
#include "store/maintenance/check.h"
#include "store/maintenance/repair.h"
#include "support/randombook.h"

#include <algorithm>

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;

namespace {

QStringList titles(FreshBook &book, const QString &typed, int most = 20)
{
    QStringList found;
    for (const SearchHit &hit : test::valueOf(store::search(book.connection(), typed, most)))
        found += hit.title;
    return found;
}

void addAna(FreshBook &book)
{
    book.commit({Sentence::verbatim(u"Add Ana"_s),
                 {create(Company{.name = u"Übersee Müller GmbH"_s}, 1),
                  create(Contact{.firstName = u"Ana María"_s, .lastName = u"Núñez"_s, .company = {1}}, 1),
                  create(ContactPoint{.recordKind = EntityKind::Contact,
                                      .recordId = 1,
                                      .by = ContactPointType::Phone,
                                      .value = u"+49 (30) 901820-17"_s}),
                  create(ContactPoint{
                      .recordKind = EntityKind::Contact, .recordId = 1, .value = u"ana@mueller.example"_s}),
                  create(Lead{.lastName = u"Anders"_s, .organisation = u"Łąka"_s}, 1)}});
}

} // namespace

TEST_CASE("A name is found by the beginning of any of its words, with or without its marks", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    addAna(book);
    for (const QString &typed :
         {u"nun"_s, u"Núñez"_s, u"NUNEZ"_s, u"mar nun"_s, u"nunez ana"_s, u" ana  maria "_s, u"núñ"_s}) {
        CAPTURE(typed);
        CHECK(titles(book, typed) == QStringList{u"Ana María Núñez"_s});
    }
    const QStringList companyAndPerson{u"Übersee Müller GmbH"_s, u"Ana María Núñez"_s};
    CHECK(titles(book, u"ubersee"_s) == companyAndPerson);
    CHECK(titles(book, u"müll"_s) == companyAndPerson);
    CHECK(titles(book, u"laka"_s) == QStringList{u"Anders"_s});
    CHECK(titles(book, u"unez"_s).isEmpty());          // not the beginning of a word
    CHECK(titles(book, u"anders muller"_s).isEmpty()); // the words are in different records
    CHECK(titles(book, u""_s).isEmpty());
    CHECK(titles(book, u" -- '\"*"_s).isEmpty());
}

TEST_CASE("A person is found by any part of a phone number and by an e-mail address", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    addAna(book);
    for (const QString &typed : {u"4930901820"_s, u"901820"_s, u"0182"_s, u"82017"_s, u"2017"_s,
                                 u"ana@mueller.example"_s, u"mueller"_s}) {
        CAPTURE(typed);
        CHECK(titles(book, typed) == QStringList{u"Ana María Núñez"_s});
    }
}

TEST_CASE("A phone number is found as it is written, with its signs and spaces", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    addAna(book);
    for (const QString &typed : {u"+49 (30) 901820-17"_s, u"030 901820"_s, u"0049 30 901820"_s, u"901 820"_s,
                                 u"+49 30 90"_s, u"(30) 9018"_s}) {
        CAPTURE(typed);
        CHECK(titles(book, typed) == QStringList{u"Ana María Núñez"_s});
    }
}

TEST_CASE("What was removed is found no more, until undo brings it back", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    addAna(book);
    book.commit({Sentence::verbatim(u"Delete"_s), {remove({EntityKind::Lead, 1})}});
    CHECK(titles(book, u"anders"_s).isEmpty());
    book.undo();
    CHECK(titles(book, u"anders"_s) == QStringList{u"Anders"_s});
    book.redo();
    CHECK(titles(book, u"anders"_s).isEmpty());
}

TEST_CASE("A renamed record is found by its new name only, and by a number only while it has it", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    addAna(book);
    const Contact before = book.load<Contact>({1});
    Contact after = before;
    after.lastName = u"Gómez"_s;
    book.commit({Sentence::verbatim(u"Marry"_s), {update(before, after)}});
    CHECK(titles(book, u"nunez"_s).isEmpty());
    CHECK(titles(book, u"gomez"_s) == QStringList{u"Ana María Gómez"_s});
    CHECK(titles(book, u"901820"_s) == QStringList{u"Ana María Gómez"_s});
    book.commit({Sentence::verbatim(u"Drop number"_s), {remove({EntityKind::ContactPoint, 1})}});
    CHECK(titles(book, u"901820"_s).isEmpty());
    CHECK(titles(book, u"gomez"_s).size() == 1);
}

TEST_CASE("A name that is exactly what was typed comes first, then those that begin so, then the newest",
          "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    for (const QString &name : {u"North Acme"_s, u"Acme"_s, u"Acme Trading"_s, u"South Acme"_s})
        book.add(Company{.name = name});
    CHECK(titles(book, u"acme"_s)
          == QStringList{u"Acme"_s, u"Acme Trading"_s, u"South Acme"_s, u"North Acme"_s});
    CHECK(titles(book, u"acme"_s, 2) == QStringList{u"Acme"_s, u"Acme Trading"_s});
}

TEST_CASE("An old customer is found by name however many newer records share the word", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const CompanyId old = book.add(Company{.name = u"Acme"_s});
    const CompanyId other = book.add(Company{.name = u"Northern Acme"_s});
    Edit newer{Sentence::verbatim(u"Add leads"_s), {}};
    for (int i = 0; i < 300; ++i)
        newer.changes.push_back(create(Lead{.lastName = u"Anders"_s, .organisation = u"Acme %1"_s.arg(i)}));
    book.commit(newer);
    CHECK(titles(book, u"acme"_s, 1) == QStringList{u"Acme"_s});
    CHECK(titles(book, u"acm"_s, 1) == QStringList{u"Acme"_s});

    const auto companies =
        test::valueOf(store::searchKind(book.connection(), EntityKind::Company, u"acme"_s, 8));
    REQUIRE(companies.size() == 2); // after 300 leads that match as well
    CHECK(companies[0].ref == EntityRef{EntityKind::Company, old.value});
    CHECK(companies[1].ref == EntityRef{EntityKind::Company, other.value});
    CHECK(test::valueOf(store::searchKind(book.connection(), EntityKind::Deal, u"acme"_s, 8)).empty());
}

TEST_CASE("A word that few hold is found behind a thousand newer records, one that many hold at once",
          "[store]")
{
    // slow: writes eleven hundred contacts
    FreshBook book(GENERATE(test::anyEngine()));
    book.add(Contact{.firstName = u"Ida"_s, .lastName = u"Quist"_s});
    Edit newer{Sentence::verbatim(u"Add contacts"_s), {}};
    for (int i = 0; i < 1'100; ++i)
        newer.changes.push_back(create(Contact{.firstName = u"Anna"_s, .lastName = u"Berg %1"_s.arg(i)}));
    book.commit(newer);
    CHECK(titles(book, u"quist"_s) == QStringList{u"Ida Quist"_s});
    CHECK(titles(book, u"ida q"_s) == QStringList{u"Ida Quist"_s});
    CHECK(titles(book, u"anna"_s).size() == 20);
    CHECK(titles(book, u"berg"_s, 150).size() == 150);
    CHECK(titles(book, u"berg 1099"_s) == QStringList{u"Anna Berg 1099"_s});
    CHECK(titles(book, u"berg 7"_s).size() == 20);
}

TEST_CASE("Calls and notes are found by what was said, after the records themselves", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    book.add(Activity{.kind = ActivityKind::Call,
                      .subject = u"Zebra crossing"_s,
                      .note = u"Wants stripes\nin blue"_s,
                      .at = {5000}});
    book.add(Company{.name = u"Zebra Ltd"_s});
    CHECK(titles(book, u"zebra"_s) == QStringList{u"Zebra Ltd"_s, u"Zebra crossing"_s});
    const auto hits = test::valueOf(store::search(book.connection(), u"stripes"_s, 5));
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].detail == u"Wants stripes"_s);
    book.commit({Sentence::verbatim(u"Delete"_s), {remove(hits[0].ref)}});
    CHECK(titles(book, u"stripes"_s).isEmpty());
    book.undo();
    CHECK(titles(book, u"blue"_s) == QStringList{u"Zebra crossing"_s});
}

TEST_CASE("A hit says where the person works", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    addAna(book);
    CHECK(test::valueOf(store::search(book.connection(), u"nunez"_s, 5)).front().detail
          == u"Übersee Müller GmbH"_s);
    CHECK(test::valueOf(store::search(book.connection(), u"anders"_s, 5)).front().detail == u"Łąka"_s);
}

namespace {

struct Customer {
    CompanyId company;
    ContactId contact;
};

// A company, its contact, and deals of both.
Customer addLindenau(FreshBook &book, int deals)
{
    book.commit({Sentence::verbatim(u"Begin"_s), {create(Pipeline{.name = u"Sales"_s}, 1)}});
    book.commit({Sentence::verbatim(u"Begin"_s),
                 {create(Stage{.pipeline = {1}, .name = u"Offer"_s, .probability = 50}, 1)}});
    const CompanyId company = book.add(Company{.name = u"Lindenau Möbelwerke GmbH"_s});
    const ContactId contact =
        book.add(Contact{.firstName = u"Max"_s, .lastName = u"Quist"_s, .company = company});
    for (int i = 1; i <= deals; ++i)
        book.add(Deal{.name = u"Plant %1"_s.arg(i),
                      .company = company,
                      .contact = contact,
                      .pipeline = {1},
                      .stage = {1},
                      .amount = 4'550'000,
                      .currency = u"EUR"_s});
    return {company, contact};
}

const SearchGroup *groupOf(const std::vector<SearchGroup> &groups, EntityKind kind)
{
    const auto found = std::find_if(groups.begin(), groups.end(),
                                    [kind](const SearchGroup &group) { return group.kind == kind; });
    return found == groups.end() ? nullptr : &*found;
}

std::vector<SearchGroup> groupsFor(FreshBook &book, const QString &typed)
{
    return test::valueOf(store::searchGroups(book.connection(), typed, 5));
}

} // namespace

TEST_CASE("A deal is found by its company, its contact, and both with its own name", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    addLindenau(book, 2);
    CHECK(titles(book, u"lindenau plant"_s) == QStringList{u"Plant 2"_s, u"Plant 1"_s});
    CHECK(titles(book, u"max 2"_s) == QStringList{u"Plant 2"_s});
    CHECK(titles(book, u"quist lindenau"_s) == QStringList{u"Max Quist"_s, u"Plant 2"_s, u"Plant 1"_s});
    CHECK(titles(book, u"lindenau"_s).size() == 4); // with the company and its contact
}

TEST_CASE("When a company or a contact gets another name, its deals are found by that one at once", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const Customer customer = addLindenau(book, 2);
    const Company before = book.load<Company>(customer.company);
    Company after = before;
    after.name = u"Arcadia"_s;
    book.commit({Sentence::verbatim(u"Rename"_s), {update(before, after)}});
    CHECK(titles(book, u"lindenau"_s).isEmpty());
    CHECK(titles(book, u"arcadia plant"_s).size() == 2);
    book.undo();
    CHECK(titles(book, u"arcadia"_s).isEmpty());
    CHECK(titles(book, u"lindenau plant"_s).size() == 2);

    const Contact single = book.load<Contact>(customer.contact);
    Contact married = single;
    married.lastName = u"Zeller"_s;
    book.commit({Sentence::verbatim(u"Marry"_s), {update(single, married)}});
    CHECK(titles(book, u"quist"_s).isEmpty());
    CHECK(titles(book, u"zeller plant"_s).size() == 2);
    CHECK(test::valueOf(store::checkBook(book.connection(), store::CheckDepth::Thorough, {}))
              .count(store::FlawKind::SearchText)
          == 0);
}

TEST_CASE("A deal that goes to another company is found by that one only", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    addLindenau(book, 1);
    const CompanyId other = book.add(Company{.name = u"Arcadia"_s});
    const Deal before = book.load<Deal>({1});
    Deal after = before;
    after.company = other;
    book.commit({Sentence::verbatim(u"Move"_s), {update(before, after)}});
    CHECK(titles(book, u"lindenau plant"_s).isEmpty());
    CHECK(titles(book, u"arcadia plant"_s) == QStringList{u"Plant 1"_s});
}

TEST_CASE("The check finds a deal that is not found by its customer, and the repair mends it", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const Customer customer = addLindenau(book, 1);
    test::valueOf(book.connection().run(u"UPDATE company SET name = 'Arcadia', name_key = 'arcadia'"_s));
    const auto found = test::valueOf(store::checkBook(book.connection(), store::CheckDepth::Thorough, {}));
    CHECK(found.count(store::FlawKind::SearchText) == 3); // the company itself, its contact and its deal
    test::valueOf(store::repairBook(book.connection(), book.actor(), {}));
    CHECK(titles(book, u"arcadia plant"_s) == QStringList{u"Plant 1"_s});
    CHECK(customer.company);
}

TEST_CASE("A company is found by how a long word of its name ends", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    addLindenau(book, 0);
    book.add(Lead{.lastName = u"Ito"_s, .organisation = u"Feinmetallbau Nord"_s});
    book.add(Contact{.firstName = u"Ida"_s, .lastName = u"Handwerker"_s});
    CHECK(titles(book, u"werke"_s) == QStringList{u"Lindenau Möbelwerke GmbH"_s});
    CHECK(titles(book, u"metallbau nord"_s) == QStringList{u"Ito"_s});
    CHECK(titles(book, u"erker"_s).isEmpty()); // people are not compounds
    CHECK(titles(book, u"bau"_s).isEmpty());   // three letters end too many words
}

TEST_CASE("What is found is in groups, each with its best and how many more there are", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    addLindenau(book, 13);
    const auto groups = groupsFor(book, u"lindenau"_s);
    REQUIRE(groups.size() == 3);
    CHECK(groups[0].kind == EntityKind::Company); // it is called so, the others are only found through it
    CHECK(groups[0].hits.size() == 1);
    CHECK(groups[0].more == 0);
    CHECK(groups[1].kind == EntityKind::Deal);
    REQUIRE(groups[1].hits.size() == 5);
    CHECK(groups[1].more == 8);
    CHECK(groups[1].isCounted);
    CHECK(groups[2].kind == EntityKind::Contact);
    const SearchHit &deal = groups[1].hits.front();
    CHECK(deal.title == u"Plant 13"_s);
    CHECK(deal.detail == u"Lindenau Möbelwerke GmbH"_s);
    CHECK(deal.who == u"Max Quist"_s);
    CHECK(deal.stage == StageId{1});
    CHECK(deal.amount == 4'550'000);
    CHECK(deal.currency == u"EUR"_s);
}

TEST_CASE("Deals stand before people and companies that fit as well, and the whole name comes first",
          "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    addLindenau(book, 1);
    book.add(Company{.name = u"Plant and Sons"_s});
    book.add(Contact{.firstName = u"Robert"_s, .lastName = u"Plant"_s});
    const auto kinds = [&](const QString &typed) {
        QStringList names;
        for (const SearchGroup &group : groupsFor(book, typed))
            names += tableName(group.kind);
        return names;
    };
    CHECK(kinds(u"plan"_s) == QStringList{u"deal"_s, u"contact"_s, u"company"_s});
    CHECK(kinds(u"plant and sons"_s).front() == u"company"_s);
    CHECK(kinds(u"max quist"_s) == QStringList{u"contact"_s, u"deal"_s});
}

TEST_CASE("Messages of one subject are told apart by whom they went to, and counted", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const Customer customer = addLindenau(book, 0);
    for (int i = 1; i <= 8; ++i) {
        const ActivityId message = book.add(
            Activity{.kind = ActivityKind::Message, .subject = u"Message on the network"_s, .at = {5000}});
        book.add(ActivityLink{
            .activity = message, .recordKind = EntityKind::Company, .recordId = customer.company.value});
        book.add(ActivityLink{
            .activity = message, .recordKind = EntityKind::Contact, .recordId = customer.contact.value});
    }
    const auto groups = groupsFor(book, u"network"_s);
    const SearchGroup *messages = groupOf(groups, EntityKind::Activity);
    REQUIRE(messages);
    REQUIRE(messages->hits.size() == 5);
    CHECK(messages->more == 3);
    CHECK(messages->hits.front().who == u"Max Quist"_s); // rather the person than the company
    CHECK(messages->hits.front().at == Instant{5000});
}
