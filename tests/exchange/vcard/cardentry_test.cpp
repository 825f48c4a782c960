// SPDX-License-Identifier: GPL-3.0-or-later
// What a card says of a person, as phones and programs write it, and the card of such an entry.
#include "exchange/vcard/cardentry.h"

#include "domain/text/datetext.h"
#include "exchange/vcard/cardreader.h"
#include "exchange/vcard/cardwriter.h"
#include "support/catch_qt.h"

#include <QBuffer>

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;

namespace {

using Place = ContactPointPlace;
using By = ContactPointType;

CardEntry read(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    REQUIRE(buffer.open(QIODevice::ReadOnly));
    CardReader reader(buffer, {});
    const auto item = reader.next();
    REQUIRE(item);
    REQUIRE(*item);
    const auto *card = std::get_if<Card>(&**item);
    REQUIRE(card);
    return entryOf(*card);
}

CardEntry entry(const QByteArray &version, const QByteArray &lines)
{
    return read("BEGIN:VCARD\nVERSION:" + version + "\n" + lines + "\nEND:VCARD\n");
}

CardReach reach(const QByteArray &version, const QByteArray &lines)
{
    const CardEntry one = entry(version, lines);
    REQUIRE(one.points.size() == 1);
    return one.points.front();
}

} // namespace

TEST_CASE("Numbers and addresses have the kinds that cards of any version give them", "[exchange][vcard]")
{
    const auto place = [](const QByteArray &version, const QByteArray &line) {
        return reach(version, line).place;
    };
    CHECK(place("2.1", "TEL;CELL;VOICE:1") == Place::Mobile);
    CHECK(place("2.1", "TEL;WORK;FAX:1") == Place::Fax);
    CHECK(place("3.0", "TEL;TYPE=HOME,VOICE:1") == Place::Home);
    CHECK(place("3.0", "TEL;type=CELL;type=VOICE;type=pref:1") == Place::Mobile);
    CHECK(place("4.0", "TEL;VALUE=uri;TYPE=\"voice,home\":tel:+1-555-0100") == Place::Home);
    CHECK(place("3.0", "TEL:1") == Place::Work);
    CHECK(place("3.0", "TEL;TYPE=WORK,CELL:1") == Place::Mobile);
    CHECK(place("3.0", "EMAIL;TYPE=INTERNET:a@x.example") == Place::Work);
    CHECK(place("3.0", "EMAIL;TYPE=INTERNET,HOME:a@x.example") == Place::Home);
    CHECK(reach("3.0", "TEL;TYPE=PAGER:1") == CardReach{By::Phone, u"1"_s, Place::Other, u"Pager"_s});
    CHECK(reach("3.0", "TEL;TYPE=\"X-EVOLUTION-ASSISTANT\":1")
          == CardReach{By::Phone, u"1"_s, Place::Other, u"Assistant"_s});
    CHECK(reach("2.1", "TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=42=C3=BC=72=6F):1")
          == CardReach{By::Phone, u"1"_s, Place::Other, u"Büro"_s});
    CHECK(reach("3.0", "TEL;TYPE=X-Satellite:1")
          == CardReach{By::Phone, u"1"_s, Place::Other, u"Satellite"_s});
}

TEST_CASE("The labels of iPhones are those of the numbers that they stand beside", "[exchange][vcard]")
{
    CHECK(reach("3.0", "item1.TEL:1\nitem1.X-ABLabel:_$!<HomeFAX>!$_")
          == CardReach{By::Phone, u"1"_s, Place::Other, u"HomeFAX"_s});
    const CardEntry both = entry("3.0",
                                 "item1.EMAIL;type=INTERNET:a@x.example\nitem1.X-ABLabel:Kanzlei\n"
                                 "item2.URL:https://x.example\nitem2.X-ABLabel:_$!<HomePage>!$_\n"
                                 "item3.X-ABDATE:2020-01-02\nitem3.X-ABLabel:First order");
    REQUIRE(both.points.size() == 2);
    CHECK(both.points[0].label == u"Kanzlei"_s);
    CHECK(both.points[1].label == u"HomePage"_s);
    CHECK(both.rest == u"item3.X-ABDATE:2020-01-02\nitem3.X-ABLabel:First order"_s);
}

TEST_CASE("tel: with its extension is a number that people read", "[exchange][vcard]")
{
    CHECK(reach("4.0", "TEL;VALUE=uri:tel:+1-555-555-0100;ext=12").value == u"+1-555-555-0100 ext. 12"_s);
    CHECK(reach("4.0", "TEL;VALUE=uri:tel:+1-555-555-0100\\;ext=12").value == u"+1-555-555-0100 ext. 12"_s);
    CHECK(reach("4.0", "TEL:+1 555 555 0100 x12").value == u"+1 555 555 0100 x12"_s);
    CHECK(reach("4.0", "EMAIL:mailto:a@x.example").value == u"a@x.example"_s);
    CHECK(reach("3.0", "URL:https\\://x.example/a\\,b\\;c").value == u"https://x.example/a,b;c"_s);
}

