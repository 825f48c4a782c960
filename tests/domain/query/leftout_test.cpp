// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/query/filter.h"
#include "domain/query/filteroutline.h"
#include "domain/query/filterspans.h"
#include "domain/query/filtertyping.h"
#include "domain/records/inenglish.h"
#include "support/catch_qt.h"

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 12, 15);

Filter parsed(const QString &text)
{
    const auto filter = parseFilter(EntityKind::Deal, text, today);
    CAPTURE(text);
    INFO((filter ? QString() : inEnglish(filter.error().text)).toStdString());
    REQUIRE(filter);
    return *filter;
}

QString again(const QString &text)
{
    return filterText(EntityKind::Deal, parsed(text));
}

FilterError mistake(const QString &text)
{
    const auto filter = parseFilter(EntityKind::Deal, text, today);
    CAPTURE(text);
    REQUIRE_FALSE(filter);
    return filter.error();
}

} // namespace

TEST_CASE("A minus before a word leaves out what holds it", "[domain]")
{
    const Filter filter = parsed(u"renewal -alpha"_s);
    CHECK(filter.words == QStringList{u"renewal"_s});
    REQUIRE(filter.alternatives.size() == 1);
    const Alternatives &leftOut = filter.alternatives.front();
    CHECK(leftOut.sense == Sense::Negated);
    REQUIRE(leftOut.filters.size() == 1);
    CHECK(leftOut.filters.front() == parsed(u"alpha"_s));
    CHECK(filter == parsed(u"renewal -(alpha)"_s));
    CHECK(again(u"renewal -(alpha)"_s) == u"renewal -alpha"_s);
    CHECK(again(u"-\"two words\" -beta"_s) == u"-\"two words\" -beta"_s);
    CHECK(parsed(u"-(-alpha)"_s) == parsed(u"alpha"_s));
    CHECK(again(u"tag:vip or -alpha"_s) == u"tag:vip or -alpha"_s);
}

TEST_CASE("“!” and NOT leave out as a minus does, and so do the dashes of word processors", "[domain]")
{
    for (const QString &text :
         {u"!alpha"_s, u"NOT alpha"_s, u"NOT  \"alpha\""_s, u"\u2013alpha"_s, u"\u2212alpha"_s})
        CHECK(parsed(text) == parsed(u"-alpha"_s));
    for (const QString &text : {u"!stage:Offer"_s, u"NOT stage:Offer"_s, u"NOT(stage:Offer)"_s})
        CHECK(parsed(text) == parsed(u"-stage:Offer"_s));
    for (const QString &text : {u"!(alpha or tag:vip)"_s, u"NOT (alpha OR tag:vip)"_s})
        CHECK(parsed(text) == parsed(u"-(alpha or tag:vip)"_s));
    CHECK(parsed(u"renewal AND alpha"_s) == parsed(u"renewal alpha"_s));
    CHECK(parsed(u"(renewal AND (alpha) AND tag:vip)"_s) == parsed(u"renewal alpha tag:vip"_s));
}

TEST_CASE("In small letters, or within another word, not and and are words", "[domain]")
{
    CHECK(parsed(u"not interested"_s).words == QStringList{u"not"_s, u"interested"_s});
    CHECK(parsed(u"bread and NOTES ANDES"_s).words
          == QStringList{u"bread"_s, u"and"_s, u"NOTES"_s, u"ANDES"_s});
    CHECK(parsed(u"\"NOT\" \"AND\""_s).words == QStringList{u"NOT"_s, u"AND"_s});
    CHECK(again(u"\"NOT\" \"AND\" \"!a\""_s) == u"\"NOT\" \"AND\" \"!a\""_s);
}

TEST_CASE("What begins with a minus itself is looked for in quotation marks", "[domain]")
{
    CHECK(parsed(u"\"-alpha\""_s).words == QStringList{u"-alpha"_s});
    CHECK(again(u"\"-alpha\" -\"-beta\""_s) == u"\"-alpha\" -\"-beta\""_s);
    CHECK(parsed(u"M\u00fcller-L\u00fcdenscheidt"_s).words
          == QStringList{u"M\u00fcller-L\u00fcdenscheidt"_s});
    CHECK(parsed(u"fan\"tech -x\"y"_s).words == QStringList{u"fantech -xy"_s});
    CHECK(again(u"-or \"or\""_s) == u"\"or\" -\"or\""_s);
}

