// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/summaries/reports.h"

#include "domain/records/inenglish.h"
#include "domain/records/totals.h"
#include "store/actions/actions.h"
#include "support/salesbook.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;
using store::ReportBy;
using store::ReportOf;

namespace {

store::Report reported(SalesBook &book, const store::ReportRequest &request)
{
    return valueOf(store::report(book.connection(), request, {}));
}

// "Ana 2: 100 EUR 7 USD", one line per row
QStringList lines(const store::Report &report)
{
    QStringList list;
    for (const store::ReportRow &row : report.rows) {
        QString line = u"%1 %2:"_s.arg(row.label).arg(row.count);
        for (const MoneySum &sum : row.sums)
            line += u" %1 %2"_s.arg(sum.minor).arg(sum.currency);
        list += line;
    }
    return list;
}

// Deals with every outcome, owner, currency and day, and without them.
void fill(SalesBook &book)
{
    const std::vector<StageId> stages{book.offer, book.negotiation, book.paused, book.won, book.lost};
    const QStringList currencies{u"EUR"_s, u"USD"_s, u"JPY"_s};
    for (int i = 0; i < 120; ++i) {
        Deal deal{.name = QString::number(i), .stage = stages[size_t(i) % stages.size()]};
        if (i % 7)
            deal.amount = 1000 + 137 * i;
        if (deal.amount)
            deal.currency = currencies[i % 3];
        deal.company = i % 4 == 0 ? CompanyId{} : i % 2 ? book.acme : book.bolt;
        deal.owner = i % 5 < 2 ? book.ana : book.ben;
        deal.source = i % 3 ? book.fair : SourceId{};
        if (i % 6)
            deal.expectedClose = QDate(2026, 1, 1).addDays(11 * i);
        if (i % 8 == 0)
            deal.probabilityOverride = 33;
        if (deal.stage == book.won || deal.stage == book.lost)
            deal.closedOn = QDate(2023, 12, 1).addDays(9 * i);
        if (deal.stage == book.lost)
            deal.lostReason = book.price;
        book.deal(deal);
    }
}

} // namespace

TEST_CASE("Won deals are summed by owner, each currency for itself, the largest first", "[store]")
{
    SalesBook book(GENERATE(anyEngine()));
    const auto won = [&](UserId owner, qint64 amount, const QString &currency) {
        book.deal({.name = u"x"_s,
                   .stage = book.won,
                   .amount = amount,
                   .currency = currency,
                   .closedOn = QDate(2026, 3, 1),
                   .owner = owner});
    };
    won(book.ana, 100, u"EUR"_s);
    won(book.ben, 300, u"EUR"_s);
    won(book.ben, 250, u"EUR"_s);
    won(book.ana, 7, u"USD"_s);
    book.deal(u"open"_s, book.offer, 999);
    const store::Report report = reported(book, {.of = ReportOf::Won, .by = ReportBy::Owner});
    CHECK(lines(report) == QStringList{u"Ben Okri 2: 550 EUR"_s, u"Ana Núñez 2: 100 EUR 7 USD"_s});
    CHECK(report.rows.front().ref == EntityRef{EntityKind::User, book.ben.value});
    CHECK(report.total.count == 4);
}

TEST_CASE("Deals without a company, and without a sector, have a row of their own at the end", "[store]")
{
    SalesBook book(GENERATE(anyEngine()));
    const auto open = [&](CompanyId company, std::optional<qint64> amount) {
        book.deal({.name = u"x"_s, .company = company, .amount = amount});
    };
    open(book.acme, 100);
    open(book.bolt, 900); // sector unknown
    open({}, 5000);       // no company
    open({}, {});         // no amount
    CHECK(lines(reported(book, {.of = ReportOf::Open, .by = ReportBy::Company}))
          == QStringList{u"Bolt 1: 900 EUR"_s, u"Acme 1: 100 EUR"_s, u" 2: 5000 EUR"_s});
    CHECK(lines(reported(book, {.of = ReportOf::Open, .by = ReportBy::Sector}))
          == QStringList{u"Retail 1: 100 EUR"_s, u" 3: 5900 EUR"_s});
}

