// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of text are laid out once and cached; the cached line must be the requested one.
#include "ui/style/shapedtext.h"

#include "support/catch_qt.h"
#include "ui/style/rowpainter.h"

#include <QFontMetrics>
#include <QImage>

#include <vector>

using namespace headway;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

struct PrintTable {
    QImage image{400, 60, QImage::Format_RGB32};
    QPainter painter{&image};

    PrintTable() { image.fill(Qt::white); }

    bool isInked(int column) const
    {
        for (int y = 0; y < image.height(); ++y) {
            if (image.pixelColor(column, y) != Qt::white)
                return true;
        }
        return false;
    }
    // The columns of pixels with ink.
    std::vector<int> inked() const
    {
        std::vector<int> columns;
        for (int x = 0; x < image.width(); ++x) {
            if (isInked(x))
                columns.push_back(x);
        }
        return columns;
    }
};

} // namespace

TEST_CASE("A line that fits is shown whole, one that does not is cut at its end", "[ui]")
{
    const PrintTable sheet;
    const QString name = u"Hargreaves & Lomax Precision"_s;
    const int whole = sheet.painter.fontMetrics().horizontalAdvance(name);
    for (int again = 0; again < 2; ++again) {
        CHECK(shapedText(sheet.painter, name, whole + 1).glyphs.text() == name);
        const QString cut = shapedText(sheet.painter, name, whole / 2).glyphs.text();
        CHECK(cut.endsWith(u'…'));
        CHECK(name.startsWith(cut.chopped(1)));
        CHECK(shapedText(sheet.painter, name, 0).width <= 1);
        CHECK(shapedText(sheet.painter, name, -1).width <= 1);
        CHECK(shapedText(sheet.painter, name, -50).width <= 1);
    }
}

TEST_CASE("A line stays one line, whatever is in it, and a book is no line", "[ui]")
{
    const PrintTable sheet;
    CHECK(shapedText(sheet.painter, u"a\tb\nc\u2028d"_s, 400).glyphs.text() == u"a b c d"_s);
    CHECK(shapedText(sheet.painter, u"<b>bold</b>"_s, 400).glyphs.text() == u"<b>bold</b>"_s);
    const QString book(2'000'000, u'x');
    CHECK(shapedText(sheet.painter, book, 300).width <= 300);
}

TEST_CASE("What is shown is painted where it belongs, struck through as well", "[ui]")
{
    const bool isStruck = GENERATE(false, true);
    PrintTable sheet;
    QFont font = sheet.painter.font();
    font.setStrikeOut(isStruck);
    sheet.painter.setFont(font);
    sheet.painter.translate(200, 0); // like a viewport's offset in its window
    const RowPainter row(sheet.painter, QRect(0, 0, 200, 60), Qt::LeftToRight);
    const int width = row.text(QRect(0, 0, 200, 60), Qt::AlignLeft, u"Renewal"_s);
    const std::vector<int> columns = sheet.inked();
    REQUIRE_FALSE(columns.empty());
    CHECK(columns.front() >= 199);
    CHECK(columns.back() <= 201 + width);
    const bool hasGaps = std::ssize(columns) < columns.back() - columns.front() + 1;
    CHECK(hasGaps != isStruck); // the strike-out fills the gaps
}

TEST_CASE("The same line at another scale or in another font is another line", "[ui]")
{
    PrintTable sheet;
    const qreal normal = shapedText(sheet.painter, u"Renewal"_s, 400).width;
    QFont large = sheet.painter.font();
    large.setPixelSize(QFontMetrics(large).height() * 2);
    sheet.painter.setFont(large);
    CHECK(shapedText(sheet.painter, u"Renewal"_s, 400).width > 1.5 * normal);
}
