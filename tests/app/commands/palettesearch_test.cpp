// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/palettesearch.h"

#include "app/commands/commands.h"
#include "app/program/settings.h"
#include "support/await.h"
#include "support/catch_qt.h"

#include <QTemporaryDir>

using namespace headway;
using namespace headway::app;
using namespace Qt::StringLiterals;

namespace {

struct Palette {
    QTemporaryDir folder;
    Settings settings{folder.filePath(u"headway.ini"_s)};
    Commands commands{settings};
    PaletteSearch search{commands};
    std::vector<QStringList> shown;

    Palette()
    {
        for (const QString &text : {u"Log a &call"_s, u"Plan a &meeting"_s, u"&Merge…"_s, u"Mark as &won"_s,
                                    u"Archive the campaign"_s})
            commands.add({.id = QString(text).remove(u'&'), .text = text});
        QObject::connect(&search, &PaletteSearch::found, &search, [this](const PaletteItems &items) {
            QStringList texts;
            for (const PaletteItem &item : items)
                texts += item.text;
            shown.push_back(texts);
        });
    }

    QStringList ask(const QString &text)
    {
        search.ask(text);
        return shown.back();
    }
};

PaletteItem record(const QString &name)
{
    return {.id = name, .text = name};
}

} // namespace

TEST_CASE("The closer what was typed is to a text, the better it ranks", "[app]")
{
    const auto rank = [](const QString &query) { return matchRank(u"Log a call", query); };
    REQUIRE(rank(u"log a call"_s));
    CHECK(*rank(u"LOG A CALL"_s) < *rank(u"log"_s));
    CHECK(*rank(u"log"_s) < *rank(u"lo ca"_s));
    CHECK(*rank(u"lo ca"_s) < *rank(u"og"_s));
    CHECK(*rank(u"og"_s) < *rank(u"lgc"_s));
    CHECK(!rank(u"cal log"_s));
    CHECK(!rank(u"x"_s));
    CHECK(matchRank(u"Überblick", u"uber"));
}

TEST_CASE("After > there are only commands, the best first", "[app]")
{
    Palette palette;
    palette.search.addProvider(
        [](const QString &, const PaletteAnswer &answer) { answer({record(u"Meier"_s)}); });
    CHECK(palette.ask(u">me"_s) == QStringList{u"Merge"_s, u"Plan a meeting"_s});
    CHECK(palette.ask(u"> "_s).size() == 5);
}

TEST_CASE("Records stand before the commands that were clearly meant", "[app]")
{
    Palette palette;
    palette.search.addProvider(
        [](const QString &, const PaletteAnswer &answer) { answer({record(u"Meier"_s)}); });
    CHECK(palette.ask(u"me"_s) == QStringList{u"Meier"_s, u"Merge"_s, u"Plan a meeting"_s});
    CHECK(palette.ask(u"acm"_s) == QStringList{u"Meier"_s}); // not "Archive the CAMpaign"
}

TEST_CASE("Only the newest question is answered", "[app]")
{
    Palette palette;
    std::vector<PaletteAnswer> waiting;
    palette.search.addProvider(
        [&waiting](const QString &, const PaletteAnswer &answer) { waiting.push_back(answer); });
    palette.search.ask(u"old question"_s);
    palette.search.ask(u"new question"_s);
    waiting[0]({record(u"old"_s)});
    CHECK(palette.shown.empty());
    CHECK(palette.search.isWaiting());
    waiting[1]({record(u"new"_s)});
    waiting[1]({record(u"twice"_s)});
    REQUIRE(palette.shown.size() == 1);
    CHECK(palette.shown.front() == QStringList{u"new"_s});
    CHECK(!palette.search.isWaiting());
}

TEST_CASE("Who answers late is shown when it answers, the others before", "[app]")
{
    Palette palette;
    PaletteAnswer late;
    palette.search.addProvider([&late](const QString &, const PaletteAnswer &answer) { late = answer; });
    palette.search.addProvider(
        [](const QString &, const PaletteAnswer &answer) { answer({record(u"quick"_s)}); });
    palette.search.ask(u"zz"_s);
    REQUIRE(test::await([&] { return palette.shown.size() == 1; }));
    CHECK(palette.shown.back() == QStringList{u"quick"_s});
    late({record(u"slow"_s)});
    CHECK(palette.shown.back() == QStringList{u"slow"_s, u"quick"_s});
}

