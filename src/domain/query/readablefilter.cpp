// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/query/readablefilter.h"

#include "domain/query/filterdays.h"
#include "domain/query/filtersubjects.h"
#include "domain/query/nametyped.h"
#include "domain/text/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

bool isThere(const Lookups &lookups, EntityKind kind, const QString &name)
{
    if (kind == EntityKind::User && name == "me"_L1)
        return true;
    bool found = false;
    const QString key = fold(name);
    const bool isListed = lookups.withList(kind, [&](const auto &list) {
        found = std::any_of(list.begin(), list.end(),
                            [&key](const auto &each) { return isNamedSo(each.nameKey, key); });
    });
    return found || !isListed;
}

// The filter without the names that mean nothing any more; `gone` is told of them.
Filter readable(EntityKind kind, const Filter &filter, const Lookups &lookups, std::vector<Sentence> &gone)
{
    Filter left{.words = filter.words};
    for (Condition condition : filter.conditions) {
        const std::optional<EntityKind> target = namedKind(kind, condition);
        const bool namesSomething = target && !condition.values.isEmpty();
        if (namesSomething)
            condition.values.removeIf([&](const QString &name) {
                const bool isGone = !isThere(lookups, *target, name);
                if (isGone)
                    gone.push_back(
                        Sentence::tr("There is no %1 %2 any more.").arg(KindName{*target}, Quoted{name}));
                return isGone;
            });
        if (!namesSomething || !condition.values.isEmpty())
            left.conditions.push_back(std::move(condition));
    }
    for (const Alternatives &alternatives : filter.alternatives) {
        Alternatives each{.filters = {}, .sense = alternatives.sense};
        for (const Filter &one : alternatives.filters) {
            if (Filter part = readable(kind, one, lookups, gone); !part.isEmpty())
                each.filters.push_back(std::move(part));
        }
        if (!each.filters.empty())
            left.alternatives.push_back(std::move(each));
    }
    return left;
}

} // namespace

ReadableFilter readableFilter(EntityKind kind, QStringView text, const Calendar &calendar,
                              const Lookups &lookups)
{
    const FilterParts parts = readableParts(kind, text, ofKeptFilters(calendar), lookups.customFields);
    ReadableFilter filter;
    for (const FilterError &fault : parts.faults)
        filter.gone.push_back(fault.text);
    filter.filter = readable(kind, parts.filter, lookups, filter.gone);
    return filter;
}

} // namespace headway
