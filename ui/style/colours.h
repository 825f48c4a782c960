// SPDX-License-Identifier: GPL-3.0-or-later
// The colours: two palettes of ours with one accent, and the colours that mean something, each with
// a shape, since colour alone tells some people nothing. Every widget reads them; pure values, GUI
// thread; nothing fails. Every pair of text and background is tested for contrast.
#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

#include <vector>

class QWidget;

namespace headway::ui {

enum class Lightness { Light, Dark };

// Colours that no QPalette role has.
struct Tones {
    QColor hairline;  // separators
    QColor quietText; // what may be overlooked; still 4.5:1
    QColor hover;
    QColor pressed;
    QColor shadow;
    QColor accent;     // links, focus, what is chosen
    QColor accentText; // on accent
    QColor overdue;
    QColor dueToday;
    QColor later;
    QColor noneSet;
    QColor success;
    QColor badge;
};

// When something is due, as the eye should see it.
enum class DueState { Overdue, Today, Later, None };

// The palette itself, for the application, pictures and print.
QPalette paletteOf(Lightness lightness);

// The same for controls whose outline Fusion makes by darkening the window: on dark ground nobody
// would see it.
QPalette controlPaletteOf(Lightness lightness);

const Tones &tones(Lightness lightness);
const Tones &tonesOf(const QWidget &widget); // by the palette it has now
Lightness lightnessOf(const QPalette &palette);

QColor dueColour(DueState state, Lightness lightness);
QChar dueSymbol(DueState state); // a shape for each, in every font: ▲ ● ○ ◇

// Quiet colours for the line over a column of the board, readable on both palettes; by position,
// for stages without a colour of their own.
QColor stageColour(int position, Lightness lightness);

// WCAG 2.1: 1 to 21. Both colours opaque.
double contrastRatio(const QColor &a, const QColor &b);

// `over` laid on `under`.
QColor blend(const QColor &under, const QColor &over);

// Pairs that must be readable, for the test and for whoever adds a colour.
struct ReadablePair {
    QString what;
    QColor text;
    QColor background;
    double least; // contrast ratio
};
std::vector<ReadablePair> readablePairs(Lightness lightness);

} // namespace headway::ui
