// SPDX-License-Identifier: GPL-3.0-or-later
// Records are found by what stands beside their names: places, companies, tags, own fields; and by names that are
// written without spaces or with signs.
#include "domain/query/filter.h"
#include "domain/records/activity.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/lead.h"
#include "domain/records/pipeline.h"
#include "domain/records/record.h"
#include "domain/records/searchhit.h"
#include "domain/text/searchwords.h"
#include "store/maintenance/check.h"
#include "store/reading/lists.h"
#include "store/search/search.h"
#include "support/randombook.h"

#include <algorithm>

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::valueOf;

namespace {

QStringList titles(FreshBook &book, const QString &typed, int most = 20)
{
    QStringList found;
    for (const SearchHit &hit : valueOf(store::search(book.connection(), typed, most)))
        found += hit.title;
    return found;
}

// What is said of the only hit.
QString foundBy(FreshBook &book, const QString &typed)
{
    const auto hits = valueOf(store::search(book.connection(), typed, 5));
    REQUIRE(hits.size() == 1);
    return hits.front().foundBy;
}

// The ids of a list that is filtered by these words, in their order.
std::vector<qint64> listed(FreshBook &book, EntityKind kind, const QString &typed)
{
    const auto filter = parseFilter(kind, typed, QDate(2026, 11, 23));
    REQUIRE(filter);
    const Query query{.kind = kind, .filter = *filter, .order = valueOf(parseOrder(kind, u"name"_s))};
    return valueOf(store::ids(book.connection(), query, {}, 0));
}

bool isSound(FreshBook &book)
{
    return valueOf(store::checkBook(book.connection(), store::CheckDepth::Thorough, {}))
               .count(store::FlawKind::SearchText)
        == 0;
}

ContactId addPerson(FreshBook &book, const QString &last, const QString &city = {}, CompanyId company = {})
{
    const ContactId person = book.add(Contact{.firstName = u"Eva"_s, .lastName = last, .company = company});
    if (!city.isEmpty())
        book.add(Address{.recordKind = EntityKind::Contact,
                         .recordId = person.value,
                         .city = city,
                         .country = u"Germany"_s});
    return person;
}

DealId addDeal(FreshBook &book, const QString &name)
{
    if (book.count(EntityKind::Pipeline) == 0) {
        const PipelineId pipeline = book.add(Pipeline{.name = u"Sales"_s});
        book.add(Stage{.pipeline = pipeline, .name = u"Offer"_s});
    }
    return book.add(Deal{.name = name, .pipeline = {1}, .stage = {1}});
}

TagId tagged(FreshBook &book, const QString &name, const std::vector<EntityRef> &records)
{
    const TagId tag = book.add(Tag{.name = name});
    for (const EntityRef &record : records)
        book.add(TagLink{.tag = tag, .recordKind = record.kind, .recordId = record.id});
    return tag;
}

} // namespace

TEST_CASE("Somebody is found by the town, alone and with the name", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    addPerson(book, u"Müllermann"_s, u"Berlin"_s);
    const ContactId other = addPerson(book, u"Müllermann"_s, u"Köln"_s);
    CHECK(titles(book, u"müllermann"_s).size() == 2);
    CHECK(titles(book, u"müllermann berlin"_s).size() == 1);
    CHECK(titles(book, u"berl"_s).size() == 1);
    CHECK(titles(book, u"germany"_s).size() == 2);
    CHECK(titles(book, u"erlin"_s).isEmpty());
    CHECK(titles(book, u"berlin köln"_s).isEmpty());
    CHECK(listed(book, EntityKind::Contact, u"müllermann köln"_s) == std::vector<qint64>{other.value});
    CHECK(listed(book, EntityKind::Company, u"berlin"_s).empty());
    CHECK(isSound(book));
}

TEST_CASE("When somebody moves, the new town finds them and the old one does not", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const ContactId person = addPerson(book, u"Quist"_s, u"Berlin"_s);
    const Address before = book.load<Address>({1});
    Address after = before;
    after.city = u"Dresden"_s;
    const Contact single = book.load<Contact>(person);
    Contact married = single;
    married.lastName = u"Zeller"_s;
    // in one step, in either order: the town stands in the person's row only afterwards
    std::vector<Change> changes{update(before, after), update(single, married)};
    if (GENERATE(true, false))
        std::swap(changes[0], changes[1]);
    book.commit({Sentence::verbatim(u"Move"_s), changes});
    CHECK(titles(book, u"zeller dresden"_s).size() == 1);
    CHECK(titles(book, u"berlin"_s).isEmpty());
    CHECK(isSound(book));
    book.undo();
    CHECK(titles(book, u"quist berlin"_s).size() == 1);
    CHECK(titles(book, u"dresden"_s).isEmpty());
    CHECK(isSound(book));
}

