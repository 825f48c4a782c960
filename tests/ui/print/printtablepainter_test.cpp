// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/printtablepainter.h"

#include "support/catch_qt.h"

#include <QBuffer>
#include <QPdfWriter>

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

app::PrintTable sheetOf(const std::vector<int> &sizes)
{
    app::PrintTable sheet{.title = u"Deals"_s, .columns = {{u"Name"_s, Qt::AlignLeft, 20}}};
    for (const int size : sizes)
        sheet.sections.push_back(
            {u"Offer"_s, u"3 deals"_s, std::vector(size_t(size), QStringList{u"Renewal"_s})});
    return sheet;
}

int pagesOf(const app::PrintTable &sheet)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter paper(&buffer);
    return ui::PrintTablePainter(sheet).paint(paper);
}

// The number of rows that fit below the heading of a section.
int rowsOnAPage()
{
    int rows = 1;
    while (pagesOf(sheetOf({rows + 1})) == 1)
        ++rows;
    return rows;
}

} // namespace

TEST_CASE("A sheet takes as many pages as its rows need, and one when there are none", "[ui]")
{
    const int most = rowsOnAPage();
    CHECK(most > 20);
    CHECK(pagesOf(sheetOf({})) == 1);
    CHECK(pagesOf(sheetOf({most})) == 1);
    CHECK(pagesOf(sheetOf({most + 1})) == 2);
    CHECK(pagesOf(sheetOf({10 * (most + 1)})) == 11); // the heading takes a line
}

TEST_CASE("Many columns are printed across the paper, few upright", "[ui]")
{
    app::PrintTable sheet{.title = u"Deals"_s};
    const auto across = [&sheet] {
        return ui::PrintTablePainter::orientationFor(sheet) == QPageLayout::Landscape;
    };
    for (int column = 1; column <= 6; ++column)
        sheet.columns.push_back({u"Name"_s, Qt::AlignLeft, 20});
    CHECK_FALSE(across());
    sheet.columns.push_back({u"Amount"_s, Qt::AlignRight, 9, true});
    CHECK(across());
    sheet.sections.push_back({{}, {}, {QStringList(6, u"Renewal"_s) + QStringList{u"€1,234,567.50"_s}}});
    CHECK(pagesOf(sheet) == 1);
}

TEST_CASE("The heading of a section does not stand alone at the foot of a page", "[ui]")
{
    const int most = rowsOnAPage(); // including the heading above them
    CHECK(pagesOf(sheetOf({most - 2, 1})) == 1);
    CHECK(pagesOf(sheetOf({most - 1, 1})) == 2);
    CHECK(pagesOf(sheetOf({most - 1, 0})) == 1); // a section without rows may be last
}
