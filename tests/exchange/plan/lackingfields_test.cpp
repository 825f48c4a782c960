// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/lackingfields.h"

#include "support/catch_qt.h"

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;
using test::valueOf;

namespace {

const BookWords book{{u"ana ruiz"_s, u"ana@ours.example"_s}, {u"qualified"_s, u"offer"_s, u"won"_s}};

// "amount: Deal Size, Fee; stage: Where": what is lacking in a file of these columns and rows.
QString lackingIn(EntityKind kind, const QStringList &columns, const std::vector<QStringList> &rows)
{
    const ImportPlan plan = valueOf(planImport(kind, columns, {}, {}));
    QList<qsizetype> rest;
    for (const QString &column : plan.notImported)
        rest += plan.columns.indexOf(column);
    QStringList fields;
    for (const LackingField &field : lackingFields(plan, rest, rows, book)) {
        QStringList names;
        for (const qsizetype column : field.columns)
            names += plan.columns[column];
        fields += field.target + u": "_s + names.join(u", "_s);
    }
    return fields.join(u"; "_s);
}

// Of deals with a name and one more column, whatever it is called.
QString lackingInDeals(const QString &column, const QStringList &cells)
{
    std::vector<QStringList> rows;
    for (const QString &cell : cells)
        rows.push_back({u"Deal %1"_s.arg(rows.size()), cell});
    return lackingIn(EntityKind::Deal, {u"Deal name"_s, column}, rows);
}

} // namespace

TEST_CASE("Money that nothing takes may be the amount of deals, whatever its column is called", "[exchange]")
{
    CHECK(lackingInDeals(u"Zork"_s, {u"$1,500.00"_s, u"$20.00"_s}) == u"amount: Zork"_s);
    CHECK(lackingInDeals(u"Zork"_s, {u"12.000 €"_s, u""_s, u"n/a"_s, u"1 €"_s}) == u"amount: Zork"_s);
    CHECK(lackingInDeals(u"Zork"_s, {u"USD 1200"_s}) == u"amount: Zork"_s);
    CHECK(lackingInDeals(u"zork_price"_s, {u"1500"_s, u"20.5"_s}) == u"amount: zork_price"_s);
    CHECK(lackingInDeals(u"Zorksumme"_s, {u"1.500,00"_s}) == u"amount: Zorksumme"_s);
    CHECK(lackingInDeals(u"ZorkBudget"_s, {u"1500"_s}) == u"amount: ZorkBudget"_s);
    // Numbers of something else, and what is no money at all.
    CHECK(lackingInDeals(u"Zork"_s, {u"1500"_s, u"20"_s}).isEmpty());
    CHECK(lackingInDeals(u"Zork price"_s, {u"2026-01-02"_s}).isEmpty());
    CHECK(lackingInDeals(u"Zork price"_s, {u"40 %"_s}).isEmpty());
    CHECK(lackingInDeals(u"Zork price"_s, {u"high"_s, u"low"_s}).isEmpty());
    CHECK(lackingInDeals(u"Zork price"_s, {}).isEmpty());
}

TEST_CASE("Of several columns of money the likeliest is asked about first", "[exchange]")
{
    CHECK(lackingIn(EntityKind::Deal, {u"Deal name"_s, u"Zork price"_s, u"Zork"_s, u"Zork budget"_s},
                    {{u"A"_s, u"5"_s, u"$7"_s, u"$9"_s}})
          == u"amount: Zork budget, Zork, Zork price"_s);
    // There is an amount: nothing is lacking.
    CHECK(lackingIn(EntityKind::Deal, {u"Deal name"_s, u"Amount"_s, u"Zork budget"_s},
                    {{u"A"_s, u"5"_s, u"$9"_s}})
              .isEmpty());
}

TEST_CASE("Codes of currencies are asked about where there is money", "[exchange]")
{
    CHECK(lackingIn(EntityKind::Deal, {u"Deal name"_s, u"Amount"_s, u"Zork"_s},
                    {{u"A"_s, u"5"_s, u"USD"_s}, {u"B"_s, u"5"_s, u"CHF"_s}})
          == u"currency: Zork"_s);
    CHECK(lackingIn(EntityKind::Deal, {u"Deal name"_s, u"Zork price"_s, u"Zork"_s},
                    {{u"A"_s, u"5"_s, u"USD"_s}})
          == u"amount: Zork price; currency: Zork"_s);
    CHECK(lackingInDeals(u"Zork"_s, {u"USD"_s}).isEmpty());
    CHECK(lackingIn(EntityKind::Deal, {u"Deal name"_s, u"Amount"_s, u"Zork"_s},
                    {{u"A"_s, u"5"_s, u"GER"_s}, {u"B"_s, u"5"_s, u"CHE"_s}})
              .isEmpty());
}

