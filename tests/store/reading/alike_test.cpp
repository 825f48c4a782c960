// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading/alike.h"

#include "domain/records/lead.h"
#include "support/salesbook.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

struct People : SalesBook {
    using SalesBook::SalesBook;

    void reach(EntityRef record, ContactPointType by, const QString &value)
    {
        add(ContactPoint{.recordKind = record.kind, .recordId = record.id, .by = by, .value = value});
    }
    // "1 Email Name": ids with their reasons.
    QStringList alike(const store::Described &described)
    {
        static const QStringList reasons{u"Email"_s, u"Phone"_s, u"Website"_s, u"Name"_s, u"Similar"_s};
        QStringList lines;
        for (const AlikeRecord &each : valueOf(store::recordsAlike(connection(), described, 9))) {
            QStringList line{QString::number(each.hit.ref.id)};
            for (const AlikeBy by : each.by)
                line += reasons[qsizetype(by)];
            lines += line.join(u' ');
        }
        return lines;
    }
};

} // namespace

TEST_CASE("Somebody is known by an address, a number or a name, the surest first", "[store]")
{
    People book(GENERATE(anyEngine()));
    const ContactId smith = book.add(Contact{.firstName = u"John"_s, .lastName = u"Smith"_s});
    const ContactId other = book.add(Contact{.firstName = u"Jon"_s, .lastName = u"Smith"_s});
    const ContactId caller = book.add(Contact{.firstName = u"Zoe"_s, .lastName = u"Hall"_s});
    book.reach({EntityKind::Contact, smith.value}, ContactPointType::Email, u"John@Acme.example"_s);
    book.reach({EntityKind::Contact, caller.value}, ContactPointType::Phone, u"+49 (0)30 555-0123"_s);

    CHECK(book.alike({.kind = EntityKind::Contact,
                      .name = u"Smith, John"_s,
                      .emails = {u"john@acme.example"_s},
                      .phones = {u"030 5550123"_s}})
          == QStringList{u"%1 Email Name"_s.arg(smith.value), u"%1 Phone"_s.arg(caller.value),
                         u"%1 Similar"_s.arg(other.value)});
    CHECK(book.alike({.kind = EntityKind::Contact, .name = u"Somebody Else"_s}).isEmpty());
    CHECK(book.alike({.kind = EntityKind::Contact}).isEmpty());
    book.commit(valueOf(store::deleteEdit(book.connection(), {{EntityKind::Contact, smith.value}})));
    CHECK(book.alike({.kind = EntityKind::Contact, .emails = {u"john@acme.example"_s}}).isEmpty());
}

TEST_CASE("A company is known by its page, by the addresses of its people and by its name", "[store]")
{
    People book(GENERATE(anyEngine()));
    const CompanyId brandl =
        book.add(Company{.name = u"Brandl Metallbau GmbH"_s, .website = u"https://www.brandl.example/de"_s});
    book.add(Company{.name = u"Brandl Holzbau"_s, .website = u"https://brandl-holz.example"_s});
    const QString id = QString::number(brandl.value);
    const auto company = [](store::Described described) {
        described.kind = EntityKind::Company;
        return described;
    };
    CHECK(book.alike(company({.website = u"brandl.example"_s})) == QStringList{id + u" Website"_s});
    CHECK(book.alike(company({.emails = {u"eva@brandl.example"_s}})) == QStringList{id + u" Website"_s});
    CHECK(book.alike(company({.name = u"Metallbau Brandl"_s})) == QStringList{id + u" Name"_s});
    CHECK(book.alike(company({.name = u"Brandl Metalbau AG"_s})) == QStringList{id + u" Similar"_s});
    CHECK(book.alike(company({.name = u"Brandl"_s})).isEmpty());
    CHECK(book.alike(company({.emails = {u"@"_s, u"x"_s}, .website = u"no page"_s})).isEmpty());
}

TEST_CASE("Whoever is typed as new is looked for wherever they may be", "[store]")
{
    People book(GENERATE(anyEngine()));
    const LeadId ada =
        book.add(Lead{.firstName = u"Ada"_s, .lastName = u"Byron"_s, .organisation = u"Engines"_s});
    book.reach({EntityKind::Lead, ada.value}, ContactPointType::Email, u"ada@engines.example"_s);
    const auto here = [&](EntityKind kind, const Row &typed) {
        std::vector<EntityRef> refs;
        for (const AlikeRecord &each : valueOf(store::alreadyHere(book.connection(), kind, typed, 5)))
            refs.push_back(each.hit.ref);
        return refs;
    };
    const std::vector<EntityRef> theLead{{EntityKind::Lead, ada.value}};
    CHECK(here(EntityKind::Contact,
               toRow(Contact{.lastName = u"B"_s, .email = u"x@y.example, ADA@engines.example"_s}))
          == theLead);
    CHECK(here(EntityKind::Contact, toRow(Contact{.firstName = u"Ada"_s, .lastName = u"Byron"_s}))
          == theLead);
    CHECK(here(EntityKind::Lead, toRow(Lead{.organisation = u"ACME Inc."_s}))
          == std::vector<EntityRef>{{EntityKind::Company, book.acme.value}});
    CHECK(here(EntityKind::Lead,
               toRow(Lead{.firstName = u"Cara"_s, .lastName = u"Diaz"_s, .organisation = u"Acme"_s}))
          == std::vector<EntityRef>{{EntityKind::Contact, book.cara.value},
                                    {EntityKind::Company, book.acme.value}});
    CHECK(here(EntityKind::Company, toRow(Company{})).empty());
    CHECK(here(EntityKind::Deal, entityInfo(EntityKind::Deal).defaults).empty());
}