TEST_CASE("The preferred one is that of the lowest number, or the one marked so", "[exchange][vcard]")
{
    const CardEntry newer = entry("4.0", "TEL;PREF=5:1\nTEL;PREF=1:2\nTEL:3");
    CHECK(!newer.points[0].isPreferred);
    CHECK(newer.points[1].isPreferred);
    CHECK(!newer.points[2].isPreferred);
    CHECK(entry("2.1", "TEL:1\nTEL;PREF;WORK:2").points[1].isPreferred);
}

TEST_CASE("Names, companies and addresses come apart as they are meant", "[exchange][vcard]")
{
    const CardEntry one =
        entry("3.0",
              "N:van Beethoven;Ludwig,Lutz;Maria;Dr.,Prof.;M.D.,Jr.\nFN:Ludwig\n"
              "ORG:Lund\\; Holm & Co.\\, Ltd.;Sales;North\nTITLE:Head of Sales\nROLE:Buyer\n"
              "ADR;TYPE=HOME:PO Box 7;Apt. 3;Main St. 1\\nBack door;Lund;Skåne;22100;Sweden");
    CHECK(one.kind == CardEntry::Kind::Person);
    CHECK(one.lastName == u"van Beethoven"_s);
    CHECK(one.firstName == u"Ludwig Lutz"_s);
    CHECK(one.middleName == u"Maria"_s);
    CHECK(one.salutation == u"Dr. Prof."_s);
    CHECK(one.suffix == u"M.D., Jr."_s);
    CHECK(one.company == u"Lund; Holm & Co., Ltd."_s);
    CHECK(one.department == u"Sales, North"_s);
    CHECK(one.jobTitle == u"Head of Sales"_s);
    CHECK(one.rest == u"ROLE:Buyer"_s);
    REQUIRE(one.addresses.size() == 1);
    CHECK(one.addresses[0]
          == CardAddress{Place::Home, u"Apt. 3\nMain St. 1\nBack door\nPO Box 7"_s, u"22100"_s, u"Lund"_s,
                         u"Skåne"_s, u"Sweden"_s});
    const CardEntry reversed = entry("3.0", "N:Lee;Ann;;;\nROLE:Buyer\nTITLE:Head");
    CHECK(reversed.jobTitle == u"Head"_s);
    CHECK(reversed.rest == u"ROLE:Buyer"_s);
    CHECK(entry("3.0", "N:Lee;Ann;;;\nROLE:Buyer").jobTitle == u"Buyer"_s);
}

TEST_CASE("A third address of one sort is kept as it stands", "[exchange][vcard]")
{
    const CardEntry one = entry("3.0", "ADR;TYPE=WORK:;;A;;;;\nADR;TYPE=WORK:;;B;;;;\nADR;TYPE=WORK:;;C;;;;");
    REQUIRE(one.addresses.size() == 2);
    CHECK(one.addresses[1].place == Place::Other);
    CHECK(one.addresses[1].street == u"B"_s);
    CHECK(one.rest == u"ADR;TYPE=WORK:;;C;;;;"_s);
}

