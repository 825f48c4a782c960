// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/colours.h"

#include "app/program/settings.h"
#include "support/catch_qt.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QSet>

#include <utility>

using namespace headway;
using namespace headway::ui;
using namespace Qt::StringLiterals;

TEST_CASE("Contrast is measured as the web's guideline says", "[ui]")
{
    CHECK(contrastRatio(Qt::black, Qt::white) == Approx(21));
    CHECK(contrastRatio(Qt::white, Qt::black) == Approx(21));
    CHECK(contrastRatio(QColor(0x777777), Qt::white) == Approx(4.48).margin(0.01));
}

TEST_CASE("Every text can be read on every ground it stands on, light and dark", "[ui]")
{
    for (const ColourScheme scheme : {ColourScheme::Light, ColourScheme::Dark}) {
        for (const ReadablePair &pair : readablePairs(scheme)) {
            const QString what = (scheme == ColourScheme::Light ? u"light: "_s : u"dark: "_s) + pair.what;
            INFO(what.toStdString());
            CHECK(contrastRatio(pair.text, pair.background) >= pair.least);
        }
    }
}

TEST_CASE("The line of a stage can be seen on both palettes", "[ui]")
{
    for (const ColourScheme scheme : {ColourScheme::Light, ColourScheme::Dark}) {
        const QPalette palette = paletteOf(scheme);
        for (int position = 0; position < 10; ++position) {
            for (const auto role : {QPalette::Base, QPalette::Window}) {
                INFO(position);
                CHECK(contrastRatio(stageColour(position, scheme), palette.color(role)) >= 3);
            }
        }
    }
}

TEST_CASE("Each state of being due has its own shape", "[ui]")
{
    QSet<QChar> shapes;
    for (const headway::DueState state : {headway::DueState::Overdue, headway::DueState::Today,
                                          headway::DueState::Later, headway::DueState::None})
        shapes.insert(dueSymbol(state));
    CHECK(shapes.size() == 4);
}

TEST_CASE("The palettes know whether they are light or dark", "[ui]")
{
    CHECK(schemeOf(paletteOf(ColourScheme::Light)) == ColourScheme::Light);
    CHECK(schemeOf(paletteOf(ColourScheme::Dark)) == ColourScheme::Dark);
}

TEST_CASE("Text is as large as it was chosen, of all sizes alike, and goes back to that of the system",
          "[ui]")
{
    const QFont before = QApplication::font();
    const auto heights = [] {
        return std::pair(QFontMetricsF(font(TextSize::Small)).height(),
                         QFontMetricsF(font(TextSize::Title, Weight::Strong)).height());
    };
    applyTextScale(app::TextScale::System);
    const auto usual = heights();
    applyTextScale(app::TextScale::MuchLarger);
    applyTextScale(app::TextScale::MuchLarger); // once more is not larger still
    const auto larger = heights();
    applyTextScale(app::TextScale::Smaller);
    const auto smaller = heights();
    applyTextScale(app::TextScale::System);
    CHECK(heights() == usual);
    CHECK(larger.first > usual.first * 1.15);
    CHECK(larger.second > usual.second * 1.15);
    CHECK(smaller.first <= usual.first); // in whole pixels
    CHECK(smaller.second < usual.second);
    QApplication::setFont(before);
}
