// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigator.h"

#include "support/catch_qt.h"

using namespace headway::ui;
using namespace Qt::StringLiterals;

TEST_CASE("Back and forward lead through the places one has been to", "[ui]")
{
    Navigator navigator;
    CHECK(navigator.here().page.isEmpty());
    CHECK_FALSE(navigator.goBack());
    navigator.go({u"board"_s});
    navigator.go({u"deals"_s, u"status:open"_s});
    REQUIRE(navigator.canGoBack());
    CHECK(navigator.goBack()->place.page == u"board"_s);
    CHECK(navigator.goForward()->place.inside == u"status:open"_s);
    navigator.goBack();
    navigator.go({u"today"_s}); // drops the way forward
    CHECK_FALSE(navigator.canGoForward());
}

TEST_CASE("A page has to be told only where it was left somewhere else", "[ui]")
{
    Navigator navigator;
    CHECK(navigator.go({u"deals"_s, u"status:open"_s}).isElsewhere);
    CHECK_FALSE(navigator.go({u"board"_s}).isElsewhere);
    CHECK_FALSE(navigator.go(navigator.lastIn(u"deals"_s)).isElsewhere);
    CHECK(navigator.go({u"deals"_s}).isElsewhere);
    CHECK(navigator.goBack()->isElsewhere); // back to the filter
}

TEST_CASE("What a page tells of itself counts there only where one is on it", "[ui]")
{
    Navigator navigator;
    navigator.go({u"deals"_s});
    CHECK(navigator.note({u"deals"_s, u"owner:me"_s, {u"Mine"_s}}));
    CHECK(navigator.here().inside == u"owner:me"_s);
    CHECK_FALSE(navigator.note({u"board"_s, u"amount:>5k"_s}));
    CHECK(navigator.here().page == u"deals"_s);
    CHECK(navigator.lastIn(u"board"_s).inside == u"amount:>5k"_s);
    CHECK(navigator.note({u"deals"_s, u"owner:me"_s, {u"My deals"_s}})); // another name, the same place
    CHECK(navigator.here().trail == QStringList{u"My deals"_s});
    CHECK(navigator.goBack()->place.inside.isEmpty());
    CHECK_FALSE(navigator.canGoBack());
}

TEST_CASE("A page itself is found again where it was left, whichever of its views was seen since", "[ui]")
{
    Navigator navigator;
    navigator.go({u"deals"_s, u"status:open"_s});
    const NavigationPlace view{
        .page = u"deals"_s, .inside = u"amount:>10k"_s, .trail = {u"Large"_s}, .row = u"7"_s};
    CHECK(navigator.go(view).isElsewhere);
    CHECK(navigator.lastIn(u"deals"_s).inside == u"status:open"_s);
    CHECK(navigator.go(navigator.lastIn(u"deals"_s)).isElsewhere);
    CHECK(navigator.goBack()->place == view);
}
