// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of text as they are painted again and again: to choose and place the glyphs of a cell costs several times
// what painting them costs, and scrolling shows the same cells. The latest some thousand are kept, for each font.
// GUI thread; nothing fails.
#pragma once

#include <QStaticText>

class QPainter;

namespace headway::ui {

struct ShapedText {
    QStaticText glyphs = {};
    qreal width = 0;  // as it runs, without rounding
    qreal height = 0; // the font's, or what letters of a taller one need
};

// `text` on one line in the painter's font, cut at its end where it is wider than `width`. It lives until the
// next call. Lines through or under it are not part of it: Qt 6.4 puts those in the wrong place.
const ShapedText &shapedText(const QPainter &painter, const QString &text, int width);

} // namespace headway::ui
