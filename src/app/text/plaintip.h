// SPDX-License-Identifier: GPL-3.0-or-later
// Text for a tool tip that is shown letter by letter: Qt guesses whether a tip is HTML, and somebody's name may look
// so. Any thread; nothing fails.
#pragma once

#include <QString>

namespace headway::app {

// `text` as it is where Qt takes it for plain text, else as HTML that shows just that. Lines stay lines.
QString plainTip(const QString &text);

} // namespace headway::app
