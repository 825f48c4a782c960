// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/statuscolumn.h"
#include "support/catch_qt.h"

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;
using test::valueOf;

namespace {

// Where the column "Status" goes with these words in it.
QString goesTo(const QStringList &words, const QStringList &more = {}, const std::vector<MapRule> &map = {})
{
    const QStringList columns = QStringList{u"Opportunity name"_s, u"Status"_s} + more;
    ImportPlan plan = valueOf(planImport(EntityKind::Deal, columns, {map}, {}));
    std::vector<QStringList> rows;
    for (const QString &word : words)
        rows.push_back(QStringList{u"A"_s, word} + QStringList(more.size(), u"Offer"_s));
    takeStatusAsStage(plan, map, rows);
    for (const ImportInput &input : plan.inputs) {
        if (input.columnName == u"Status"_s)
            return input.target.name;
    }
    return {};
}

} // namespace

TEST_CASE("A status with the names of stages is the stage, if no other column is", "[exchange]")
{
    CHECK(goesTo({u"Proposal"_s, u"Negotiation"_s, u"Closed—won"_s}) == u"stage"_s);
    CHECK(goesTo({u"Proposal"_s, u"Won"_s, u"Lost"_s}) == u"stage"_s);
    CHECK(goesTo({u"Proposal"_s, u"Negotiation"_s}, {u"Stage"_s}) == u"status"_s);
    CHECK(goesTo({u"Proposal"_s, u"Negotiation"_s}, {}, {{u"status"_s, u"status"_s}}) == u"status"_s);
}

TEST_CASE("A status that says open, won and lost stays one, though a word is unknown", "[exchange]")
{
    CHECK(goesTo({u"Open"_s, u"Won"_s, u"Lost"_s}) == u"status"_s);
    CHECK(goesTo({u"offen"_s, u"beauftragt"_s, u"abgelehnt"_s}) == u"status"_s);
    CHECK(goesTo({u"Open"_s, u"Won"_s, u"Waiting for Godot"_s}) == u"status"_s);
    CHECK(goesTo({u"Won"_s, u"Contract signed"_s}) == u"status"_s); // what it means is asked
    CHECK(goesTo({u""_s, u"n/a"_s}) == u"status"_s);
    CHECK(goesTo({}) == u"status"_s);
}
