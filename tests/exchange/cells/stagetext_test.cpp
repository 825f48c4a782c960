// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cells/stagetext.h"
#include "support/catch_qt.h"

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;

TEST_CASE("The name of a stage says that its deals are won, in several languages and with what stands beside",
          "[exchange]")
{
    for (const QString &name : {u"Won"_s,        u"CLOSED-WON"_s,     u"ClosedWon"_s,
                                u"Closed—won"_s, u"Gewonnen"_s,       u"Auftrag gewonnen"_s,
                                u"Gagné"_s,      u"Deal won"_s,       u"Closed Won - Renewal"_s,
                                u"6 - Won"_s,    u"6. Won (100 %)"_s, u"Sold"_s,
                                u"Vendu"_s,      u"beauftragt"_s,     u"Auftrag erhalten"_s,
                                u"✅ Vinto"_s,    u"Wygrane"_s,        u"成約"_s,
                                u"赢单"_s,       u"Renewals / Won"_s}) {
        INFO(name.toStdString());
        CHECK(stageMeaning(name) == StageMeaning{StageType::Won, false});
    }
}

TEST_CASE("The name of a stage says that its deals are lost, whatever the reason behind it", "[exchange]")
{
    for (const QString &name : {u"lost"_s,
                                u"Closed Lost"_s,
                                u"Closed Lost to Competition"_s,
                                u"Closed Lost No Budget"_s,
                                u"Lost - Price"_s,
                                u"Lost to competitor"_s,
                                u"Lost due to price"_s,
                                u"Verloren (Preis)"_s,
                                u"Verloren an Wettbewerber"_s,
                                u"Perdido"_s,
                                u"Perdu : prix"_s,
                                u"Deal lost"_s,
                                u"Dead"_s,
                                u"Rejected"_s,
                                u"Disqualified"_s,
                                u"Abandoned"_s,
                                u"Cancelled"_s,
                                u"abgelehnt"_s,
                                u"失注"_s,
                                u"Lost/Cancelled"_s,
                                u"Lost: competitor"_s}) {
        INFO(name.toStdString());
        CHECK(stageMeaning(name) == StageMeaning{StageType::Lost, false});
    }
    CHECK(stageMeaning(u"On hold"_s) == StageMeaning{StageType::OnHold, false});
}

TEST_CASE("A name that may mean won, lost or a stage on the way is not decided", "[exchange]")
{
    for (const QString &name :
         {u"Contract signed"_s, u"Signé"_s, u"Won over by demo"_s, u"Lost contact"_s, u"Won or lost"_s,
          u"Won / lost"_s, u"Not won"_s, u"Closed - not won"_s, u"Closed not won yet"_s, u"Closed"_s,
          u"Deal closed"_s, u"Abgeschlossen"_s, u"Won by competitor"_s, u"Competitor - Won"_s,
          u"Proposal rejected"_s, u"Completed"_s, u"Lost (win back)"_s}) {
        INFO(name.toStdString());
        CHECK(stageMeaning(name) == StageMeaning{StageType::Open, true});
    }
}

TEST_CASE("Other stages are open, and nobody is asked", "[exchange]")
{
    for (const QString &name :
         {u"Offer"_s, u"Wonder"_s, u"Winter campaign"_s, u"Lostock"_s, u"Demo completed"_s, u"Order"_s,
          u"Closing"_s, u"Contract sent"_s, u"Verhandlung"_s, u"50 %"_s, u"-"_s, u""_s, u"新規"_s,
          u"Qualified To Buy"_s, u"Decision Maker Bought-In"_s}) {
        INFO(name.toStdString());
        CHECK(stageMeaning(name) == StageMeaning{});
    }
}
