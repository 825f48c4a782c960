// SPDX-License-Identifier: GPL-3.0-or-later
// A cache of laid out lines of text: choosing and placing the glyphs of a cell costs several times what
// painting them costs, and scrolling shows the same cells again. The last few thousand lines are kept for
// each font. GUI thread; nothing fails.
#pragma once

#include <QStaticText>

class QPainter;

namespace headway::ui {

struct ShapedText {
    QStaticText glyphs = {};
    qreal width = 0;  // before rounding
    qreal height = 0; // the font's, or more if letters come from a taller font
};

// `text` on one line in the painter's font, cut at its end where it is wider than `width` pixels. The result
// is valid until the next call. It has no underline or strike-out: Qt 6.4 puts those in the wrong place.
const ShapedText &shapedText(const QPainter &painter, const QString &text, int width);

} // namespace headway::ui
