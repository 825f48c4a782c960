// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/actions/callclaims.h"

#include "support/flaws.h"
#include "support/salesbook.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

TEST_CASE("A record that somebody calls is nobody else's, until it is given back", "[store]")
{
    SalesBook book(GENERATE(anyEngine()));
    const store::Caller ana{u"first"_s, book.ana};
    const store::Caller ben{u"second"_s, book.ben};
    const EntityRef cara{EntityKind::Contact, book.cara.value};
    const EntityRef acme{EntityKind::Company, book.acme.value};
    const Instant now = book.actor().now;
    const auto claim = [&](EntityRef record, const store::Caller &caller, Instant at) {
        return valueOf(store::claimCall(book.connection(), record, caller, at));
    };
    CHECK(claim(cara, ana, now));
    CHECK(claim(cara, ana, now)); // she keeps it
    CHECK(claim(cara, {u"another window"_s, book.ana}, now));
    CHECK(claim(cara, ana, now));
    CHECK_FALSE(claim(cara, ben, now));
    CHECK(claim(acme, ben, now));
    valueOf(store::releaseCalls(book.connection(), ana));
    CHECK(claim(cara, ben, now));
    CHECK(flawsIn(book.connection()) == none);
}

TEST_CASE("A record of somebody whose computer went away is free again after a while", "[store]")
{
    SalesBook book(sql::Engine::Sqlite); // a server has a clock of its own
    const EntityRef cara{EntityKind::Contact, book.cara.value};
    const qint64 lasts = std::chrono::milliseconds(store::callClaimTime).count();
    const Instant now = book.actor().now;
    const auto isFreeAt = [&](Instant at) {
        return valueOf(store::claimCall(book.connection(), cara, {u"second"_s, book.ben}, at));
    };
    CHECK(valueOf(store::claimCall(book.connection(), cara, {u"first"_s, book.ana}, now)));
    CHECK_FALSE(isFreeAt({now.ms + lasts}));
    CHECK(isFreeAt({now.ms + lasts + 1}));
}
