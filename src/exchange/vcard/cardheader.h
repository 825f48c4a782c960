// SPDX-License-Identifier: GPL-3.0-or-later
// What stands before the colon of a property: item1.TEL;TYPE=work. Pure; any thread; nothing fails.
#pragma once

#include "exchange/vcard/card.h"

#include <optional>

namespace headway::exchange {

// Where the colon is; -1: it is no property. A colon between quotes is none.
[[nodiscard]] qsizetype headerEnd(QByteArrayView line);

// What a header says, and how the value behind it is written.
struct ReadHeader {
    CardHeader header = {}; // without how it is written
    bool isQuotedPrintable = false;
    bool isBase64 = false;
    QByteArray charset = {};
};
// None if it has no name. `text`: in words.
[[nodiscard]] std::optional<ReadHeader> readHeader(const QString &text, CardVersion version);

// As 3.0 and 4.0 write it, without the colon.
[[nodiscard]] QString writtenHeader(const CardHeader &header, CardVersion version);

} // namespace headway::exchange
