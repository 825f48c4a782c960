// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a stage asks anything, and about which deals.
#include "app/input/stagequestion.h"

#include "domain/records/lookups.h"
#include "support/catch_qt.h"
#include "support/openbook.h"

using namespace headway;
using namespace headway::app;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

struct Desk {
    OpenBook book{OpenBook::Content::Defaults};
    const Lookups &lookups = book.workspace().lookups();
    Deal deal{.id = {7}, .pipeline = {1}, .stage = {1}};

    Stage stage(StageType type) const { return *lookups.firstStage({1}, type); }
    FieldValue movedTo(StageType type) const
    {
        return {entityInfo(EntityKind::Deal).indexOf(u"stage_id"), stage(type).id.value};
    }
};

} // namespace

TEST_CASE("An open stage that needs nothing asks nothing", "[app]")
{
    Desk desk;
    CHECK_FALSE(questionFor(desk.stage(StageType::Open), {1, {desk.deal}}));
    CHECK_FALSE(questionFor(desk.stage(StageType::Lost), {})); // no deals
    CHECK(questionFor(desk.stage(StageType::Lost), {1, {desk.deal}}));
}

TEST_CASE("What is typed is kept as a draft of the deal that comes alone", "[app]")
{
    Desk desk;
    const Stage won = desk.stage(StageType::Won);
    CHECK(questionFor(won, {1, {desk.deal}})->alone == desk.deal.id);
    CHECK_FALSE(questionFor(won, {2, {desk.deal}})->alone); // the other deal is not loaded yet
    CHECK_FALSE(closingQuestion(desk.lookups, StageType::Won, {2, {desk.deal}}).alone);
    CHECK(closingQuestion(desk.lookups, StageType::Won, {1, {desk.deal}}).alone == desk.deal.id);
}

TEST_CASE("Many deals at once are asked when and why they were closed, and nothing else", "[app]")
{
    Desk desk;
    CHECK_FALSE(questionForMany(desk.lookups, EntityKind::Deal, desk.movedTo(StageType::Open)));
    const auto question = questionForMany(desk.lookups, EntityKind::Deal, desk.movedTo(StageType::Lost));
    REQUIRE(question);
    CHECK(question->isClosing());
    CHECK(question->missing.empty());
    CHECK_FALSE(question->alone);
    CHECK_FALSE(question->offersRenewal);
}