TEST_CASE("Months and quarters come in time and keep to their bounds, both days included", "[store]")
{
    SalesBook book(GENERATE(anyEngine()));
    for (const QDate day : {QDate(2017, 4, 1), QDate(2017, 3, 31), QDate(2017, 1, 1), QDate(2016, 12, 31)})
        book.deal({.name = u"x"_s, .stage = book.won, .amount = 100, .closedOn = day});
    CHECK(lines(reported(book, {.of = ReportOf::Won, .by = ReportBy::Quarter}))
          == QStringList{u"2016 Q4 1: 100 EUR"_s, u"2017 Q1 2: 200 EUR"_s, u"2017 Q2 1: 100 EUR"_s});
    CHECK(lines(reported(book, {.of = ReportOf::Won, .by = ReportBy::Quarter, .firstMonth = 4}))
          == QStringList{u"FY2017 Q3 1: 100 EUR"_s, u"FY2017 Q4 2: 200 EUR"_s, u"FY2018 Q1 1: 100 EUR"_s});
    CHECK(lines(reported(book,
                         {.of = ReportOf::Won,
                          .by = ReportBy::Month,
                          .from = QDate(2017, 1, 1),
                          .to = QDate(2017, 3, 31)}))
          == QStringList{u"2017-01 1: 100 EUR"_s, u"2017-03 1: 100 EUR"_s});
}

TEST_CASE("Stages come in the order of the board and say their pipeline where there are two", "[store]")
{
    SalesBook book(GENERATE(anyEngine()));
    book.deal(u"a"_s, book.negotiation);
    book.deal(u"b"_s, book.paused);
    book.deal(u"c"_s, book.offer);
    CHECK(lines(reported(book, {.of = ReportOf::Open, .by = ReportBy::Stage}))
          == QStringList{u"Offer 1:"_s, u"Negotiation 1:"_s, u"Paused 1:"_s});
    const PipelineId second = book.add(Pipeline{.name = u"Renewals"_s, .position = 9});
    book.deal(u"d"_s, book.add(Stage{.pipeline = second, .name = u"Offer"_s}));
    CHECK(lines(reported(book, {.of = ReportOf::Open, .by = ReportBy::Stage}))
          == QStringList{u"Sales: Offer 1:"_s, u"Sales: Negotiation 1:"_s, u"Sales: Paused 1:"_s,
                         u"Renewals: Offer 1:"_s});
}

TEST_CASE("The rows of every report add up to what the filter's deals are worth", "[store]")
{
    SalesBook book(GENERATE(anyEngine()));
    fill(book);
    const auto filter = valueOf([]() -> Result<Filter> {
        auto parsed = parseFilter(EntityKind::Deal, u"-owner:ana", QDate(2026, 3, 4));
        REQUIRE(parsed);
        return *parsed;
    }());
    for (size_t of = 0; of < Choices<ReportOf>::list.size(); ++of) {
        for (size_t by = 0; by < Choices<ReportBy>::list.size(); ++by) {
            for (const Filter &some : {Filter{}, filter}) {
                const store::ReportRequest request{.of = ReportOf(of), .by = ReportBy(by), .filter = some};
                if (request.by == ReportBy::Reason && request.of != ReportOf::Lost)
                    continue;
                CAPTURE(Choices<ReportOf>::list[of].code, Choices<ReportBy>::list[by].code);
                const store::Report report = reported(book, request);
                const Totals truth = valueOf(store::totals(
                    book.connection(), {EntityKind::Deal, store::reportedDeals(request), {}}, {}));
                CHECK(report.total.count == truth.count);
                CHECK(report.total.sums == truth.sums);
                CHECK(truth.count > 0);
                QStringList labels;
                for (const store::ReportRow &row : report.rows)
                    labels += row.label;
                CHECK(labels.removeDuplicates() == 0);
            }
        }
    }
}

TEST_CASE("A question without an answer is refused in a sentence", "[store]")
{
    SalesBook book(GENERATE(anyEngine()));
    const auto refused = [&](const store::ReportRequest &request) {
        return store::report(book.connection(), request, {}).error();
    };
    CHECK(inEnglish(refused({.of = ReportOf::Won, .by = ReportBy::Reason}).text)
          == u"Only lost deals have a reason."_s);
    CHECK(refused({.from = QDate(2026, 2, 1), .to = QDate(2026, 1, 1)}).code == ErrorCode::Invalid);
}
