// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/query/filtertyping.h"

#include "domain/query/filtertokens.h"

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

constexpr std::array signs{"<="_L1, ">="_L1, "<"_L1, ">"_L1};

// The beginning of the word or condition that the cursor is in or right behind.
std::optional<qsizetype> partBegin(QStringView text, qsizetype cursor)
{
    FilterTokens tokens(text.first(cursor));
    std::optional<qsizetype> begin;
    while (true) {
        const auto token = tokens.next();
        if (!token) { // a quotation mark is open, or brackets are nested too deep
            const QStringView rest = text.mid(token.error().position);
            const bool isBracket = rest.startsWith(u'(') || rest.startsWith("-("_L1);
            return isBracket ? std::nullopt : std::optional(token.error().position);
        }
        if (!*token)
            return begin;
        const bool isPart =
            (*token)->kind == FilterToken::Kind::Part || (*token)->kind == FilterToken::Kind::Or;
        const bool isHere = (*token)->position + (*token)->length == cursor;
        begin = isPart && isHere ? std::optional((*token)->position) : std::nullopt;
    }
}

// The end of the part that begins there. One with a quotation mark that is still open ends at the cursor: what
// follows was there before.
qsizetype partEnd(QStringView text, qsizetype begin, qsizetype cursor, bool isQuoted)
{
    if (isQuoted && text.count(u'"') % 2 == 1)
        return cursor;
    FilterTokens tokens(text);
    while (true) {
        const auto token = tokens.next();
        if (!token || !*token)
            return cursor;
        if ((*token)->position == begin)
            return std::max(cursor, begin + (*token)->length);
    }
}

// Reads a part letter by letter, as FilterTokens does, and remembers where its name and value are.
class PartReader
{
public:
    PartReader(QStringView text, qsizetype begin) : m_text(text), m_value(begin) {}

    void read(qsizetype from, qsizetype to)
    {
        for (qsizetype i = from; i < to; ++i) {
            const QChar c = m_text.at(i);
            if (c == u'"' && m_isQuoted && i + 1 < to && m_text.at(i + 1) == u'"')
                m_typed += m_text.at(i++); // doubled: a quotation mark itself
            else if (c == u'"')
                toggle();
            else if (!m_isQuoted && c == u':' && m_colon < 0)
                endName(i);
            else if (!m_isQuoted && c == u',' && m_colon >= 0)
                beginValue(i + 1, m_commas + 1);
            else
                m_typed += c;
        }
    }
    // The first place from there on where a name or value ends.
    qsizetype endFrom(qsizetype from, qsizetype to)
    {
        for (qsizetype i = from; i < to; ++i) {
            const QChar c = m_text.at(i);
            if (c == u'"')
                m_isQuoted = !m_isQuoted;
            else if (!m_isQuoted && m_colon < 0 && c == u':')
                return i + 1;
            else if (!m_isQuoted && m_colon >= 0 && c == u',')
                return i;
        }
        return to;
    }

    bool isQuoted() const { return m_isQuoted; }
    bool hasQuotes() const { return m_hasQuotes; }
    qsizetype colon() const { return m_colon; }
    qsizetype value() const { return m_value; }
    int commas() const { return m_commas; }
    const QString &name() const { return m_name; }
    const QString &typed() const { return m_typed; }

private:
    void toggle()
    {
        m_isQuoted = !m_isQuoted;
        m_hasQuotes = true;
    }
    void endName(qsizetype at)
    {
        m_colon = at;
        m_name = m_typed;
        beginValue(at + 1, 0);
    }
    void beginValue(qsizetype at, int commas)
    {
        m_value = at;
        m_commas = commas;
        m_typed.clear();
        m_hasQuotes = false;
    }

    QStringView m_text;
    bool m_isQuoted = false;
    bool m_hasQuotes = false;
    qsizetype m_colon = -1;
    qsizetype m_value; // where the name or the latest value begins
    int m_commas = 0;
    QString m_name;
    QString m_typed;
};

