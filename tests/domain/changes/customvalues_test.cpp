// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/changes/customvalues.h"

#include "domain/records/inenglish.h"
#include "support/catch_qt.h"

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

CustomField fieldOf(CustomKind kind, const QString &name)
{
    return {.name = name, .label = u"Label"_s, .kind = kind, .choices = u"Small\nLarge \n"_s};
}

} // namespace

TEST_CASE("A value of each kind of custom field comes back as it was set", "[domain]")
{
    const std::vector<std::pair<CustomKind, Value>> values{{CustomKind::Text, u"naïve “x”"_s},
                                                           {CustomKind::LongText, u"two\nlines"_s},
                                                           {CustomKind::Number, qint64(-7)},
                                                           {CustomKind::Number, 2.5},
                                                           {CustomKind::Money, qint64(1'234'567'89)},
                                                           {CustomKind::Day, u"2026-11-23"_s},
                                                           {CustomKind::YesNo, qint64(1)},
                                                           {CustomKind::YesNo, qint64(0)},
                                                           {CustomKind::Choice, u"Large"_s}};
    for (const auto &[kind, value] : values) {
        const CustomField field = fieldOf(kind, u"size"_s);
        const QString json = withCustomValue(u"{\"other\":1}"_s, field, value);
        CHECK(customValue(json, field) == value);
        CHECK(withCustomValue(json, field, Value()) == u"{\"other\":1}"_s);
    }
    const CustomField text = fieldOf(CustomKind::Text, u"size"_s);
    CHECK(withCustomValue(u"{\"size\":\"x\"}"_s, text, u""_s).isEmpty());
    CHECK(isNull(customValue(u"no JSON"_s, text)));
    CHECK(isNull(customValue(u"{\"size\":3}"_s, text)));
}

TEST_CASE("Two people may change different custom fields at once, not the same one", "[domain]")
{
    const QString before = uR"({"a":1,"b":2})"_s;
    const QString after = uR"({"a":5,"b":2})"_s;
    CHECK(mergedCustom(uR"({"a":1,"b":9})"_s, before, after).value() == uR"({"a":5,"b":9})"_s);
    CHECK(mergedCustom(uR"({"a":5})"_s, before, after).value() == uR"({"a":5})"_s);
    CHECK(!mergedCustom(uR"({"a":7,"b":2})"_s, before, after));
    CHECK(mergedCustom(uR"({"a":1,"c":3})"_s, uR"({"a":1})"_s, QString()).value() == uR"({"c":3})"_s);
    CHECK(customDifference(before, uR"({"b":3,"c":1})"_s) == QStringList{u"a"_s, u"b"_s, u"c"_s});
}

TEST_CASE("A custom field keeps its rules", "[domain]")
{
    CustomField field = fieldOf(CustomKind::Choice, u"size"_s);
    CHECK(customChoices(field) == QStringList{u"Small"_s, u"Large"_s});
    CHECK(checkCustom(field, u"Large"_s));
    CHECK(checkCustom(field, Value()));
    CHECK(inEnglish(checkCustom(field, u"Huge"_s).error().text)
          == u"Label cannot be “Huge”. There are: Small, Large."_s);
    field.required = true;
    CHECK(inEnglish(checkCustom(field, Value()).error().text) == u"Label is missing."_s);
    CHECK(!checkCustom(fieldOf(CustomKind::Text, u"x"_s), QString(501, u'a')));
    CHECK(checkCustom(fieldOf(CustomKind::LongText, u"x"_s), QString(501, u'a')));
}

TEST_CASE("A custom field takes no NUL and no half of a character, as no other field does", "[domain]")
{
    const CustomField field = fieldOf(CustomKind::Text, u"x"_s);
    const auto nul = checkCustom(field, QString(u"a"_s + QChar(u'\0') + u'b'));
    REQUIRE_FALSE(nul);
    CHECK(inEnglish(nul.error().text) == u"Label contains a NUL character."_s);
    const auto half = checkCustom(field, QString(u"a"_s + QChar(0xd83d)));
    REQUIRE_FALSE(half);
    CHECK(inEnglish(half.error().text) == u"Label contains half a character."_s);
    CHECK(checkCustom(field, u"a😀"_s));
}
