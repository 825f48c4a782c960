// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/headergroups.h"

#include "support/catch_qt.h"

using headway::exchange::headerGroups;
using namespace Qt::StringLiterals;

TEST_CASE("A line above the column names says whose columns they are", "[exchange]")
{
    CHECK(headerGroups({u"Company"_s, u""_s, u"Contact"_s, u""_s, u""_s}, 5)
          == QStringList{u"Company"_s, u"Company"_s, u"Contact"_s, u"Contact"_s, u"Contact"_s});
    CHECK(headerGroups({u""_s, u"Firma"_s, u" "_s, u"Ansprechpartner"_s}, 5)
          == QStringList{u""_s, u"Firma"_s, u"Firma"_s, u"Ansprechpartner"_s, u"Ansprechpartner"_s});
}

TEST_CASE("A title, a note or other words above the column names are no groups of columns", "[exchange]")
{
    CHECK(headerGroups({}, 3).isEmpty());
    CHECK(headerGroups({u"Deals"_s, u""_s, u""_s}, 3).isEmpty());
    CHECK(headerGroups({u"Company"_s, u""_s, u"as of 12 November"_s}, 3).isEmpty());
    CHECK(headerGroups({u"Company"_s, u"Contact"_s}, 2).isEmpty()); // column names themselves
    CHECK(headerGroups({u"Company"_s, u""_s, u"Contact"_s, u"Deal"_s}, 3).isEmpty());
}