TEST_CASE("People are found by their company, by its new name as soon as it has one", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const CompanyId company = book.add(Company{.name = u"Lindenau"_s});
    addPerson(book, u"Quist"_s, {}, company);
    addPerson(book, u"Ito"_s, {}, company);
    addPerson(book, u"Berg"_s);
    CHECK(titles(book, u"eva lindenau"_s).size() == 2);
    CHECK(titles(book, u"lindenau"_s).size() == 3);
    CHECK(titles(book, u"lindenau"_s).front() == u"Lindenau"_s);
    const Company before = book.load<Company>(company);
    Company after = before;
    after.name = u"Arcadia"_s;
    book.commit({Sentence::verbatim(u"Rename"_s), {update(before, after)}});
    CHECK(titles(book, u"lindenau"_s).isEmpty());
    CHECK(titles(book, u"quist arcadia"_s).size() == 1);
    CHECK(isSound(book));
}

TEST_CASE("Records are found by their tags, whatever a tag is called by now", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const ContactId person = addPerson(book, u"Quist"_s);
    const DealId deal = addDeal(book, u"Plant"_s);
    const TagId tag =
        tagged(book, u"Key account"_s, {{EntityKind::Contact, person.value}, {EntityKind::Deal, deal.value}});
    const TagId other = tagged(book, u"Partner"_s, {{EntityKind::Contact, person.value}});
    CHECK(titles(book, u"key account"_s).size() == 2);
    CHECK(titles(book, u"acc"_s).size() == 2);
    CHECK(titles(book, u"plant key"_s) == QStringList{u"Plant"_s});
    CHECK(titles(book, u"key partner"_s) == QStringList{u"Eva Quist"_s});
    CHECK(listed(book, EntityKind::Deal, u"account"_s) == std::vector<qint64>{deal.value});

    const QString words = QString::number(tag.value); // no word of the index is to be typed
    CHECK_FALSE(titles(book, words).contains(u"Eva Quist"_s));

    const Tag before = book.load<Tag>(tag);
    Tag after = before;
    after.name = u"VIP"_s;
    const auto indexed = [&] {
        return valueOf(book.connection().cell(u"SELECT body FROM search_doc WHERE entity = 'deal'"_s));
    };
    const sql::Value untouched = indexed();
    book.commit({Sentence::verbatim(u"Rename"_s), {update(before, after)}});
    CHECK(indexed() == untouched); // half a million deals are not written anew
    CHECK(titles(book, u"account"_s).isEmpty());
    CHECK(titles(book, u"vip"_s).size() == 2);

    book.commit({Sentence::verbatim(u"Take off"_s), {remove({EntityKind::TagLink, 1})}}); // the person's
    CHECK(titles(book, u"vip"_s) == QStringList{u"Plant"_s});
    book.undo();
    CHECK(titles(book, u"vip"_s).size() == 2);
    CHECK(titles(book, u"partner"_s).size() == 1);
    CHECK(other);
    CHECK(isSound(book));
}

TEST_CASE("A link that is given another tag or record counts for that one only", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const ContactId first = addPerson(book, u"Quist"_s);
    const ContactId second = addPerson(book, u"Ito"_s);
    tagged(book, u"Partner"_s, {{EntityKind::Contact, first.value}});
    const TagId vip = tagged(book, u"VIP"_s, {});
    const TagLink before = book.load<TagLink>({1});
    TagLink after = before;
    after.tag = vip;
    after.recordId = second.value;
    book.commit({Sentence::verbatim(u"Merge"_s), {update(before, after)}});
    CHECK(titles(book, u"partner"_s).isEmpty());
    CHECK(titles(book, u"vip"_s) == QStringList{u"Eva Ito"_s});
    CHECK(isSound(book));
}

TEST_CASE("A company, a lead, a deal and a call are found by what their own fields hold", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    book.add(Company{.name = u"Acme"_s, .custom = uR"({"line":"Turbines","since":"2026-11-03","size":7})"_s});
    book.add(Lead{.lastName = u"Ito"_s, .custom = uR"({"hobby":"sailing boats"})"_s});
    book.add(Activity{.subject = u"Fair"_s,
                      .at = {5000},
                      .location = u"Hannover"_s,
                      .custom = uR"({"hall":"Pavilion"})"_s});
    CHECK(titles(book, u"turbines"_s) == QStringList{u"Acme"_s});
    CHECK(titles(book, u"acme turb"_s) == QStringList{u"Acme"_s});
    CHECK(titles(book, u"boats"_s) == QStringList{u"Ito"_s});
    CHECK(titles(book, u"hannover pavilion"_s) == QStringList{u"Fair"_s});
    CHECK(titles(book, u"line"_s).isEmpty()); // what the field is called
    CHECK(titles(book, u"2026"_s).isEmpty()); // days and numbers are filtered by
    const Company before = book.load<Company>({1});
    Company after = before;
    after.custom = uR"({"line":"Pumps"})"_s;
    book.commit({Sentence::verbatim(u"Change"_s), {update(before, after)}});
    CHECK(titles(book, u"turbines"_s).isEmpty());
    CHECK(titles(book, u"pumps"_s).size() == 1);
    CHECK(isSound(book));
}

