// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workbook/xlsxtext.h"

#include <QChar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

constexpr qsizetype longestText = 32'767; // UTF-16, as Excel counts
constexpr qsizetype longestName = 31;

bool isHex(QChar character)
{
    return (character >= u'0' && character <= u'9') || (character >= u'A' && character <= u'F')
        || (character >= u'a' && character <= u'f');
}

// "_x0041_" at the beginning, which spreadsheets would read as "A".
bool looksEscaped(QStringView text)
{
    return text.size() >= 7 && text[1] == u'x' && text[6] == u'_'
        && std::all_of(text.begin() + 2, text.begin() + 6, isHex);
}

void appendEscaped(QByteArray &xml, char16_t code)
{
    xml += "_x" + QByteArray::number(code, 16).toUpper().rightJustified(4, '0') + '_';
}

// As UTF-8.
void appendCharacter(QByteArray &xml, char32_t code)
{
    const auto next = [&](int shift) { xml += char(0x80u | ((code >> shift) & 0x3Fu)); };
    if (code < 0x800) {
        xml += char(0xC0u | (code >> 6));
    } else if (code < 0x10000) {
        xml += char(0xE0u | (code >> 12));
        next(6);
    } else {
        xml += char(0xF0u | (code >> 18));
        next(12);
        next(6);
    }
    next(0);
}

void appendAscii(QByteArray &xml, QStringView rest)
{
    const char16_t code = rest.front().unicode();
    switch (code) {
    case u'&': xml += "&amp;"; break;
    case u'<': xml += "&lt;"; break;
    case u'>': xml += "&gt;"; break;
    case u'\t':
    case u'\n': xml += char(code); break;
    case u'\r': // programs read it in four ways; of CR LF the LF follows
        if (rest.size() < 2 || rest[1] != u'\n')
            xml += '\n';
        break;
    case u'_':
        if (looksEscaped(rest))
            xml += "_x005F";
        xml += '_';
        break;
    default:
        if (code < 0x20)
            appendEscaped(xml, code);
        else
            xml += char(code);
    }
}

} // namespace

void appendXlsxText(QByteArray &xml, QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t code = text[i].unicode();
        if (code < 0x80) {
            appendAscii(xml, text.sliced(i));
        } else if (code >= 0xFFFE) { // no character of XML
            appendEscaped(xml, code);
        } else if (QChar::isHighSurrogate(code) && i + 1 < text.size()) {
            appendCharacter(xml, QChar::surrogateToUcs4(code, text[++i].unicode()));
        } else {
            appendCharacter(xml, code);
        }
    }
}

bool fitsIntoCell(QStringView text)
{
    return text.size() <= longestText;
}

QString shortenedForCell(QStringView text)
{
    qsizetype size = std::min(text.size(), longestText - 1);
    if (size > 0 && text[size - 1].isHighSurrogate())
        --size;
    return text.first(size) + u"…"_s;
}

QString sheetName(const QString &title, int number)
{
    QString name = title.simplified();
    for (QChar &character : name) {
        if (QStringView(u"[]:*?/\\").contains(character) || character < u' ' || character.isSurrogate())
            character = u'-';
    }
    while (name.startsWith(u'\''))
        name.remove(0, 1);
    const QString suffix = number > 1 ? u" (%1)"_s.arg(number) : QString();
    name.truncate(longestName - suffix.size());
    while (name.endsWith(u'\'') || name.endsWith(u' '))
        name.chop(1);
    // Excel keeps "History" for itself.
    if (name.isEmpty() || name.compare("history"_L1, Qt::CaseInsensitive) == 0)
        name = u"Sheet"_s;
    return name + suffix;
}

} // namespace headway::exchange
