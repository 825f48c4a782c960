// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/todaycolumns.h"

#include "support/catch_qt.h"

using namespace headway::ui;

namespace {

constexpr int gap = 16;

// How much of what a row wants for whom it is about is left of it, pixels.
int aboutWidth(const TodayColumns &columns, const RowWidths &row, int room)
{
    return columns.aboutRight(row, room, gap) - columns.text - gap;
}

} // namespace

TEST_CASE("Whom a call is about is written whole as long as there is room beside it", "[ui]")
{
    // A call at 14:00 and a deal untouched for nine days: the longer time must not narrow the call.
    const std::vector<RowWidths> rows{{.text = 240, .about = 300, .amount = 0, .when = 32},
                                      {.text = 140, .about = 180, .amount = 42, .when = 100}};
    const TodayColumns columns = todayColumns(rows, 650, gap);
    CHECK(columns.text == 240);
    CHECK(aboutWidth(columns, rows[0], 650) >= 300);
    CHECK(aboutWidth(columns, rows[1], 650) >= 180);
}

TEST_CASE("What is to be done takes the room that whom it is about does not need", "[ui]")
{
    const std::vector<RowWidths> rows{{.text = 500, .about = 60, .amount = 0, .when = 40}};
    const TodayColumns columns = todayColumns(rows, 700, gap);
    CHECK(columns.text == 500);
    CHECK(aboutWidth(columns, rows[0], 700) >= 60);
}

TEST_CASE("A subject of five hundred letters leaves the other rows what they are about", "[ui]")
{
    const std::vector<RowWidths> rows{{.text = 3500, .about = 3000, .amount = 0, .when = 80},
                                      {.text = 100, .about = 150, .amount = 60, .when = 100}};
    const TodayColumns columns = todayColumns(rows, 680, gap);
    CHECK(columns.text > 250);
    CHECK(aboutWidth(columns, rows[1], 680) >= 150);
    CHECK(aboutWidth(columns, rows[0], 680) > 150);
}

TEST_CASE("Amounts end at one place, whatever the time beside them", "[ui]")
{
    const std::vector<RowWidths> rows{{.text = 100, .about = 100, .amount = 40, .when = 90},
                                      {.text = 100, .about = 100, .amount = 80, .when = 20}};
    const TodayColumns columns = todayColumns(rows, 700, gap);
    CHECK(columns.amountRight == 700 - 90 - gap);
    for (const RowWidths &row : rows)
        CHECK(columns.aboutRight(row, 700, gap) == columns.amountRight - row.amount - gap);
}

TEST_CASE("Columns of Today have a width in no room at all, and without rows", "[ui]")
{
    CHECK(todayColumns({}, 700, gap).text == 0);
    const RowWidths row{.text = 100, .about = 100, .amount = 80, .when = 90};
    for (const int room : {0, 10, 100, 200}) {
        const TodayColumns columns = todayColumns({row}, room, gap);
        CHECK(columns.text >= 0);
        CHECK(columns.text <= room);
        CHECK(columns.aboutRight(row, room, gap) >= 0);
        CHECK(columns.amountRight >= 0);
    }
}