TEST_CASE("Birthdays are whole days, with a year or without; others are kept as they stand",
          "[exchange][vcard]")
{
    const auto day = [](const QByteArray &version, const QByteArray &line) {
        return entry(version, line).birthday;
    };
    CHECK(day("2.1", "BDAY:19800412") == QDate(1980, 4, 12));
    CHECK(day("3.0", "BDAY;VALUE=date:1980-04-12") == QDate(1980, 4, 12));
    CHECK(day("3.0", "BDAY:1980-04-12T00:00:00Z") == QDate(1980, 4, 12));
    CHECK(day("4.0", "BDAY:--0412") == QDate(unknownYear, 4, 12));
    CHECK(day("3.0", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12") == QDate(unknownYear, 4, 12));
    for (const QByteArray line :
         {"BDAY:1980", "BDAY:1980-04", "BDAY;VALUE=text:circa 1800", "BDAY:---12", "BDAY:19801341"}) {
        const CardEntry one = entry("4.0", line);
        CHECK(!one.birthday.isValid());
        CHECK(one.rest == QString::fromLatin1(line));
    }
}

TEST_CASE("A card is that of a company where it says so, or has no other name", "[exchange][vcard]")
{
    const auto kind = [](const QByteArray &version, const QByteArray &lines) {
        return entry(version, lines).kind;
    };
    using Kind = CardEntry::Kind;
    CHECK(kind("4.0", "KIND:org\nFN:Acme\nORG:Acme") == Kind::Company);
    CHECK(kind("3.0", "N:;;;;\nFN:Acme\nORG:Acme;\nX-ABShowAs:COMPANY") == Kind::Company);
    CHECK(kind("2.1", "N:;\nFN:Acme\nORG:Acme") == Kind::Company);
    CHECK(entry("3.0", "ORG:Acme").name == u"Acme"_s);
    CHECK(kind("3.0", "N:Lee;Ann\nFN:Acme\nORG:Acme") == Kind::Person);
    CHECK(kind("3.0", "FN:Ann Lee\nORG:Acme") == Kind::Person);
    CHECK(kind("4.0", "KIND:group\nFN:Team\nMEMBER:urn:uuid:1") == Kind::Other);
    CHECK(kind("3.0", "X-ADDRESSBOOKSERVER-KIND:group\nFN:Team") == Kind::Other);
    CHECK(kind("4.0", "KIND:individual\nORG:Acme") == Kind::Person);
}

TEST_CASE("What no field has is kept, and written again", "[exchange][vcard]")
{
    const CardEntry one =
        entry("2.1",
              "N:Lee;Ann\nNICKNAME:Annie\nX-ICQ;HOME:1\\;2\nX-NOTE;ENCODING=QUOTED-PRINTABLE:"
              "a=0D=0Ab\\c\nIMPP;X-SERVICE-TYPE=Jabber:xmpp:a@x.example");
    CHECK(
        one.rest
        == u"NICKNAME:Annie\nX-ICQ;TYPE=HOME:1\\;2\nX-NOTE:a\\nb\\\\c\nIMPP;X-SERVICE-TYPE=Jabber:xmpp:a@x.example"_s);
    for (const CardVersion version : {CardVersion::V30, CardVersion::V40}) {
        const CardEntry again = read(written(cardOf(one, version)));
        CHECK(again.rest == one.rest);
    }
}

TEST_CASE("An entry comes back from its card with everything it had", "[exchange][vcard]")
{
    CardEntry one;
    one.uid = u"urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1"_s;
    one.name = u"Dr. Ann Lee, Jr."_s;
    one.salutation = u"Dr."_s;
    one.firstName = u"Ann; B,"_s;
    one.middleName = u"C\\n"_s;
    one.lastName = u"Lee"_s;
    one.suffix = u"Jr., M.D."_s;
    one.company = u"Lund; Holm, Ltd. \\ Co"_s;
    one.department = u"Sales, North; East"_s;
    one.jobTitle = u"Head"_s;
    one.birthday = {unknownYear, 2, 29};
    one.language = u"sv"_s;
    one.timeZone = u"Europe/Stockholm"_s;
    one.doNotCall = true;
    one.optedOut = true;
    one.description = u"Line one\nLine; two, with \\n and \"quotes\"\n\nEnd"_s;
    one.points = {{By::Email, u"ann@lund.example"_s, Place::Work, {}, false},
                  {By::Email, u"a@home.example"_s, Place::Home, {}, true},
                  {By::Phone, u"+46 46 123 ext. 12"_s, Place::Work, {}, true},
                  {By::Phone, u"070-1; 2"_s, Place::Mobile, {}, false},
                  {By::Phone, u"1"_s, Place::Fax, {}, false},
                  {By::Phone, u"2"_s, Place::Other, {}, false},
                  {By::Website, u"https://lund.example/a,b;c?d=\\e"_s, Place::Work, {}, true}};
    one.addresses = {
        {Place::Work, u"Main; St. 1\nFloor, 2"_s, u"221 00"_s, u"Lund"_s, u"Skåne"_s, u"Sweden"_s},
        {Place::Home, {}, {}, u"Malmö"_s, {}, {}},
        {Place::Other, u"X"_s, {}, {}, {}, {}}};
    one.tags = {u"Key account, EU"_s, u"a;b"_s, u"VIP"_s};
    one.rest = u"NICKNAME:Annie\nitem1.X-ABDATE:2020-01-02\nitem1.X-ABLabel:First order"_s;
    CHECK(read(written(cardOf(one, CardVersion::V30))) == one);
    CHECK(read(written(cardOf(one, CardVersion::V40))) == one);

    CardEntry company;
    company.kind = CardEntry::Kind::Company;
    company.name = u"Acme, Inc."_s;
    company.points = {{By::Website, u"acme.example"_s, Place::Work, {}, false}};
    CHECK(read(written(cardOf(company, CardVersion::V30))) == company);
    CHECK(read(written(cardOf(company, CardVersion::V40))) == company);
}
