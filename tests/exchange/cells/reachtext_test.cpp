// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cells/reachtext.h"

#include "domain/text/emailtext.h"
#include "support/catch_qt.h"

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;

namespace {

// "030 1234 work", "x home invalid"; remarks behind a colon of their own.
QStringList told(const ReachCell &cell)
{
    QStringList result;
    for (const ReachCell::Point &point : cell.points) {
        result += point.value + u" | "_s
            + QString::fromLatin1(Choices<ContactPointPlace>::list[size_t(point.place)].code)
            + (point.isInvalid ? u" invalid"_s : QString()) + (point.isFirst ? u" first"_s : QString());
    }
    for (const QString &remark : cell.remarks)
        result += u"remark: "_s + remark;
    if (!cell.person.isEmpty())
        result += u"person: "_s + cell.person;
    return result;
}

QStringList phone(const QString &text, const QString &label = {})
{
    return told(readReach({ContactPointType::Phone, ContactPointPlace::Work}, text, label));
}

QStringList email(const QString &text, const QString &label = {})
{
    return told(readReach({ContactPointType::Email, ContactPointPlace::Work}, text, label));
}

} // namespace

TEST_CASE("An extension belongs to its number", "[exchange]")
{
    CHECK(phone(u"+1 212 555 0100, ext. 23"_s) == QStringList{u"+1 212 555 0100 ext. 23 | work"_s});
    CHECK(phone(u"tel:+1-212-555-0100;ext=27"_s) == QStringList{u"+1-212-555-0100 ext. 27 | work"_s});
    CHECK(phone(u"(212) 555-0100 x27"_s) == QStringList{u"(212) 555-0100 ext. 27 | work"_s});
    CHECK(phone(u"030 123456 Durchwahl 12"_s) == QStringList{u"030 123456 ext. 12 | work"_s});
    CHECK(phone(u"8 (495) 123-45-67 доб. 12"_s) == QStringList{u"8 (495) 123-45-67 ext. 12 | work"_s});
    CHECK(phone(u"030 123456 DW-12"_s) == QStringList{u"030 123456 ext. 12 | work"_s});
    CHECK(phone(u"06 1234567 int. 12"_s) == QStringList{u"06 1234567 ext. 12 | work"_s});
    CHECK(phone(u"tel:305550123;phone-context=+49"_s) == QStringList{u"+49305550123 | work"_s});
    CHECK(phone(u"555 0100 #4; 555 0200"_s)
          == QStringList{u"555 0100 ext. 4 | work"_s, u"555 0200 | work"_s});
}

TEST_CASE("A remark beside a number is its kind or a note, never digits", "[exchange]")
{
    CHECK(phone(u"030 123456 Fax"_s) == QStringList{u"030 123456 | fax"_s});
    CHECK(phone(u"Mobil: 0171 123456"_s) == QStringList{u"0171 123456 | mobile"_s});
    CHECK(phone(u"030 123456 (neu)"_s) == QStringList{u"030 123456 | work"_s, u"remark: 030 123456: neu"_s});
    CHECK(phone(u"030 123456 (privat, ab 18 Uhr)"_s).front() == u"030 123456 | home"_s);
    CHECK(phone(u"030 123456 Zi. 12"_s)
          == QStringList{u"030 123456 | work"_s, u"remark: 030 123456: Zi. 12"_s});
    CHECK(phone(u"030 1234, ask for Bob"_s)
          == QStringList{u"030 1234 | work"_s, u"remark: 030 1234: ask for Bob"_s});
    CHECK(phone(u"ask for Bob"_s) == QStringList{u"remark: ask for Bob"_s});
    CHECK(phone(u"1-800-FLOWERS"_s) == QStringList{u"1-800-FLOWERS | work"_s});
    CHECK(phone(u"030 123456 8-12 Uhr"_s)
          == QStringList{u"030 123456 | work"_s, u"remark: 030 123456: 8-12 Uhr"_s});
    CHECK(phone(u"Mo-Fr 8:00-12:00 030 123456"_s).front() == u"030 123456 | work"_s);
    CHECK(phone(u"0301234567 Eva 0171234567"_s)
          == QStringList{u"0301234567 | work"_s, u"remark: 0301234567: Eva 0171234567"_s});
}

TEST_CASE("A number that a spreadsheet has spoilt stays as text, a decimal zero goes", "[exchange]")
{
    CHECK(phone(u"4.91512E+11"_s) == QStringList{u"remark: 4.91512E+11"_s});
    CHECK(phone(u"4,91512E+11"_s) == QStringList{u"remark: 4,91512E+11"_s});
    CHECK(phone(u"4915123456.0"_s) == QStringList{u"4915123456 | work"_s});
    CHECK(phone(u"'+49 30 1"_s) == QStringList{u"+49 30 1 | work"_s});
    for (const QString &nothing : {u"-"_s, u"n/a"_s, u"null"_s, u" "_s, u"k. A."_s})
        CHECK(phone(nothing).isEmpty());
}

