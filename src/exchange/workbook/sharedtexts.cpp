// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workbook/sharedtexts.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

constexpr qsizetype mostBytes = qsizetype(512) * 1024 * 1024; // of all texts that cells share

// The sign that "_x0041_" at that place is.
std::optional<QChar> escapedAt(QStringView text, qsizetype at)
{
    constexpr qsizetype length = 7;
    const QStringView sign = text.sliced(at);
    if (sign.size() < length || sign[1] != u'x' || sign[length - 1] != u'_')
        return std::nullopt;
    bool isNumber = false;
    const ushort code = sign.sliced(2, 4).toUShort(&isNumber, 16);
    const bool areDigits = sign[2].isLetterOrNumber(); // no "+041"
    return isNumber && areDigits && code != 0 ? std::optional(QChar(code)) : std::nullopt;
}

QString withLineFeeds(QString text)
{
    if (!text.contains(u'\r'))
        return text;
    return text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
}

// Half a pair is no letter.
QString withWholePairs(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            ++i;
        else if (text[i].isSurrogate())
            text[i] = QChar(QChar::ReplacementCharacter);
    }
    return text;
}

} // namespace

QString decodedText(const QString &text)
{
    qsizetype at = text.indexOf("_x"_L1);
    if (at < 0)
        return withLineFeeds(text);
    QString decoded = text.left(at);
    while (at < text.size()) {
        const auto sign = text[at] == u'_' ? escapedAt(text, at) : std::nullopt;
        decoded += sign.value_or(text[at]);
        at += sign ? 7 : 1;
    }
    return withWholePairs(withLineFeeds(decoded));
}

Result<QString> richText(XmlPart &xml)
{
    const int own = xml.depth();
    QString text;
    bool isText = false; // inside <t>
    while (true) {
        HEADWAY_TRY(isThere, xml.next());
        if (!isThere)
            break;
        if (xml.isText()) {
            if (isText)
                text += xml.text();
        } else if (xml.isStart()) {
            if (xml.name() == "rPh"_L1)
                HEADWAY_CHECK(xml.skip());
            else
                isText = xml.name() == "t"_L1;
        } else {
            isText = false;
            if (xml.depth() == own)
                break;
        }
    }
    return decodedText(text);
}

Result<SharedTexts> SharedTexts::read(const ZipFile &file, const QString &part)
{
    SharedTexts texts;
    HEADWAY_TRY(xml, XmlPart::open(file, part));
    while (true) {
        HEADWAY_TRY(isThere, xml->next());
        if (!isThere)
            break;
        if (!xml->isStart() || xml->name() != "si"_L1)
            continue;
        HEADWAY_TRY(text, richText(*xml));
        texts.m_bytes += text.toUtf8();
        if (texts.m_bytes.size() > mostBytes)
            return failure(
                ErrorCode::Unreadable,
                Sentence::tr(
                    "%1 has more text than fits into memory. Save its sheets as CSV, and import those.")
                    .arg(file.name()));
        texts.m_ends.push_back(quint32(texts.m_bytes.size()));
    }
    texts.m_bytes.squeeze();
    texts.m_ends.shrink_to_fit();
    return texts;
}

QString SharedTexts::at(size_t index) const
{
    const qsizetype begin = index == 0 ? 0 : qsizetype(m_ends[index - 1]);
    return QString::fromUtf8(QByteArrayView(m_bytes).sliced(begin, qsizetype(m_ends[index]) - begin));
}

} // namespace headway::exchange
