// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/picklists.h"

#include "domain/changes/validate.h"
#include "domain/records/booksettings.h"
#include "domain/records/inenglish.h"
#include "domain/records/lists.h"
#include "support/catch_qt.h"

#include <QDate>

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

Record recordOf(const Source &source)
{
    Record record{.ref = {EntityKind::Source, source.id.value}};
    record.row = toRow(source);
    return record;
}

QString refusalOf(const QString &name)
{
    const std::vector<Record> others{recordOf({.id = {1}, .name = u"Trade fair"_s}),
                                     recordOf({.id = {2}, .name = u"Post"_s, .active = false})};
    const Result<> checked = checkPicklistName(EntityKind::Source, name, others);
    return checked ? QString() : inEnglish(checked.error().text);
}

QString problemWith(const Stage &stage)
{
    std::vector<Problem> problems = problemsOf(EntityKind::Stage, toRow(stage));
    const auto more = picklistProblems(EntityKind::Stage, toRow(stage));
    problems.insert(problems.end(), more.begin(), more.end());
    return problems.empty() ? QString() : inEnglish(problems.front().text);
}

std::vector<Stage> stages(std::initializer_list<StageType> types)
{
    std::vector<Stage> list;
    for (const StageType type : types)
        list.push_back({.type = type});
    return list;
}

} // namespace

TEST_CASE("A name of a list entry is one short line of its own", "[domain]")
{
    CHECK(refusalOf(u"Radio"_s) == QString());
    CHECK(refusalOf(u"   "_s) == u"Name is missing."_s);
    CHECK(refusalOf(u"TRADE  FAIR"_s.simplified()) == u"There is a source called “Trade fair” already."_s);
    CHECK(refusalOf(u" trade fair "_s) == u"There is a source called “Trade fair” already."_s);
    CHECK(refusalOf(u"post"_s) == u"There is a source called “Post” already; it is not active."_s);
    CHECK(refusalOf(u"a\nb"_s) == u"A name is one line of text; this has several."_s);
    CHECK(refusalOf(u"x"_s.repeated(80)) == QString());
    CHECK(refusalOf(u"x"_s.repeated(81)) == u"Name is 81 characters long; at most 80 fit."_s);
}

TEST_CASE("A pipeline needs a way in and two ways out", "[domain]")
{
    using enum StageType;
    CHECK(checkStages(u"Sales"_s, stages({Open, Won, Lost})));
    CHECK(inEnglish(checkStages(u"Sales"_s, stages({OnHold, Won, Lost})).error().text)
          == u"“Sales” needs an open stage for deals to begin in."_s);
    CHECK(inEnglish(checkStages(u"Sales"_s, stages({Open, Lost})).error().text)
          == u"“Sales” needs a stage for deals that are won."_s);
    CHECK(inEnglish(checkStages(u"Sales"_s, stages({Open, Won})).error().text)
          == u"“Sales” needs a stage for deals that are lost."_s);
}

TEST_CASE("A new stage goes behind those that deals pass, before won and lost", "[domain]")
{
    using enum StageType;
    CHECK(placeForStage(Open, stages({Open, Open, Won, Lost})) == 2);
    CHECK(placeForStage(OnHold, stages({Open, OnHold, Won, Lost})) == 2);
    CHECK(placeForStage(Open, stages({Won, Lost})) == 0);
    CHECK(placeForStage(Lost, stages({Open, Won})) == 2);
    CHECK(placeForStage(Open, {}) == 0);
}

TEST_CASE("A list is numbered from one, and who has the number stays untouched", "[domain]")
{
    const std::vector<Record> list{recordOf({.id = {7}, .name = u"a"_s, .position = 1}),
                                   recordOf({.name = u"new"_s}),
                                   recordOf({.id = {8}, .name = u"b"_s, .position = 2})};
    const std::vector<Change> changes = numbered(list);
    REQUIRE(changes.size() == 1);
    CHECK(changes.front().ref == EntityRef{EntityKind::Source, 8});
    CHECK(changes.front().fields.front().after == Value(qint64(3)));
}

TEST_CASE("Numbers of stages and outcomes that make no sense are refused by name", "[domain]")
{
    const PipelineId sales{1};
    CHECK(problemWith({.pipeline = sales, .name = u"Offer"_s, .rotDays = 0, .softLimit = 0}) == QString());
    CHECK(problemWith({.pipeline = sales, .name = u"Offer"_s, .probability = 101})
          == u"Probability must be between 0 and 100, not 101."_s);
    CHECK(problemWith({.pipeline = sales, .name = u"Offer"_s, .rotDays = -1})
          == u"Rots after (days): a number between 0 and 10,000, not -1."_s);
    CHECK(problemWith({.pipeline = sales, .name = u"Offer"_s, .softLimit = 10'001})
          == u"Comfortable up to: a number between 0 and 10,000, not 10,001."_s);
    CHECK(problemWith({.pipeline = sales, .name = u"Offer"_s, .colour = u"blue"_s})
          == u"A colour is written like #1f7a8c."_s);
}

TEST_CASE("A stage needs only what a person can fill in", "[domain]")
{
    CHECK(problemWith({.pipeline = {1}, .name = u"Offer"_s, .required = u"amount company_id"_s})
          == QString());
    CHECK(problemWith({.pipeline = {1}, .name = u"Offer"_s, .required = u"amount colour"_s})
          == u"A stage cannot need the field “colour”."_s);
    CHECK(problemWith({.pipeline = {1}, .name = u"Offer"_s, .required = u"rank"_s})
          == u"A stage cannot need the field “rank”."_s);
}

TEST_CASE("What was wrong before does not forbid another change", "[domain]")
{
    const Stage old{.pipeline = {1}, .name = u"Offer"_s, .rotDays = -5};
    Stage renamed = old;
    renamed.name = u"Bid"_s;
    CHECK(checkPicklistValues(EntityKind::Stage, toRow(old), toRow(renamed)));
    renamed.rotDays = -6;
    CHECK(!checkPicklistValues(EntityKind::Stage, toRow(old), toRow(renamed)));
    CHECK(picklistProblems(EntityKind::Deal, entityInfo(EntityKind::Deal).defaults).empty());
}

TEST_CASE("A suggested day falls on a working day", "[domain]")
{
    const QDate friday(2026, 3, 13);
    const QString usual = BookSettings{}.workingDays;
    CHECK(workingDayFrom(friday, usual) == friday);
    CHECK(workingDayFrom(friday.addDays(1), usual) == friday.addDays(3));
    CHECK(workingDayFrom(friday.addDays(2), usual) == friday.addDays(3));
    CHECK(workingDayFrom(friday, u"sat"_s) == friday.addDays(1));
    CHECK(workingDayFrom(friday, u"thu"_s) == friday.addDays(6));
    CHECK(workingDayFrom(friday, {}) == friday);
    CHECK(workingDaysProblem(usual).isEmpty());
    CHECK(inEnglish(workingDaysProblem(u"mon noday"_s))
          == u"Working days: “noday” is not a day such as mon or sun."_s);
    CHECK(inEnglish(workingDaysProblem(u"  "_s)) == u"At least one day of the week is a working day."_s);
}
