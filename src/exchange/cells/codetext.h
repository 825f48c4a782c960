// SPDX-License-Identifier: GPL-3.0-or-later
// Codes that programs write instead of words: "COMPUTER_SOFTWARE". Pure; any thread; nothing fails.
#pragma once

#include <QString>

namespace headway::exchange {

// "Computer Software", "Banking"; what is no such code stays as it is, as do abbreviations of up to three letters.
[[nodiscard]] QString wordsOfCode(const QString &text);

} // namespace headway::exchange
