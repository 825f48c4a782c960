// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/changes/validate.h"

#include "domain/records/activity.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/inenglish.h"
#include "domain/records/lead.h"
#include "domain/records/lists.h"
#include "domain/records/record.h"
#include "support/catch_qt.h"

#include <limits>

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

Deal goodDeal()
{
    return {.name = u"Renewal"_s, .pipeline = {1}, .stage = {1}, .amount = 100, .currency = u"EUR"_s};
}

template <class E>
QStringList problems(const E &entity)
{
    QStringList texts;
    for (const Problem &problem : problemsOf(Table<E>::kind, toRow(entity)))
        texts += inEnglish(problem.text);
    return texts;
}

QStringList problemsWith(QStringView field, const Value &value)
{
    Row row = toRow(goodDeal());
    const int index = entityInfo(EntityKind::Deal).indexOf(field);
    row[size_t(index)] = value;
    QStringList texts;
    for (const Problem &problem : problemsOf(EntityKind::Deal, row)) {
        CHECK(problem.field == index);
        texts += inEnglish(problem.text);
    }
    return texts;
}

const QStringList none;

} // namespace

TEST_CASE("A good record has no problem, and the first of several is the one told", "[domain]")
{
    CHECK(problems(goodDeal()) == none);
    CHECK(validate(EntityKind::Deal, toRow(goodDeal())));
    const Result<> result = validate(EntityKind::Deal, toRow(Deal{.probabilityOverride = 200}));
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::Invalid);
    CHECK(inEnglish(result.error().text) == u"Name is missing."_s);
    CHECK(problems(Deal{.probabilityOverride = 200})
          == QStringList{u"Name is missing."_s, u"Pipeline is missing."_s, u"Stage is missing."_s,
                         u"Probability must be between 0 and 100, not 200."_s});
}

TEST_CASE("A name of nothing but spaces is missing", "[domain]")
{
    CHECK(problemsWith(u"name", u" \t\u00A0"_s) == QStringList{u"Name is missing."_s});
    CHECK(problems(Contact{.firstName = u" "_s})
          == QStringList{u"A contact needs a first or a last name."_s});
    CHECK(problems(Contact{.lastName = u"Núñez"_s}) == none);
    CHECK(problems(Contact{.middleName = u"M."_s})
          == QStringList{u"A contact needs a first or a last name."_s});
    CHECK(problems(Lead{}) == QStringList{u"A lead needs a name or an organisation."_s});
    CHECK(problems(Lead{.organisation = u"Acme"_s}) == none);
}

TEST_CASE("A line that is too long is refused, not cut", "[domain]")
{
    CHECK(problemsWith(u"name", QString(longestLine, u'x')) == none);
    CHECK(problemsWith(u"name", QString(longestLine + 1, u'x'))
          == QStringList{u"Name is 501 characters long; at most 500 fit."_s});
    CHECK(problemsWith(u"description", QString(longestText, u'x')) == none);
    CHECK(problemsWith(u"description", QString(longestText + 1, u'x')).size() == 1);
    CHECK(problemsWith(u"competitor", u"a\0b"_s) == QStringList{u"Competitor contains a NUL character."_s});
}

TEST_CASE("A percentage, an amount and a duration stay within reason", "[domain]")
{
    for (const qint64 percent : {0, 1, 100})
        CHECK(problemsWith(u"probability_override", percent) == none);
    CHECK(problemsWith(u"probability_override", qint64(-1)).size() == 1);
    CHECK(problemsWith(u"probability_override", qint64(101)).size() == 1);
    CHECK(problemsWith(u"amount", largestAmount) == none);
    CHECK(problemsWith(u"amount", -largestAmount) == none);
    CHECK(problemsWith(u"amount", largestAmount + 1) == QStringList{u"Amount is too large."_s});
    CHECK(problemsWith(u"amount", -largestAmount - 1) == QStringList{u"Amount is too large."_s});
    CHECK(problemsWith(u"amount", std::numeric_limits<qint64>::min())
          == QStringList{u"Amount is too large."_s});
    CHECK(problems(Activity{.duration = -1}) == QStringList{u"Duration cannot be negative."_s});
    CHECK(problems(Activity{.duration = 0}) == none);
}

TEST_CASE("A day is an ISO date and nothing else, so that nothing is corrected on the way", "[domain]")
{
    CHECK(problemsWith(u"closed_on", u"2026-02-28"_s) == none);
    CHECK(problemsWith(u"closed_on", Value()) == none);
    for (const QString &text : {u""_s, u"2026-02-30"_s, u"28.02.2026"_s, u"2026/02/28"_s,
                                u"2026-02-28T10:00"_s, u"2026-02-28 noon"_s, u"soon"_s}) {
        CAPTURE(text);
        CHECK(problemsWith(u"closed_on", text) == QStringList{u"Closed on: “%1” is not a date."_s.arg(text)});
    }
}

TEST_CASE("A choice, a currency and a kind of record must exist", "[domain]")
{
    CHECK(problemsWith(u"type", u"renewal"_s) == none);
    CHECK(problemsWith(u"type", u""_s) == none);
    CHECK(problemsWith(u"type", u"Renewal"_s) == QStringList{u"Type cannot be “Renewal”."_s});
    CHECK(problemsWith(u"currency", u"JPY"_s) == none);
    CHECK(problemsWith(u"currency", u"EURO"_s) == QStringList{u"Currency: “EURO” is not a currency code."_s});
    CHECK(problemsWith(u"currency", u"eur"_s).size() == 1);
    Row row = toRow(TagLink{.tag = {1}, .recordId = 4});
    row[size_t(entityInfo(EntityKind::TagLink).indexOf(u"record_kind"))] = u"deals"_s;
    CHECK(inEnglish(problemsOf(EntityKind::TagLink, row).front().text)
          == u"Record kind: there is no “deals”."_s);
    CHECK(problems(TagLink{.tag = {1}}) == QStringList{u"Record is missing."_s});
}

TEST_CASE("An amount needs a currency, and what is planned a date", "[domain]")
{
    Deal deal = goodDeal();
    deal.currency.clear();
    CHECK(problems(deal) == QStringList{u"Amount needs a currency."_s});
    deal.amount.reset();
    CHECK(problems(deal) == none);
    CHECK(problems(Company{.name = u"Acme"_s, .revenue = 1})
          == QStringList{u"Annual revenue needs a currency."_s});
    CHECK(problems(Product{.name = u"Fan"_s, .price = 0}) == QStringList{u"List price needs a currency."_s});
    CHECK(problems(Activity{.state = ActivityState::Planned})
          == QStringList{u"A planned activity needs a date."_s});
    CHECK(problems(Activity{.state = ActivityState::Cancelled}) == none);
}

TEST_CASE("A cell of the wrong type is refused", "[domain]")
{
    CHECK(problemsWith(u"amount", u"12.50"_s).size() == 1);
    CHECK(problemsWith(u"probability_override", u"50"_s).size() == 1);
    CHECK(problemsWith(u"stage_entered_at", u"yesterday"_s).size() == 1);
    CHECK(problemsWith(u"name", qint64(5)).size() == 1);
}

TEST_CASE("Looking for problems changes no record", "[domain]")
{
    const Deal deal{.name = u"  Renewal "_s, .currency = u"eur"_s};
    const Row row = toRow(deal);
    (void)problemsOf(EntityKind::Deal, row);
    CHECK(row == toRow(deal));
}
