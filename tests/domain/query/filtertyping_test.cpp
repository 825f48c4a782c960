// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/query/filtertyping.h"

#include "support/catch_qt.h"
#include "support/naughtytext.h"

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

using What = FilterTyping::What;

// A text with its cursor, written as "|".
struct Typed {
    QString text;
    FilterTyping typing;

    explicit Typed(QString marked)
    {
        const qsizetype cursor = marked.indexOf(u'|');
        text = marked.remove(cursor, 1);
        typing = typingAt(text, cursor);
    }
    // The text after something was chosen.
    QString with(const QString &chosen) const
    {
        return QString(text).replace(typing.position, typing.length, chosen);
    }
    QString beside() const { return textBeside(text, typing); }
};

} // namespace

TEST_CASE("Behind a colon a value is typed, wherever the condition stands", "[domain]")
{
    for (const QString &text : {u"owner:an|"_s, u"status:open owner:an|"_s, u"-owner:an|"_s,
                                u"(stage:Offer or owner:an|"_s, u"-(owner:an|)"_s, u"a or -owner:an| or b"_s,
                                u"owner:Ben,an|"_s, u"owner:\"an|"_s, u"owner:\"an|\" status:open"_s}) {
        CAPTURE(text);
        const Typed typed(text);
        CHECK(typed.typing.what == What::Operand);
        CHECK(typed.typing.name == u"owner"_s);
        CHECK(typed.typing.typed == u"an"_s);
        CHECK_FALSE(typed.typing.isUnfinished);
    }
    CHECK(Typed(u"own|"_s).typing.what == What::Name);
    CHECK(Typed(u"(-own|"_s).typing.typed == u"own"_s);
    for (const QString &text : {u"|"_s, u"owner:me |"_s, u"(|"_s, u"-(|"_s, u"\"own|"_s, u"(owner:me)|"_s}) {
        CAPTURE(text);
        CHECK(Typed(text).typing.what == What::Nothing);
    }
}

TEST_CASE("What is chosen takes the place of what was typed of it, and of nothing else", "[domain]")
{
    CHECK(Typed(u"owner:an|"_s).with(u"\"Ana Berg\""_s) == u"owner:\"Ana Berg\""_s);
    CHECK(Typed(u"owner:a|nton status:open"_s).with(u"Ana"_s) == u"owner:Ana status:open"_s);
    CHECK(Typed(u"stage:Of|,Demo"_s).with(u"Offer"_s) == u"stage:Offer,Demo"_s);
    CHECK(Typed(u"stage:Demo,|"_s).with(u"Offer"_s) == u"stage:Demo,Offer"_s);
    CHECK(Typed(u"close:>=this-q|"_s).with(u"this-quarter"_s) == u"close:>=this-quarter"_s);
    CHECK(Typed(u"(stage:|) tag:vip"_s).with(u"Offer"_s) == u"(stage:Offer) tag:vip"_s);
    CHECK(Typed(u"-sta| tag:vip"_s).with(u"stage:"_s) == u"-stage: tag:vip"_s);
    CHECK(Typed(u"st|ge:Offer"_s).with(u"stage:"_s) == u"stage:Offer"_s);
    // A quotation mark just opened does not swallow what stands behind it.
    CHECK(Typed(u"owner:\"An| status:open"_s).with(u"Ana"_s) == u"owner:Ana status:open"_s);
    CHECK(Typed(u"owner:\"An| name:\"a b\""_s).with(u"Ana"_s) == u"owner:Ana name:\"a b\""_s);
    CHECK(Typed(u"owner:\"A \"\"n|\" x"_s).with(u"Ana"_s) == u"owner:Ana x"_s);
    CHECK(Typed(u"owner:\"A \"\"n|\" x"_s).typing.typed == u"A \"n"_s);
}

TEST_CASE("A condition with nothing behind its colon is unfinished, and with a quoted value it is not",
          "[domain]")
{
    for (const QString &text : {u"owner:|"_s, u"-close:>=|"_s, u"owner:\"|"_s, u"(a or owner:|)"_s})
        CHECK(Typed(text).typing.isUnfinished);
    for (const QString &text : {u"owner:a|"_s, u"owner:|a"_s, u"owner:a,|"_s, u"name:\"<|\""_s})
        CHECK_FALSE(Typed(text).typing.isUnfinished);
    CHECK(Typed(u"close:>|"_s).typing.isCompared);
    CHECK_FALSE(Typed(u"name:\"<a|\""_s).typing.isCompared);
    CHECK(Typed(u"name:\"<a|\""_s).typing.typed == u"<a"_s);
    CHECK(Typed(u"owner:a|"_s).typing.isOnlyValue);
    CHECK_FALSE(Typed(u"owner:a|,b"_s).typing.isOnlyValue);
    CHECK_FALSE(Typed(u"owner:a,|"_s).typing.isOnlyValue);
}

TEST_CASE("A value is looked for in what must be met besides, not in what is tied to it by or", "[domain]")
{
    CHECK(Typed(u"status:open owner:an| tag:vip"_s).beside() == u"status:open tag:vip"_s);
    CHECK(Typed(u"status:open (stage:Offer or owner:| amount:>5)"_s).beside() == u"status:open amount:>5"_s);
    CHECK(Typed(u"stage:Offer or owner:|"_s).beside() == QString());
    CHECK(Typed(u"stage:Offer tag:a or owner:| tag:b"_s).beside() == u"tag:b"_s);
    CHECK(Typed(u"owner:| (a or -(b c))"_s).beside() == u"(a or -(b c))"_s);
    CHECK(Typed(u"-(a (b or owner:|"_s).beside() == u"a"_s);
    CHECK(Typed(u"owner:\"An| status:open"_s).beside() == u"status:open"_s);
    CHECK(Typed(u"owner:| (stage:Offer"_s).beside() == u"(stage:Offer)"_s); // still open
    CHECK(Typed(u"owner:me |"_s).beside() == u"owner:me "_s);
}

TEST_CASE("Whatever is typed, the place of it lies within the text, around the cursor", "[domain]")
{
    test::NaughtyText random(5);
    const QStringList pieces{u"owner:"_s, u"\""_s, u"("_s, u"-("_s, u")"_s, u","_s,  u" "_s,   u"or "_s,
                             u"<="_s,     u"-"_s,  u":"_s, u"Ün"_s, u"x"_s, u"or"_s, u"\"\""_s};
    for (int i = 0; i < 2000; ++i) {
        QString text;
        for (int n = 0; n < 9; ++n)
            text += pieces[qsizetype(random.number(int(pieces.size()) - 1))];
        for (qsizetype cursor = 0; cursor <= text.size(); ++cursor) {
            CAPTURE(text, cursor);
            const FilterTyping typing = typingAt(text, cursor);
            if (typing.what == What::Nothing)
                continue;
            REQUIRE(typing.partPosition >= 0);
            REQUIRE(typing.partPosition <= typing.position);
            REQUIRE(typing.length >= 0);
            REQUIRE(typing.position <= cursor);
            REQUIRE(typing.position + typing.length >= cursor);
            REQUIRE(typing.position + typing.length <= typing.partPosition + typing.partLength);
            REQUIRE(typing.partPosition + typing.partLength <= text.size());
            REQUIRE(textBeside(text, typing).size() <= text.size() + 40); // brackets and spaces
        }
    }
}
