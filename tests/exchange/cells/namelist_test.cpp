// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cells/namelist.h"

#include "support/catch_qt.h"

using namespace headway::exchange;
using namespace Qt::StringLiterals;

namespace {

// The names with bars between them; in front "?" if it is open, "~" if it is likely.
QString namesOf(NamesOf what, const QString &cell, Commas commas = Commas::Untold)
{
    using Reading = NameList::Reading;
    const NameList list = namesIn(cell, what, commas);
    switch (list.reading) {
    case Reading::One: return list.whole;
    case Reading::Several: return list.names.join(u'|');
    case Reading::Likely: return u'~' + list.names.join(u'|');
    case Reading::Open: return u'?' + list.whole;
    }
    return {};
}

QString people(const QString &cell, Commas commas = Commas::Untold)
{
    CHECK((mayNameSeveral(cell) || namesOf(NamesOf::People, cell, commas) == cell));
    return namesOf(NamesOf::People, cell, commas);
}

QString companies(const QString &cell)
{
    CHECK((mayNameSeveral(cell) || namesOf(NamesOf::Companies, cell) == cell));
    return namesOf(NamesOf::Companies, cell);
}

} // namespace

TEST_CASE("Several people in a cell are several, a family name in front is one", "[exchange]")
{
    CHECK(people(u"Ann Lee"_s) == u"Ann Lee"_s);
    CHECK(people(u"Lee, Ann"_s) == u"Lee, Ann"_s);
    CHECK(people(u"van der Berg, Ann"_s) == u"van der Berg, Ann"_s);
    CHECK(people(u"García López, Ana"_s) == u"García López, Ana"_s);
    CHECK(people(u"Rell, Tomas, Jr."_s) == u"Rell, Tomas, Jr."_s);
    CHECK(people(u"Ann Lee, MBA"_s) == u"Ann Lee, MBA"_s);
    CHECK(people(u"Ann Lee; Bob Cole"_s) == u"Ann Lee|Bob Cole"_s);
    CHECK(people(u"Lee, Ann; Cole, Bob"_s) == u"Lee, Ann|Cole, Bob"_s);
    CHECK(people(u"Ann Lee\nBob Cole\n"_s) == u"Ann Lee|Bob Cole"_s);
    CHECK(people(u"Ann Lee ::: Bob Cole"_s) == u"Ann Lee|Bob Cole"_s);
    CHECK(people(u"Ann Lee, Bob Cole, Eva Lang"_s) == u"Ann Lee|Bob Cole|Eva Lang"_s);
    CHECK(people(u"Ann Lee / Bob Cole"_s) == u"Ann Lee|Bob Cole"_s);
    CHECK(people(u"Ann Lee and Bob Cole"_s) == u"Ann Lee|Bob Cole"_s);
    CHECK(people(u"Ann Lee & Bob Cole"_s) == u"Ann Lee|Bob Cole"_s);
    CHECK(people(u"Ilse Brandt und Eva Lang"_s) == u"Ilse Brandt|Eva Lang"_s);
    CHECK(people(u"Ann Lee, Bob Cole, and Eva Lang"_s) == u"Ann Lee|Bob Cole|Eva Lang"_s);
    CHECK(people(u"\"Lee, Ann\", \"Cole, Bob\""_s) == u"Lee, Ann|Cole, Bob"_s);
    CHECK(people(u"Smith & Sons, Ltd."_s) == u"Smith & Sons, Ltd."_s);
    CHECK(people(u"José Ortega y Gasset"_s) == u"José Ortega y Gasset"_s);
    CHECK(people(u"c/o Ann Lee"_s) == u"c/o Ann Lee"_s);
}

