// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/customfields.h"

#include "support/catch_qt.h"

using namespace headway;
using namespace Qt::StringLiterals;

TEST_CASE("No two own fields of a kind have one name or one label", "[domain]")
{
    const CustomField moon{.id = {3}, .recordKind = EntityKind::Deal, .name = u"moon"_s, .label = u"Moon"_s};
    const auto of = [](EntityKind kind, const QString &name, const QString &label) {
        return CustomField{.recordKind = kind, .name = name, .label = label};
    };
    CHECK(checkCustomField(moon, {moon}));
    CHECK(checkCustomField(of(EntityKind::Deal, u"sun"_s, u"Sun"_s), {moon}));
    CHECK(checkCustomField(of(EntityKind::Lead, u"moon"_s, u"Moon"_s), {moon}));
    CHECK_FALSE(checkCustomField(of(EntityKind::Deal, u"moon"_s, u"Sun"_s), {moon}));
    CHECK_FALSE(checkCustomField(of(EntityKind::Deal, u"sun"_s, u"MOON!"_s), {moon}));
    const CustomField sign{.id = {4}, .recordKind = EntityKind::Deal, .name = u"field"_s, .label = u"☎"_s};
    CHECK_FALSE(checkCustomField(of(EntityKind::Deal, u"x"_s, u" ☎"_s), {sign}));
    CHECK(checkCustomField(of(EntityKind::Deal, u"x"_s, u"☏"_s), {sign}));
}
