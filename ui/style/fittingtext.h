// SPDX-License-Identifier: GPL-3.0-or-later
// Text that is never cut at its end, since the rest would still look whole: amounts, days, counts. It is given
// in forms, the longest first, of which the first one that fits is shown; if none does, nothing is, and the tool
// tip has it. GUI thread; nothing fails.
#pragma once

#include "ui/style/rowpainter.h"

#include <QStringList>

class QFontMetrics;

namespace headway::ui {

// `width` in pixels; empty: no form fits.
QString fittingForm(const QFontMetrics &metrics, int width, const QStringList &forms);

// Two texts that share a line with a gap between them, and give way in turns: the first keeps its longer form, and
// the second is left out before the first is.
struct FittingPair {
    QString first = {};
    QString second = {};
};
FittingPair fittingPair(const QFontMetrics &firstMetrics, const QStringList &first,
                        const QFontMetrics &secondMetrics, const QStringList &second, int width, int gap);

// Paints the form that fits, as RowPainter::text() does. Returns the width used, pixels.
int paintFitting(const RowPainter &row, const QRect &place, Qt::Alignment edge, const QStringList &forms);

} // namespace headway::ui
