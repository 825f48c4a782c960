// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/views.h"

#include "domain/records/inenglish.h"
#include "domain/rules/viewtext.h"
#include "support/catch_qt.h"

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

WrittenView quarter()
{
    return {.view = {.name = u"Q4 [New] business"_s,
                     .recordKind = EntityKind::Deal,
                     .place = ViewPlace::Board,
                     .filter = u"status:open name:\"a: b\""_s,
                     .columns = u"name:220 amount:90"_s,
                     .sort = u"-amount"_s,
                     .groups = u"owner_id"_s,
                     .settings = u"folded: won lost\ncolour of the future: green: dark"_s,
                     .shared = true,
                     .pinned = false},
            .pipeline = u"New business"_s};
}

QString refusal(const QString &text)
{
    const auto views = readViews(text);
    return views ? u"read"_s : inEnglish(views.error().text);
}

} // namespace

TEST_CASE("A private view is shown to its owner only, a shared one to everybody", "[domain]")
{
    const UserId ana{1};
    const UserId ben{2};
    CHECK(isShownTo({.owner = ana}, ana));
    CHECK_FALSE(isShownTo({.owner = ana}, ben));
    CHECK(isShownTo({.owner = ana, .shared = true}, ben));
    CHECK(isShownTo({}, ben)); // whoever made it has left
    CHECK(viewsFor({{.name = u"A"_s, .owner = ana}, {.name = u"B"_s, .owner = ben}}, ben).front().name
          == u"B"_s);
}

TEST_CASE("Saving a changed filter keeps the column that this program does not know", "[domain]")
{
    const SavedView view{.filter = u"owner:me"_s, .columns = u"name:220 horsepower:80"_s};
    const Arrangement shown{.filter = u"owner:me"_s, .columns = u"name:220"_s};
    Arrangement changed = shown;
    changed.filter = u"owner:me status:open"_s;
    const SavedView saved = rearranged(view, shown, changed);
    CHECK(saved.filter == u"owner:me status:open"_s);
    CHECK(saved.columns == view.columns);
    changed.columns = u"name:300"_s;
    CHECK(rearranged(view, shown, changed).columns == u"name:300"_s);
}

TEST_CASE("A view needs a name, on one line, and settings that can be read again", "[domain]")
{
    CHECK(checkView(quarter().view));
    CHECK_FALSE(checkView({.name = u"  "_s}));
    const auto twoLines = checkView({.name = u"A"_s, .filter = u"owner:me\nstatus:open"_s});
    REQUIRE_FALSE(twoLines);
    CHECK(inEnglish(twoLines.error().text) == u"Filter of a view is one line of text; this has several."_s);
    CHECK_FALSE(checkView({.name = u"A"_s, .settings = u"folded"_s}));
}

TEST_CASE("A view is of something that has a list, on a board only of deals", "[domain]")
{
    CHECK(checkView({.name = u"A"_s, .recordKind = EntityKind::Activity}));
    CHECK_FALSE(checkView({.name = u"A"_s, .recordKind = EntityKind::Participant}));
    CHECK(checkView({.name = u"A"_s, .place = ViewPlace::Board}));
    CHECK_FALSE(checkView({.name = u"A"_s, .recordKind = EntityKind::Contact, .place = ViewPlace::Board}));
}

TEST_CASE("A view written as text is the same when it is read, with what only a newer program knows",
          "[domain]")
{
    const WrittenView plain{.view = {.name = u"People"_s, .recordKind = EntityKind::Contact}};
    const auto read = readViews(viewText(quarter()) + u"\n# a remark\n"_s + viewText(plain));
    REQUIRE(read);
    CHECK(*read == std::vector{quarter(), plain});
    CHECK(viewText(plain) == u"[People]\nkind: contact\n"_s);
}

TEST_CASE("What is no view is refused with the number of its line", "[domain]")
{
    CHECK(refusal(u"kind: deal"_s) == u"Line 1: A view begins with its name in brackets: [My open deals]."_s);
    CHECK(refusal(u"[A]\n\nkind: spaceship"_s)
          == u"Line 3: “spaceship” is not a kind of record. There are deals, contacts, companies, leads, "
             "activities and others."_s);
    CHECK(refusal(u"[A]\nshared: maybe"_s) == u"Line 2: “maybe” is neither yes nor no."_s);
    CHECK(refusal(u"[A]\nplace: moon"_s) == u"Line 2: A view is a list or a board, not “moon”."_s);
    CHECK(refusal(u"[A]\nsomething"_s) == u"Line 2: “something” is not “name: value”."_s);
    CHECK(refusal(u"[ ]"_s) == u"Line 1: A view needs a name."_s);
}