TEST_CASE("Words that are stages of the book, or say won and lost, are asked about", "[exchange]")
{
    CHECK(lackingInDeals(u"Zork"_s, {u"Offer"_s, u"Somewhere"_s, u"QUALIFIED"_s}) == u"stage: Zork"_s);
    CHECK(lackingInDeals(u"Zork"_s, {u"WON"_s, u"Open"_s, u"Verloren"_s}) == u"status: Zork"_s);
    CHECK(lackingInDeals(u"Zork"_s, {u"Open"_s, u"Active"_s}).isEmpty()); // of anything
    CHECK(lackingInDeals(u"Zork"_s, {u"North"_s, u"Won"_s, u"South"_s}).isEmpty());
    CHECK(lackingIn(EntityKind::Lead, {u"Last name"_s, u"Zork"_s},
                    {{u"A"_s, u"New"_s}, {u"B"_s, u"Contacted"_s}, {u"C"_s, u"Other"_s}})
          == u"status: Zork"_s);
    CHECK(lackingIn(EntityKind::Lead, {u"Last name"_s, u"Zork"_s},
                    {{u"A"_s, u"New"_s}, {u"B"_s, u"Existing"_s}})
              .isEmpty());
}

TEST_CASE("Of days only those are asked about whose name speaks of an end", "[exchange]")
{
    CHECK(lackingInDeals(u"Zork signed"_s, {u"2026-03-04"_s, u"05/06/2026"_s}) == u"close: Zork signed"_s);
    CHECK(lackingInDeals(u"zork_deadline"_s, {u"4.3.2026"_s}) == u"close: zork_deadline"_s);
    CHECK(lackingInDeals(u"Zork"_s, {u"2026-03-04"_s}).isEmpty());
    CHECK(lackingInDeals(u"Zork signed"_s, {u"yes"_s, u"no"_s}).isEmpty());
    const ImportPlan plan = valueOf(
        planImport(EntityKind::Deal, {u"Deal name"_s, u"Zork"_s, u"Expected close"_s, u"Note"_s}, {}, {}));
    CHECK(columnsOfDays(plan, {{u"A"_s, u"2026-03-04"_s, u"2026-04-05"_s, u"call"_s}})
          == QStringList{u"Expected close"_s, u"Zork"_s});
}

TEST_CASE("Addresses, numbers, names and owners of people without any are asked about", "[exchange]")
{
    const auto lackingBeside = [](const QString &known, const QStringList &cells) {
        std::vector<QStringList> rows;
        for (const QString &cell : cells)
            rows.push_back({u"x"_s, cell});
        return lackingIn(EntityKind::Contact, {known, u"Zork"_s}, rows);
    };
    CHECK(lackingBeside(u"Last name"_s, {u"ann@a.example"_s, u"Bo <bo@b.example>"_s}) == u"email: Zork"_s);
    CHECK(lackingBeside(u"Email"_s, {u"ann@a.example"_s}).isEmpty());
    CHECK(lackingBeside(u"Last name"_s, {u"+49 30 1234567"_s, u"(030) 123-4567 ext. 5"_s})
          == u"phone: Zork"_s);
    CHECK(lackingBeside(u"Last name"_s, {u"212-555-0100"_s}) == u"phone: Zork"_s);
    CHECK(lackingBeside(u"Last name"_s, {u"4711000815"_s}).isEmpty()); // a code
    CHECK(lackingBeside(u"Last name"_s, {u"2026-03-04"_s, u"04.03.2026"_s}).isEmpty());
    CHECK(lackingBeside(u"Last name"_s, {u"Ana Ruiz"_s, u"ANA@ours.example"_s}) == u"owner: Zork"_s);
    CHECK(lackingBeside(u"Last name"_s, {u"Ana Ruiz"_s, u"Max Power"_s}).isEmpty());
    CHECK(lackingBeside(u"Email"_s, {u"Ann Lee"_s, u"Jörg van Dam"_s, u"O'Neil, Bo"_s}) == u"name: Zork"_s);
    CHECK(lackingBeside(u"Email"_s, {u"web form"_s, u"trade fair"_s}).isEmpty());
    CHECK(lackingBeside(u"Email"_s, {u"Trade Fair"_s, u"Trade Fair"_s, u"Trade Fair"_s}).isEmpty());
    CHECK(lackingBeside(u"Email"_s, {u"Smith Ltd"_s, u"Berg GmbH"_s}).isEmpty());
}

TEST_CASE("A column is asked about once, and thousands of them cost little", "[exchange]")
{
    QStringList columns{u"Deal name"_s};
    QStringList cells{u"A"_s};
    for (int i = 0; i < 5000; ++i) {
        columns += u"Zork %1"_s.arg(i);
        cells += i == 3 ? u"$5"_s : u"text"_s;
    }
    CHECK(lackingIn(EntityKind::Deal, columns, {cells}) == u"amount: Zork 3"_s);
}
