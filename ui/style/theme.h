// SPDX-License-Identifier: GPL-3.0-or-later
// The rhythm of spaces, the four sizes of text, the icons, and the one call that makes a program
// look like this. Every widget reads it; GUI thread; nothing fails (a missing icon theme leaves
// texts only). The colours are in colours.h.
#pragma once

#include <QFont>
#include <QIcon>
#include <QPixmap>
#include <QString>

class QApplication;
class QColor;
class QPainter;
class QRectF;

namespace headway::app {
enum class Look;
}

namespace headway::ui {

struct ColourRoles;

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

// Where a line of text begins, whatever language it is in: a QLabel would ask the text for its direction.
Qt::Alignment leadingEdge();

// A height that this text fits, with room: for bars and rows that follow the font.
int lineHeight(TextSize size);

// An icon of the theme in one colour, in the size asked for and as sharp as the screen.
QPixmap tinted(const QString &iconName, int size, const QColor &colour, qreal pixelRatio);
QIcon themeIcon(const QString &iconName);
QIcon programIcon();

// Sets style, palette, fonts and icon theme now, and again when the system turns dark or light
// while the look is System. Call again when the setting changes.
void applyTheme(QApplication &application, app::Look look);

// A rounded ring inside `rect`: what all our own widgets show when they have the keyboard.
void paintFocusRing(QPainter &painter, const QRectF &rect, const ColourRoles &colourRoles);

} // namespace headway::ui
