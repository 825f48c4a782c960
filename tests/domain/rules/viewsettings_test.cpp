// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/viewsettings.h"

#include "domain/rules/views.h"
#include "support/catch_qt.h"

using namespace headway;
using namespace Qt::StringLiterals;

TEST_CASE("A setting of a view is changed where it stands, and those of other versions are kept", "[domain]")
{
    const QString both = u"horsepower: 200\nopen: Won\nwings: two: left, right"_s;
    CHECK(settingOf(both, u"open") == u"Won"_s);
    CHECK(settingOf(both, u"wings") == u"two: left, right"_s);
    CHECK(settingOf(both, u"wing").isEmpty());
    CHECK(withSetting(both, u"open", u"Lost"_s) == u"horsepower: 200\nopen: Lost\nwings: two: left, right"_s);
    CHECK(withSetting(both, u"open", {}) == u"horsepower: 200\nwings: two: left, right"_s);
    CHECK(withSetting({}, u"open", u"Won"_s) == u"open: Won"_s);
    CHECK(withSetting(u"open: Won\nopen: Lost"_s, u"open", u"Offer"_s) == u"open: Offer"_s);
    CHECK(settingOf(u"no colon\n: nameless\nopen:Won "_s, u"open") == u"Won"_s);
}

TEST_CASE("Saving a view changes only the settings that I changed", "[domain]")
{
    const SavedView view{.name = u"A"_s, .settings = u"horsepower: 200\nopen: Won, Zeppelin"_s};
    const Arrangement shown{.settings = u"open: Won"_s}; // the stage Zeppelin is gone
    CHECK(rearranged(view, shown, shown).settings == view.settings);
    CHECK(rearranged(view, shown, {.settings = u"open: Lost"_s}).settings
          == u"horsepower: 200\nopen: Lost"_s);
    CHECK(rearranged(view, shown, {}).settings == u"horsepower: 200"_s);
    CHECK(rearranged({.name = u"B"_s}, {}, shown).settings == u"open: Won"_s);
}

TEST_CASE("Names of stages are read as they were written, whatever is in them", "[domain]")
{
    const QStringList names{u"Won"_s, u"Lost, for now"_s, u"\"Maybe\""_s, u"a: b"_s, u"عرض"_s};
    CHECK(namesText(names) == u"Won, \"Lost, for now\", \"\"\"Maybe\"\"\", a: b, عرض"_s);
    CHECK(namesIn(namesText(names)) == names);
    CHECK(namesText({u"two\nlines"_s, QString(), u" "_s}) == u"two lines"_s);
    CHECK(namesIn(u" ,, Won ,\"\" ") == QStringList{u"Won"_s});
    CHECK(namesIn(u"\"Lost, for") == QStringList{u"Lost, for"_s}); // as far as it goes
    CHECK(namesIn(QString(QString(500, u'x') + u", y"_s)).size() == 2);
    CHECK(namesIn({}).isEmpty());
}
