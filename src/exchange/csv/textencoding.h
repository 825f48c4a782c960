// SPDX-License-Identifier: GPL-3.0-or-later
// Text from bytes and back, in the encodings of other programs' files. Used by the CSV, vCard and iCalendar
// readers and writers; values, any thread.
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringView>

#include <vector>

namespace headway::exchange {

// From Windows1250 on: of before Unicode, see foreignencoding.h.
enum class TextEncoding {
    Utf8,
    Utf16LittleEndian,
    Utf16BigEndian,
    Windows1252,
    Windows1250, // Central Europe
    Windows1251, // Cyrillic
    Windows1254, // Turkish
    Latin2,      // ISO 8859-2
    MacRoman,
    ShiftJis, // as Windows writes it
    Gb18030,
    Big5,
};
// All of them, the usual ones first.
[[nodiscard]] std::vector<TextEncoding> textEncodings();

// U+FEFF at the very start of a file: marks the encoding, is not part of the text.
enum class ByteOrderMark { Absent, Present };

// Decodes a stream piece by piece; the pieces may be cut anywhere. Bytes that are invalid in the encoding
// become U+0000, so a caller that refuses NUL characters detects all damage.
class TextDecoder
{
public:
    TextDecoder(TextEncoding encoding, ByteOrderMark mark);

    [[nodiscard]] QString decode(QByteArrayView bytes);
    [[nodiscard]] QString finish(); // call once at the end: an incomplete character becomes U+0000

private:
    [[nodiscard]] QString decodeWhole(QByteArrayView bytes);

    TextEncoding m_encoding;
    bool m_markExpected;
    QByteArray m_tail; // the beginning of an incomplete character
};

// Invalid if the text contains U+0000 or an unpaired surrogate, which no file can hold.
[[nodiscard]] Result<> checkWritable(QStringView text);

// Invalid likewise, and for a character that the encoding lacks.
[[nodiscard]] Result<QByteArray> encodeText(QStringView text, TextEncoding encoding);
// The same behind what `bytes` holds already.
[[nodiscard]] Result<> appendEncoded(QByteArray &bytes, QStringView text, TextEncoding encoding);

// The bytes of U+FEFF; none in encodings of before Unicode.
[[nodiscard]] QByteArray byteOrderMark(TextEncoding encoding);

// "UTF-8", "Windows-1252" …
[[nodiscard]] QString encodingName(TextEncoding encoding);

} // namespace headway::exchange
