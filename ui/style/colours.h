// SPDX-License-Identifier: GPL-3.0-or-later
// The colours: two palettes with one accent, and colours with a meaning, each with a shape, for people who
// cannot tell the colours apart. Every widget reads them; pure values, GUI thread; nothing fails. Every pair
// of text and background is tested for contrast.
#pragma once

#include "domain/rules/due.h"

#include <QColor>
#include <QPalette>
#include <QString>

#include <vector>

class QWidget;

namespace headway::ui {

enum class ColourScheme { Light, Dark };

// Colours that no QPalette role has.
struct ColourRoles {
    QColor hairline;  // separators
    QColor quietText; // less important text; still 4.5:1
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
    QColor fieldLine; // around what is typed into
    QColor boxLine;   // around what is ticked, and around a field below the mouse: 3:1
};

// The palette itself, for the application, screenshots and print.
QPalette paletteOf(ColourScheme scheme);

const ColourRoles &colourRoles(ColourScheme scheme);
const ColourRoles &colourRolesOf(const QWidget &widget); // by its current palette
ColourScheme schemeOf(const QPalette &palette);

QColor dueColour(DueState state, ColourScheme scheme);

// Quiet colours for the line above a column of the board, readable on both palettes; by position, for stages
// without a colour of their own.
QColor stageColour(int position, ColourScheme scheme);

// WCAG 2.1: 1 to 21. Both colours opaque.
double contrastRatio(const QColor &a, const QColor &b);

// `over` painted on `under`.
QColor blend(const QColor &under, const QColor &over);

// Pairs that must be readable or be told apart, for the test; a new colour is to be added here.
struct ReadablePair {
    QString what;
    QColor text;
    QColor background;
    double least; // contrast ratio
};
std::vector<ReadablePair> readablePairs(ColourScheme scheme);

} // namespace headway::ui
