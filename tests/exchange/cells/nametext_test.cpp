// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cells/nametext.h"

#include "support/catch_qt.h"

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;

namespace {

// salutation | first | last | suffix
QString told(const QString &text)
{
    const NameParts name = nameParts(text);
    return QStringList{name.salutation, name.first, name.last, name.suffix}.join(u'|')
        + (name.isCompany ? u" company"_s : QString());
}

} // namespace

TEST_CASE("A person's name comes apart into title, first and family name, and suffix", "[exchange]")
{
    CHECK(told(u"Ilse Brandt"_s) == u"|Ilse|Brandt|"_s);
    CHECK(told(u"Brandt, Ilse"_s) == u"|Ilse|Brandt|"_s);
    CHECK(told(u"Dr. Ilse Brandt"_s) == u"Dr.|Ilse|Brandt|"_s);
    CHECK(told(u"Brandt, Dr. Ilse"_s) == u"Dr.|Ilse|Brandt|"_s);
    CHECK(told(u"Frau Prof. Dr. Ilse Brandt"_s) == u"Frau Prof. Dr.|Ilse|Brandt|"_s);
    CHECK(told(u"Rell, Tomas, Jr."_s) == u"|Tomas|Rell|Jr."_s);
    CHECK(told(u"Tomas Rell, Jr."_s) == u"|Tomas|Rell|Jr."_s);
    CHECK(told(u"Tomas Rell III"_s) == u"|Tomas|Rell|III"_s);
    CHECK(told(u"Rell Jr., Tomas"_s) == u"|Tomas|Rell|Jr."_s);
    CHECK(told(u"Ludwig van Beethoven"_s) == u"|Ludwig|van Beethoven|"_s);
    CHECK(told(u"  "_s) == u"|||"_s);
}

TEST_CASE("A Japanese, Chinese or Korean name stays whole: what stands last in it is not the family's",
          "[exchange]")
{
    for (const QString &name : {u"山田 太郎"_s, u"サトウ　ハナコ"_s, u"张伟"_s, u"김 민수"_s}) {
        CHECK(nameParts(name).last == name.simplified());
        CHECK(nameParts(name).first.isEmpty());
        CHECK_FALSE(nameParts(name).isCompany);
    }
    CHECK(nameParts(u"Taro 山田"_s).first == u"Taro"_s);
}

TEST_CASE("What people write behind their family name in LinkedIn is a suffix", "[exchange]")
{
    CHECK(familyParts(u"Stone, MBA"_s).last == u"Stone"_s);
    CHECK(familyParts(u"Stone, MBA"_s).suffix == u"MBA"_s);
    CHECK(familyParts(u"van der Berg, PhD, PMP"_s).last == u"van der Berg"_s);
    CHECK(familyParts(u"van der Berg, PhD, PMP"_s).suffix == u"PhD PMP"_s);
    CHECK(familyParts(u"Stone, Inc."_s).last == u"Stone, Inc."_s);
    CHECK(familyParts(u"Berg"_s).last == u"Berg"_s);
}

TEST_CASE("What only looks like a title or a suffix stays in the name", "[exchange]")
{
    CHECK(told(u"Amartya Kumar Sen"_s) == u"|Amartya Kumar|Sen|"_s);
    CHECK(told(u"Jack Y. Ma"_s) == u"|Jack Y.|Ma|"_s);
    CHECK(told(u"Don Draper"_s) == u"|Don|Draper|"_s);
    CHECK(told(u"Ing Chang"_s) == u"|Ing|Chang|"_s);
    CHECK(told(u"Van Morrison"_s) == u"|Van|Morrison|"_s);
    CHECK(told(u"Frau"_s) == u"||Frau|"_s);
    CHECK(told(u"a, b, c, d"_s) == u"||a, b, c, d|"_s);
}

TEST_CASE("A company where a person should stand stays whole", "[exchange]")
{
    CHECK(told(u"Smith & Sons, Ltd."_s) == u"||Smith & Sons, Ltd.| company"_s);
    CHECK(told(u"Möbel Brandt GmbH"_s) == u"||Möbel Brandt GmbH| company"_s);
    CHECK(told(u"Brandt und Söhne"_s) == u"||Brandt und Söhne| company"_s);
    CHECK(told(u"Hansen og Partners"_s) == u"||Hansen og Partners| company"_s);
    CHECK(told(u"Acme, Inc."_s) == u"||Acme, Inc.| company"_s);
    CHECK(told(u"Bob & Eva Cole"_s) == u"|Bob & Eva|Cole|"_s);
    CHECK(told(u"Ana Sa"_s) == u"|Ana|Sa|"_s);
}

TEST_CASE("A company without a name is called by its domain, but not by that of a mailbox for everybody",
          "[exchange]")
{
    CHECK(nameFromDomain(u"https://www.acme.example/about"_s) == u"acme.example"_s);
    CHECK(nameFromDomain(u"acme.example"_s) == u"acme.example"_s);
    CHECK(nameFromDomain(u"ana@acme.example"_s) == u"acme.example"_s);
    CHECK(nameFromDomain(u"ana@gmail.com"_s).isEmpty());
    CHECK(nameFromDomain(u"ana@QQ.com"_s).isEmpty());
    CHECK(nameFromDomain(u"ana@yahoo.it"_s).isEmpty());
    CHECK(nameFromDomain(u"ana@web.acme.example"_s) == u"web.acme.example"_s); // no mailbox of web.de
    CHECK(nameFromDomain(u"https://www.facebook.com/acme/"_s) == u"facebook.com/acme"_s);
    CHECK(nameFromDomain(u"de.linkedin.com/company/acme"_s) == u"de.linkedin.com/company/acme"_s);
    CHECK(nameFromDomain(u""_s).isEmpty());
    CHECK(nameFromDomain(u"no site yet"_s).isEmpty());
}
