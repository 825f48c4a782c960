// SPDX-License-Identifier: GPL-3.0-or-later
// Text from bytes and back, in the encodings that files of other programs come in. Used by the CSV,
// vCard and iCalendar readers and writers; values, any thread.
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringView>

namespace headway::exchange {

enum class TextEncoding { Utf8, Utf16LittleEndian, Utf16BigEndian, Windows1252 };

// U+FEFF at the very start of a file: a mark of the encoding, not part of the text.
enum class ByteOrderMark { Absent, Present };

// Decodes a stream piece by piece, wherever the pieces are cut. Bytes that mean nothing in the
// encoding become U+0000, so a caller that refuses NUL characters has found all damage.
class TextDecoder
{
public:
    TextDecoder(TextEncoding encoding, ByteOrderMark mark);

    [[nodiscard]] QString decode(QByteArrayView bytes);
    [[nodiscard]] QString finish(); // call once at the end: a character cut off becomes U+0000

private:
    [[nodiscard]] QString decodeWhole(QByteArrayView bytes);

    TextEncoding m_encoding;
    bool m_markExpected;
    QByteArray m_tail; // the start of a character whose end is still to come
};

// Invalid if the text holds U+0000, half a surrogate pair, or a character the encoding lacks.
[[nodiscard]] Result<QByteArray> encodeText(QStringView text, TextEncoding encoding);

// The bytes of U+FEFF; none in Windows-1252.
[[nodiscard]] QByteArray byteOrderMark(TextEncoding encoding);

// "UTF-8", "Windows-1252" …
[[nodiscard]] QString encodingName(TextEncoding encoding);

} // namespace headway::exchange
