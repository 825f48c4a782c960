// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/vcard/cardwriter.h"

#include "exchange/vcard/cardheader.h"
#include "exchange/vcard/cardtext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

constexpr qsizetype longestLine = 75; // bytes

void appendLine(const QByteArray &line, QByteArray &bytes)
{
    qsizetype from = 0;
    qsizetype room = longestLine;
    while (line.size() - from > room) {
        qsizetype to = from + room;
        while (to > from + 1 && (static_cast<unsigned char>(line[to]) & 0xC0u) == 0x80u)
            --to; // within a character
        bytes.append(line.constData() + from, to - from).append("\r\n ");
        from = to;
        room = longestLine - 1; // behind the blank
    }
    bytes.append(line.constData() + from, line.size() - from).append("\r\n");
}

// What is no text, such as U+0000, no reader takes.
QString clean(QString text)
{
    text.removeIf([](QChar c) { return c < u' ' && c != u'\t'; });
    return text;
}

} // namespace

QByteArray written(const Card &card)
{
    QByteArray bytes = cardBegin + ("VERSION:" + versionText(card.version).toLatin1() + "\r\n");
    for (const CardProperty &property : card.properties)
        appendLine(clean(writtenHeader(property.header, card.version) + u':' + property.value).toUtf8(),
                   bytes);
    return bytes + "END:VCARD\r\n";
}

QByteArray cardRemarks(qint64 line, const QString &reason)
{
    QByteArray bytes;
    appendLine("X-HEADWAY-LINE:" + QByteArray::number(line), bytes);
    appendLine("X-HEADWAY-REASON;CHARSET=UTF-8:" + clean(escaped(reason)).toUtf8(), bytes);
    return bytes;
}

QString keptText(const std::vector<CardProperty> &properties, CardVersion version)
{
    QStringList lines;
    for (const CardProperty &property : properties)
        lines += clean(writtenHeader(property.header, CardVersion::V40) + u':'
                       + inNewForm(property.value, version));
    return lines.join(u'\n');
}

std::vector<CardProperty> fromKeptText(const QString &text)
{
    std::vector<CardProperty> properties;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const QByteArray bytes = line.toUtf8();
        const qsizetype colon = headerEnd(bytes);
        if (colon < 0)
            continue;
        const QString header = QString::fromUtf8(bytes.first(colon));
        if (const auto read = readHeader(header, CardVersion::V40))
            properties.push_back({read->header, line.mid(header.size() + 1)});
    }
    return properties;
}

} // namespace headway::exchange
