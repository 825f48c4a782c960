// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/vcard/cardreader.h"

#include "exchange/csv/foreignencoding.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

constexpr qsizetype openingLookedAt = 64 * 1024;
constexpr qsizetype mostHeadersKept = 2000; // for each version
constexpr qsizetype longestHeader = 4096;

// Signs that no text has; it is damage.
bool isControl(QChar c)
{
    return c < u' ' && c != u'\t' && c != u'\n' && c != u'\r';
}

bool isCalled(QByteArrayView value, QByteArrayView word)
{
    return value.trimmed().compare(word, Qt::CaseInsensitive) == 0;
}

} // namespace

CardReader::CardReader(QIODevice &device, std::optional<TextEncoding> said, KeepOriginal original,
                       const CardLimits &limits)
    : m_lines(device, limits.longestLine, limits.chunk), m_said(said), m_original(original), m_limits(limits)
{
}

Result<> CardReader::begin()
{
    m_isBegun = true;
    HEADWAY_TRY(opening, m_lines.opening(openingLookedAt));
    m_otherwise = m_said && *m_said != TextEncoding::Utf8 ? *m_said : likelyEncoding(opening);
    return {};
}

void CardReader::note(qint64 &what, qint64 line)
{
    ++what;
    if (m_told.firstBad == 0)
        m_told.firstBad = line;
}

Result<std::optional<CardItem>> CardReader::next()
{
    if (!m_isBegun)
        HEADWAY_CHECK(begin());
    while (m_ready.empty()) {
        HEADWAY_TRY(line, m_lines.next());
        if (line) {
            take(*line);
            continue;
        }
        if (m_open.empty())
            return std::optional<CardItem>();
        // Those within it are whole, or have no end either.
        for (Open &open : m_open)
            m_ready.emplace_back(CardProblem{
                open.card.line, Sentence::tr("The card has no end (END:VCARD): the file is cut off there."),
                shown(open.card)});
        m_open.clear();
    }
    CardItem item = std::move(m_ready.front());
    m_ready.pop_front();
    return std::optional(std::move(item));
}

QString CardReader::shown(const Card &card) const
{
    if (!card.original.isEmpty())
        return QString::fromUtf8(card.original.left(m_limits.longestShown));
    QStringList lines{u"BEGIN:VCARD"_s};
    qsizetype length = 0;
    for (const CardProperty &property : card.properties) {
        lines += writtenHeader(property.header, card.version) + u':'
            + property.value.left(m_limits.longestShown - length);
        length += lines.back().size();
        if (length >= m_limits.longestShown)
            break;
    }
    return lines.join(u'\n');
}

// Headers are few and come again and again.
const CardReader::Known *CardReader::headerOf(QByteArrayView bytes)
{
    const CardVersion version = m_open.empty() ? CardVersion::V30 : m_open.back().card.version;
    auto &headers = m_headers[size_t(version)];
    const auto known = headers.constFind(QByteArray::fromRawData(bytes.data(), bytes.size()));
    if (known != headers.cend())
        return known->has_value() ? &known->value() : nullptr;
    if (headers.size() >= mostHeadersKept)
        headers.clear();
    std::optional<Known> read;
    if (auto header = bytes.size() > longestHeader
            ? std::nullopt
            : readHeader(decodedValue(bytes, std::nullopt, m_otherwise).text, version)) {
        using Is = Known::Is;
        const QString &name = header->header.name;
        const Is is = name == "BEGIN"_L1 ? Is::Begin
            : name == "END"_L1           ? Is::End
            : name == "VERSION"_L1       ? Is::Version
            : name == "AGENT"_L1         ? Is::Agent
                                         : Is::Property;
        const auto encoding = header->charset.isEmpty() ? std::nullopt : encodingCalled(header->charset);
        read = Known{is, std::move(*header), encoding};
    }
    const auto kept = headers.emplace(bytes.toByteArray(), std::move(read));
    return kept->has_value() ? &kept->value() : nullptr;
}

