// SPDX-License-Identifier: GPL-3.0-or-later
// Spacing, the four text sizes, the icons, and the one call that gives a program this look. Every widget
// reads it; GUI thread; nothing fails (without an icon theme there are texts only). The colours are in
// colours.h.
#pragma once

#include "ui/style/focusring.h" // every widget that shows the focus needs both

#include <QFont>
#include <QIcon>
#include <QPixmap>
#include <QString>

class QApplication;
class QColor;

namespace headway::app {
enum class Look;
enum class TextScale;
} // namespace headway::app

namespace headway::ui {

namespace space {
constexpr int hair = 4;
constexpr int small = 8;
constexpr int medium = 12;
constexpr int large = 16;
constexpr int huge = 24;
} // namespace space

constexpr int cornerRadius = 5;
constexpr int rowHeight = 32; // of navigation and of things to choose from

enum class TextSize { Small, Body, Title, Figure };
enum class Weight { Normal, Strong };

QFont font(TextSize size, Weight weight = Weight::Normal);

// Alignment of text in the layout's direction: a QLabel would take the direction from the text.
Qt::Alignment leadingEdge();

// A height that fits this text with padding: for bars and rows that follow the font.
int lineHeight(TextSize size);

// An icon of the theme in one colour, in `size` and at the screen's pixel ratio.
QPixmap tinted(const QString &iconName, int size, const QColor &colour, qreal pixelRatio);
QIcon themeIcon(const QString &iconName);
QIcon programIcon();

// Sets style, palette, fonts and icon theme now, and again when the system turns dark or light while the look
// is System. Call again when the setting changes.
void applyTheme(QApplication &application, app::Look look);

// The size of all text from now on, of that of the system. Before the first window: those that are open keep theirs.
void applyTextScale(app::TextScale scale);

} // namespace headway::ui
