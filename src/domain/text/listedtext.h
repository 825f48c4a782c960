// SPDX-License-Identifier: GPL-3.0-or-later
// Several texts in one line, with commas between them: Won, "Lost, for now". Pure; any thread; nothing fails.
#pragma once

#include <QString>
#include <QStringList>

namespace headway {

// One of them. What would be read as several, or lose spaces, stands in quotation marks, which are doubled within.
QString listedText(const QString &text);

// All of them, also as people write them by hand: spaces around them do not count, nothing is no text, and a
// quotation mark that is never closed goes to the end.
QStringList textsListed(QStringView line);

} // namespace headway
