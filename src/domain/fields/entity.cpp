// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/fields/entity.h"

#include <QString>

#include <algorithm>
#include <vector>

namespace headway {

namespace {

struct Kinds {
    std::vector<QLatin1StringView> tables{entityTables.begin(), entityTables.end()};
    std::vector<EntityKind> order = [] {
        std::vector<EntityKind> all;
        for (int i = 0; i < entityKindCount; ++i)
            all.push_back(EntityKind(i));
        return all;
    }();
};

Kinds &kinds()
{
    static Kinds all;
    return all;
}

} // namespace

std::span<const EntityKind> allEntityKinds()
{
    return kinds().order;
}

bool comesAfter(EntityKind kind, EntityKind other)
{
    const std::vector<EntityKind> &order = kinds().order;
    return std::find(order.begin(), order.end(), kind) > std::find(order.begin(), order.end(), other);
}

EntityKind nameForeignKind(QLatin1StringView tableName, EntityKind before)
{
    Kinds &all = kinds();
    const EntityKind kind{int(all.tables.size())};
    all.tables.push_back(tableName);
    all.order.insert(std::find(all.order.begin(), all.order.end(), before), kind);
    return kind;
}

QLatin1StringView tableName(EntityKind kind)
{
    return kinds().tables[size_t(kind)];
}

std::optional<EntityKind> entityKindNamed(QStringView tableName)
{
    const std::vector<QLatin1StringView> &tables = kinds().tables;
    for (size_t i = 0; i < tables.size(); ++i) {
        if (tables[i] == tableName)
            return EntityKind(i);
    }
    return std::nullopt;
}

} // namespace headway
