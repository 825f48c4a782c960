// SPDX-License-Identifier: GPL-3.0-or-later
// A name as the text of a button, a command or a menu's line. GUI thread; nothing fails.
#pragma once

#include <QString>

class QAction;
class QFontMetrics;
class QMenu;

namespace headway::ui {

// An ampersand in it is no mnemonic.
QString withoutMnemonic(const QString &name);
// The same of a menu's line: a long one does not widen the menu beyond the screen.
QString menuText(const QString &name, const QFontMetrics &metrics);
// A new line of this name, whose tool tip says all of it.
QAction *addNamed(QMenu &menu, const QString &name);

} // namespace headway::ui
