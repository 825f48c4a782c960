// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/vcard/cardtext.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

struct Charset {
    QLatin1StringView name; // without marks, in lower case
    TextEncoding encoding;
};
constexpr std::array charsets{
    Charset{"utf8"_L1, TextEncoding::Utf8},
    Charset{"usascii"_L1, TextEncoding::Utf8},
    Charset{"ascii"_L1, TextEncoding::Utf8},
    Charset{"iso88591"_L1, TextEncoding::Windows1252},
    Charset{"iso885915"_L1, TextEncoding::Windows1252}, // but for eight signs
    Charset{"latin1"_L1, TextEncoding::Windows1252},
    Charset{"windows1252"_L1, TextEncoding::Windows1252},
    Charset{"cp1252"_L1, TextEncoding::Windows1252},
    Charset{"windows1250"_L1, TextEncoding::Windows1250},
    Charset{"cp1250"_L1, TextEncoding::Windows1250},
    Charset{"iso88592"_L1, TextEncoding::Latin2},
    Charset{"windows1251"_L1, TextEncoding::Windows1251},
    Charset{"cp1251"_L1, TextEncoding::Windows1251},
    Charset{"windows1254"_L1, TextEncoding::Windows1254},
    Charset{"iso88599"_L1, TextEncoding::Windows1254},
    Charset{"macintosh"_L1, TextEncoding::MacRoman},
    Charset{"shiftjis"_L1, TextEncoding::ShiftJis},
    Charset{"sjis"_L1, TextEncoding::ShiftJis},
    Charset{"windows31j"_L1, TextEncoding::ShiftJis},
    Charset{"cp932"_L1, TextEncoding::ShiftJis},
    Charset{"gb2312"_L1, TextEncoding::Gb18030},
    Charset{"gbk"_L1, TextEncoding::Gb18030},
    Charset{"gb18030"_L1, TextEncoding::Gb18030},
    Charset{"big5"_L1, TextEncoding::Big5},
};

bool isMeant(QChar next, CardVersion version)
{
    switch (next.unicode()) {
    case u';':
    case u',':
    case u':': return true;
    case u'\\':
    case u'n':
    case u'N': return version != CardVersion::V21;
    default: return false;
    }
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

QString decoded(QByteArrayView bytes, TextEncoding encoding)
{
    TextDecoder decoder(encoding, ByteOrderMark::Absent);
    const QString text = decoder.decode(bytes);
    return text + decoder.finish();
}

bool isWhole(const QString &text)
{
    return !text.contains(QChar(u'\0'));
}

} // namespace

QList<QStringView> cutAt(QStringView value, QChar mark)
{
    QList<QStringView> pieces;
    qsizetype from = 0;
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value[i] == u'\\') {
            ++i;
        } else if (value[i] == mark) {
            pieces += value.sliced(from, i - from);
            from = i + 1;
        }
    }
    pieces += value.sliced(from);
    return pieces;
}

QString unescaped(QStringView value, CardVersion version)
{
    if (!value.contains(u'\\'))
        return value.toString();
    QString text;
    text.reserve(value.size());
    for (qsizetype i = 0; i < value.size(); ++i) {
        const bool isMark = value[i] == u'\\' && i + 1 < value.size() && isMeant(value[i + 1], version);
        if (isMark)
            ++i;
        const bool isLineBreak = isMark && (value[i] == u'n' || value[i] == u'N');
        text += isLineBreak ? QChar(u'\n') : value[i];
    }
    return text;
}

QString escaped(const QString &text)
{
    static constexpr std::array marks{u'\\', u';', u',', u'\n', u'\r'};
    if (std::find_first_of(text.begin(), text.end(), marks.begin(), marks.end()) == text.end())
        return text;
    QString value;
    value.reserve(text.size() + 8);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\n' || c == u'\r') {
            value += u"\\n"_s;
            if (c == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n')
                ++i;
            continue;
        }
        if (c == u'\\' || c == u';' || c == u',')
            value += u'\\';
        value += c;
    }
    return value;
}

