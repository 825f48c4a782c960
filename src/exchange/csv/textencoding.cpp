// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv/textencoding.h"

#include "domain/text/quoted.h"
#include "exchange/csv/foreignencoding.h"

#include <QStringDecoder>
#include <QStringEncoder>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace headway::exchange {
namespace {

// 0x80 … 0x9F as the WHATWG encoding standard maps them: the five bytes that Microsoft left undefined are
// control characters, so that every byte can be decoded and encoded again.
constexpr std::array<char16_t, 32> windows1252High = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

QString fromWindows1252(QByteArrayView bytes)
{
    QString text(bytes.size(), Qt::Uninitialized);
    std::transform(bytes.begin(), bytes.end(), text.begin(), [](char byte) {
        const auto code = static_cast<unsigned char>(byte);
        return QChar(code >= 0x80 && code < 0xA0 ? windows1252High[code - 0x80u] : char16_t{code});
    });
    return text;
}

Result<QByteArray> toWindows1252(QStringView text)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t code = text[i].unicode();
        const auto *high = std::find(windows1252High.begin(), windows1252High.end(), code);
        const bool isLatin = code < 0x80 || (code >= 0xA0 && code <= 0xFF);
        if (!isLatin && high == windows1252High.end())
            return failure(ErrorCode::Invalid,
                           Sentence::tr("%1 cannot be written in Windows-1252.")
                               .arg(Quoted{text.sliced(i, text[i].isHighSurrogate() ? 2 : 1)}));
        bytes += static_cast<char>(isLatin ? code : 0x80 + (high - windows1252High.begin()));
    }
    return bytes;
}

QStringConverter::Encoding unicodeEncoding(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf16LittleEndian: return QStringConverter::Utf16LE;
    case TextEncoding::Utf16BigEndian: return QStringConverter::Utf16BE;
    default: break;
    }
    return QStringConverter::Utf8;
}

QString fromUnicode(QByteArrayView bytes, TextEncoding encoding)
{
    using Flag = QStringConverter::Flag;
    QStringDecoder decoder(unicodeEncoding(encoding),
                           Flag::Stateless | Flag::ConvertInvalidToNull | Flag::ConvertInitialBom);
    return decoder.decode(bytes);
}

// The number of bytes at the end that begin an incomplete character.
qsizetype unfinishedUtf8(QByteArrayView bytes)
{
    for (qsizetype back = 1; back <= std::min<qsizetype>(3, bytes.size()); ++back) {
        const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
        if ((byte & 0xC0u) == 0x80u)
            continue; // not the first byte of its character
        const qsizetype length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
        return length > back ? back : 0;
    }
    return 0;
}

qsizetype unfinishedUtf16(QByteArrayView bytes, TextEncoding encoding)
{
    const qsizetype odd = bytes.size() % 2;
    const qsizetype whole = bytes.size() - odd;
    if (whole == 0)
        return odd;
    const char high = bytes[encoding == TextEncoding::Utf16LittleEndian ? whole - 1 : whole - 2];
    const bool isHighSurrogate = (static_cast<unsigned char>(high) & 0xFCu) == 0xD8u;
    return odd + (isHighSurrogate ? 2 : 0);
}

qsizetype unfinished(QByteArrayView bytes, TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8: return unfinishedUtf8(bytes);
    case TextEncoding::Utf16LittleEndian:
    case TextEncoding::Utf16BigEndian: return unfinishedUtf16(bytes, encoding);
    default: break;
    }
    return isForeign(encoding) ? fromForeign(bytes, encoding).unfinished : 0;
}

// The index of the first unpaired surrogate from `from` on; -1 if there is none.
qsizetype indexOfLoneSurrogate(QStringView text, qsizetype from)
{
    for (qsizetype i = from; i < text.size(); ++i) {
        if (!text[i].isSurrogate())
            continue;
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (!isPair)
            return i;
        ++i;
    }
    return -1;
}

} // namespace

TextDecoder::TextDecoder(TextEncoding encoding, ByteOrderMark mark)
    : m_encoding(encoding), m_markExpected(mark == ByteOrderMark::Present)
{
}

QString TextDecoder::decode(QByteArrayView bytes)
{
    // Incomplete characters are kept here and not in QStringDecoder's state: the result for damaged bytes
    // must not depend on where the pieces were cut.
    const QByteArray joined = m_tail.isEmpty() ? QByteArray() : m_tail + bytes.toByteArray();
    const QByteArrayView all = m_tail.isEmpty() ? bytes : QByteArrayView(joined);
    const qsizetype whole = all.size() - unfinished(all, m_encoding);
    const QString text = decodeWhole(all.first(whole));
    m_tail = all.sliced(whole).toByteArray();
    return text;
}

