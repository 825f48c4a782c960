// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/likename.h"

#include "support/catch_qt.h"

using namespace headway;
using namespace Qt::StringLiterals;

TEST_CASE("A company is the same with its legal form or without, in any order of its words", "[domain]")
{
    for (const QString &written :
         {u"Möbelwerke Lindenau GmbH & Co. KG"_s, u"Mobelwerke Lindenau"_s, u"Lindenau Möbelwerke"_s,
          u"MÖBELWERKE-LINDENAU AG"_s, u"Möbelwerke Lindenau, S.p.A."_s, u"Möbelwerke Lindenau A/S"_s})
        CHECK(likenessOf(written, u"Möbelwerke Lindenau") == NameLikeness::Same);
    CHECK(likenessOf(u"Berg, Anna", u"Anna Berg") == NameLikeness::Same);
    CHECK(comparedWords(u"Co. KG") == QStringList{u"co"_s, u"kg"_s}); // or nothing would be left
    CHECK(comparedWords(u"株式会社 田中商事") == QStringList{u"田中商事"_s});
}

TEST_CASE("A slip of the pen makes a similar name, a different name does not", "[domain]")
{
    CHECK(likenessOf(u"Siemans", u"Siemens AG") == NameLikeness::Similar);
    CHECK(likenessOf(u"Jon Smith", u"John Smith") == NameLikeness::Similar);
    CHECK(likenessOf(u"Catherine Meyer", u"Katherine Meier") == NameLikeness::Similar);
    CHECK(likenessOf(u"Berg", u"Borg") == NameLikeness::Different); // too short to tell
    CHECK(likenessOf(u"Anna Berg", u"Bernd Anger") == NameLikeness::Different);
    CHECK(likenessOf(u"", u"Acme") == NameLikeness::Different);
    CHECK(likenessOf(u"!?", u"…") == NameLikeness::Different);
}
