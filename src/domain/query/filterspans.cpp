// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/query/filterspans.h"

#include "domain/query/filtertokens.h"

namespace headway {

namespace {

FilterSpan spanOf(const FilterToken &token)
{
    const bool isPart = token.kind == FilterToken::Kind::Part;
    return {token.position, token.length,
            !isPart                ? FilterSpan::Kind::Bracket
                : token.colon >= 0 ? FilterSpan::Kind::Condition
                                   : FilterSpan::Kind::Word};
}

} // namespace

tl::expected<std::vector<FilterSpan>, FilterError> filterSpans(QStringView text)
{
    FilterTokens tokens(text);
    std::vector<FilterSpan> spans;
    int open = 0; // brackets
    bool hasOr = false;
    while (true) {
        const auto next = tokens.next();
        if (!next)
            return tl::unexpected(next.error());
        if (!*next)
            break;
        const FilterToken &token = **next;
        const bool isOpening =
            token.kind == FilterToken::Kind::Open || token.kind == FilterToken::Kind::OpenNegated;
        if (open > 0) // a part of the bracket
            spans.back().length = token.position + token.length - spans.back().position;
        else if (token.kind == FilterToken::Kind::Or)
            hasOr = true;
        else
            spans.push_back(spanOf(token));
        open += isOpening ? 1 : token.kind == FilterToken::Kind::Close ? -1 : 0;
    }
    if (!hasOr || spans.empty())
        return spans;
    const qsizetype begin = spans.front().position;
    return std::vector<FilterSpan>{{begin, spans.back().end() - begin, FilterSpan::Kind::Bracket}};
}

QString withoutSpan(const QString &text, const FilterSpan &span)
{
    QString before = text.left(span.position);
    QString after = text.mid(span.end());
    while (!before.isEmpty() && before.back().isSpace())
        before.chop(1);
    while (!after.isEmpty() && after.front().isSpace())
        after.remove(0, 1);
    if (!before.isEmpty() && !after.isEmpty())
        before += u' ';
    return before + after;
}

} // namespace headway
