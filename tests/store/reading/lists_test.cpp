// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading/lists.h"

#include "domain/records/inenglish.h"
#include "domain/records/loadedrecord.h"
#include "domain/records/totals.h"
#include "domain/rules/deals.h"
#include "domain/text/currencytable.h"
#include "domain/text/text.h"
#include "support/randombook.h"
#include "support/salesbook.h"

#include <algorithm>
#include <functional>

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::RandomBook;
using test::SalesBook;

namespace {

const QDate today(2026, 2, 15);
const store::Viewer ana{UserId{1}, QTimeZone("Asia/Tokyo")};

Query query(const QString &filter, const QString &order = {}, EntityKind kind = EntityKind::Deal)
{
    const auto parsed = parseFilter(kind, filter, today);
    INFO((parsed ? QString() : inEnglish(parsed.error().text)).toStdString());
    REQUIRE(parsed);
    return {kind, *parsed, test::valueOf(parseOrder(kind, order))};
}

// An amount of the deal in thousandths of a currency unit.
qint64 thousandths(const Deal &deal, qint64 minor)
{
    const int decimals = currencyDecimals(deal.currency).value_or(2);
    return minor * (decimals == 0 ? 1000 : decimals == 3 ? 1 : 10);
}

qint64 thousandths(const Deal &deal)
{
    return thousandths(deal, *deal.amount);
}

qint64 percentOf(const RandomBook &book, const Deal &deal)
{
    return effectiveProbability(deal, book.stageOf(deal)).percent;
}

std::optional<qint64> weightedOf(const RandomBook &book, const Deal &deal)
{
    return deal.amount ? std::optional(weighted(*deal.amount, percentOf(book, deal))) : std::nullopt;
}

qint64 weightedThousandths(const RandomBook &book, const Deal &deal)
{
    return thousandths(deal, *weightedOf(book, deal));
}

using Meets = std::function<bool(const Deal &)>;
struct Case {
    QString filter;
    Meets meets;
};

std::vector<Case> conditionsOnLinks(const RandomBook &book)
{
    const auto ownerTeam = [&book](const Deal &d) {
        const User *owner = book.ownerOf(d);
        return owner ? owner->team.value : 0;
    };
    const auto company = [&book](const Deal &d) {
        const Company *found = book.companyOf(d);
        return found ? found->name : QString();
    };
    return {
        {u""_s, [](const Deal &) { return true; }},
        {u"owner:me"_s, [](const Deal &d) { return d.owner.value == 1; }},
        {u"-owner:me"_s, [](const Deal &d) { return d.owner.value != 1; }},
        {u"owner:me,ben"_s, [](const Deal &d) { return d.owner.value == 1 || d.owner.value == 2; }},
        {u"owner:nunez"_s, [](const Deal &d) { return d.owner.value == 1; }},
        {u"owner:\"dorte o'neill\""_s, [](const Deal &d) { return d.owner.value == 4; }},
        {u"owner:nobody"_s, [](const Deal &) { return false; }},
        {u"-owner:nobody"_s, [](const Deal &) { return true; }},
        {u"owner:"_s, [](const Deal &d) { return !d.owner; }},
        {u"-owner:"_s, [](const Deal &d) { return bool(d.owner); }},
        {u"team:South"_s, [=](const Deal &d) { return ownerTeam(d) == 1; }},
        {u"-team:South"_s, [=](const Deal &d) { return ownerTeam(d) != 1; }},
        {u"team:\"North 100%\""_s, [=](const Deal &d) { return ownerTeam(d) == 2; }},
        {u"team:"_s, [=](const Deal &d) { return ownerTeam(d) == 0; }},
        {u"-team:"_s, [=](const Deal &d) { return ownerTeam(d) != 0; }},
        {u"tag:important"_s, [&](const Deal &d) { return book.important.contains(d.id.value); }},
        {u"-tag:\"Very important\""_s, [&](const Deal &d) { return !book.important.contains(d.id.value); }},
        {u"tag:"_s, [&](const Deal &d) { return !book.important.contains(d.id.value); }},
        {u"-tag:"_s, [&](const Deal &d) { return book.important.contains(d.id.value); }},
        {u"company:\"50% Off\""_s, [=](const Deal &d) { return company(d) == u"50% Off"_s; }},
        {u"company:50%"_s, [=](const Deal &d) { return company(d) == u"50% Off"_s; }},
        {u"company:a_"_s, [=](const Deal &d) { return company(d) == u"a_b Trading"_s; }},
        {u"company:o'neill"_s, [=](const Deal &d) { return company(d) == u"O'Neill"_s; }},
        {u"company:LAKA"_s, [=](const Deal &d) { return company(d) == u"Łąka & Co"_s; }},
        {u"company:uber"_s, [=](const Deal &d) { return company(d).contains(u"Über"_s); }},
        {u"company:acme"_s, [=](const Deal &d) { return company(d) == u"Acme"_s; }}, // exactly that name
        {u"-company:acme,日本"_s,
         [=](const Deal &d) { return company(d) != u"Acme"_s && company(d) != u"日本 Trading"_s; }},
    };
}

std::vector<Case> conditionsOnText()
{
    return {
        {u"name:%"_s, [](const Deal &d) { return d.name.contains(u'%'); }},
        {u"name:a_b"_s, [](const Deal &d) { return d.name.contains(u"a_b"_s); }},
        {u"name:STRASSE"_s, [](const Deal &d) { return d.name.contains(u"Straße"_s); }},
        {u"name:\\back"_s, [](const Deal &d) { return d.name.contains(u"\\back"_s); }},
        {u"-name:fan"_s, [](const Deal &d) { return !d.name.contains(u"Fan"_s); }},
        {u"competitor:Übersee"_s, [](const Deal &d) { return d.competitor == u"Übersee AG"_s; }},
        {u"competitor:TRADING"_s, [](const Deal &d) { return d.competitor.contains(u"Trading"_s); }},
        {u"competitor:a_b"_s, [](const Deal &d) { return d.competitor == u"a_b Trading"_s; }},
        {u"competitor:"_s, [](const Deal &d) { return d.competitor.isEmpty(); }},
        {u"ren"_s, [](const Deal &d) { return d.name.contains(u"renewal"_s); }},
        {u"strasse fan"_s,
         [](const Deal &d) { return d.name.contains(u"Straße"_s) && d.name.contains(u"Fan"_s); }},
        {u"over"_s, [](const Deal &) { return false; }}, // only in the middle of a word
    };
}

// An amount or a type that is not there meets neither a condition nor its opposite by accident.
std::vector<Case> alternatives(const RandomBook &book)
{
    const auto isMine = [](const Deal &d) { return d.owner.value == 1; };
    const auto isRenewal = [](const Deal &d) { return d.name.contains(u"renewal"_s); };
    const auto isImportant = [&book](const Deal &d) { return book.important.contains(d.id.value); };
    return {
        {u"owner:me or amount:"_s, [=](const Deal &d) { return isMine(d) || !d.amount; }},
        {u"-(owner:me or amount:)"_s, [=](const Deal &d) { return !isMine(d) && d.amount; }},
        {u"owner:me (ren or tag:important)"_s,
         [=](const Deal &d) { return isMine(d) && (isRenewal(d) || isImportant(d)); }},
        {u"owner:me ren or -owner:me -tag:important"_s,
         [=](const Deal &d) { return (isMine(d) && isRenewal(d)) || (!isMine(d) && !isImportant(d)); }},
        {u"-(owner:me ren)"_s, [=](const Deal &d) { return !(isMine(d) && isRenewal(d)); }},
        {u"-(owner:me -(ren or tag:important)) -amount:"_s,
         [=](const Deal &d) { return !(isMine(d) && !isRenewal(d) && !isImportant(d)) && d.amount; }},
        {u"(owner:me or ren) (tag:important or amount:)"_s,
         [=](const Deal &d) { return (isMine(d) || isRenewal(d)) && (isImportant(d) || !d.amount); }},
        {u"-(amount:>0 or amount:<=0) or type:"_s,
         [](const Deal &d) { return !d.amount || d.type == DealType::Unstated; }},
    };
}

std::vector<Case> conditionsOnValues(const RandomBook &book)
{
    const auto tokyoDay = [&book](const Deal &d) { return dayOf(book.created.value(d.id.value), ana.zone); };
    return {
        {u"stage:offer,waiting"_s, [](const Deal &d) { return d.stage.value == 2 || d.stage.value == 5; }},
        {u"status:won,lost"_s,
         [](const Deal &d) { return d.status == StageType::Won || d.status == StageType::Lost; }},
        {u"-status:open"_s, [](const Deal &d) { return d.status != StageType::Open; }},
        {u"type:"_s, [](const Deal &d) { return d.type == DealType::Unstated; }},
        {u"-type:renewal"_s, [](const Deal &d) { return d.type != DealType::Renewal; }},
        {u"amount:"_s, [](const Deal &d) { return !d.amount; }},
        {u"-amount:"_s, [](const Deal &d) { return d.amount.has_value(); }},
        {u"amount:>10k"_s, [](const Deal &d) { return d.amount && thousandths(d) > 10'000'000; }},
        {u"-amount:>10k"_s, [](const Deal &d) { return !d.amount || thousandths(d) <= 10'000'000; }},
        {u"amount:<=0"_s, [](const Deal &d) { return d.amount && thousandths(d) <= 0; }},
        {u"amount:<=99.9999"_s, [](const Deal &d) { return d.amount && thousandths(d) <= 99'999; }},
        {u"amount:<9300000000000000"_s, [](const Deal &d) { return d.amount.has_value(); }},
        {u"amount:-5k..50k"_s,
         [](const Deal &d) {
             return d.amount && thousandths(d) >= -5'000'000 && thousandths(d) <= 50'000'000;
         }},
        {u"probability:>=50"_s, [&book](const Deal &d) { return percentOf(book, d) >= 50; }},
        {u"probability:100,0"_s,
         [&book](const Deal &d) { return percentOf(book, d) == 100 || percentOf(book, d) == 0; }},
        {u"probability:"_s, [](const Deal &) { return false; }},
        {u"probability-override:"_s, [](const Deal &d) { return !d.probabilityOverride; }},
        {u"weighted:"_s, [](const Deal &d) { return !d.amount; }},
        {u"weighted:>5k"_s,
         [&book](const Deal &d) { return d.amount && weightedThousandths(book, d) > 5'000'000; }},
        {u"-weighted:<=0"_s,
         [&book](const Deal &d) { return !d.amount || weightedThousandths(book, d) > 0; }},
        {u"close:2026-02"_s,
         [](const Deal &d) { return d.expectedClose.isValid() && d.expectedClose.month() == 2; }},
        {u"close:<2026-02"_s,
         [](const Deal &d) { return d.expectedClose.isValid() && d.expectedClose < QDate(2026, 2, 1); }},
        {u"-close:>2026-02"_s,
         [](const Deal &d) { return !d.expectedClose.isValid() || d.expectedClose <= QDate(2026, 2, 28); }},
        {u"close:"_s, [](const Deal &d) { return !d.expectedClose.isValid(); }},
        {u"created:2026-01"_s, [=](const Deal &d) { return tokyoDay(d).month() == 1; }},
        {u"created:>2026-01"_s, [=](const Deal &d) { return tokyoDay(d).month() > 1; }},
        {u"created:"_s, [](const Deal &) { return false; }},
        {u"-modified:"_s, [](const Deal &) { return true; }},
        {u"id:3,5,9000"_s, [](const Deal &d) { return d.id.value == 3 || d.id.value == 5; }},
        {u"id:"_s, [](const Deal &) { return false; }},
        {u"id:<9223372036854775807"_s, [](const Deal &) { return true; }},
    };
}

std::vector<Case> conditions(const RandomBook &book)
{
    std::vector<Case> all = conditionsOnLinks(book);
    for (const std::vector<Case> &more : {conditionsOnText(), conditionsOnValues(book), alternatives(book)})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

std::vector<qint64> idsWhere(const RandomBook &book, const Meets &meets)
{
    std::vector<qint64> found;
    for (const Deal &deal : book.deals) {
        if (meets(deal))
            found.push_back(deal.id.value);
    }
    return found;
}

std::vector<qint64> ids(FreshBook &book, const Query &asked)
{
    return test::valueOf(store::ids(book.connection(), asked, ana, 0));
}

// A key whose text order is the number's order; missing numbers come first.
QByteArray numberKey(std::optional<qint64> number)
{
    return number ? QByteArray::number(*number + qint64(4'000'000'000'000'000'000)) : QByteArray();
}

using Key = std::function<QByteArray(const Deal &)>;
struct OrderCase {
    QString order;
    Key key;
};

std::vector<OrderCase> orders(const RandomBook &book)
{
    return {
        {u"name"_s, [](const Deal &d) { return d.nameKey.toUtf8(); }},
        {u"amount"_s, // as it is written, whatever the currency
         [](const Deal &d) { return numberKey(d.amount ? std::optional(thousandths(d)) : std::nullopt); }},
        {u"close"_s, [](const Deal &d) { return d.expectedClose.toString(Qt::ISODate).toUtf8(); }},
        {u"competitor"_s, [](const Deal &d) { return d.competitor.toUtf8(); }},
        {u"probability"_s, // the effective one, as the list shows it
         [&](const Deal &d) { return numberKey(percentOf(book, d)); }},
        {u"weighted"_s,
         [&](const Deal &d) {
             return numberKey(d.amount ? std::optional(weightedThousandths(book, d)) : std::nullopt);
         }},
        {u"type"_s, [](const Deal &d) { return numberKey(qint64(d.type)); }},
        {u"id"_s, [](const Deal &d) { return numberKey(d.id.value); }},
        {u"created"_s, [&](const Deal &d) { return numberKey(book.created.value(d.id.value).ms); }},
        {u"stage"_s, [&](const Deal &d) { return numberKey(book.stageOf(d).position); }},
        {u"owner"_s,
         [&](const Deal &d) {
             return book.ownerOf(d) ? fold(book.ownerOf(d)->name).toUtf8() : QByteArray();
         }},
        {u"company"_s,
         [&](const Deal &d) {
             return book.companyOf(d) ? fold(book.companyOf(d)->name).toUtf8() : QByteArray();
         }},
    };
}

std::vector<qint64> sorted(const RandomBook &book, const Key &key, bool up)
{
    std::vector<Deal> deals = book.deals;
    std::sort(deals.begin(), deals.end(), [&](const Deal &a, const Deal &b) {
        const auto left = std::pair(key(a), a.id.value);
        const auto right = std::pair(key(b), b.id.value);
        return up ? left < right : right < left;
    });
    std::vector<qint64> order;
    for (const Deal &deal : deals)
        order.push_back(deal.id.value);
    return order;
}

// As a part of a longer filter.
QString bracketed(const QString &filter)
{
    return filter.contains(u" or "_s) ? u'(' + filter + u')' : filter;
}

} // namespace

TEST_CASE("Every filter finds the deals that meet it, on either engine, and no others", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const RandomBook sales(book, 11, 250);
    for (const Case &each : conditions(sales)) {
        CAPTURE(each.filter);
        CHECK(ids(book, query(each.filter, u"id"_s)) == idsWhere(sales, each.meets));
    }
}

TEST_CASE("Two conditions are both met", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const RandomBook sales(book, 12, 120);
    const std::vector<Case> cases = conditions(sales);
    for (size_t i = 0; i + 7 < cases.size(); ++i) {
        const Case &a = cases[i];
        const Case &b = cases[i + 7];
        const QString both = bracketed(a.filter) + u' ' + bracketed(b.filter);
        CAPTURE(both);
        CHECK(ids(book, query(both, u"id"_s))
              == idsWhere(sales, [&](const Deal &d) { return a.meets(d) && b.meets(d); }));
    }
}

TEST_CASE("A list is in the order asked for, what is missing first, the same on either engine", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const RandomBook sales(book, 13, 250);
    for (const OrderCase &each : orders(sales)) {
        CAPTURE(each.order);
        CHECK(ids(book, query({}, each.order)) == sorted(sales, each.key, true));
        CHECK(ids(book, query({}, u'-' + each.order)) == sorted(sales, each.key, false));
    }
    CHECK(ids(book, query({}))
          == sorted(
              sales, [](const Deal &d) { return d.nameKey.toUtf8(); }, true));
}

TEST_CASE("Amounts of all currencies are sorted by what is written, until there are rates", "[store]")
{
    SalesBook book(GENERATE(test::anyEngine()));
    const auto add = [&](std::optional<qint64> minor, const QString &currency) {
        return book.deal(u"Deal"_s, book.offer, minor, currency).value;
    };
    constexpr qint64 largest = 1'000'000'000'000'000; // minor units, as a record may have them
    const qint64 dinars = add(1'000'000, u"KWD"_s);   // 1,000
    const qint64 euros = add(500'000, u"EUR"_s);      // 5,000
    const qint64 yen = add(400'000, u"JPY"_s);        // 400,000
    const qint64 units = add(12'345'678, u"CLF"_s);   // 1,234.5678
    const qint64 riches = add(largest, u"KRW"_s);
    const qint64 less = add(largest - 1, u"JPY"_s);
    const qint64 refund = add(-200'000, u"JPY"_s); // -200,000
    const qint64 credit = add(-500'000, u"EUR"_s); // -5,000
    const qint64 nothing = add({}, u"EUR"_s);
    const std::vector<qint64> up{nothing, refund, credit, dinars, units, euros, yen, less, riches};
    CHECK(ids(book, query({}, u"amount"_s)) == up);
    CHECK(ids(book, query({}, u"-amount"_s)) == std::vector<qint64>(up.rbegin(), up.rend()));
    CHECK(ids(book, query(u"amount:>=1234.5678"_s, u"amount"_s))
          == std::vector<qint64>{units, euros, yen, less, riches});
    CHECK(ids(book, query(u"amount:>1234.5678"_s, u"amount"_s))
          == std::vector<qint64>{euros, yen, less, riches});
    CHECK(ids(book, query(u"amount:1000,400k"_s, u"amount"_s)) == std::vector<qint64>{dinars, yen});
    CHECK(ids(book, query(u"amount:>999999999999999"_s)) == std::vector<qint64>{riches});
    CHECK(ids(book, query(u"amount:<-5000"_s)) == std::vector<qint64>{refund});
    CHECK(ids(book, query(u"amount:"_s)) == std::vector<qint64>{nothing});
}

TEST_CASE("What is more than an amount stands above it when sorted", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const RandomBook sales(book, 15, 250);
    for (const QString &subject : {u"amount"_s, u"weighted"_s}) {
        const std::vector<qint64> all = ids(book, query({}, u'-' + subject));
        for (const QString &number : {u"0"_s, u"-1234.5"_s, u"2500"_s, u"5002.5"_s, u"50k"_s, u"1m"_s}) {
            const QString filter = subject + u":>"_s + number;
            CAPTURE(filter);
            const std::vector<qint64> more = ids(book, query(filter, u'-' + subject));
            REQUIRE(more.size() <= all.size());
            CHECK(std::equal(more.begin(), more.end(), all.begin()));
        }
    }
}

TEST_CASE("People are listed alike by name and by its parts, whoever says it", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    for (const auto &[first, last] : std::vector<std::pair<QString, QString>>{
             {u"Zoe"_s, u"Álvarez"_s}, {u"anna"_s, u"de Boer"_s}, {u"Ben"_s, u"alvarez"_s}, {u"Cher"_s, {}}})
        book.add(Contact{.firstName = first, .lastName = last});
    const std::vector<qint64> byName{3, 1, 4, 2};
    const std::vector<qint64> backwards(byName.rbegin(), byName.rend());
    for (const QString &order : {QString(), u"name"_s, u"last_name"_s, u"last_name,first_name"_s,
                                 u"last_name,first_name,name,id"_s}) {
        CAPTURE(order);
        CHECK(ids(book, query({}, order, EntityKind::Contact)) == byName);
    }
    for (const QString &order : {u"-name"_s, u"-last_name,-first_name"_s}) {
        CAPTURE(order);
        CHECK(ids(book, query({}, order, EntityKind::Contact)) == backwards);
    }
}

TEST_CASE("The first rows of a list are the beginning of the whole", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const RandomBook sales(book, 14, 60);
    const Query asked = query(u"-owner:ben"_s, u"-amount"_s);
    std::vector<qint64> all = ids(book, asked);
    all.resize(7);
    CHECK(test::valueOf(store::ids(book.connection(), asked, ana, 7)) == all);
}

TEST_CASE("The total of a list is the sum of its rows, by currency, weighted deal by deal", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const RandomBook sales(book, 15, 250);
    for (const Case &each : conditions(sales)) {
        CAPTURE(each.filter);
        qint64 count = 0;
        QMap<QString, MoneySum> sums;
        for (const Deal &deal : sales.deals) {
            if (!each.meets(deal))
                continue;
            ++count;
            if (!deal.amount)
                continue;
            MoneySum &sum = sums[deal.currency];
            sum.currency = deal.currency;
            sum.minor += *deal.amount;
            sum.weighted += weighted(*deal.amount, effectiveProbability(deal, sales.stageOf(deal)).percent);
        }
        const Totals totals = test::valueOf(store::totals(book.connection(), query(each.filter), ana));
        CHECK(totals.count == count);
        CHECK(totals.sums.size() == size_t(sums.size()));
        for (const MoneySum &sum : totals.sums) {
            CAPTURE(sum.currency);
            CHECK(sum == sums.value(sum.currency));
        }
        CHECK(std::is_sorted(totals.sums.begin(), totals.sums.end(), isLarger));
    }
}

TEST_CASE("Rows come in the order of their ids, with the names of what they refer to", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const RandomBook sales(book, 16, 300);
    std::vector<qint64> wanted;
    for (qint64 id = 300; id > 0; --id) { // more than a page
        wanted.push_back(id);
        if (id % 50 == 0)
            wanted.push_back(9000 + id); // no record has this id
    }
    const auto rows = test::valueOf(store::rows(book.connection(), EntityKind::Deal, wanted));
    REQUIRE(rows.size() == 300);
    const EntityInfo &info = entityInfo(EntityKind::Deal);
    for (const LoadedRecord &row : rows) {
        const Deal &deal = sales.deals[size_t(row.record.ref.id - 1)];
        CHECK(as<Deal>(row.record) == deal);
        const Company *company = sales.companyOf(deal);
        CHECK(row.titleOf(info.indexOf(u"company_id")) == (company ? company->name : QString()));
        CHECK(row.titleOf(info.indexOf(u"stage_id")) == sales.stageOf(deal).name);
    }
    CHECK(rows.front().record.ref.id == 300);
    CHECK(rows.back().record.ref.id == 1);
}

TEST_CASE("A filter on many companies of one name counts all their deals", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const RandomBook sales(book, 17, 1);
    Edit edit{Sentence::verbatim(u"Add branches"_s)};
    for (int i = 0; i < 500; ++i) {
        edit.changes.push_back(create(Company{.name = u"Branch %1"_s.arg(i)}, 100 + i));
        edit.changes.push_back(
            create(Deal{.name = u"D"_s, .company = {100 + i}, .pipeline = {1}, .stage = {1}}));
    }
    book.commit(edit);
    CHECK(test::valueOf(store::totals(book.connection(), query(u"company:branch"_s), ana)).count == 500);
    CHECK(test::valueOf(store::totals(book.connection(), query(u"-company:branch"_s), ana)).count == 1);
}

TEST_CASE("A user's team is the user's own", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const RandomBook sales(book, 18, 1);
    CHECK(ids(book, query(u"team:south"_s, u"id"_s, EntityKind::User)) == std::vector<qint64>{1, 4});
    CHECK(ids(book, query(u"team:"_s, u"id"_s, EntityKind::User)) == std::vector<qint64>{3});
}

TEST_CASE("What was deleted is in no list and no total, and comes back with undo", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const RandomBook sales(book, 19, 20);
    book.commit({Sentence::verbatim(u"Delete"_s), {remove({EntityKind::Deal, 4})}});
    CHECK(ids(book, query(u"id:3,4"_s)).size() == 1);
    CHECK(test::valueOf(store::totals(book.connection(), query({}), ana)).count == 19);
    book.undo();
    CHECK(ids(book, query(u"id:3,4"_s)).size() == 2);
    CHECK(test::valueOf(store::totals(book.connection(), query({}), ana)).count == 20);
}

TEST_CASE("An amount is compared in its own currency, and a line's in that of its deal", "[store]")
{
    SalesBook book(GENERATE(test::anyEngine()));
    const DealId fund = book.deal(u"Fund"_s, book.offer, 12'345, u"CLF"_s); // four decimals: 1.2345
    const DealId yen = book.deal(u"Yen"_s, book.offer, 12'345, u"JPY"_s);
    const auto found = [&](const QString &filter, EntityKind kind = EntityKind::Deal) {
        return test::valueOf(store::ids(book.connection(), query(filter, {}, kind), ana, 0));
    };
    CHECK(found(u"amount:1.2345"_s) == std::vector{fund.value});
    CHECK(found(u"amount:<2"_s) == std::vector{fund.value});
    CHECK(found(u"amount:>12344"_s) == std::vector{yen.value});
    book.add(LineItem{.deal = fund, .product = book.drill, .unitPrice = 20'000});
    const auto line = book.add(LineItem{.deal = yen, .product = book.drill, .unitPrice = 20'000});
    CHECK(found(u"unit_price:>2"_s, EntityKind::LineItem) == std::vector{line.value});
}

TEST_CASE("Each word of a filter must occur, whatever kind of record is asked for", "[store]")
{
    SalesBook book(GENERATE(test::anyEngine()));
    book.add(Team{.name = u"North Sea"_s});
    const auto count = [&](const QString &filter) {
        return test::valueOf(store::totals(book.connection(), query(filter, {}, EntityKind::Team), ana))
            .count;
    };
    CHECK(count(u"north"_s) == 2);
    CHECK(count(u"north sea"_s) == 1);
    CHECK(count(u"north south"_s) == 0);
}
