// SPDX-License-Identifier: GPL-3.0-or-later
// Search as you type over every kind, in groups as the palette shows them, by the number of characters typed: the beginnings of random words that
// occur in the book, common and rare ones.
#include "store/search/search.h"
#include "bench/families.h"
#include "bench/measure.h"
#include "domain/records/contact.h"
#include "domain/text/text.h"
#include "store/reading/alike.h"
#include "store/rows/records.h"

using namespace Qt::StringLiterals;

namespace headway::bench {

namespace {

constexpr int hitsOfKind = 5;
constexpr int questions = 100;

// Words from names, subjects and notes.
QStringList wordsOfTheBook(Bench &bench)
{
    QStringList found;
    const std::pair<EntityKind, QString> texts[] = {{EntityKind::Contact, u"name"_s},
                                                    {EntityKind::Company, u"name"_s},
                                                    {EntityKind::Deal, u"name"_s},
                                                    {EntityKind::Activity, u"subject || ' ' || note"_s}};
    for (const auto &[kind, text] : texts) {
        for (const qint64 id : bench.someIds(kind, questions / 2)) {
            const Value cell = must(bench.reader().cell(
                u"SELECT "_s + text + u" FROM "_s + tableName(kind) + u" WHERE id = ?"_s, {id}));
            const QStringList some = words(textOf(cell));
            if (!some.isEmpty())
                found += some[qsizetype(id % some.size())];
        }
    }
    return found;
}

// Of people, with each town and country the family name before it.
struct Places {
    QStringList towns = {};
    QStringList countries = {}; // long words that many records have
    QStringList named = {};
};

Places placesOfTheBook(Bench &bench)
{
    Places places;
    for (const qint64 id : bench.someIds(EntityKind::Contact, questions)) {
        const sql::Values person =
            must(bench.reader().row(u"SELECT last_name, city, country FROM contact WHERE id = ?"_s, {id}));
        if (person.empty() || textOf(person[1]).isEmpty())
            continue;
        places.towns += textOf(person[1]);
        places.countries += textOf(person[2]);
        places.named += textOf(person[0]) + u' ' + textOf(person[1]);
    }
    return places;
}

QStringList phoneParts(Bench &bench)
{
    QStringList parts;
    for (const qint64 id : bench.someIds(EntityKind::ContactPoint, questions)) {
        const sql::Values point =
            must(bench.reader().row(u"SELECT reach_by, value FROM contact_point WHERE id = ?"_s, {id}));
        const QString digits = point.empty() ? QString() : phoneDigits(textOf(point[1]));
        if (!point.empty() && textOf(point[0]) == u"phone" && digits.size() >= 7)
            parts += digits.mid(digits.size() - 7 + int(id % 3), 5);
    }
    return parts;
}

void measureQuestions(Bench &bench, const QString &name, const QStringList &typed)
{
    if (typed.isEmpty())
        return;
    bench.compareReading({name, {.p99 = 16.7}, int(typed.size())},
                         [&](sql::Connection &connection, int i) -> Result<> {
                             HEADWAY_CHECK(store::searchGroups(connection, typed[i], hitsOfKind));
                             return {};
                         });
}

// People as somebody types them anew: a letter of the name is missing, the number is written at home.
void measureAlreadyHere(Bench &bench)
{
    if (!bench.wants(u"search.already-here"_s))
        return;
    std::vector<Row> typed;
    for (const qint64 id : bench.someIds(EntityKind::Contact, questions)) {
        auto person = as<Contact>(must(store::load(bench.reader(), {EntityKind::Contact, id})));
        person.lastName.chop(1);
        typed.push_back(toRow(Contact{.firstName = person.firstName,
                                      .lastName = person.lastName,
                                      .email = u"x"_s + person.email,
                                      .phone = person.phone}));
    }
    bench.compareReading(
        {u"search.already-here"_s, {.p99 = 16.7}, int(typed.size())},
        [&](sql::Connection &connection, int i) -> Result<> {
            HEADWAY_CHECK(store::alreadyHere(connection, EntityKind::Contact, typed[size_t(i)], hitsOfKind));
            return {};
        });
}

} // namespace

void measureSearch(Bench &bench)
{
    measureAlreadyHere(bench);
    if (!bench.wants(u"search"_s) && !bench.wants(u"search.1"_s))
        return;
    const QStringList all = wordsOfTheBook(bench);
    for (int length = 1; length <= 8; ++length) {
        QStringList typed;
        for (const QString &word : all) {
            if (word.size() >= length && typed.size() < questions)
                typed += word.left(length);
        }
        measureQuestions(bench, u"search.%1"_s.arg(length), typed);
    }
    QStringList pairs;
    for (qsizetype i = 0; i + 1 < all.size() && pairs.size() < questions; ++i)
        pairs += all[i].left(3 + int(i % 3)) + u' ' + all[i + 1].left(2 + int(i % 4));
    measureQuestions(bench, u"search.two-words"_s, pairs);
    measureQuestions(bench, u"search.phone-part"_s, phoneParts(bench));
    const Places places = placesOfTheBook(bench);
    measureQuestions(bench, u"search.town"_s, places.towns);
    measureQuestions(bench, u"search.country"_s, places.countries);
    measureQuestions(bench, u"search.name-and-town"_s, places.named);
    measureQuestions(bench, u"search.nothing"_s, {u"qqqqx"_s, u"zzzzzzz"_s, u"xqj 12"_s});
}

} // namespace headway::bench
