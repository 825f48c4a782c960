// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/vcard/cardheader.h"

#include "exchange/vcard/cardtext.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

// The pieces between marks that stand outside of quotes.
QList<QStringView> cutOutsideQuotes(QStringView text, QChar mark)
{
    QList<QStringView> pieces;
    qsizetype from = 0;
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'"') {
            isQuoted = !isQuoted;
        } else if (text[i] == mark && !isQuoted) {
            pieces += text.sliced(from, i - from);
            from = i + 1;
        }
    }
    pieces += text.sliced(from);
    return pieces;
}

// RFC 6868, of 4.0.
QString withoutCarets(const QString &text)
{
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar next = text[i] == u'^' && i + 1 < text.size() ? text[i + 1] : QChar();
        if (next == u'n' || next == u'^' || next == u'\'') {
            plain += next == u'n' ? QChar(u'\n') : next == u'^' ? QChar(u'^') : QChar(u'"');
            ++i;
        } else {
            plain += text[i];
        }
    }
    return plain;
}

QString parameterValue(QStringView piece, CardVersion version)
{
    QString value = piece.trimmed().toString();
    if (value.size() > 1 && value.startsWith(u'"') && value.endsWith(u'"'))
        value = value.mid(1, value.size() - 2);
    return version == CardVersion::V40 && value.contains(u'^') ? withoutCarets(value) : value;
}

// What 2.1 writes alone that is no type.
QString nameOfLone(const QString &word)
{
    static constexpr std::array encodings{"QUOTED-PRINTABLE"_L1, "BASE64"_L1, "7BIT"_L1, "8BIT"_L1};
    static constexpr std::array places{"INLINE"_L1, "URL"_L1, "CONTENT-ID"_L1, "CID"_L1};
    if (std::find(encodings.begin(), encodings.end(), word) != encodings.end())
        return u"ENCODING"_s;
    return std::find(places.begin(), places.end(), word) != places.end() ? u"VALUE"_s : u"TYPE"_s;
}

// Android's own labels in 2.1: X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=4B=69=6F=73=6B).
std::optional<CardParameter> readOwnLabel(QStringView text)
{
    if (!text.startsWith("X-CUSTOM("_L1, Qt::CaseInsensitive) || !text.endsWith(u')'))
        return std::nullopt;
    const QStringView label = text.sliced(text.lastIndexOf(u',') + 1).chopped(1);
    return CardParameter{u"TYPE"_s,
                         {u"X-"_s + QString::fromUtf8(fromQuotedPrintable(QByteArrayView(label.toUtf8())))}};
}

CardParameter readParameter(QStringView text, CardVersion version)
{
    if (const auto label = readOwnLabel(text.trimmed()))
        return *label;
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 0) {
        const QString word = text.trimmed().toString();
        return {nameOfLone(word.toUpper()), {word}};
    }
    CardParameter parameter{text.first(equals).trimmed().toString().toUpper(), {}};
    for (const QStringView piece : cutOutsideQuotes(text.sliced(equals + 1), u','))
        parameter.values += parameterValue(piece, version);
    return parameter;
}

// Whether it only says how the value is written.
bool takeWriting(const CardParameter &parameter, ReadHeader &read)
{
    const QString value = parameter.values.value(0);
    if (parameter.name == "CHARSET"_L1) {
        read.charset = value.toLatin1();
        return true;
    }
    if (parameter.name != "ENCODING"_L1)
        return false;
    const QString encoding = value.toUpper();
    read.isQuotedPrintable = encoding == "QUOTED-PRINTABLE"_L1 || encoding == "Q"_L1;
    read.isBase64 = encoding == "B"_L1 || encoding == "BASE64"_L1;
    return !read.isBase64;
}

QString writtenValue(const QString &value, CardVersion version)
{
    QString text = value;
    if (version == CardVersion::V40) {
        text.replace(u'^', u"^^"_s).replace(u'\n', u"^n"_s).replace(u'"', u"^'"_s);
    } else {
        text.replace(u'\n', u' ').replace(u'"', u'\'');
    }
    const bool isPlain =
        std::none_of(text.begin(), text.end(), [](QChar c) { return c == u',' || c == u';' || c == u':'; });
    return isPlain ? text : u'"' + text + u'"';
}

} // namespace

qsizetype headerEnd(QByteArrayView line)
{
    bool isQuoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i] == '"')
            isQuoted = !isQuoted;
        else if (line[i] == ':' && !isQuoted)
            return i;
    }
    return isQuoted ? line.indexOf(':') : -1; // a quote that is never closed is none
}

std::optional<ReadHeader> readHeader(const QString &text, CardVersion version)
{
    const QList<QStringView> pieces = cutOutsideQuotes(text, u';');
    ReadHeader read;
    const QStringView whole = pieces.front().trimmed();
    const qsizetype point = whole.lastIndexOf(u'.');
    read.header.group = whole.first(std::max<qsizetype>(point, 0)).toString();
    const QString spelling = whole.sliced(point + 1).toString();
    read.header.name = spelling.toUpper();
    if (read.header.name != spelling)
        read.header.spelling = spelling;
    const auto isSign = [](QChar c) { return c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'/'; };
    if (read.header.name.isEmpty()
        || !std::all_of(read.header.name.cbegin(), read.header.name.cend(), isSign))
        return std::nullopt;
    for (qsizetype i = 1; i < pieces.size(); ++i) {
        if (pieces[i].trimmed().isEmpty())
            continue;
        const CardParameter parameter = readParameter(pieces[i], version);
        if (!takeWriting(parameter, read))
            read.header.parameters += parameter;
    }
    return read;
}

QString writtenHeader(const CardHeader &header, CardVersion version)
{
    QString text = header.spelling.isEmpty() ? header.name : header.spelling;
    if (!header.group.isEmpty())
        text.prepend(header.group + u'.');
    for (const CardParameter &parameter : header.parameters) {
        QStringList values;
        for (const QString &value : parameter.values)
            values += writtenValue(value, version);
        text += u';' + parameter.name + u'=' + values.join(u',');
    }
    return text;
}

QStringList CardHeader::values(QLatin1StringView parameter) const
{
    QStringList all;
    for (const CardParameter &each : parameters) {
        if (each.name != parameter)
            continue;
        for (const QString &value : each.values)
            all += value.split(u',', Qt::SkipEmptyParts);
    }
    return all;
}

QString versionText(CardVersion version)
{
    switch (version) {
    case CardVersion::V21: return u"2.1"_s;
    case CardVersion::V40: return u"4.0"_s;
    case CardVersion::V30: break;
    }
    return u"3.0"_s;
}

bool isBinary(const CardProperty &property)
{
    const auto &parameters = property.header.parameters;
    return std::any_of(parameters.begin(), parameters.end(),
                       [](const CardParameter &each) { return each.name == "ENCODING"_L1; })
        || property.value.startsWith("data:"_L1, Qt::CaseInsensitive);
}

} // namespace headway::exchange
