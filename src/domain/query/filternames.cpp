// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/query/filternames.h"

#include "domain/query/filtersubjects.h"
#include "domain/query/filtertokens.h"

using namespace Qt::StringLiterals;

namespace headway {

std::vector<TypedName> typedNames(EntityKind kind, QStringView text, const std::vector<CustomField> &custom)
{
    std::vector<TypedName> names;
    FilterTokens tokens(text);
    for (auto next = tokens.next(); next && *next; next = tokens.next()) {
        const FilterToken &token = **next;
        if (token.kind != FilterToken::Kind::Part || token.colon < 0)
            continue;
        const auto condition = conditionOn(kind, QStringView(token.text).left(token.colon), custom);
        const auto target = condition ? namedKind(kind, *condition) : std::nullopt;
        if (!target)
            continue;
        for (const QString &value : token.values) {
            if (*target != EntityKind::User || value != "me"_L1)
                names.push_back({*target, value, token.position, token.length});
        }
    }
    return names;
}

} // namespace headway
