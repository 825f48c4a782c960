// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/text.h"

namespace headway {

namespace {

// Letters with a stroke, which NFKD does not decompose.
QStringView unstroked(char32_t letter)
{
    switch (letter) {
    case U'ø': return u"o";
    case U'ł': return u"l";
    case U'đ': return u"d";
    case U'ħ': return u"h";
    case U'ŧ': return u"t";
    case U'æ': return u"ae";
    case U'œ': return u"oe";
    case U'ß': return u"ss";
    case U'þ': return u"th";
    case U'ð': return u"d";
    case U'ı': return u"i";
    default: return {};
    }
}

bool isMark(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
}

bool isInvisible(char32_t c)
{
    return QChar::category(c) == QChar::Other_Format;
}

bool isPlainAscii(QStringView text)
{
    for (const QChar c : text) {
        if (c.unicode() >= 0x80)
            return false;
    }
    return true;
}

void appendFolded(QString &out, QStringView text)
{
    bool spaceDue = false;
    for (const char32_t c : text.toUcs4()) {
        if (isMark(c) || isInvisible(c))
            continue;
        if (QChar::isSpace(c) || c < 0x20) {
            spaceDue = !out.isEmpty();
            continue;
        }
        if (spaceDue)
            out += u' ';
        spaceDue = false;
        if (const QStringView plain = unstroked(c); !plain.isEmpty())
            out += plain;
        else
            out += QChar::fromUcs4(c);
    }
}

} // namespace

QString fold(QStringView text)
{
    QString out;
    out.reserve(text.size());
    if (isPlainAscii(text)) {
        appendFolded(out, text.toString().toLower());
        return out;
    }
    // Case folding can yield letters that decompose again, hence the second normalisation.
    const QString decomposed = text.toString().normalized(QString::NormalizationForm_KD);
    const QString folded = decomposed.toCaseFolded().normalized(QString::NormalizationForm_KD);
    appendFolded(out, folded);
    return out;
}

QStringList words(QStringView text)
{
    QStringList result;
    QString word;
    for (const char32_t c : fold(text).toUcs4()) {
        if (QChar::isLetterOrNumber(c)) {
            word += QChar::fromUcs4(c);
        } else if (!word.isEmpty()) {
            result += word;
            word.clear();
        }
    }
    if (!word.isEmpty())
        result += word;
    return result;
}

QString phoneDigits(QStringView text)
{
    QString digits;
    for (const QChar c : text) {
        if (const int digit = c.digitValue(); digit >= 0)
            digits += QChar(u'0' + digit);
    }
    return digits.startsWith(u"00") ? digits.mid(2) : digits;
}

QString beginning(QStringView text, qsizetype longest)
{
    QStringView first = text.left(longest);
    if (first.size() < text.size() && !first.isEmpty() && first.back().isHighSurrogate())
        first.chop(1);
    return first.toString();
}

QString looseKey(QStringView text)
{
    return words(text).join(QString());
}

bool isNearMatch(QStringView a, QStringView b)
{
    const QString key = looseKey(a);
    return !key.isEmpty() && key == looseKey(b);
}

QString joinFilled(QStringList parts, const QString &between)
{
    parts.removeAll(QString());
    return parts.join(between);
}

} // namespace headway
