// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/query/filtertyping.h"

#include "domain/query/filtertokens.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

// The beginning of the word or condition that the cursor is in or right behind.
std::optional<qsizetype> partBegin(QStringView text, qsizetype cursor)
{
    FilterTokens tokens(text.first(cursor));
    std::optional<qsizetype> begin;
    while (true) {
        const auto token = tokens.next();
        if (!token) { // a quotation mark is open, or brackets are nested too deep
            const QStringView rest = text.first(cursor).sliced(token.error().position);
            const QStringView begun = rest.sliced(negationAt(rest));
            const bool isPart = !begun.isEmpty() && !begun.startsWith(u'(');
            return isPart ? std::optional(token.error().position) : std::nullopt;
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

// Reads a part up to the cursor, and remembers where its name and value are.
class PartReader
{
public:
    PartReader(QStringView text, qsizetype begin) : m_text(text), m_value(begin) {}

    void read(qsizetype from, qsizetype to)
    {
        while (from < to) {
            const PartLetters::Letter letter = m_letters.take(m_text.sliced(from, to - from));
            switch (letter.kind) {
            case PartLetters::Kind::Quote: m_hasQuotes = true; break;
            case PartLetters::Kind::Colon: endName(from); break;
            case PartLetters::Kind::Comma: beginValue(from + 1, m_commas + 1); break;
            case PartLetters::Kind::Text: m_typed += letter.c;
            }
            from += letter.length;
        }
    }
    // The first place from there on where a name or value ends.
    qsizetype endFrom(qsizetype from, qsizetype to)
    {
        while (from < to) {
            const PartLetters::Letter letter = m_letters.take(m_text.sliced(from, to - from));
            if (letter.kind == PartLetters::Kind::Colon)
                return from + 1;
            if (letter.kind == PartLetters::Kind::Comma)
                return from;
            from += letter.length;
        }
        return to;
    }

    bool isQuoted() const { return m_letters.isQuoted(); }
    bool hasQuotes() const { return m_hasQuotes; }
    qsizetype colon() const { return m_colon; }
    qsizetype value() const { return m_value; }
    int commas() const { return m_commas; }
    const QString &name() const { return m_name; }
    const QString &typed() const { return m_typed; }

private:
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
    PartLetters m_letters;
    bool m_hasQuotes = false;
    qsizetype m_colon = -1;
    qsizetype m_value; // where the name or the latest value begins
    int m_commas = 0;
    QString m_name;
    QString m_typed;
};

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
    const qsizetype named = *begin + negationAt(text.first(cursor).sliced(*begin));
    PartReader part(text, named);
    part.read(named, cursor);
    const qsizetype end = partEnd(text, *begin, cursor, part.isQuoted());
    FilterTyping typing{.typed = part.typed(), .partPosition = *begin, .partLength = end - *begin};
    if (part.colon() < 0) {
        if (part.hasQuotes())
            return typing;
        typing.what = FilterTyping::What::Name;
        typing.position = named;
        typing.length = part.endFrom(cursor, end) - typing.position;
        return typing;
    }
    typing.what = FilterTyping::What::Operand;
    typing.name = part.name();
    typing.position = part.value();
    if (part.commas() == 0) {
        const qsizetype sign = signAt(text.sliced(part.value(), cursor - part.value())).text.size();
        typing.position += sign;
        typing.typed.remove(0, sign);
    }
    const qsizetype values = part.colon() + 1;
    const QStringView behind = text.sliced(values, end - values);
    const qsizetype valueEnd = part.endFrom(cursor, end);
    typing.length = valueEnd - typing.position;
    const QLatin1StringView sign = signAt(behind).text;
    typing.isCompared = !sign.isEmpty();
    typing.isUnfinished = isNothing(behind.sliced(sign.size()));
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