QString inNewForm(const QString &value, CardVersion version)
{
    QString form;
    form.reserve(value.size());
    for (qsizetype i = 0; i < value.size(); ++i) {
        const QChar c = value[i];
        if (c == u'\n') {
            form += u"\\n"_s;
        } else if (c == u'\\' && i + 1 < value.size() && isMeant(value[i + 1], version)) {
            form += c;
            form += value[++i];
        } else if (c == u'\\' && version == CardVersion::V21) {
            form += u"\\\\"_s;
        } else if (c != u'\r') {
            form += c;
        }
    }
    return form;
}

QStringList componentsIn(QStringView value, CardVersion version, const QString &between)
{
    QStringList components;
    for (const QStringView component : cutAt(value, u';')) {
        if (version == CardVersion::V21 || !component.contains(u',')) {
            components += unescaped(component, version);
            continue;
        }
        QStringList each;
        for (const QStringView piece : cutAt(component, u','))
            each += unescaped(piece, version).trimmed();
        each.removeAll(QString());
        components += each.join(between);
    }
    return components;
}

QStringList listIn(QStringView value, CardVersion version)
{
    QStringList list;
    // 2.1 has no lists, but programs that write it as if it had, and ; where 3.0 has a comma.
    for (const QStringView piece : cutAt(value, u',')) {
        const QList<QStringView> parts =
            version == CardVersion::V21 ? cutAt(piece, u';') : QList<QStringView>{piece};
        for (const QStringView part : parts) {
            if (const QString text = unescaped(part, version).trimmed(); !text.isEmpty())
                list += text;
        }
    }
    return list;
}

QByteArray fromQuotedPrintable(QByteArrayView bytes)
{
    QByteArray plain;
    plain.reserve(bytes.size());
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const bool isCode = bytes[i] == '=' && i + 2 < bytes.size();
        const int high = isCode ? hexDigit(bytes[i + 1]) : -1;
        const int low = isCode ? hexDigit(bytes[i + 2]) : -1;
        if (high >= 0 && low >= 0) {
            plain += char(high * 16 + low);
            i += 2;
        } else {
            plain += bytes[i];
        }
    }
    return plain;
}

std::optional<TextEncoding> encodingCalled(QByteArrayView charset)
{
    QByteArray key = charset.toByteArray().toLower();
    key.removeIf([](char c) { return c == '-' || c == '_' || c == ' ' || c == '"'; });
    const auto *known = std::find_if(charsets.begin(), charsets.end(), [&key](const Charset &each) {
        return QLatin1StringView(key) == each.name;
    });
    return known == charsets.end() ? std::nullopt : std::optional(known->encoding);
}

CardText decodedValue(QByteArrayView bytes, std::optional<TextEncoding> named, TextEncoding otherwise)
{
    const bool isAscii = std::none_of(bytes.begin(), bytes.end(),
                                      [](char c) { return (static_cast<unsigned char>(c) & 0x80u) != 0; });
    const bool isUnicode = !named || *named == TextEncoding::Utf8;
    // Programs that name another set and write UTF-8 are many; text of that set that is UTF-8 by accident is not.
    if (isAscii || (isUnicode || *named == TextEncoding::Windows1252 ? bytes.isValidUtf8() : false)) {
        CardText value{QString::fromUtf8(bytes), isAscii || isUnicode};
        if (!isWhole(value.text)) {
            value.text.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter));
            value.isAsSaid = false;
        }
        return value;
    }
    const TextEncoding encoding = isUnicode ? otherwise : *named;
    CardText value{decoded(bytes, encoding), !named || encoding == *named};
    if (!isWhole(value.text)) {
        const bool isOtherWhole = bytes.isValidUtf8();
        value = {isOtherWhole ? QString::fromUtf8(bytes) : decoded(bytes, TextEncoding::Windows1252), false};
        value.text.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter));
    }
    return value;
}

} // namespace headway::exchange
