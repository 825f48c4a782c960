// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/query/filtertokens.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

constexpr int mostNested = 16; // brackets within brackets

} // namespace

tl::expected<std::optional<FilterToken>, FilterError> FilterTokens::next()
{
    while (m_at < m_text.size() && m_text.at(m_at).isSpace())
        ++m_at;
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

std::optional<FilterToken> FilterTokens::bracket() const
{
    const QStringView rest = m_text.mid(m_at);
    FilterToken token{.position = m_at, .length = 1};
    if (rest.startsWith(u'(')) {
        token.kind = FilterToken::Kind::Open;
    } else if (rest.startsWith("-("_L1)) {
        token.kind = FilterToken::Kind::OpenNegated;
        token.length = 2;
    } else if (rest.startsWith(u')') && m_open > 0) {
        token.kind = FilterToken::Kind::Close;
    } else {
        return std::nullopt;
    }
    return token;
}

tl::expected<std::optional<FilterToken>, FilterError> FilterTokens::part()
{
    FilterToken token{.position = m_at};
    QString value;
    bool quoted = false;
    bool hasQuotes = false;
    int inner = 0; // brackets that belong to the part itself
    for (; m_at < m_text.size() && (quoted || !m_text.at(m_at).isSpace()); ++m_at) {
        const QChar c = m_text.at(m_at);
        if (c == u'"' && quoted && m_at + 1 < m_text.size() && m_text.at(m_at + 1) == u'"') {
            token.text += c; // doubled: a quotation mark itself
            value += c;
            ++m_at;
        } else if (c == u'"') {
            quoted = !quoted;
            hasQuotes = true;
            token.literal |= token.colon >= 0 && token.values.isEmpty() && value.isEmpty();
        } else if (!quoted && c == u':' && token.colon < 0) {
            token.colon = token.text.size();
            token.text += c;
            value.clear();
        } else if (!quoted && c == u',' && token.colon >= 0) {
            token.values += std::exchange(value, {});
            token.text += c;
        } else if (!quoted && c == u')' && inner == 0 && m_open > 0) {
            break; // it closes the bracket around the part
        } else {
            if (!quoted)
                inner += c == u'(' ? 1 : c == u')' && inner > 0 ? -1 : 0;
            token.text += c;
            value += c;
        }
    }
    token.length = m_at - token.position;
    if (quoted)
        return tl::unexpected(FilterError{token.position, token.length,
                                          Sentence::tr("A quotation mark is missing at the end.")});
    if (token.colon >= 0)
        token.values += value;
    token.values.removeAll(QString()); // a comma still without a value after it
    if (!hasQuotes && token.text.compare("or"_L1, Qt::CaseInsensitive) == 0)
        token.kind = FilterToken::Kind::Or;
    return token;
}

} // namespace headway
