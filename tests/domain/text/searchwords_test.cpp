// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/searchwords.h"

#include "domain/text/text.h"
#include "support/catch_qt.h"
#include "support/naughtytext.h"

#include <algorithm>

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

bool finds(const QString &typed, const QString &text)
{
    const QStringList words = searchWords(text);
    const std::vector<SoughtWord> sought = soughtWords(typed);
    return !sought.empty() && std::all_of(sought.begin(), sought.end(), [&words](const SoughtWord &word) {
        return isFound(word, words);
    });
}

} // namespace

TEST_CASE("A name that is written without spaces is found by any part of it", "[domain]")
{
    for (const QString &typed :
         {u"株"_s, u"株式会社"_s, u"田中"_s, u"田中商事"_s, u"中商事"_s, u"事"_s, u"商事 田中"_s}) {
        CAPTURE(typed);
        CHECK(finds(typed, u"株式会社田中商事"_s));
    }
    CHECK_FALSE(finds(u"田商"_s, u"株式会社田中商事"_s)); // both letters, but not beside each other
    CHECK_FALSE(finds(u"事務"_s, u"株式会社田中商事"_s));
    CHECK_FALSE(finds(u"東京都"_s, u"東京と京都"_s)); // Tokyo and Kyoto are not the Metropolis
    CHECK(finds(u"전자"_s, u"삼성전자"_s));
    CHECK(finds(u"성전자"_s, u"삼성전자"_s));
    CHECK(finds(u"삼서"_s, u"삼성전자"_s)); // a syllable that is being typed
    CHECK_FALSE(finds(u"자동"_s, u"삼성전자"_s));
    CHECK(finds(u"เทพ"_s, u"กรุงเทพมหานคร"_s));
    CHECK(finds(u"ターカ"_s, u"モーターカーサービス"_s)); // of two words, which nothing tells
    CHECK(finds(u"မြို့"_s, u"ရန်ကုန်မြို့"_s));
    CHECK(finds(u"ពេញ"_s, u"ភ្នំពេញ"_s));
}

TEST_CASE("Latin letters and digits among letters without spaces are words of their own", "[domain]")
{
    CHECK(searchWords(u"株式会社ABC商事2号")
          == QStringList{u"株式会"_s, u"式会社"_s, u"会社"_s, u"社"_s, u"abc"_s, u"商事"_s, u"事"_s, u"2"_s,
                         u"号"_s});
    CHECK(finds(u"abc"_s, u"株式会社ABC商事"_s));
    CHECK(finds(u"社abc商"_s, u"株式会社ABC商事"_s));
    CHECK_FALSE(finds(u"bc"_s, u"株式会社ABC商事"_s));
}

TEST_CASE("What a sign joins is found with and without it, and however it is typed", "[domain]")
{
    for (const QString &name :
         {u"O'Brien"_s, u"O’Brien"_s, u"OʼBrien"_s, u"O´Brien"_s, u"O`Brien"_s, u"OBrien"_s}) {
        for (const QString &typed : {u"obrien"_s, u"o'brien"_s, u"O’Brien"_s, u"o´bri"_s, u"obr"_s}) {
            CAPTURE(name, typed);
            CHECK(finds(typed, name));
        }
    }
    CHECK(finds(u"brien"_s, u"O’Brien"_s));
    CHECK(finds(u"eon"_s, u"E.ON Energie"_s));
    CHECK(finds(u"e.on"_s, u"EON"_s));
    CHECK(finds(u"att"_s, u"AT&T"_s));
    CHECK(finds(u"at&t"_s, u"ATT"_s));
    CHECK(finds(u"usa"_s, u"Made in the U.S.A."_s));
    CHECK(finds(u"tkmaxx"_s, u"T.K.Maxx"_s));
    CHECK(finds(u"jeanpierre"_s, u"Jean-Pierre"_s));
    CHECK(finds(u"jean pierre"_s, u"Jean-Pierre"_s));
    CHECK(finds(u"gallala"_s, u"Gal·la-la"_s));
}

TEST_CASE("Signs between sentences, numbers and the parts of an address join nothing", "[domain]")
{
    CHECK(searchWords(u"Call.Then 12-34, 1.000")
          == QStringList{u"call"_s, u"then"_s, u"12"_s, u"34"_s, u"1"_s, u"000"_s});
    CHECK(searchWords(u"anna.berg@acme.example")
          == QStringList{u"anna"_s, u"berg"_s, u"acme"_s, u"example"_s});
    CHECK(searchWords(u"Rock 'n' Roll - live") == QStringList{u"rock"_s, u"n"_s, u"roll"_s, u"live"_s});
    CHECK_FALSE(finds(u"marksspencer"_s, u"Marks&Spencer"_s)); // who would type it so?
}

TEST_CASE("Vowel signs of India and Burma do not end a word", "[domain]")
{
    CHECK(searchWords(u"\u092E\u093E\u0932\u093E") == QStringList{u"\u092E\u0932"_s}); // mala
    CHECK(finds(u"\u092E\u093E\u0932"_s, u"\u092E\u093E\u0932\u093E"_s));
}

TEST_CASE("Each part of any text that spaces separate finds the text", "[domain]")
{
    for (unsigned seed = 0; seed < 500; ++seed) {
        const QString text = test::NaughtyText(seed).text();
        const QStringList words = searchWords(text);
        for (const QString &typed : fold(text).split(u' ', Qt::SkipEmptyParts)) {
            CAPTURE(text, typed);
            for (const SoughtWord &word : soughtWords(typed))
                CHECK(isFound(word, words));
        }
    }
}

TEST_CASE("Each part of a long text without spaces finds it, and none that is not there", "[domain]")
{
    const QString letters = u"田中商事株式会社東京都大阪府"_s;
    test::NaughtyText chance(7);
    QString text;
    for (int i = 0; i < 40; ++i)
        text += letters[chance.number(int(letters.size()) - 1)];
    for (int from = 0; from < text.size(); ++from) {
        for (int length = 1; from + length <= text.size(); ++length)
            CHECK(finds(text.mid(from, length), text));
    }
    for (const QChar a : letters) {
        for (const QChar b : letters) {
            for (const QChar c : letters) {
                const QString three = QString(a) + b + c;
                CHECK(finds(three, text) == text.contains(three));
            }
        }
    }
}

TEST_CASE("A word longer than any name is found by as much of it as is typed", "[domain]")
{
    const QString long_ = QString(200, u'x') + u"y"_s;
    CHECK(searchWords(long_).front().size() == longestSearchWord);
    CHECK(finds(long_, long_));
    CHECK(finds(long_.left(70), long_));
    CHECK_FALSE(finds(u"y"_s, long_));
}

TEST_CASE("A word beside a name is no word that somebody could type", "[domain]")
{
    CHECK(isBesideWord(besideWord(u"berlin"_s)));
    CHECK_FALSE(isBesideWord(u"berlin"_s));
    CHECK(searchWords(besideWord(u"berlin"_s)) == QStringList{u"berlin"_s});
}