TEST_CASE("A deal is found by its number", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    for (const QString &name : {u"Fan"_s, u"Pump"_s, u"Duct"_s})
        addDeal(book, name);
    CHECK(titles(book, u"2"_s) == QStringList{u"Pump"_s});
    CHECK(titles(book, u"duct 3"_s) == QStringList{u"Duct"_s});
    CHECK(foundBy(book, u"2"_s) == u"2"_s);
    addPerson(book, u"Quist"_s); // who has the number 1 as well
    CHECK(titles(book, u"1"_s) == QStringList{u"Fan"_s});
}

TEST_CASE("Who is called Berlin comes before all who live there, and before their number hides the name",
          "[store]")
{
    // slow: writes two hundred and sixty addresses
    FreshBook book(GENERATE(test::anyEngine()));
    book.add(Company{.name = u"Hotel Berlin"_s});
    addPerson(book, u"Berlin"_s);
    Edit many{Sentence::verbatim(u"Add"_s), {}};
    for (int i = 1; i <= 260; ++i) {
        many.changes.push_back(
            create(Contact{.firstName = u"Ida"_s, .lastName = u"No %1"_s.arg(i)}, 1000 + i));
        many.changes.push_back(
            create(Address{.recordKind = EntityKind::Contact, .recordId = 1000 + i, .city = u"Berlin"_s}));
    }
    book.commit(many);
    const QStringList found = titles(book, u"berlin"_s, 10);
    REQUIRE(found.size() == 10);
    CHECK(found.mid(0, 2) == QStringList{u"Eva Berlin"_s, u"Hotel Berlin"_s});
    CHECK(found[2].startsWith(u"Ida"_s));
    const auto groups = valueOf(store::searchGroups(book.connection(), u"berlin"_s, 5));
    REQUIRE(groups.size() == 2);
    CHECK(groups[0].kind == EntityKind::Contact);
    CHECK(groups[0].hits.front().title == u"Eva Berlin"_s);
    CHECK(groups[1].hits.front().title == u"Hotel Berlin"_s);
    const auto people = valueOf(store::searchKind(book.connection(), EntityKind::Contact, u"berlin"_s, 5));
    REQUIRE(people.size() == 1); // a field that is filled in offers only who is called so
    CHECK(people.front().title == u"Eva Berlin"_s);
}

TEST_CASE("A hit says by what it was found, if neither its name nor its company does", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const CompanyId company = book.add(Company{.name = u"Lindenau"_s});
    const ContactId person = addPerson(book, u"Quist"_s, u"Berlin"_s, company);
    tagged(book, u"Key account"_s, {{EntityKind::Contact, person.value}});
    CHECK(foundBy(book, u"berlin"_s) == u"Berlin"_s);
    CHECK(foundBy(book, u"quist berl"_s) == u"Berlin"_s);
    CHECK(foundBy(book, u"berlin account"_s) == u"Berlin · Key account"_s);
    CHECK(foundBy(book, u"quist"_s).isEmpty());
    CHECK(foundBy(book, u"quist lindenau"_s).isEmpty()); // the hit shows the company
}

TEST_CASE("Names without spaces, and with signs in them, are found by their parts", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    book.add(Company{.name = u"株式会社田中商事"_s});
    book.add(Company{.name = u"삼성전자"_s});
    book.add(Company{.name = u"E.ON"_s});
    book.add(Company{.name = u"AT&T"_s});
    addPerson(book, u"O’Brien"_s);
    addPerson(book, u"OBrien"_s);
    book.add(Activity{.subject = u"電話"_s, .note = u"来週の月曜日に見積書を送る"_s, .at = {5000}});
    const auto check = [&](const QString &typed, const QString &name) {
        CAPTURE(typed);
        CHECK(titles(book, typed) == QStringList{name});
    };
    check(u"田中"_s, u"株式会社田中商事"_s);
    check(u"商"_s, u"株式会社田中商事"_s);
    check(u"田中商事 株式"_s, u"株式会社田中商事"_s);
    check(u"전자"_s, u"삼성전자"_s);
    check(u"見積書"_s, u"電話"_s);
    check(u"月曜日に見積書"_s, u"電話"_s);
    check(u"eon"_s, u"E.ON"_s);
    check(u"e.on"_s, u"E.ON"_s);
    check(u"att"_s, u"AT&T"_s);
    CHECK(titles(book, u"田商"_s).isEmpty());
    CHECK(titles(book, u"積見"_s).isEmpty());
    for (const QString &typed : {u"obrien"_s, u"o'brien"_s, u"O’BRIEN"_s}) {
        CAPTURE(typed);
        CHECK(titles(book, typed).size() == 2);
        CHECK(listed(book, EntityKind::Contact, typed).size() == 2);
    }
    CHECK(listed(book, EntityKind::Company, u"田中"_s) == std::vector<qint64>{1});
    CHECK(isSound(book));
}

