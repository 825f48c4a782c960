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

TEST_CASE("Beside a stage with a long name its sums are printed whole, and neither lies on the other", "[ui]")
{
    const QRectF line(10, 20, 1000, 30);
    for (const double wanted : {0.0, 1.0, 250.0, 699.0}) {
        CAPTURE(wanted);
        const auto shared = ui::PrintTablePainter::shared(line, wanted);
        CHECK(shared.figures.width() == Approx(wanted));
        CHECK(shared.figures.right() == Approx(line.right()));
        CHECK(shared.name.left() == Approx(line.left()));
        CHECK(shared.name.right() < shared.figures.left());
        CHECK(shared.name.width() > 250);
    }
    const auto crowded = ui::PrintTablePainter::shared(line, 5000); // of twenty currencies
    CHECK(line.contains(crowded.figures));
    CHECK(crowded.name.width() > 200);
    // Names and sums of any length leave the pages as they are.
    app::PrintTable sheet = sheetOf({3});
    sheet.title = sheet.filter = sheet.sections[0].heading = QString(500, u'W');
    sheet.sections[0].sums = QString(u"€1,234,567.50 + "_s).repeated(40);
    CHECK(pagesOf(sheet) == 1);
}