QString TextDecoder::finish()
{
    if (m_tail.isEmpty())
        return {};
    m_tail.clear();
    return QString(QChar::Null);
}

QString TextDecoder::decodeWhole(QByteArrayView bytes)
{
    QString text;
    switch (m_encoding) {
    case TextEncoding::Windows1252: text = fromWindows1252(bytes); break;
    case TextEncoding::Utf8:
        // Qt 6.4 turns damage at the very end into U+FFFD regardless of the flags.
        text = fromUnicode(QByteArray(bytes.toByteArray() + '\n'), m_encoding);
        text.chop(1);
        break;
    case TextEncoding::Utf16LittleEndian:
    case TextEncoding::Utf16BigEndian: text = fromUnicode(bytes, m_encoding); break;
    default: text = fromForeign(bytes, m_encoding).text; break;
    }
    if (m_encoding != TextEncoding::Utf8) {
        for (qsizetype i = -1; (i = indexOfLoneSurrogate(text, i + 1)) >= 0;)
            text[i] = QChar::Null;
    }
    if (m_markExpected && !text.isEmpty()) {
        m_markExpected = false;
        if (text.front() == QChar::ByteOrderMark)
            text.remove(0, 1);
    }
    return text;
}

Result<> checkWritable(QStringView text)
{
    if (text.contains(QChar::Null))
        return failure(ErrorCode::Invalid,
                       Sentence::tr("%1 holds a NUL character, which no text file can.").arg(Quoted{text}));
    if (indexOfLoneSurrogate(text, 0) >= 0)
        return failure(ErrorCode::Invalid,
                       Sentence::tr("%1 holds half a character, which cannot be written.").arg(Quoted{text}));
    return {};
}

Result<> appendEncoded(QByteArray &bytes, QStringView text, TextEncoding encoding)
{
    HEADWAY_CHECK(checkWritable(text));
    if (encoding == TextEncoding::Windows1252 || isForeign(encoding)) {
        HEADWAY_TRY(encoded, isForeign(encoding) ? toForeign(text, encoding) : toWindows1252(text));
        bytes += encoded;
        return {};
    }
    QStringEncoder encoder(unicodeEncoding(encoding));
    const qsizetype before = bytes.size();
    bytes.resize(before + encoder.requiredSpace(text.size()));
    const char *end = encoder.appendToBuffer(bytes.data() + before, text);
    bytes.truncate(end - bytes.constData());
    return {};
}

Result<QByteArray> encodeText(QStringView text, TextEncoding encoding)
{
    QByteArray bytes;
    HEADWAY_CHECK(appendEncoded(bytes, text, encoding));
    return bytes;
}

QByteArray byteOrderMark(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8: return "\xEF\xBB\xBF"_ba;
    case TextEncoding::Utf16LittleEndian: return "\xFF\xFE"_ba;
    case TextEncoding::Utf16BigEndian: return "\xFE\xFF"_ba;
    default: break;
    }
    return {};
}

QString encodingName(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8: return u"UTF-8"_s;
    case TextEncoding::Utf16LittleEndian: return u"UTF-16 (little endian)"_s;
    case TextEncoding::Utf16BigEndian: return u"UTF-16 (big endian)"_s;
    case TextEncoding::Windows1250: return u"Windows-1250"_s;
    case TextEncoding::Windows1251: return u"Windows-1251"_s;
    case TextEncoding::Windows1254: return u"Windows-1254"_s;
    case TextEncoding::Latin2: return u"ISO-8859-2"_s;
    case TextEncoding::MacRoman: return u"Mac Roman"_s;
    case TextEncoding::ShiftJis: return u"Shift_JIS"_s;
    case TextEncoding::Gb18030: return u"GB18030"_s;
    case TextEncoding::Big5: return u"Big5"_s;
    case TextEncoding::Windows1252: break;
    }
    return u"Windows-1252"_s;
}

std::vector<TextEncoding> textEncodings()
{
    std::vector<TextEncoding> all;
    for (int i = 0; i <= int(TextEncoding::Big5); ++i)
        all.push_back(TextEncoding(i));
    return all;
}

} // namespace headway::exchange
