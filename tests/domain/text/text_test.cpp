// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/text.h"

#include "support/catch_qt.h"
#include "support/naughtytext.h"

using namespace headway;
using namespace Qt::StringLiterals;

TEST_CASE("A name is found however its marks, strokes and capitals are typed", "[domain]")
{
    CHECK(fold(u"Ana  MÜLLER") == u"ana muller"_s);
    CHECK(fold(u"Śląskie Zakłady") == u"slaskie zaklady"_s);
    CHECK(fold(u"Søren Ægir Þór Đoković") == u"soren aegir thor dokovic"_s);
    CHECK(fold(u"Straße") == u"strasse"_s);
    CHECK(fold(u"STRASSE") == fold(u"straße"));
    CHECK(fold(u"GROẞ") == u"gross"_s);
    CHECK(fold(u"İstanbul Işık") == u"istanbul isik"_s);
    CHECK(fold(u"Ελλάς") == fold(u"ΕΛΛΆΣ"));
    CHECK(fold(u"e\u0301te\u0301") == u"ete"_s);
}

TEST_CASE("Letters of odd shapes fold to the plain ones", "[domain]")
{
    CHECK(fold(u"ﬁrm ﬀ") == u"firm ff"_s);
    CHECK(fold(u"Ｆｕｌｌ　Ｗｉｄｔｈ") == u"full width"_s);
    CHECK(fold(u"№ ² ½ ™") == u"no 2 1⁄2 tm"_s);
    CHECK(fold(u"𝔘nicode") == u"unicode"_s);
    CHECK(fold(u"ŉ ſ K Å") == u"ʼn s k a"_s);
    CHECK(fold(u"Ǆ ǅ") == u"dz dz"_s);
}

TEST_CASE("White space of any kind is one space, and none at the ends", "[domain]")
{
    CHECK(fold(u"  a\t\n b\u00A0\u202Fc\u3000 ") == u"a b c"_s);
    CHECK(fold(u"") == QString());
    CHECK(fold(u" \t ") == QString());
    CHECK(fold(u"a\u200Bb\u00ADc\uFEFF") == u"abc"_s);
}

TEST_CASE("An emoji is left as it is, alone or in a family", "[domain]")
{
    CHECK(fold(u"😀 Fun") == u"😀 fun"_s);
    CHECK(fold(fold(u"👩‍👩‍👧 x")) == fold(u"👩‍👩‍👧 x"));
}

TEST_CASE("Folding what is folded changes nothing, for any character", "[domain]")
{
    QStringList changed;
    for (char32_t c = 1; c < 0x30000; ++c) {
        if (c >= 0xD800 && c < 0xE000)
            continue;
        const QString text = u'x' + QString::fromUcs4(&c, 1) + u'y';
        const QString once = fold(text);
        if (fold(once) != once)
            changed += u"U+%1"_s.arg(uint(c), 4, 16);
    }
    CAPTURE(changed);
    CHECK(changed.isEmpty());
    for (unsigned seed = 0; seed < 300; ++seed) {
        const QString text = test::NaughtyText(seed).text();
        CAPTURE(text);
        CHECK(fold(fold(text)) == fold(text));
    }
}

TEST_CASE("Folding whole or word by word is the same", "[domain]")
{
    for (unsigned seed = 0; seed < 300; ++seed) {
        test::NaughtyText naughty(seed);
        const QString left = naughty.text();
        const QString right = naughty.text();
        CAPTURE(left, right);
        const QString parts = fold(left) + u' ' + fold(right);
        const QString whole = left + u' ' + right;
        CHECK(fold(parts) == fold(whole));
    }
}

TEST_CASE("The words of a text are its runs of letters and digits", "[domain]")
{
    CHECK(words(u"Fan-Tech (Śląsk), 2nd: R&D")
          == QStringList{u"fan"_s, u"tech"_s, u"slask"_s, u"2nd"_s, u"r"_s, u"d"_s});
    CHECK(words(u"日本語 шире") == QStringList{u"日本語"_s, u"шире"_s});
    CHECK(words(u" -- ! 😀").isEmpty());
    CHECK(words(u"ana@acme.example") == QStringList{u"ana"_s, u"acme"_s, u"example"_s});
}

TEST_CASE("A phone number is its digits, with or without the signs of a foreign one", "[domain]")
{
    CHECK(phoneDigits(u"+49 (30) 123-45") == u"493012345"_s);
    CHECK(phoneDigits(u"0049 30 12345") == u"493012345"_s);
    CHECK(phoneDigits(u"030 12345") == u"03012345"_s);
    CHECK(phoneDigits(u"٠٣٠ ١٢٣") == u"030123"_s);
    CHECK(phoneDigits(u"no number") == QString());
    CHECK(phoneDigits(u"") == QString());
}

TEST_CASE("Two names that differ in case, marks, spaces or punctuation only nearly match", "[domain]")
{
    CHECK(isNearMatch(u"GTXPro", u"GTX Pro"));
    CHECK(isNearMatch(u"gtx-pro", u"GTX Pro"));
    CHECK(isNearMatch(u"Müller & Söhne", u"MULLER SOHNE"));
    CHECK_FALSE(isNearMatch(u"GTX Pro", u"GTX Plus"));
    CHECK_FALSE(isNearMatch(u"GTX Basic", u"GTX Basic 2"));
    // A name without letters has no near match.
    CHECK_FALSE(isNearMatch(u"", u""));
    CHECK_FALSE(isNearMatch(u"--", u"!!"));
}
