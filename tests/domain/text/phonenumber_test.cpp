// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/phonenumber.h"
#include "domain/text/phonetext.h"

#include "support/catch_qt.h"

#include <algorithm>

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

bool isSame(const QString &a, const QString &b)
{
    const bool same = isSamePhone(a, b, Extensions::MayBeMissing);
    CHECK(isSamePhone(b, a, Extensions::MayBeMissing) == same);
    return same;
}

// As the index of keys does it.
bool isReachedByKey(const QString &typed, const QString &stored)
{
    const QString key = phoneKey(stored);
    const QStringList heads = phoneKeyHeads(readPhoneNumber(typed));
    return std::any_of(heads.begin(), heads.end(), [&](const QString &head) {
        return key == head || key.startsWith(head + u'+') || key.startsWith(head + u'#');
    });
}

// As the index of words does it.
bool isFound(const QString &typed, const QString &stored)
{
    const QStringList held = phoneWords(stored);
    const QStringList forms = phoneForms(readPhoneNumber(typed));
    return std::any_of(forms.begin(), forms.end(), [&](const QString &form) {
        return std::any_of(held.begin(), held.end(),
                           [&](const QString &word) { return word.startsWith(form); });
    });
}

struct Pair {
    QStringView typed;
    QStringView stored;
};

} // namespace

TEST_CASE("A number is stored by one key, whichever way it is written with its country", "[domain]")
{
    for (const QString &written :
         {u"+49 30 5550123"_s, u"0049 30 5550123"_s, u"011 49 30 5550123"_s, u"0011 49 30 5550123"_s,
          u"+49 (0)30 555-0123"_s, u"+49 030 5550123"_s, u"(+49) 30/5550123"_s, u"tel:+49-30-5550123"_s,
          u"tel:305550123;phone-context=+49"_s, u"+49.30.555.01.23"_s, u"+٤٩ ٣٠ ٥٥٥٠١٢٣"_s,
          u"\uFF0B49 30 5550123"_s, u"Tel. +49 30 5550123 (mornings)"_s}) {
        CAPTURE(written);
        CHECK(phoneKey(written) == u"305550123+49"_s);
    }
    CHECK(phoneKey(u"030 5550123") == u"305550123"_s);
    CHECK(phoneKey(u"+49 30 5550123 ext. 12") == u"305550123+49#12"_s);
}

TEST_CASE("An extension is told from its number in the words of several languages", "[domain]")
{
    for (const QString &written :
         {u"212 555 0123 x23"_s, u"212-555-0123 #23"_s, u"212 555 0123;ext=23"_s, u"212 555 0123, ext. 23"_s,
          u"212 555 0123 Extension: 23"_s, u"212 555 0123 доб. 23"_s, u"212 555 0123 DW 23"_s,
          u"212 555 0123 DW-23"_s, u"212 555 0123, App. 23"_s, u"212 555 0123 int. 23"_s,
          u"212 555 0123 poste 23"_s, u"212 555 0123 ankn. 23"_s}) {
        CAPTURE(written);
        const PhoneNumber number = readPhoneNumber(written);
        CHECK(number.national == u"2125550123"_s);
        CHECK(number.extension == u"23"_s);
        CHECK(isWrittenAsPhone(written));
    }
    // direct dialling is the end of the number itself
    CHECK(readPhoneNumber(u"030 5550-0").national == u"03055500"_s);
    CHECK(readPhoneNumber(u"*100#").extension.isEmpty());
    CHECK(readPhoneNumber(u"030 5550123 context 5").extension.isEmpty());
}

TEST_CASE("A number is the same whichever way it is written, with its country or without", "[domain]")
{
    const Pair same = GENERATE(values<Pair>({
        {u"030 5550123", u"+49 30 5550123"},
        {u"0049305550123", u"+49 (0)30 5550123"},
        {u"305550123", u"+49 30 5550123"}, // a spreadsheet took the zero
        {u"49305550123", u"+49 30 5550123"},
        {u"020 7946 0018", u"+44 20 7946 0018"},
        {u"06 1234567", u"+39 06 1234567"},
        {u"06 69812345", u"+39 06 69812345"}, // the Vatican
        {u"06 1 234 5678", u"+36 1 234 5678"},
        {u"8 495 123-45-67", u"+7 495 1234567"},
        {u"8 495 123-45-67", u"(495) 123-45-67"},
        {u"8 029 123 45 67", u"+375 29 1234567"},
        {u"8 612 34567", u"+370 612 34567"},
        {u"0 612 34567", u"+370 612 34567"},
        {u"1 212 555 0123", u"(212) 555-0123"},
        {u"(212) 555-0123", u"+1 212 555 0123"},
        {u"011 15-1234-5678", u"+54 9 11 1234-5678"},
        {u"+54 11 15 1234 5678", u"+54 9 11 1234-5678"},
        {u"0223 15-123-4567", u"+54 9 223 123 4567"},
        {u"044 55 1234 5678", u"+52 1 55 1234 5678"},
        {u"55 1234 5678", u"+52 1 55 1234 5678"},
        {u"+52 55 1234 5678", u"+52 1 55 1234 5678"},
        {u"(11) 8765-4321", u"+55 11 98765-4321"},
        {u"(011) 98765-4321", u"+55 11 98765-4321"},
        {u"97 12 34 56", u"+229 01 97 12 34 56"},
        {u"+229 97 12 34 56", u"+229 01 97 12 34 56"},
        {u"07 07 12 34 56", u"+225 07 07 12 34 56"},
        {u"038 123 456", u"+383 38 123 456"},
        {u"0549 886377", u"+378 886377"},
        {u"+47 22 12 34 56", u"+47 (0)22 12 34 56"},
        {u"+47 22 12 34 56", u"(+47) (0)22 12 34 56"},
        {u"+241 11 12 34 56", u"+241 011 12 34 56"},
        {u"110", u"110"},
        {u"116 117", u"116117"},
        {u"1-800-FLOWERS", u"+1 800 356 9377"},
    }));
    const QString typed = same.typed.toString();
    const QString stored = same.stored.toString();
    CAPTURE(typed, stored);
    CHECK(isSame(typed, stored));
    CHECK(isReachedByKey(typed, stored));
    CHECK(isReachedByKey(stored, typed));
    if (readPhoneNumber(typed).written.size() > 3) { // shorter ones are found as words
        CHECK(isFound(typed, stored));
        CHECK(isFound(stored, typed));
    }
}

