// SPDX-License-Identifier: GPL-3.0-or-later
// Text in encodings of before Unicode, by the C library's tables, and which of them a file probably is in. Pure; any
// thread.
#pragma once

#include "exchange/csv/textencoding.h"

namespace headway::exchange {

// Whether it is one of those: neither Unicode nor Windows-1252.
[[nodiscard]] bool isForeign(TextEncoding encoding);

struct ForeignText {
    QString text = {};        // U+0000 for bytes that the encoding does not have
    qsizetype unfinished = 0; // bytes at the end that begin a character
};
[[nodiscard]] ForeignText fromForeign(QByteArrayView bytes, TextEncoding encoding);
// Invalid names the character that the encoding lacks.
[[nodiscard]] Result<QByteArray> toForeign(QStringView text, TextEncoding encoding);

// What bytes that are no Unicode look like: Windows-1252 unless another one fits clearly better. A proposal; people see
// it and choose.
[[nodiscard]] TextEncoding likelyEncoding(const QByteArray &sample);

} // namespace headway::exchange
