// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/query/filterspans.h"

#include "support/catch_qt.h"

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

std::vector<FilterSpan> spansOf(const QString &text)
{
    const auto spans = filterSpans(text);
    REQUIRE(spans);
    return *spans;
}

QStringList texts(const QString &text)
{
    QStringList all;
    for (const FilterSpan &span : spansOf(text))
        all += text.mid(span.position, span.length);
    return all;
}

} // namespace

TEST_CASE("A filter is told into what must all be met, each as it was typed", "[domain]")
{
    CHECK(texts(u""_s).isEmpty());
    CHECK(texts(u"  "_s).isEmpty());
    CHECK(texts(u"owner:me  stage:Offer,Demo -tag:vip fan"_s)
          == QStringList{u"owner:me"_s, u"stage:Offer,Demo"_s, u"-tag:vip"_s, u"fan"_s});
    CHECK(texts(u"name:\"a or (b\" x"_s) == QStringList{u"name:\"a or (b\""_s, u"x"_s});
    CHECK(texts(u"owner:me (stage:Offer or -(tag:vip amount:<5k)) x"_s)
          == QStringList{u"owner:me"_s, u"(stage:Offer or -(tag:vip amount:<5k))"_s, u"x"_s});
    CHECK(texts(u"-( a ) b"_s) == QStringList{u"-( a )"_s, u"b"_s});
    CHECK(texts(u"(a)(b)"_s) == QStringList{u"(a)"_s, u"(b)"_s});
    // What is tied by "or" is one.
    CHECK(texts(u" stage:Offer or stage:Demo "_s) == QStringList{u"stage:Offer or stage:Demo"_s});
    CHECK(texts(u"a or (b or c) d"_s) == QStringList{u"a or (b or c) d"_s});
    CHECK(texts(u"or"_s).isEmpty());
    CHECK_FALSE(filterSpans(u"owner:\"me"_s));

    const auto spans = spansOf(u"fan owner:me (a or b)"_s);
    REQUIRE(spans.size() == 3);
    CHECK(spans[0].kind == FilterSpan::Kind::Word);
    CHECK(spans[1].kind == FilterSpan::Kind::Condition);
    CHECK(spans[2].kind == FilterSpan::Kind::Bracket);
}

TEST_CASE("A condition that is taken out leaves the others as they were typed", "[domain]")
{
    const QString text = u"owner:me  name:\"a  b\"   (a or b)"_s;
    const auto spans = spansOf(text);
    REQUIRE(spans.size() == 3);
    CHECK(withoutSpan(text, spans[0]) == u"name:\"a  b\"   (a or b)"_s);
    CHECK(withoutSpan(text, spans[1]) == u"owner:me (a or b)"_s);
    CHECK(withoutSpan(text, spans[2]) == u"owner:me  name:\"a  b\""_s);
    CHECK(withoutSpan(u" x "_s, spansOf(u" x "_s).front()) == QString());
    CHECK(withoutSpan(u"(a)(b)"_s, spansOf(u"(a)(b)"_s).front()) == u"(b)"_s);
}
