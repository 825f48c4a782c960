// SPDX-License-Identifier: GPL-3.0-or-later
// A name as the text of a menu's line: an ampersand in it is no mnemonic, and a long one does not widen the menu
// beyond the screen. GUI thread; nothing fails.
#pragma once

#include <QString>

class QFontMetrics;

namespace headway::ui {

QString menuText(const QString &name, const QFontMetrics &metrics);

} // namespace headway::ui
