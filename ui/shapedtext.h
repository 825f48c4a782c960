// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of text as they are painted again and again: to choose and place the glyphs of a cell costs several times
// what painting them costs, and scrolling shows the same cells. The latest some thousand are kept, for each font.
// GUI thread; nothing fails.
#pragma once

#include <QStaticText>

class QFont;

namespace headway::ui {

struct ShapedText {
    QStaticText glyphs = {};
    qreal width = 0; // as it runs, without rounding
};

// `text` on one line, cut at its end where it is wider than `width`. It lives until the next call.
const ShapedText &shapedText(const QFont &font, const QString &text, int width);

} // namespace headway::ui
