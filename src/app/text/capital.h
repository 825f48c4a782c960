// SPDX-License-Identifier: GPL-3.0-or-later
// The beginning of a line. Pure; nothing fails; any thread.
#pragma once

#include <QLocale>

namespace headway::app {

// The text with a capital at its beginning, as that language writes it.
inline QString withCapital(const QString &text, const QLocale &locale)
{
    return locale.toUpper(text.left(1)) + text.mid(1);
}

} // namespace headway::app
