// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/query/filteroutline.h"

#include "domain/records/inenglish.h"
#include "support/catch_qt.h"
#include "support/naughtytext.h"

#include <algorithm>

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 12, 15);

FilterOutline outlined(const QString &text)
{
    auto outline = filterOutline(text);
    INFO((outline ? QString() : inEnglish(outline.error().text)).toStdString());
    REQUIRE(outline);
    return *std::move(outline);
}

TypedCondition only(const QString &text)
{
    const FilterOutline outline = outlined(text);
    REQUIRE(outline.conditions.size() == 1);
    REQUIRE(outline.groups.empty());
    return outline.conditions.front();
}

bool isSame(const Filter &a, const Filter &b);

bool isSame(const Alternatives &a, const Alternatives &b)
{
    const auto same = [](const Filter &left, const Filter &right) { return isSame(left, right); };
    return a.sense == b.sense
        && std::is_permutation(a.filters.begin(), a.filters.end(), b.filters.begin(), b.filters.end(), same);
}

// The same conditions in another order.
bool isSame(const Filter &a, const Filter &b)
{
    const auto same = [](const Alternatives &left, const Alternatives &right) { return isSame(left, right); };
    const auto word = [](const QString &left, const QString &right) {
        return left.trimmed() == right.trimmed();
    };
    return std::is_permutation(a.conditions.begin(), a.conditions.end(), b.conditions.begin(),
                               b.conditions.end())
        && std::is_permutation(a.words.begin(), a.words.end(), b.words.begin(), b.words.end(), word)
        && std::is_permutation(a.alternatives.begin(), a.alternatives.end(), b.alternatives.begin(),
                               b.alternatives.end(), same);
}

} // namespace

TEST_CASE("A filter taken apart keeps what was typed", "[domain]")
{
    CHECK(only(u"close:this-month"_s)
          == TypedCondition{u"close"_s, Comparison::Equals, Sense::Plain, u"this-month"_s});
    CHECK(only(u"-stage:Offer,\"On hold\""_s)
          == TypedCondition{u"stage"_s, Comparison::Equals, Sense::Negated, u"Offer, On hold"_s});
    CHECK(only(u"amount:>=10k"_s)
          == TypedCondition{u"amount"_s, Comparison::GreaterOrEqual, Sense::Plain, u"10k"_s});
    CHECK(only(u"-amount:<10k"_s) == TypedCondition{u"amount"_s, Comparison::Less, Sense::Negated, u"10k"_s});
    CHECK(only(u"owner:"_s) == TypedCondition{u"owner"_s, Comparison::IsEmpty});
    CHECK(only(u"-owner:"_s) == TypedCondition{u"owner"_s, Comparison::IsEmpty, Sense::Negated});
    CHECK(only(u"\"fan tech\""_s) == TypedCondition{.value = u"fan tech"_s});
    CHECK(only(u"name:\"<b>\""_s) == TypedCondition{.name = u"name"_s, .value = u"<b>"_s});
}

TEST_CASE("Names with spaces and commas need no quotation marks from whoever fills in a form", "[domain]")
{
    const auto text = [](const TypedCondition &condition) { return filterText(FilterOutline{{condition}}); };
    CHECK(text({.name = u"owner"_s, .value = u"Anna Berg,  Ben Ost "_s})
          == u"owner:\"Anna Berg\",\"Ben Ost\""_s);
    CHECK(text({.name = u"company"_s, .value = u"\"Smith, Sons\""_s}) == u"company:\"Smith, Sons\""_s);
    CHECK(text({.name = u"name"_s, .value = u"\" a\", b c "_s}) == u"name:\" a\",\"b c\""_s);
    CHECK(text({u"amount"_s, Comparison::LessOrEqual, Sense::Plain, u" 10k"_s}) == u"amount:<=10k"_s);
    CHECK(text({.name = u"stage"_s, .value = u"  "_s}).isEmpty()); // not filled in yet
    CHECK(text({.value = u"or"_s}) == u"\"or\""_s);
}

TEST_CASE("Alternatives and brackets become groups, and text again", "[domain]")
{
    const FilterOutline outline = outlined(u"owner:me (stage:Offer or -(tag:vip renewal))"_s);
    REQUIRE(outline.groups.size() == 1);
    REQUIRE(outline.groups.front().alternatives.size() == 2);
    const FilterOutline &second = outline.groups.front().alternatives[1];
    REQUIRE(second.groups.size() == 1);
    CHECK(second.groups.front().sense == Sense::Negated);
    for (const QString &text :
         {u"owner:me (stage:Offer or -(tag:vip renewal))"_s, u"stage:Offer or tag:vip"_s, u""_s,
          u"-(stage:Offer or tag:vip)"_s, u"close:this-month renewal"_s})
        CHECK(filterText(outlined(text)) == text);
    CHECK_FALSE(filterOutline(u"(stage:Offer"));
    CHECK_FALSE(filterOutline(QString(100'000, u'(')));
}

TEST_CASE("A filter taken apart and put together means the same", "[domain]")
{
    for (unsigned seed = 0; seed < 3000; ++seed) {
        test::NaughtyText random(seed);
        QString text = random.text();
        for (const QString &piece : {u" or "_s, u" (amount:>5 "_s, u") "_s, u" -stage:Offer,\"a b\" "_s}) {
            if (random.number(1) == 0)
                text += piece + random.text();
        }
        const auto before = parseFilter(EntityKind::Deal, text, today);
        if (!before)
            continue;
        CAPTURE(seed, text);
        const auto outline = filterOutline(text);
        REQUIRE(outline);
        const auto after = parseFilter(EntityKind::Deal, filterText(*outline), today);
        REQUIRE(after);
        CHECK(isSame(*after, *before));
        CHECK(filterText(*filterOutline(filterText(*outline))) == filterText(*outline));
    }
}
