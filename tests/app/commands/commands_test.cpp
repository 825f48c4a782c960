// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"

#include "app/program/settings.h"
#include "support/catch_qt.h"

#include <QTemporaryDir>

using namespace headway;
using namespace headway::app;
using namespace Qt::StringLiterals;

namespace {

struct Fixture {
    QTemporaryDir folder;
    Settings settings{folder.filePath(u"headway.ini"_s)};
    Commands commands{settings};

    void add(const QString &id, const QString &keys, Areas areas)
    {
        commands.add({.id = id, .text = id, .shortcuts = {QKeySequence(keys)}, .areas = areas});
    }
};

} // namespace

TEST_CASE("A command runs by its id, unless it is not enabled", "[app]")
{
    Fixture table;
    int runs = 0;
    bool enabled = true;
    table.commands.add({.id = u"call"_s,
                        .text = u"Log a &call"_s,
                        .isEnabled = [&enabled] { return enabled; },
                        .run = [&runs] { ++runs; }});
    CHECK(table.commands.run(u"call"));
    enabled = false;
    CHECK(!table.commands.run(u"call"));
    CHECK(!table.commands.run(u"unknown"));
    CHECK(runs == 1);
}

TEST_CASE("A command may replace itself while it runs", "[app]")
{
    Fixture table;
    int runs = 0;
    table.commands.add({.id = u"a"_s, .text = u"A"_s, .run = [&] {
                            table.commands.add({.id = u"a"_s, .text = u"B"_s});
                            ++runs;
                        }});
    CHECK(table.commands.run(u"a"));
    CHECK(runs == 1);
    CHECK(table.commands.all().size() == 1);
    CHECK(table.commands.find(u"a")->text == u"B"_s);
}

TEST_CASE("Tool tips name the key and leave out the mnemonic", "[app]")
{
    Fixture table;
    table.commands.add(
        {.id = u"call"_s, .text = u"Log a &call…"_s, .shortcuts = {QKeySequence(u"Ctrl+L"_s)}});
    table.commands.add({.id = u"rd"_s, .text = u"R&&D"_s});
    CHECK(table.commands.toolTip(u"call") == u"Log a call (Ctrl+L)"_s);
    CHECK(table.commands.toolTip(u"rd") == u"R&D"_s);
    CHECK(table.commands.toolTip(u"unknown") == QString());
}

TEST_CASE("Two commands with one key collide only where both apply", "[app]")
{
    Fixture table;
    table.add(u"won"_s, u"W"_s, Area::Board);
    table.add(u"week"_s, u"W"_s, Area::Calendar);
    CHECK(table.commands.conflicts().empty());

    table.add(u"wide"_s, u"W"_s, Area::List | Area::Board);
    REQUIRE(table.commands.conflicts().size() == 1);
    CHECK(table.commands.conflicts().front().first == u"won"_s);
    CHECK(table.commands.conflicts().front().second == u"wide"_s);

    table.add(u"everywhere"_s, u"W"_s, Area::Global);
    CHECK(table.commands.conflicts().size() == 4);
}

TEST_CASE("A key the user chose survives a restart, and can be given back", "[app]")
{
    Fixture table;
    table.add(u"call"_s, u"Ctrl+L"_s, Area::Global);
    table.commands.changeShortcuts(u"call", {QKeySequence(u"F8"_s), QKeySequence(u"Ctrl+,"_s)});

    Commands later(table.settings);
    later.add({.id = u"call"_s, .text = u"Call"_s, .shortcuts = {QKeySequence(u"Ctrl+L"_s)}});
    CHECK(later.find(u"call")->shortcuts == QList{QKeySequence(u"F8"_s), QKeySequence(u"Ctrl+,"_s)});
    later.restoreShortcuts(u"call");
    CHECK(later.find(u"call")->shortcuts == QList{QKeySequence(u"Ctrl+L"_s)});

    later.changeShortcuts(u"call", {});
    Commands without(table.settings);
    without.add({.id = u"call"_s, .text = u"Call"_s, .shortcuts = {QKeySequence(u"Ctrl+L"_s)}});
    CHECK(without.find(u"call")->shortcuts.isEmpty());
}

TEST_CASE("A rival is a command that the same key would call in the same place", "[app]")
{
    Fixture table;
    table.add(u"won"_s, u"W"_s, Area::Board);
    table.add(u"week"_s, u"Ctrl+W"_s, Area::Calendar);
    table.add(u"close"_s, u"Ctrl+Q"_s, Area::Global);
    const auto rival = [&](QStringView id, const QString &keys) {
        const Command *found = table.commands.rival(id, {QKeySequence(keys)});
        return found ? found->id : QString();
    };
    CHECK(rival(u"week", u"W"_s) == QString());
    CHECK(rival(u"week", u"Ctrl+Q"_s) == u"close"_s);
    CHECK(rival(u"close", u"W"_s) == u"won"_s);
    CHECK(rival(u"won", u"W"_s) == QString()); // its own
    CHECK(table.commands.rival(u"unknown", {QKeySequence(u"W"_s)}) == nullptr);
    CHECK(table.commands.rival(u"won", {}) == nullptr);
}

TEST_CASE("A key changed through one table of commands changes in the others", "[app]")
{
    Fixture table;
    table.add(u"call"_s, u"Ctrl+L"_s, Area::Global);
    Commands other(table.settings);
    other.add({.id = u"call"_s, .text = u"Call"_s, .shortcuts = {QKeySequence(u"Ctrl+L"_s)}});
    int told = 0;
    QObject::connect(&other, &Commands::changed, &other, [&told] { ++told; });

    table.commands.changeShortcuts(u"call", {QKeySequence(u"F8"_s)});
    CHECK(other.find(u"call")->shortcuts == QList{QKeySequence(u"F8"_s)});
    CHECK(!other.hasOwnShortcuts(u"call"));
    CHECK(told == 1);

    table.commands.restoreAllShortcuts();
    CHECK(other.find(u"call")->shortcuts == QList{QKeySequence(u"Ctrl+L"_s)});
    CHECK(other.hasOwnShortcuts(u"call"));
    CHECK(told == 2);
}

TEST_CASE("Giving a command its own key again is no choice to remember", "[app]")
{
    Fixture table;
    table.add(u"call"_s, u"Ctrl+L"_s, Area::Global);
    table.commands.changeShortcuts(u"call", {QKeySequence(u"F8"_s)});
    table.commands.changeShortcuts(u"call", {QKeySequence(u"Ctrl+L"_s)});
    CHECK(table.settings.value(setting::shortcuts, u"call").isEmpty());
}