void CardReader::take(const CardLine &line)
{
    const qsizetype colon = headerEnd(line.bytes);
    if (colon < 0 && line.bytes.trimmed().isEmpty())
        return;
    const Known *known = colon < 0 ? nullptr : headerOf(line.bytes.first(colon));
    const QByteArrayView value = colon < 0 ? QByteArrayView() : line.bytes.sliced(colon + 1);
    using Is = Known::Is;
    if (known && known->is == Is::Begin && isCalled(value, "VCARD")) {
        beginCard(line);
        return;
    }
    if (m_open.empty()) {
        note(m_told.outside, line.number);
        return;
    }
    Open &open = m_open.back();
    if (m_original == KeepOriginal::Yes && known && !known->header.isBase64 && !value.startsWith("data:")
        && open.card.original.size() < m_limits.longestCard)
        open.card.original.append(line.bytes.data(), line.bytes.size()).append("\r\n");
    if (!known) {
        note(m_told.notProperties, line.number);
        return;
    }
    open.mayHoldCard = known->is == Is::Agent && value.trimmed().isEmpty();
    if (known->is == Is::End && isCalled(value, "VCARD"))
        endCard(line);
    else if (known->is == Is::Version)
        setVersion(value);
    else if (!open.mayHoldCard)
        addProperty(line, *known, value);
}

void CardReader::beginCard(const CardLine &line)
{
    const bool isWithin = !m_open.empty() && m_open.back().mayHoldCard && m_open.size() < m_limits.deepest;
    if (isWithin)
        ++m_told.within;
    if (!m_open.empty() && !isWithin) {
        // The end of the one before is missing: nothing of it may go to this one.
        for (Open &open : m_open)
            m_ready.emplace_back(CardProblem{
                open.card.line,
                Sentence::tr("The card has no end (END:VCARD) before the next one begins in line %1.")
                    .arg(line.number),
                shown(open.card)});
        m_open.clear();
    }
    Open open;
    open.card.line = line.number;
    if (isWithin)
        open.card.version = m_open.back().card.version;
    if (m_original == KeepOriginal::Yes)
        open.card.original = "BEGIN:VCARD\r\n";
    m_open.push_back(std::move(open));
    m_lines.setVersion(m_open.back().card.version);
}

void CardReader::endCard(const CardLine &)
{
    Open open = std::move(m_open.back());
    m_open.pop_back();
    m_lines.setVersion(m_open.empty() ? CardVersion::V30 : m_open.back().card.version);
    if (!m_open.empty())
        m_open.back().mayHoldCard = false;
    ++m_told.versions[size_t(open.card.version)];
    if (open.fault.isEmpty())
        m_ready.emplace_back(std::move(open.card));
    else
        m_ready.emplace_back(CardProblem{open.card.line, open.fault, shown(open.card)});
}

void CardReader::setVersion(QByteArrayView value)
{
    const QByteArrayView text = value.trimmed();
    Card &card = m_open.back().card;
    card.version = text.startsWith("2") ? CardVersion::V21
        : text.startsWith("4")          ? CardVersion::V40
                                        : CardVersion::V30;
    m_lines.setVersion(card.version);
}

void CardReader::refuse(Open &open, const Sentence &reason)
{
    if (open.fault.isEmpty())
        open.fault = reason;
}

void CardReader::addProperty(const CardLine &line, const Known &known, QByteArrayView value)
{
    Open &open = m_open.back();
    if (known.header.isBase64 || value.startsWith("data:")) {
        ++m_told.pictures;
        return;
    }
    if (line.isCut) {
        refuse(open,
               Sentence::tr("Line %1 is longer than %2 bytes, which no text of a card is.")
                   .arg(line.number)
                   .arg(qint64(m_limits.longestLine)));
        return;
    }
    if (qsizetype(open.card.properties.size()) >= m_limits.mostProperties
        || open.size + value.size() > m_limits.longestCard) {
        refuse(open,
               Sentence::tr("The card has more than %1 lines or %2 bytes, which no card of a person has.")
                   .arg(qint64(m_limits.mostProperties))
                   .arg(qint64(m_limits.longestCard)));
        return;
    }
    open.size += value.size();
    CardText text = known.header.isQuotedPrintable
        ? decodedValue(fromQuotedPrintable(value), known.encoding, m_otherwise)
        : decodedValue(value, known.encoding, m_otherwise);
    if (!text.isAsSaid)
        note(m_told.otherSets, line.number);
    if (std::any_of(text.text.cbegin(), text.text.cend(), isControl))
        text.text.removeIf(isControl);
    if (known.header.isQuotedPrintable)
        text.text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    open.card.properties.push_back({known.header.header, std::move(text.text)});
}

} // namespace headway::exchange
