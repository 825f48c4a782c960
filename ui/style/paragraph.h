// SPDX-License-Identifier: GPL-3.0-or-later
// Text wrapped into lines, the last one cut with "…" where more follows: for notes in timelines and long
// values. Pure drawing; GUI thread; nothing fails.
#pragma once

#include <QFont>
#include <QStringList>

class QRect;

namespace headway::ui {

class RowPainter;

struct Paragraph {
    QStringList lines = {};
    bool isCut = false; // more text follows
};

// `mostLines` 0: no limit.
Paragraph brokenInto(const QString &text, const QFont &font, int width, int mostLines);

void paintParagraph(const RowPainter &row, const QRect &place, const Paragraph &paragraph);

} // namespace headway::ui