TEST_CASE("An answer after the palette is gone is told to nobody", "[app]")
{
    PaletteAnswer late;
    const QObject listener;
    int told = 0;
    {
        Palette palette;
        palette.search.addProvider([&late](const QString &, const PaletteAnswer &answer) { late = answer; });
        QObject::connect(&palette.search, &PaletteSearch::found, &listener, [&told] { ++told; });
        palette.search.ask(u"zz"_s);
    }
    told = 0;
    late({record(u"slow"_s)});
    CHECK(told == 0);
}

TEST_CASE("Without a word, what was used last comes first", "[app]")
{
    Palette palette;
    CHECK(palette.ask(QString()).isEmpty());
    palette.search.remember(record(u"Log a call"_s));
    palette.search.remember(record(u"Merge…"_s));
    palette.search.remember(record(u"Meier"_s)); // no command
    CHECK(palette.ask(QString()) == QStringList{u"Merge"_s, u"Log a call"_s});
}

TEST_CASE("A command that cannot run now says what has to be done first", "[app]")
{
    Palette palette;
    std::vector<PaletteItem> items;
    QObject::connect(&palette.search, &PaletteSearch::found, &palette.search,
                     [&items](const PaletteItems &found) { items = found; });
    palette.commands.add({.id = u"Merge…"_s,
                          .text = u"&Merge…"_s,
                          .isEnabled = [] { return false; },
                          .whyNot = u"Choose two records first"_s});
    palette.ask(u">merge"_s);
    REQUIRE(items.size() == 1);
    CHECK_FALSE(items.front().isEnabled);
    CHECK(items.front().extra == u"Choose two records first"_s);

    palette.commands.add(
        {.id = u"pick"_s, .text = u"Pick a card up"_s, .areas = Area::Board, .isEnabled = [] {
             return false;
         }});
    palette.ask(u"pick"_s);
    REQUIRE(items.size() == 1);
    CHECK(items.front().extra == u"Where it works: On the board"_s);
}

TEST_CASE("Of two commands of one name, the one that can run here is offered", "[app]")
{
    Palette palette;
    std::vector<PaletteItem> items;
    QObject::connect(&palette.search, &PaletteSearch::found, &palette.search,
                     [&items](const PaletteItems &found) { items = found; });
    bool isOnBoard = false;
    palette.commands.add(
        {.id = u"deal.won"_s, .text = u"Mark as &won"_s, .isEnabled = [&isOnBoard] { return isOnBoard; }});
    palette.commands.add(
        {.id = u"deals.won"_s, .text = u"Mark as &won"_s, .isEnabled = [&isOnBoard] { return !isOnBoard; }});
    palette.commands.remove(u"Mark as won");
    const auto offered = [&] {
        palette.ask(u"won"_s);
        QStringList ids;
        for (const PaletteItem &item : items)
            ids += item.id;
        return ids;
    };
    CHECK(offered() == QStringList{u"deals.won"_s});
    isOnBoard = true;
    CHECK(offered() == QStringList{u"deal.won"_s});
}

TEST_CASE("A command is found by what it is called on the first page as well, before what could be made",
          "[app]")
{
    Palette palette;
    palette.commands.add(
        {.id = u"book.import"_s, .text = u"&Import CSV files…"_s, .alsoCalled = {u"Bring my data"_s}});
    palette.search.addProvider(
        [](const QString &, const PaletteAnswer &answer) { answer({record(u"New contact “bring my”"_s)}); },
        PaletteSearch::Place::AfterCommands);
    const QStringList both{u"Import CSV files"_s, u"New contact “bring my”"_s};
    CHECK(palette.ask(u"bring my data"_s) == both);
    CHECK(palette.ask(u"bring my"_s) == both);
    CHECK(palette.ask(u"BRING"_s) == both);
    CHECK(palette.ask(u"import c"_s) == both);
}

TEST_CASE("What can be made of the words comes after the commands", "[app]")
{
    Palette palette;
    palette.search.addProvider(
        [](const QString &, const PaletteAnswer &answer) { answer({record(u"New “me”"_s)}); },
        PaletteSearch::Place::AfterCommands);
    palette.search.addProvider(
        [](const QString &, const PaletteAnswer &answer) { answer({record(u"Meier"_s)}); });
    CHECK(palette.ask(u"me"_s) == QStringList{u"Meier"_s, u"Merge"_s, u"Plan a meeting"_s, u"New “me”"_s});
}
