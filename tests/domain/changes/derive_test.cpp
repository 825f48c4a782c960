// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/changes/derive.h"

#include "domain/records/activity.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/lead.h"
#include "domain/records/lists.h"
#include "domain/records/record.h"
#include "domain/text/searchwords.h"
#include "support/catch_qt.h"
#include "support/naughtytext.h"

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

template <class E>
E derived(const E &entity)
{
    return fromRow<E>(derive(Table<E>::kind, toRow(entity)));
}

template <class E>
QString title(const E &entity)
{
    return titleOf(Table<E>::kind, derive(Table<E>::kind, toRow(entity)));
}

} // namespace

TEST_CASE("A person is called by first and last name, and sorted by the last", "[domain]")
{
    const Contact ana =
        derived(Contact{.firstName = u" Ana "_s, .middleName = u"María"_s, .lastName = u"Núñez"_s});
    CHECK(ana.name == u"Ana María Núñez"_s);
    CHECK(ana.nameKey == u"nunez ana maria"_s);
    CHECK(derived(Contact{.lastName = u"Núñez"_s}).name == u"Núñez"_s);
    CHECK(derived(Contact{.firstName = u"Ana"_s}).nameKey == u"ana"_s);
}

TEST_CASE("A lead without a person goes by its organisation", "[domain]")
{
    const Lead lead = derived(Lead{.organisation = u"Müller AG"_s});
    CHECK(lead.name == u"Müller AG"_s);
    CHECK(lead.nameKey == u"muller ag"_s);
    CHECK(derived(Lead{.lastName = u"Ito"_s, .organisation = u"Müller AG"_s}).name == u"Ito"_s);
}

TEST_CASE("A deal knows the month it is expected in", "[domain]")
{
    CHECK(derived(Deal{.name = u"X"_s, .expectedClose = QDate(2026, 12, 31)}).closeMonth == 202612);
    CHECK(derived(Deal{.name = u"X"_s, .closeMonth = 5}).closeMonth == std::nullopt);
}

TEST_CASE("A phone number is kept by its digits and country, an e-mail address by its letters", "[domain]")
{
    CHECK(derived(ContactPoint{.by = ContactPointType::Phone, .value = u"+49 30 123"_s}).valueKey
          == u"30123+49"_s);
    CHECK(derived(ContactPoint{.by = ContactPointType::Email, .value = u"Ana@ACME.example"_s}).valueKey
          == u"ana@acme.example"_s);
}

TEST_CASE("A sort key is short, and never ends in half a character", "[domain]")
{
    for (int before = 195; before < 203; ++before) {
        const QString key = derived(Company{.name = QString(before, u'x') + u"😀😀😀"_s}).nameKey;
        CAPTURE(before);
        CHECK(key.size() <= 200);
        CHECK(QString::fromUtf8(key.toUtf8()) == key);
    }
}

TEST_CASE("What is derived once is derived for good", "[domain]")
{
    for (unsigned seed = 0; seed < 200; ++seed) {
        test::NaughtyText random(seed);
        const EntityKind kind = EntityKind(random.number(entityKindCount - 1));
        Row row = entityInfo(kind).defaults;
        for (Value &value : row) {
            if (std::holds_alternative<QString>(value))
                value = random.text();
        }
        const Row once = derive(kind, row);
        CHECK(derive(kind, once) == once);
    }
}

TEST_CASE("Every record has a title by which people know it", "[domain]")
{
    CHECK(title(Company{.name = u"Acme"_s}) == u"Acme"_s);
    CHECK(title(Activity{.kind = ActivityKind::Call, .subject = u"Ring up"_s}) == u"Ring up"_s);
    CHECK(title(Activity{.kind = ActivityKind::Note, .note = u"Likes blue\nand green"_s}) == u"Likes blue"_s);
    CHECK(title(Activity{.kind = ActivityKind::TradeShow}) == u"Trade-show talk"_s);
    CHECK(title(ContactPoint{.value = u"ana@acme.example"_s}) == u"ana@acme.example"_s);
    const QString cut = title(Activity{.note = QString(79, u'x') + u"😀"_s});
    CHECK(QString::fromUtf8(cut.toUtf8()) == cut);
}

TEST_CASE("Words beside the name are marked: the town, the trade and own fields, but no days and numbers",
          "[domain]")
{
    const Company company{.name = u"Acme"_s,
                          .sector = u"Metal"_s,
                          .city = u"Bad Berka"_s,
                          .custom = uR"({"line":"Fans","since":"2026-11-03","size":7,"well":true})"_s};
    QStringList marked{u"acme"_s};
    marked += besideWords({u"metal"_s, u"bad"_s, u"berka"_s, u"fans"_s});
    CHECK(searchText(EntityKind::Company, toRow(company)) == marked.join(u' '));
    CHECK(searchText(EntityKind::Company, toRow(Company{.custom = u"no object"_s})).isEmpty());
    CHECK(searchText(EntityKind::Activity, toRow(Activity{.location = u"Berka"_s})) == u"berka"_s);
}

TEST_CASE("The search finds a record by the words of its searched fields, each once", "[domain]")
{
    CHECK(searchText(
              EntityKind::Deal,
              toRow(Deal{.name = u"Fan-Tech Fan"_s, .competitor = u"Śląsk"_s, .description = u"not this"_s}))
          == u"fan tech fantech slask"_s);
    CHECK(searchText(EntityKind::Company, toRow(Company{})).isEmpty());
    CHECK(searchText(EntityKind::Deal, toRow(Deal{.name = u"Fan"_s, .company = {7}})) == u"fan"_s);
    CHECK(searchText(EntityKind::Company, toRow(Company{.name = u"Holzbau AG"_s})) == u"holzbau ag"_s);
    CHECK(searchText(EntityKind::Company, toRow(Company{.name = u"Holzhaus AG"_s}))
          == u"holzhaus ag olzhaus lzhaus zhaus haus"_s); // whole words come first
    CHECK(searchText(EntityKind::Company, toRow(Company{.name = u"삼성전자부품"_s}))
          == searchWords(u"삼성전자부품").join(u' ')); // found by any part of it, without endings
}
