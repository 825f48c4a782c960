// SPDX-License-Identifier: GPL-3.0-or-later
// Writes cards as vCard 3.0 or 4.0: UTF-8, CR LF, lines of at most 75 bytes that never split a character. For exports,
// on their thread.
#pragma once

#include "exchange/vcard/card.h"

namespace headway::exchange {

// With BEGIN, VERSION and END. The card is of the version in which it is written.
[[nodiscard]] QByteArray written(const Card &card);

inline constexpr char cardBegin[] = "BEGIN:VCARD\r\n";
// Lines that tell of a card, in a file of rejected ones, where it stood and why; entryOf() passes over them.
[[nodiscard]] QByteArray cardRemarks(qint64 line, const QString &reason);

// Properties as a text of a line for each, in which they are kept with a record and read again; of any version.
[[nodiscard]] QString keptText(const std::vector<CardProperty> &properties, CardVersion version);
[[nodiscard]] std::vector<CardProperty> fromKeptText(const QString &text);

} // namespace headway::exchange
