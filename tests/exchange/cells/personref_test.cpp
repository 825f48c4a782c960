// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cells/personref.h"

#include "support/catch_qt.h"

using namespace headway::exchange;
using namespace Qt::StringLiterals;

TEST_CASE("A name and an address in one cell are told apart, however they are written", "[exchange]")
{
    const PersonRef ann{u"Ann Lee"_s, u"ann@x.example"_s};
    CHECK(personRef(u"Ann Lee <ann@x.example>"_s) == ann);
    CHECK(personRef(u"Ann Lee (ann@x.example)"_s) == ann);
    CHECK(personRef(u"Ann Lee [mailto:ann@x.example]"_s) == ann);
    CHECK(personRef(u"ann@x.example (Ann Lee)"_s) == ann);
    CHECK(personRef(u"'Ann Lee' <ann@x.example>"_s) == ann);
    CHECK(personRef(u"Ann Lee - ann@x.example"_s) == ann);
    CHECK(personRef(u"\"Lee, Ann\" <ann@x.example>"_s) == PersonRef{u"Lee, Ann"_s, u"ann@x.example"_s});
    CHECK(personRef(u" ann@x.example "_s) == PersonRef{{}, u"ann@x.example"_s});
    CHECK(personRef(u"<ann@x.example>"_s) == PersonRef{{}, u"ann@x.example"_s});
    CHECK(personRef(u"Ann Lee"_s) == PersonRef{u"Ann Lee"_s, {}});
    CHECK(personRef(u"Ann @ Acme"_s) == PersonRef{u"Ann @ Acme"_s, {}});
    CHECK(personRef(u"C@fé Berlin"_s) == PersonRef{u"C@fé Berlin"_s, {}});
}

TEST_CASE("Several people with addresses come apart, but not a name at its comma", "[exchange]")
{
    CHECK(personRefs(u"Ann Lee <ann@x.example>; Bob Cole (bob@x.example)"_s)
          == QStringList{u"Ann Lee <ann@x.example>"_s, u"Bob Cole (bob@x.example)"_s});
    CHECK(personRefs(u"Lee, Ann <ann@x.example>, \"Cole, Bob\" <bob@x.example>"_s)
          == QStringList{u"Lee, Ann <ann@x.example>"_s, u"\"Cole, Bob\" <bob@x.example>"_s});
    CHECK(personRefs(u"ann@x.example, bob@x.example\nann@x.example"_s)
          == QStringList{u"ann@x.example"_s, u"bob@x.example"_s});
    CHECK(personRefs(u"Lee, Ann"_s) == QStringList{u"Lee, Ann"_s});
    CHECK(personRefs(u" ; "_s).isEmpty());
}