TEST_CASE("Numbers of two countries, two doors or two people are not the same", "[domain]")
{
    const Pair two = GENERATE(values<Pair>({
        {u"+43 30 5550123", u"+49 30 5550123"},
        {u"+39 6 1234567", u"+39 06 1234567"}, // in Italy the zero is dialled from anywhere
        {u"030 5550124", u"+49 30 5550123"},
        {u"5550123", u"+49 30 5550123"}, // of which town?
        {u"+49 30 5550123 ext. 13", u"+49 30 5550123 ext. 12"},
        {u"110", u"call me"},
        {u"ask Bob", u"call me"},
    }));
    const QString typed = two.typed.toString();
    const QString stored = two.stored.toString();
    CAPTURE(typed, stored);
    CHECK_FALSE(isSame(typed, stored));
}

TEST_CASE("An extension that one of two numbers lacks may or may not tell them apart", "[domain]")
{
    CHECK(isSame(u"030 5550123"_s, u"+49 30 5550123 ext. 12"_s));
    CHECK_FALSE(isSamePhone(u"030 5550123", u"+49 30 5550123 ext. 12", Extensions::Alike));
    CHECK(isSamePhone(u"030 5550123 x12", u"+49 30 5550123 ext. 12", Extensions::Alike));
    CHECK(isReachedByKey(u"030 5550123"_s, u"+49 30 5550123 ext. 12"_s));
    CHECK(isReachedByKey(u"030 5550123 x12"_s, u"+49 30 5550123"_s));
}

TEST_CASE("Any part of a number finds it, and the whole only that one", "[domain]")
{
    const QString stored = u"+49 30 5550123 ext. 12"_s;
    for (const QString &typed : {u"5550123"_s, u"0123"_s, u"030 555"_s, u"+49 30 55"_s, u"0049 30 5"_s,
                                 u"030 5550123"_s, u"030 5550123 x12"_s, u"011 49 30 555"_s}) {
        CAPTURE(typed);
        CHECK(isFound(typed, stored));
    }
    CHECK_FALSE(isFound(u"+43 30 5550123"_s, stored));
    CHECK_FALSE(isFound(u"030 5550124"_s, stored));
    CHECK(phoneForms(readPhoneNumber(u"030")).isEmpty()); // too little for a number
    CHECK(phoneForms(readPhoneNumber(u"anna")).isEmpty());
}

TEST_CASE("Letters are digits only in numbers that have letters, and a text is no number", "[domain]")
{
    CHECK(dialledLetters(u"1-800-FLOWERS"_s) == u"18003569377"_s);
    CHECK(dialledLetters(u"1-800-flowers"_s) == u"18003569377"_s);
    CHECK(dialledLetters(u"+1 800 FLOWERS"_s) == u"+18003569377"_s);
    CHECK(dialledLetters(u"1-800-CONTACTS"_s) == u"18002668228"_s); // the eighth letter is not dialled
    CHECK(dialledLetters(u"0800 REISEN1"_s) == u"08007347361"_s);
    for (const QString &text : {u"call me"_s, u"030-ABCDEF"_s, u"030 123456 Fax"_s, u"0800 private"_s,
                                u"0800 FAX"_s, u"FLOWERS"_s, u"1-800"_s, u""_s}) {
        CAPTURE(text);
        CHECK(dialledLetters(text).isEmpty());
    }
    CHECK(readPhoneNumber(u"call me").isEmpty());
    CHECK(readPhoneNumber(u"at 5 or 6").isEmpty());
    CHECK(readPhoneNumber(u"030 123456 Fax").national == u"030123456"_s);
    CHECK(readPhoneNumber(u"030-ABCDEF").national == u"030"_s);
    CHECK(phoneKey(u"Call  ME") == u"call me"_s);
    CHECK(phoneWords(u"call me") == QStringList{u"call"_s, u"me"_s});
    CHECK(phoneWords(u"1-800-FLOWERS").contains(u"flowers"_s));
    CHECK(isSame(u"Call me"_s, u"call ME"_s));
}

TEST_CASE("The words of a number are as few as before", "[domain]")
{
    CHECK(phoneWords(u"+49 30 12345")
          == QStringList{u"493012345"_s, u"93012345"_s, u"3012345"_s, u"012345"_s, u"12345"_s, u"2345"_s});
    CHECK(phoneWords(u"030 1234") == QStringList{u"0301234"_s, u"301234"_s, u"01234"_s, u"1234"_s});
    CHECK(phoneWords(u"110") == QStringList{u"110"_s});
}
