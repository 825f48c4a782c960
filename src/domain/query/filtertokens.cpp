// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/query/filtertokens.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

constexpr int mostNested = 8; // brackets within brackets: no more than SQLite reads

// The longer ones first.
constexpr std::array signs{
    ComparisonSign{"<="_L1, Comparison::LessOrEqual}, ComparisonSign{">="_L1, Comparison::GreaterOrEqual},
    ComparisonSign{"<"_L1, Comparison::Less}, ComparisonSign{">"_L1, Comparison::Greater}};

constexpr QLatin1StringView notWord = "NOT"_L1;
constexpr QLatin1StringView andWord = "AND"_L1;

// A word in capitals that ties conditions, with the white space behind it; 0 if it does not stand there.
qsizetype tieAt(QStringView text, QLatin1StringView word)
{
    if (!text.startsWith(word))
        return 0;
    qsizetype end = word.size();
    if (end < text.size() && !text.at(end).isSpace() && text.at(end) != u'(' && text.at(end) != u')')
        return 0;
    while (end < text.size() && text.at(end).isSpace())
        ++end;
    return end;
}

bool isNegatingSign(QChar c)
{
    return c == u'-' || c == u'!' || (c >= u'\u2010' && c <= u'\u2013') || c == u'\u2212' || c == u'\uff0d';
}

// A word or condition while it is read, letter by letter.
class PartBuilder
{
public:
    PartBuilder(qsizetype position, qsizetype begin)
        : m_token{.position = position, .begin = begin, .isNegated = begin > position}
    {
    }

    bool hasBracket() const { return m_inner > 0; } // open, of its own: "Acme(Berlin"

    void take(const PartLetters::Letter &letter, bool isQuoted)
    {
        switch (letter.kind) {
        case PartLetters::Kind::Quote:
            m_hasQuotes = true;
            m_token.literal |= m_token.colon >= 0 && m_token.values.isEmpty() && m_value.isEmpty();
            return;
        case PartLetters::Kind::Colon:
            m_token.colon = m_token.text.size();
            m_value.clear();
            break;
        case PartLetters::Kind::Comma: m_token.values += std::exchange(m_value, {}); break;
        case PartLetters::Kind::Text:
            if (!isQuoted)
                m_inner += letter.c == u'(' ? 1 : letter.c == u')' && m_inner > 0 ? -1 : 0;
            m_value += letter.c;
        }
        m_token.text += letter.c;
    }

    FilterToken endAt(qsizetype position)
    {
        m_token.length = position - m_token.position;
        if (m_token.colon >= 0)
            m_token.values += m_value;
        m_token.values.removeAll(QString()); // a comma still without a value after it
        if (!m_hasQuotes && m_token.text.compare("or"_L1, Qt::CaseInsensitive) == 0)
            m_token.kind = FilterToken::Kind::Or;
        return m_token;
    }

private:
    FilterToken m_token;
    QString m_value;
    bool m_hasQuotes = false;
    int m_inner = 0;
};

} // namespace

PartLetters::Letter PartLetters::take(QStringView rest)
{
    const QChar c = rest.front();
    if (c == u'"' && m_isQuoted && rest.sliced(1).startsWith(u'"'))
        return {Kind::Text, c, 2};
    if (c == u'"') {
        m_isQuoted = !m_isQuoted;
        return {Kind::Quote, c};
    }
    if (!m_isQuoted && c == u':' && !m_hasColon) {
        m_hasColon = true;
        return {Kind::Colon, c};
    }
    return {!m_isQuoted && c == u',' && m_hasColon ? Kind::Comma : Kind::Text, c};
}

tl::expected<std::optional<FilterToken>, FilterError> FilterTokens::next()
{
    passOver();
    if (m_at >= m_text.size())
        return std::nullopt;
    const auto found = bracket();
    if (!found)
        return part();
    if (found->kind != FilterToken::Kind::Close && m_open == mostNested)
        return tl::unexpected(FilterError{found->position, found->length,
                                          Sentence::tr("Brackets can be nested %1 deep.").arg(mostNested)});
    m_open += found->kind == FilterToken::Kind::Close ? -1 : 1;
    m_at += found->length;
    return found;
}

