// SPDX-License-Identifier: GPL-3.0-or-later
// Amounts and days are shown whole, in a shorter form, or not at all.
#include "ui/style/fittingtext.h"

#include "support/catch_qt.h"
#include "ui/style/compactamounts.h"

#include <QFontMetrics>
#include <QImage>

using namespace headway;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

const QStringList amount{u"€24,700"_s, u"€24.7 k"_s, u"€25 k"_s};

QFontMetrics metrics()
{
    return QFontMetrics(QFont(u"DejaVu Sans"_s, 10));
}

app::Display display()
{
    return {QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc()};
}

} // namespace

TEST_CASE("An amount that does not fit is shown in a shorter form, and never without its end", "[ui]")
{
    const QFontMetrics font = metrics();
    CHECK(fittingForm(font, 1000, amount) == amount.front());
    CHECK(fittingForm(font, font.horizontalAdvance(amount[2]) + 1, amount) == amount[2]);
    CHECK(fittingForm(font, font.horizontalAdvance(amount[2]) - 1, amount).isEmpty());
    CHECK(fittingForm(font, -5, amount).isEmpty());
    for (int width = 0; width < 120; ++width) {
        const QString shown = fittingForm(font, width, amount);
        CHECK((shown.isEmpty() || amount.contains(shown)));
        CHECK(font.horizontalAdvance(shown) <= width);
    }
}

TEST_CASE("An amount and a day share a line: the day gives way first, and both are whole", "[ui]")
{
    const QFontMetrics font = metrics();
    const QStringList day{u"late, 12 Mar"_s, u"! 12 Mar"_s, u"!"_s};
    const auto pairIn = [&](int width) { return fittingPair(font, amount, font, day, width, 8); };
    const int whole = font.horizontalAdvance(amount.front()) + font.horizontalAdvance(day.front()) + 8 + 2;
    CHECK(pairIn(whole).first == amount.front());
    CHECK(pairIn(whole).second == day.front());
    CHECK(pairIn(whole - 1).first == amount.front());
    CHECK(pairIn(whole - 1).second == day[1]);
    for (int width = 0; width < whole; ++width) {
        const FittingPair shown = pairIn(width);
        CHECK((shown.first.isEmpty() || amount.contains(shown.first)));
        CHECK((shown.second.isEmpty() || day.contains(shown.second)));
        const int gap = shown.first.isEmpty() || shown.second.isEmpty() ? 0 : 8;
        CHECK(font.horizontalAdvance(shown.first) + gap + font.horizontalAdvance(shown.second) <= width);
    }
    CHECK(fittingPair(font, {}, font, day, 1000, 8).second == day.front());
    CHECK(fittingPair(font, amount, font, {}, 1000, 8).first == amount.front());
}

TEST_CASE("A figure that fits is painted at its edge, one that does not leaves nothing", "[ui]")
{
    QImage image(200, 30, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    const RowPainter row(painter, image.rect(), Qt::LeftToRight);
    CHECK(paintFitting(row, QRect(0, 0, 3, 30), Qt::AlignLeft, amount) == 0);
    const QImage before = image;
    CHECK(image == before);
    CHECK(paintFitting(row, QRect(0, 0, 200, 30), Qt::AlignRight, amount) > 0);
    CHECK(image != before);
}

TEST_CASE("Sums get shorter step by step in all their currencies at once", "[ui]")
{
    const std::vector<MoneySum> sums{
        {u"EUR"_s, 24'700'00, 2'470'00}, {u"GBP"_s, 1'900'00, 0}, {u"USD"_s, 5'00, 0}};
    CHECK(compactForms(display(), sums, Sum::Whole, 1)
          == QStringList{u"€24,700 +2"_s, u"€24.7 k +2"_s, u"€25 k +2"_s});
    CHECK(compactForms(display(), sums, Sum::Whole, 2).last() == u"€25 k + £1.9 k +1"_s);
    // Currencies that come to nothing are not counted.
    CHECK(compactForms(display(), sums, Sum::Weighted, 1).first() == u"€2,470"_s);
    CHECK(compactForms(display(), {{u"EUR"_s, 1'200'000'00, 0}}, Sum::Whole, 1)
          == QStringList{u"€1.20 M"_s, u"€1.2 M"_s});
    CHECK(compactForms(display(), {}, Sum::Whole, 1).isEmpty());
}

TEST_CASE("In Arabic a sum and the number of further currencies do not change places", "[ui]")
{
    const app::Display arabic(QLocale(QLocale::Arabic, QLocale::Egypt), QTimeZone::utc());
    const std::vector<MoneySum> sums{
        {u"EUR"_s, 71'943'00, 0}, {u"CHF"_s, 1'900'00, 0}, {u"USD"_s, 300'00, 0}};
    const QString euros = arabic.moneyShort(71'943'00, u"EUR"_s);
    CHECK(compactForms(arabic, sums, Sum::Whole, 1).first()
          == u"\u200e\u2068"_s + euros + u"\u2069 \u2068+"_s + arabic.number(2) + u"\u2069"_s);
    CHECK(compactAmounts(arabic, {sums.front()}, Sum::Whole, 1) == euros);
}
