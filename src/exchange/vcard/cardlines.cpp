// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/vcard/cardlines.h"

#include <QIODevice>

#include <algorithm>

namespace headway::exchange {

namespace {

std::optional<TextEncoding> wideEncoding(const QByteArray &start)
{
    if (start.startsWith("\xFF\xFE") || start.startsWith(QByteArray("B\0E\0", 4)))
        return TextEncoding::Utf16LittleEndian;
    if (start.startsWith("\xFE\xFF") || start.startsWith(QByteArray("\0B\0E", 4)))
        return TextEncoding::Utf16BigEndian;
    return std::nullopt;
}

// The first such byte from `from` on; the size of the buffer if there is none.
qsizetype find(const QByteArray &buffer, char byte, qsizetype from)
{
    const qsizetype at = buffer.indexOf(byte, from);
    return at < 0 ? buffer.size() : at;
}

} // namespace

CardLines::CardLines(QIODevice &device, qsizetype longest, qint64 chunk)
    : m_device(device), m_longest(longest), m_chunk(chunk)
{
}

// Takes more from the device; false if there is no more.
Result<bool> CardLines::fill()
{
    if (m_atEnd)
        return false;
    if (m_at > 0) {
        m_buffer.remove(0, m_at);
        m_at = 0;
    }
    m_feed = -1;
    m_return = -1;
    QByteArray bytes = m_device.read(m_chunk);
    if (bytes.isEmpty() && !m_device.atEnd())
        return failure(ErrorCode::Unreadable,
                       Sentence::tr("The file cannot be read: %1.").arg(m_device.errorString()));
    m_bytesRead += bytes.size();
    m_atEnd = bytes.isEmpty();
    if (!m_isBegun) {
        m_isBegun = true;
        if (const auto wide = wideEncoding(bytes))
            m_decoder.emplace(*wide, ByteOrderMark::Present);
        else if (bytes.startsWith("\xEF\xBB\xBF"))
            bytes.remove(0, 3);
    }
    if (m_decoder)
        bytes = (m_atEnd ? m_decoder->finish() : m_decoder->decode(bytes)).toUtf8();
    m_buffer += bytes;
    return !m_atEnd || !bytes.isEmpty();
}

Result<QByteArray> CardLines::opening(qsizetype most)
{
    while (m_buffer.size() - m_at < most) {
        HEADWAY_TRY(isMore, fill());
        if (!isMore)
            break;
    }
    return m_buffer.mid(m_at, most);
}

// Where the line at m_at ends, with its end in the buffer; none if it is longer than a line may be.
Result<std::optional<qsizetype>> CardLines::lineEnd()
{
    while (true) {
        if (m_feed < m_at)
            m_feed = find(m_buffer, '\n', m_at);
        if (m_return < m_at)
            m_return = find(m_buffer, '\r', m_at);
        const qsizetype end = std::min(m_feed, m_return);
        if (end < m_buffer.size())
            return std::optional(end);
        if (m_buffer.size() - m_at > m_longest)
            return std::optional<qsizetype>();
        HEADWAY_TRY(isMore, fill());
        if (!isMore)
            return std::optional(m_buffer.size());
    }
}

// Where the next line begins. The byte there is in the buffer, too, for it says whether that goes on with this one.
// Moves m_at, but keeps what is behind it.
Result<qsizetype> CardLines::behindEnd(qsizetype end)
{
    qsizetype length = end - m_at; // the buffer may move
    const auto has = [this](qsizetype more) -> Result<bool> {
        while (m_buffer.size() - m_at <= more) {
            HEADWAY_TRY(isMore, fill());
            if (!isMore)
                return false;
        }
        return true;
    };
    HEADWAY_TRY(hasEnd, has(length));
    if (!hasEnd)
        return length;
    HEADWAY_TRY(hasNext, has(length + 1));
    const bool isPair = hasNext && m_buffer[m_at + length] == '\r' && m_buffer[m_at + length + 1] == '\n';
    length += isPair ? 2 : 1;
    HEADWAY_CHECK(has(length));
    return length;
}

// Passes over what is too long to be kept; returns the length of the line's end, of what is left of it.
Result<qsizetype> CardLines::passOverRest()
{
    while (true) {
        m_at = m_buffer.size();
        HEADWAY_TRY(isMore, fill());
        if (!isMore)
            return 0;
        const qsizetype end = std::min(find(m_buffer, '\n', m_at), find(m_buffer, '\r', m_at));
        if (end == m_buffer.size())
            continue;
        m_at = end;
        return behindEnd(end);
    }
}

// The next line as it stands, which is then passed: m_at is behind it. What of it is kept may have been moved into
// m_joined, if it is cut.
Result<std::optional<CardLines::Physical>> CardLines::scan()
{
    HEADWAY_TRY(end, lineEnd());
    if (!end) {
        m_joined += m_buffer.mid(m_at, m_longest);
        HEADWAY_TRY(length, passOverRest());
        m_at += length;
        ++m_line;
        return std::optional(Physical{0, 0, true});
    }
    const qsizetype length = *end - m_at;
    if (length == 0 && m_atEnd && *end == m_buffer.size())
        return std::optional<Physical>();
    HEADWAY_TRY(whole, behindEnd(*end));
    const Physical line{m_at, m_at + length, false};
    m_at += whole;
    ++m_line;
    return std::optional(line);
}

bool CardLines::isContinued() const
{
    return m_at < m_buffer.size() && (m_buffer[m_at] == ' ' || m_buffer[m_at] == '\t');
}

// Whether its end is the soft one of quoted-printable.
bool CardLines::isSoft(QByteArrayView line) const
{
    if (!line.endsWith('='))
        return false;
    const qsizetype colon = line.indexOf(':');
    if (colon < 0)
        return false;
    const QByteArray header = line.first(colon).toByteArray().toUpper();
    return header.contains("QUOTED-PRINTABLE") || header.contains("ENCODING=Q");
}

Result<> CardLines::join(CardLine &line, Physical first)
{
    if (!first.isCut)
        m_joined = m_buffer.mid(first.from, first.to - first.from);
    line.isCut = first.isCut;
    while (true) {
        const bool isFolded = isContinued();
        const bool isSoftly = isSoft(m_joined) && m_at < m_buffer.size();
        if (!isFolded && !isSoftly)
            break;
        if (isSoftly)
            m_joined.chop(1);
        const qsizetype before = m_joined.size();
        HEADWAY_TRY(more, scan());
        if (!more)
            break;
        // In 2.1 the blank belongs to the text; else it is only the sign of folding.
        const bool isSign = isFolded && !isSoftly && m_version != CardVersion::V21;
        if (!more->isCut)
            m_joined.append(m_buffer.constData() + more->from, more->to - more->from);
        if (isSign && m_joined.size() > before)
            m_joined.remove(before, 1);
        line.isCut = line.isCut || more->isCut || m_joined.size() > m_longest;
        m_joined.truncate(m_longest);
    }
    line.bytes = m_joined;
    return {};
}

Result<std::optional<CardLine>> CardLines::next()
{
    m_joined.clear();
    CardLine line;
    line.number = m_line;
    HEADWAY_TRY(first, scan());
    if (!first)
        return std::optional<CardLine>();
    const QByteArrayView bytes = QByteArrayView(m_buffer).sliced(first->from, first->to - first->from);
    if (!first->isCut && !isContinued() && !isSoft(bytes))
        line.bytes = bytes;
    else
        HEADWAY_CHECK(join(line, *first));
    return std::optional(line);
}

} // namespace headway::exchange