// White space, and AND.
void FilterTokens::passOver()
{
    qsizetype passed = 0;
    do {
        m_at += passed;
        while (m_at < m_text.size() && m_text.at(m_at).isSpace())
            ++m_at;
        passed = tieAt(m_text.sliced(m_at), andWord);
    } while (passed > 0);
}

std::optional<FilterToken> FilterTokens::bracket() const
{
    const QStringView rest = m_text.sliced(m_at);
    const qsizetype negation = negationAt(rest);
    FilterToken token{.position = m_at, .length = 1};
    if (rest.sliced(negation).startsWith(u'(')) {
        token.kind = negation > 0 ? FilterToken::Kind::OpenNegated : FilterToken::Kind::Open;
        token.length = negation + 1;
    } else if (rest.startsWith(u')') && m_open > 0) {
        token.kind = FilterToken::Kind::Close;
    } else {
        return std::nullopt;
    }
    return token;
}

tl::expected<std::optional<FilterToken>, FilterError> FilterTokens::part()
{
    const qsizetype begin = m_at;
    const bool isAfterNot = m_text.sliced(begin).startsWith(notWord);
    m_at += negationAt(m_text.sliced(begin));
    const qsizetype partBegin = m_at;
    PartBuilder part(begin, partBegin);
    PartLetters letters;
    while (m_at < m_text.size()) {
        const QChar c = m_text.at(m_at);
        const bool isQuoted = letters.isQuoted();
        const bool closes = c == u')' && !part.hasBracket() && m_open > 0; // the bracket around the part
        if (!isQuoted && (c.isSpace() || closes))
            break;
        const PartLetters::Letter letter = letters.take(m_text.sliced(m_at));
        part.take(letter, isQuoted);
        m_at += letter.length;
    }
    if (letters.isQuoted())
        return tl::unexpected(
            FilterError{begin, m_at - begin, Sentence::tr("A quotation mark is missing at the end.")});
    FilterToken token = part.endAt(m_at);
    const bool isOr = token.kind == FilterToken::Kind::Or;
    if (token.isNegated && isAfterNot && (isOr || m_at == partBegin))
        return tl::unexpected(
            FilterError{begin, notWord.size(), Sentence::tr("A condition is missing behind NOT.")});
    if (token.isNegated && isOr)
        token.kind = FilterToken::Kind::Part; // the word: there is nothing to tie
    token.isNegatedAgain =
        token.isNegated && m_at > partBegin && negationAt(m_text.sliced(partBegin, m_at - partBegin)) > 0;
    return token;
}

qsizetype negationAt(QStringView text)
{
    if (text.isEmpty() || !isNegatingSign(text.front()))
        return tieAt(text, notWord);
    return text.size() > 1 && text.at(1).isSpace() ? 0 : 1;
}

ComparisonSign signAt(QStringView value)
{
    const auto *sign = std::find_if(signs.begin(), signs.end(), [value](const ComparisonSign &each) {
        return value.startsWith(each.text);
    });
    return sign == signs.end() ? ComparisonSign() : *sign;
}

QLatin1StringView signOf(Comparison comparison)
{
    const auto *sign = std::find_if(signs.begin(), signs.end(), [comparison](const ComparisonSign &each) {
        return each.comparison == comparison;
    });
    return sign == signs.end() ? QLatin1StringView() : sign->text;
}

QString filterValue(const QString &value)
{
    const bool plain = std::none_of(value.begin(), value.end(), [](QChar c) {
        return c.isSpace() || QStringView(u",:\"()<>=").contains(c);
    });
    const bool isTie = value.compare("or"_L1, Qt::CaseInsensitive) == 0 || value == andWord;
    return plain && negationAt(value) == 0 && !isTie ? value
                                                     : u'"' + QString(value).replace(u'"', u"\"\""_s) + u'"';
}

} // namespace headway