qsizetype signLength(QStringView value)
{
    for (const QLatin1StringView sign : signs) {
        if (value.startsWith(sign))
            return sign.size();
    }
    return 0;
}

bool isNothing(QStringView values)
{
    for (const QChar c : values) {
        if (c != u'"' && c != u',')
            return false;
    }
    return true;
}

// One side of an "or": its text, and whether the typed part is on it.
struct Side {
    QString text = {};
    bool isTyped = false;
};

class BesideReader
{
public:
    BesideReader(const QString &text, qsizetype typedAt) : m_text(text), m_tokens(text), m_typedAt(typedAt) {}

    // Up to the bracket that closes, or to the end of the text. Without the typed part: the whole text.
    Side read()
    {
        std::vector<Side> sides(1);
        while (true) {
            const auto token = m_tokens.next();
            if (!token || !*token || (*token)->kind == FilterToken::Kind::Close)
                break;
            if ((*token)->kind == FilterToken::Kind::Or)
                sides.emplace_back();
            else
                add(sides.back(), **token);
        }
        QStringList texts;
        for (const Side &side : sides) {
            if (side.isTyped)
                return side;
            texts += side.text;
        }
        return {texts.join(" or "_L1)};
    }

private:
    void add(Side &side, const FilterToken &token)
    {
        QString text = m_text.mid(token.position, token.length);
        if (token.kind != FilterToken::Kind::Part) {
            const Side inner = read();
            side.isTyped |= inner.isTyped;
            text = inner.isTyped ? inner.text : text + inner.text + u')';
        } else if (token.position == m_typedAt) {
            side.isTyped = true;
            return;
        }
        side.text += (side.text.isEmpty() || text.isEmpty() ? QString() : u" "_s) + text;
    }

    const QString &m_text;
    FilterTokens m_tokens;
    const qsizetype m_typedAt;
};

} // namespace

FilterTyping typingAt(QStringView text, qsizetype cursor)
{
    const std::optional<qsizetype> begin = partBegin(text, cursor);
    if (!begin)
        return {};
    PartReader part(text, *begin);
    part.read(*begin, cursor);
    const qsizetype end = partEnd(text, *begin, cursor, part.isQuoted());
    FilterTyping typing{.typed = part.typed(), .partPosition = *begin, .partLength = end - *begin};
    if (part.colon() < 0) {
        if (part.hasQuotes())
            return typing;
        const qsizetype minus = typing.typed.startsWith(u'-') ? 1 : 0;
        typing.what = FilterTyping::What::Name;
        typing.typed.remove(0, minus);
        typing.position = *begin + minus;
        typing.length = part.endFrom(cursor, end) - typing.position;
        return typing;
    }
    typing.what = FilterTyping::What::Operand;
    typing.name = part.name().mid(part.name().startsWith(u'-') ? 1 : 0);
    typing.position = part.value();
    if (part.commas() == 0) {
        const qsizetype sign = signLength(text.sliced(part.value(), cursor - part.value()));
        typing.position += sign;
        typing.typed.remove(0, sign);
    }
    const qsizetype values = part.colon() + 1;
    const QStringView behind = text.sliced(values, end - values);
    const qsizetype valueEnd = part.endFrom(cursor, end);
    typing.length = valueEnd - typing.position;
    typing.isCompared = signLength(behind) > 0;
    typing.isUnfinished = isNothing(behind.sliced(signLength(behind)));
    typing.isOnlyValue = part.commas() == 0 && valueEnd == end;
    return typing;
}

QString textBeside(const QString &text, const FilterTyping &typing)
{
    if (typing.what == FilterTyping::What::Nothing)
        return text;
    // As a word, so that an open quotation mark hides nothing.
    QString whole = text;
    whole.replace(typing.partPosition, typing.partLength, QString(typing.partLength, u'x'));
    return BesideReader(whole, typing.partPosition).read().text;
}

} // namespace headway
