// SPDX-License-Identifier: GPL-3.0-or-later
// How whatever is typed into or chosen from looks: one ground, one outline, one height for text, combo, spin
// box and text of several lines. Used by ControlStyle. GUI thread; nothing fails.
#pragma once

#include <QRect>
#include <QStyle>

class QFontMetrics;
class QPainter;
class QPalette;
class QStyleOption;
class QStyleOptionComboBox;
class QStyleOptionSpinBox;
class QWidget;

namespace headway::ui {

constexpr int fieldPadding = 8;     // from the outline to the text, pixels
constexpr int chevronRoom = 24;     // of a combo box's arrow
constexpr int spinButtonWidth = 20; // its two arrows

struct FieldState {
    bool isEnabled = true;
    bool isFocused = false;
    bool isHovered = false;
    bool isWrong = false; // what is typed cannot be understood
    bool isReadOnly = false;
};

// Outlines a field in the colour of errors, or no more.
void showWrong(QWidget &field, bool isWrong);

FieldState fieldStateOf(const QStyleOption &option, const QWidget *widget);

int fieldHeight(const QFontMetrics &metrics);

void paintField(QPainter &painter, const QRect &rect, const QPalette &palette, const FieldState &state);
void paintComboBox(QPainter &painter, const QStyleOptionComboBox &option, const QWidget *widget);
void paintComboBoxLabel(QPainter &painter, const QStyleOptionComboBox &option, const QWidget *widget);
void paintSpinBox(QPainter &painter, const QStyleOptionSpinBox &option, const QWidget *widget);

// Where the parts of a combo box are, in the layout's direction.
QRect comboBoxPart(const QStyleOptionComboBox &option, QStyle::SubControl part, const QWidget *widget);
QRect spinBoxPart(const QStyleOptionSpinBox &option, QStyle::SubControl part);

} // namespace headway::ui
