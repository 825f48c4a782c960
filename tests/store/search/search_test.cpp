// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search/search.h"

#include "domain/records/activity.h"
#include "domain/records/contact.h"
#include "domain/records/lead.h"
#include "domain/records/searchhit.h"
#include "support/randombook.h"

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
    CHECK(titles(book, u"ubersee"_s) == QStringList{u"Übersee Müller GmbH"_s});
    CHECK(titles(book, u"müll"_s) == QStringList{u"Übersee Müller GmbH"_s});
    CHECK(titles(book, u"laka"_s) == QStringList{u"Anders"_s});
    CHECK(titles(book, u"unez"_s).isEmpty());       // not the beginning of a word
    CHECK(titles(book, u"ana muller"_s).isEmpty()); // the words are in different records
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