TEST_CASE("A note that is changed is found by its new words only, without spaces as well", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const ActivityId id = book.add(Activity{.subject = u"電話"_s, .note = u"見積書を送る"_s, .at = {5000}});
    const Activity before = book.load<Activity>(id);
    Activity after = before;
    after.note = u"契約書を送る"_s;
    book.commit({Sentence::verbatim(u"Change"_s), {update(before, after)}});
    CHECK(titles(book, u"見積書"_s).isEmpty());
    CHECK(titles(book, u"契約書"_s).size() == 1);
    CHECK(titles(book, u"書を送"_s).size() == 1);
    CHECK(isSound(book));
}

TEST_CASE("A long word is found as it is typed, common or rare", "[store]")
{
    // slow: writes a hundred companies
    FreshBook book(GENERATE(test::anyEngine()));
    Edit many{Sentence::verbatim(u"Add"_s),
              {create(Company{.name = u"Rare"_s, .sector = u"Maschinenhandel"_s})}};
    for (int i = 1; i <= 100; ++i)
        many.changes.push_back(create(Company{.name = u"No %1"_s.arg(i), .sector = u"Maschinenbau"_s}));
    book.commit(many);
    CHECK(titles(book, u"maschinenh"_s) == QStringList{u"Rare"_s});
    CHECK(titles(book, u"maschinenhandel"_s) == QStringList{u"Rare"_s});
    CHECK(titles(book, u"maschinenbau"_s).size() == 20);
    CHECK_FALSE(titles(book, u"maschinenb"_s, 150).contains(u"Rare"_s));
    CHECK(titles(book, u"maschinenbau"_s, 150).size() == 100);
    CHECK(titles(book, u"maschinenx"_s).isEmpty());
}

TEST_CASE("Each word of each text that people search by finds its record, in the search and in a list",
          "[store]")
{
    // slow: searches a few hundred times
    FreshBook book(GENERATE(test::anyEngine()));
    const QStringList texts{u"O’Neill"_s,       u"Müller-Lüdenscheidt"_s,   u"株式会社田中商事"_s,
                            u"AT&T Südwest"_s,  u"Łódź 4 ABC東京"_s,        u"กรุงเทพมหานคร"_s,
                            u"삼성 전자부품"_s, u"Donaudampfschifffahrt"_s, u"100% a_b"_s};
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const auto text = [&](qsizetype nth) { return texts[(i + nth) % texts.size()]; };
        const CompanyId company = book.add(
            Company{.name = text(0), .legalName = text(1), .sector = text(2), .registrationNumber = text(3)});
        book.add(Contact{.firstName = text(1),
                         .middleName = text(2),
                         .lastName = text(3),
                         .jobTitle = text(4),
                         .department = text(5)});
        book.add(Lead{.lastName = text(2), .jobTitle = text(3), .organisation = text(4), .sector = text(5)});
        book.add(Address{.recordKind = EntityKind::Company,
                         .recordId = company.value,
                         .city = text(6),
                         .country = text(7)});
    }
    for (const EntityKind kind : {EntityKind::Company, EntityKind::Contact, EntityKind::Lead}) {
        for (const Record &record : valueOf(store::loadAll(book.connection(), kind))) {
            for (size_t i = 0; i < record.row.size(); ++i) {
                const FieldInfo &field = record.info().field(int(i));
                if (!field.isSearched() || holdsNumber(field.type))
                    continue;
                for (const QString &word : textOf(record.row[i]).split(u' ', Qt::SkipEmptyParts)) {
                    if (soughtWords(word).empty())
                        continue;
                    CAPTURE(QString(tableName(kind)), QString(field.name), word);
                    const auto hits = valueOf(store::search(book.connection(), word, 60));
                    CHECK(std::any_of(hits.begin(), hits.end(),
                                      [&](const SearchHit &hit) { return hit.ref == record.ref; }));
                    const auto ids = listed(book, kind, u'"' + word + u'"');
                    CHECK(std::find(ids.begin(), ids.end(), record.ref.id) != ids.end());
                }
            }
        }
    }
    CHECK(isSound(book));
}
