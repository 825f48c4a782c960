// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lists/printtable.h"

#include "domain/records/deal.h"
#include "domain/records/user.h"
#include "support/openbook.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

struct Desk {
    OpenBook book{OpenBook::Content::Defaults};

    void deal(const QString &name, qint64 euros, StageId stage = {1})
    {
        book.add(
            Deal{.name = name, .pipeline = {1}, .stage = stage, .amount = euros * 100, .currency = u"EUR"_s});
    }
    app::PrintRequest request()
    {
        return {.title = u"Deals"_s,
                .query = {.kind = EntityKind::Deal, .order = defaultOrder(EntityKind::Deal)},
                .viewer = book.workspace().viewer(),
                .columns = app::columnsNamed(EntityKind::Deal, {u"name"_s, u"amount"_s}),
                .today = QDate(2026, 3, 10),
                .display = app::Display(QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc()),
                .lookups = book.workspace().lookups()};
    }
};

} // namespace

TEST_CASE("A list goes on paper as it stands on the screen", "[app]")
{
    Desk desk;
    desk.deal(u"Birch"_s, 500);
    desk.deal(u"Amber\\nfan"_s, 12'000);
    const app::PrintTable sheet = valueOf(app::readPrintTable(desk.book.elsewhere(), desk.request()));
    REQUIRE(sheet.sections.size() == 1);
    REQUIRE(sheet.sections[0].rows.size() == 2);
    CHECK(sheet.sections[0].rows[0].front().startsWith(u"Amber"_s));
    CHECK(sheet.sections[0].rows[1] == QStringList{u"Birch"_s, u"€500"_s});
    CHECK(sheet.columns[1].heading == u"Amount"_s);
    CHECK(bool(sheet.columns[1].alignment & Qt::AlignRight));
}

TEST_CASE("A board goes on paper stage by stage; what is won and lost is only counted", "[app]")
{
    Desk desk;
    const auto stages = desk.book.workspace().lookups().stagesOf({1});
    StageId won;
    for (const Stage &stage : stages) {
        if (stage.type == StageType::Won)
            won = stage.id;
    }
    desk.deal(u"Amber"_s, 12'000);
    desk.deal(u"Birch"_s, 500, won);
    app::PrintRequest request = desk.request();
    request.board = store::BoardOf{.pipeline = {1}};
    const app::PrintTable sheet = valueOf(app::readPrintTable(desk.book.elsewhere(), request));
    REQUIRE(sheet.sections.size() == stages.size());
    CHECK(sheet.sections[0].rows.size() == 1);
    CHECK(sheet.sections[0].sums == u"1 deal · €12,000"_s);
    for (size_t i = 0; i < stages.size(); ++i) {
        CHECK(sheet.sections[i].heading == stages[i].name);
        if (stages[i].type == StageType::Won) {
            CHECK(sheet.sections[i].rows.empty());
            CHECK(sheet.sections[i].sums == u"1 deal · €500"_s);
        }
    }
}

TEST_CASE("A list in groups goes on paper group by group", "[app]")
{
    Desk desk;
    desk.deal(u"Birch"_s, 500, {2});
    desk.deal(u"Amber"_s, 300, {2});
    desk.deal(u"Cedar"_s, 100, {1});
    app::PrintRequest request = desk.request();
    request.grouping = parseGrouping(EntityKind::Deal, u"stage_id"_s);
    REQUIRE(request.grouping);
    const app::PrintTable sheet = valueOf(app::readPrintTable(desk.book.elsewhere(), request));
    const auto names = [&sheet](size_t section) {
        QStringList all;
        for (const QStringList &row : sheet.sections[section].rows)
            all += row.front();
        return all;
    };
    REQUIRE(sheet.sections.size() == 2);
    CHECK(names(0) == QStringList{u"Cedar"_s});
    CHECK(names(1) == QStringList{u"Amber"_s, u"Birch"_s});
}

TEST_CASE("Each group of a printed list is called by its name, with what it counts and sums up to", "[app]")
{
    Desk desk;
    const UserId ben = desk.book.add(User{.name = u"Ben"_s});
    const auto owned = [&](const QString &name, qint64 euros, UserId owner) {
        desk.book.add(Deal{.name = name,
                           .pipeline = {1},
                           .stage = {1},
                           .amount = euros * 100,
                           .currency = u"EUR"_s,
                           .owner = owner});
    };
    owned(u"Amber"_s, 300, ben);
    owned(u"Birch"_s, 500, ben);
    owned(u"Cedar"_s, 100, {});
    app::PrintRequest request = desk.request();
    request.grouping = parseGrouping(EntityKind::Deal, u"owner_id"_s);
    REQUIRE(request.grouping);
    const app::PrintTable sheet = valueOf(app::readPrintTable(desk.book.elsewhere(), request));
    REQUIRE(sheet.sections.size() == 2);
    CHECK(sheet.sections[0].heading == u"Ben"_s);
    CHECK(sheet.sections[0].sums == u"2 deals · €800"_s);
    CHECK(sheet.sections[0].rows.size() == 2);
    CHECK(sheet.sections[1].heading == u"Owner: none"_s);
    CHECK(sheet.sections[1].sums == u"1 deal · €100"_s);
    CHECK(sheet.sections[1].rows.size() == 1);
}

TEST_CASE("On a sheet from right to left, number and sum of a group keep apart", "[app]")
{
    Desk desk;
    desk.deal(u"Amber"_s, 300);
    app::PrintRequest request = desk.request();
    request.display = app::Display(QLocale(QLocale::Arabic, QLocale::Egypt), QTimeZone::utc());
    request.grouping = parseGrouping(EntityKind::Deal, u"stage_id"_s);
    REQUIRE(request.grouping);
    const app::PrintTable sheet = valueOf(app::readPrintTable(desk.book.elsewhere(), request));
    REQUIRE(sheet.sections.size() == 1);
    CHECK(sheet.sections[0].sums.contains(u"\u2069 · \u2068"_s)); // each has its own order
}