TEST_CASE("Several numbers in a cell come apart, one written with a slash does not", "[exchange]")
{
    const QStringList both{u"030 123456 | work"_s, u"0171 123456 | work"_s};
    for (const QString &text :
         {u"030 123456 ::: 0171 123456"_s, u"030 123456 / 0171 123456"_s, u"030 123456 or 0171 123456"_s,
          u"030 123456\n0171 123456"_s, u"030 123456;0171 123456"_s, u"030 123456, 0171 123456"_s}) {
        CAPTURE(text);
        CHECK(phone(text) == both);
    }
    CHECK(phone(u"030 / 123456"_s) == QStringList{u"030 / 123456 | work"_s});
    for (const QString &one : {u"02151 / 123456"_s, u"+49 171 / 1234567"_s, u"+49 (0) 30 / 12 34 56 - 78"_s,
                               u"0049 171 / 1234567"_s, u"(033701) / 12345"_s})
        CHECK(phone(one) == QStringList{one + u" | work"_s});
    CHECK(phone(u"+1 555 0100 / 555 0101"_s).size() == 2);
    CHECK(phone(u"030 12345 / 0171 12345"_s).size() == 2);
    CHECK(phone(u"+49 171 / +49 30 12345"_s).size() == 2);
    CHECK(phone(u"+49 (0) 30/123-45"_s) == QStringList{u"+49 (0) 30/123-45 | work"_s});
    CHECK(phone(u"+1 2"_s) == QStringList{u"+1 2 | work"_s});
    CHECK(phone(u"٠١٢٣٤٥"_s) == QStringList{u"٠١٢٣٤٥ | work"_s});
}

TEST_CASE("A name beside an e-mail address is a name, and no address is dropped", "[exchange]")
{
    CHECK(email(u"a@x.example"_s) == QStringList{u"a@x.example | work"_s});
    CHECK(email(u"Bob Cole (bob@a.example)"_s)
          == QStringList{u"bob@a.example | work"_s, u"person: Bob Cole"_s});
    CHECK(email(u"Eva Lang <eva@x.example>"_s)
          == QStringList{u"eva@x.example | work"_s, u"person: Eva Lang"_s});
    CHECK(email(u"\"Lang, Eva\" <eva@x.example>"_s)
          == QStringList{u"eva@x.example | work"_s, u"person: Lang, Eva"_s});
    CHECK(email(u"Lang, Eva <eva@x.example>"_s)
          == QStringList{u"eva@x.example | work"_s, u"person: Lang, Eva"_s});
    CHECK(email(u"mailto:eva@x.example?subject=Hi"_s) == QStringList{u"eva@x.example | work"_s});
    CHECK(email(u"a@x.example; b@x.example,c@x.example"_s).size() == 3);
    CHECK(email(u"a@x.example b@x.example"_s).size() == 2);
    CHECK(email(u"a@x.example (privat)"_s) == QStringList{u"a@x.example | home"_s});
    CHECK(email(u"nowhere"_s) == QStringList{u"nowhere | work invalid"_s});
    CHECK(email(u"root@localhost"_s) == QStringList{u"root@localhost | work invalid"_s});
    CHECK(email(u"n/a"_s).isEmpty());
    CHECK(isEmailAddress(u"jörg@müller.example"));
    CHECK_FALSE(isEmailAddress(u"a@b@c.example"));
    CHECK_FALSE(isEmailAddress(u"a@x."));
}

TEST_CASE("The label beside a number is heeded, an unknown one is kept", "[exchange]")
{
    CHECK(phone(u"0171 123456"_s, u"Mobile"_s) == QStringList{u"0171 123456 | mobile"_s});
    CHECK(phone(u"0171 123456"_s, u"* Work"_s) == QStringList{u"0171 123456 | work first"_s});
    CHECK(phone(u"0171 123456 Fax"_s, u"Home"_s) == QStringList{u"0171 123456 | fax"_s});
    CHECK(phone(u"0171 123456"_s, u"Cabin"_s)
          == QStringList{u"0171 123456 | other"_s, u"remark: 0171 123456: Cabin"_s});
    CHECK(email(u"a@x.example"_s, u"Home"_s) == QStringList{u"a@x.example | home"_s});
}

TEST_CASE("On a card, the number of an assistant or a pager says so", "[exchange][vcard]")
{
    const auto onCard = [](const QString &label) {
        return told(literalReach({ContactPointType::Phone, ContactPointPlace::Work}, u"030 1, 2"_s, label));
    };
    CHECK(onCard(u"Assistant"_s) == QStringList{u"030 1, 2 | other"_s, u"remark: 030 1, 2: Assistant"_s});
    CHECK(onCard(u"* Pager"_s) == QStringList{u"030 1, 2 | other first"_s, u"remark: 030 1, 2: Pager"_s});
    CHECK(onCard(u"Other"_s) == QStringList{u"030 1, 2 | other"_s});
    CHECK(onCard(u"Mobile"_s) == QStringList{u"030 1, 2 | mobile"_s});
    CHECK(phone(u"030 1"_s, u"Pager"_s) == QStringList{u"030 1 | other"_s});
}

TEST_CASE("Work comes before mobile and home, a fax and what is no address last", "[exchange]")
{
    CHECK(reachRank(ContactPointPlace::Work, false) < reachRank(ContactPointPlace::Mobile, false));
    CHECK(reachRank(ContactPointPlace::Mobile, false) < reachRank(ContactPointPlace::Home, false));
    CHECK(reachRank(ContactPointPlace::Other, false) < reachRank(ContactPointPlace::Fax, false));
    CHECK(reachRank(ContactPointPlace::Fax, false) < reachRank(ContactPointPlace::Work, true));
}
