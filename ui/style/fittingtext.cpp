// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/fittingtext.h"

#include <QFontMetrics>

#include <algorithm>

namespace headway::ui {

namespace {

// Glyphs are placed at fractions of a pixel.
int widthOf(const QFontMetrics &metrics, const QString &text)
{
    return text.isEmpty() ? 0 : metrics.horizontalAdvance(text) + 1;
}

} // namespace

QString fittingForm(const QFontMetrics &metrics, int width, const QStringList &forms)
{
    const auto fits = [&](const QString &form) { return widthOf(metrics, form) <= width; };
    const auto found = std::find_if(forms.begin(), forms.end(), fits);
    return found == forms.end() ? QString() : *found;
}

FittingPair fittingPair(const QFontMetrics &firstMetrics, const QStringList &first,
                        const QFontMetrics &secondMetrics, const QStringList &second, int width, int gap)
{
    // The shorter form of the second one comes before the shorter form of the first.
    for (qsizetype steps = 0; steps < first.size() + second.size() - 1; ++steps) {
        for (qsizetype i = std::max<qsizetype>(0, steps - second.size() + 1);
             i <= std::min(steps, first.size() - 1); ++i) {
            const QString &one = first[i];
            const QString &other = second[steps - i];
            if (widthOf(firstMetrics, one) + gap + widthOf(secondMetrics, other) <= width)
                return {one, other};
        }
    }
    const QString alone = fittingForm(firstMetrics, width, first);
    return {alone, alone.isEmpty() ? fittingForm(secondMetrics, width, second) : QString()};
}

int paintFitting(const RowPainter &row, const QRect &place, Qt::Alignment edge, const QStringList &forms)
{
    return row.text(place, edge, fittingForm(row->fontMetrics(), place.width(), forms));
}

} // namespace headway::ui