TEST_CASE("A minus before nothing says nothing, and two of them are told", "[domain]")
{
    for (const QString &text : {u"-"_s, u"- "_s, u"!"_s, u"--"_s, u"-\"\""_s, u"-?"_s})
        CHECK(parsed(text).isEmpty());
    CHECK(parsed(u"- alpha"_s) == parsed(u"alpha"_s)); // a dash between words
    CHECK(parsed(u"(alpha -)"_s) == parsed(u"alpha"_s));
    for (const QString &text :
         {u"--alpha"_s, u"!-alpha"_s, u"NOT -alpha"_s, u"--stage:Offer"_s, u"NOT NOT alpha"_s}) {
        const FilterError error = mistake(u"tag:vip "_s + text);
        CHECK(inEnglish(error.text) == u"Two signs that leave out stand side by side: one is enough."_s);
        CHECK(error.position == 8);
    }
}

TEST_CASE("NOT without a condition behind it is told where it stands", "[domain]")
{
    for (const QString &text : {u"renewal NOT"_s, u"renewal NOT "_s, u"renewal NOT or alpha"_s}) {
        const FilterError error = mistake(text);
        CHECK(inEnglish(error.text) == u"A condition is missing behind NOT."_s);
        CHECK(error.position == 8);
        CHECK(error.length == 3);
    }
    CHECK(inEnglish(mistake(u"(renewal NOT)"_s).text) == u"A condition is missing behind NOT."_s);
}

TEST_CASE("An open quotation mark behind a minus is told with the minus", "[domain]")
{
    const FilterError error = mistake(u"renewal -\"two words"_s);
    CHECK(inEnglish(error.text) == u"A quotation mark is missing at the end."_s);
    CHECK(error.position == 8);
}

TEST_CASE("A word that is left out is one token, and one row to fill in", "[domain]")
{
    const auto spans = filterSpans(u"a NOT stage:Offer !b");
    REQUIRE(spans);
    CHECK(*spans
          == std::vector<FilterSpan>{{0, 1, FilterSpan::Kind::Word},
                                     {2, 15, FilterSpan::Kind::Condition},
                                     {18, 2, FilterSpan::Kind::Word}});
    const auto outline = filterOutline(u"-\"two words\" NOT stage:Offer");
    REQUIRE(outline);
    CHECK(outline->conditions
          == std::vector<TypedCondition>{{.sense = Sense::Negated, .value = u"two words"_s},
                                         {.name = u"stage"_s, .sense = Sense::Negated, .value = u"Offer"_s}});
    CHECK(filterText(*outline) == u"-\"two words\" -stage:Offer"_s);
    CHECK(comparisonsFor(EntityKind::Deal, {}).size() == 2);
}

TEST_CASE("Names and values are offered behind NOT and “!” as behind a minus", "[domain]")
{
    const FilterTyping value = typingAt(u"NOT stage:Of", 12);
    CHECK(value.what == FilterTyping::What::Operand);
    CHECK(value.name == u"stage"_s);
    CHECK(value.typed == u"Of"_s);
    CHECK(value.position == 10);
    CHECK(value.partPosition == 0);
    const FilterTyping name = typingAt(u"a !sta", 6);
    CHECK(name.what == FilterTyping::What::Name);
    CHECK(name.typed == u"sta"_s);
    CHECK(name.position == 3);
    for (const QString &text : {u"NOT"_s, u"NOT "_s, u"(NOT "_s})
        CHECK(typingAt(text, text.size()).what == FilterTyping::What::Nothing);
    CHECK(textBeside(u"tag:vip NOT stage:Of"_s, typingAt(u"tag:vip NOT stage:Of", 20)) == u"tag:vip"_s);
}