TEST_CASE("What may be one person or several is open, unless the column tells", "[exchange]")
{
    CHECK(people(u"Ann Lee, Bob Cole"_s) == u"~Ann Lee|Bob Cole"_s);
    CHECK(people(u"García López, Ana María"_s, Commas::Within) == u"García López, Ana María"_s);
    CHECK(people(u"Ann Lee, Bob Cole"_s, Commas::Between) == u"Ann Lee|Bob Cole"_s);
    CHECK(people(u"Ann Lee, Bob Cole"_s, Commas::Both) == u"?Ann Lee, Bob Cole"_s);
    for (const QString &open : {u"Ann and Bob Lee"_s, u"Jo/Max"_s, u"Jo & Max"_s, u"Jo, Max, Eva"_s,
                                u"Lee, Ann, Cole, Bob"_s, u"Ann Lee / Acme"_s})
        CHECK(people(open) == u'?' + open);

    CHECK(commasIn({u"Lee, Ann"_s, u"García López, Ana María"_s}) == Commas::Within);
    CHECK(commasIn({u"Ann Lee"_s, u"Ann Lee, Bob Cole"_s}) == Commas::Between);
    CHECK(commasIn({u"Ann Lee, Bob Cole, Eva Lang"_s}) == Commas::Between);
    CHECK(commasIn({u"Ann Lee"_s, u"Cole, Bob"_s}) == Commas::Both);
    CHECK(commasIn({u"Ann Lee, Bob Cole"_s, u"Eva Lang and Bob Cole"_s}) == Commas::Between);
    CHECK(commasIn({u"Ann Lee, Bob Cole"_s, u"Bob Cole, Eva Lang"_s}) == Commas::Between);
    CHECK(commasIn({u"Ann Lee, Bob Cole"_s, u"Jo"_s, u"Acme, Inc."_s, QString()}) == Commas::Untold);
    // That others are called by their first name in front tells nothing of this one; nor do her relatives.
    CHECK(commasIn({u"García López, Ana María"_s, u"Ann Lee"_s}) == Commas::Untold);
    CHECK(commasIn({u"García López, Ana María"_s, u"García López, José Luis"_s}) == Commas::Untold);
    CHECK(commasIn({u"García López, Ana María"_s, u"Ann Lee"_s, u"Cole, Bob"_s}) == Commas::Both);
}

TEST_CASE("A comma in the name of a company is part of it before a legal form, else it is open", "[exchange]")
{
    for (const QString &one : {u"Smith & Sons, Ltd."_s, u"Granite Peak, Inc."_s, u"Acme, Inc. (US)"_s,
                               u"Johnson, Smith & Lee"_s, u"Alpha GmbH & Co. KG"_s, u"Acme (Berlin, Mitte)"_s,
                               u"A/S Beta"_s, u"Procter & Gamble"_s, u"University of North and South"_s})
        CHECK(companies(one) == one);
    CHECK(companies(u"Alpha; Beta"_s) == u"Alpha|Beta"_s);
    CHECK(companies(u"Granite Peak, Inc.; Beta"_s) == u"Granite Peak, Inc.|Beta"_s);
    CHECK(companies(u"Acme, Inc., Beta GmbH"_s) == u"Acme, Inc.|Beta GmbH"_s);
    for (const QString &open : {u"Acme, Beta"_s, u"University of California, Berkeley"_s, u"Alpha / Beta"_s})
        CHECK(companies(open) == u'?' + open);
}

TEST_CASE("Quotation marks and links around a name are no part of it", "[exchange]")
{
    CHECK(companies(u"\"Acme\""_s) == u"Acme"_s);
    CHECK(companies(u"\"Beta, Gamma\""_s) == u"Beta, Gamma"_s);
    CHECK(companies(u"Alpha,\"Beta, Gamma\""_s) == u"Alpha|Beta, Gamma"_s);
    CHECK(people(u"Dwayne \"The Rock\" Johnson"_s) == u"Dwayne \"The Rock\" Johnson"_s);
    CHECK(companies(u"\"A\" Team"_s) == u"\"A\" Team"_s);
    CHECK(companies(u"Acme (https://www.notion.so/Acme-0a1b2c3d)"_s) == u"Acme"_s);
    CHECK(companies(u"Acme, Beta (https://www.notion.so/x-1), Gamma (https://www.notion.so/y-2)"_s)
          == u"Acme, Beta|Gamma"_s);
    CHECK(people(u"[Ann Lee](https://x.example/ann)"_s) == u"Ann Lee"_s);
    CHECK(companies(u"Acme (Berlin)"_s) == u"Acme (Berlin)"_s);
    CHECK(namesIn(u"Acme (https://www.notion.so/Acme-0a1b2c3d)"_s, NamesOf::Companies).links.isEmpty());
    CHECK(namesIn(u"Acme (https://acme.example)"_s, NamesOf::Companies).links
          == QStringList{u"https://acme.example"_s});
}

TEST_CASE("Marks alone name nobody, whichever they are", "[exchange]")
{
    for (const QString &odd :
         {u";"_s, u"\""_s, u","_s, u"/ /"_s, u"\"\""_s, u" ::: "_s, u"--, --"_s, QString()}) {
        CAPTURE(odd);
        for (const NamesOf what : {NamesOf::People, NamesOf::Companies}) {
            CHECK(namesIn(odd, what).names.isEmpty());
            CHECK(namesIn(odd, what).whole.isEmpty());
        }
    }
    CHECK(namesIn(u"(https://x.example)"_s, NamesOf::People).names.size() <= 1);
    CHECK(namesIn(u"株式会社"_s, NamesOf::Companies).whole == u"株式会社"_s);
}
