// SPDX-License-Identifier: GPL-3.0-or-later
// The initials of a person, where there is no room for the name. Any thread; nothing fails.
#pragma once

#include <QString>

namespace headway::app {

// "AK" for Ana Kovač.
QString initialsOf(const QString &name);

} // namespace headway::app
