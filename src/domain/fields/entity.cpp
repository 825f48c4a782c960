// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/fields/entity.h"

#include <QString>

namespace headway {

namespace {

constexpr std::array<QLatin1StringView, entityKindCount> names{
    QLatin1StringView("team"),          QLatin1StringView("user_account"),  QLatin1StringView("source"),
    QLatin1StringView("lost_reason"),   QLatin1StringView("outcome"),       QLatin1StringView("tag"),
    QLatin1StringView("product"),       QLatin1StringView("pipeline"),      QLatin1StringView("stage"),
    QLatin1StringView("custom_field"),  QLatin1StringView("company"),       QLatin1StringView("contact"),
    QLatin1StringView("lead"),          QLatin1StringView("deal"),          QLatin1StringView("activity"),
    QLatin1StringView("affiliation"),   QLatin1StringView("contact_point"), QLatin1StringView("address"),
    QLatin1StringView("deal_contact"),  QLatin1StringView("line_item"),     QLatin1StringView("stage_visit"),
    QLatin1StringView("activity_link"), QLatin1StringView("participant"),   QLatin1StringView("tag_link"),
    QLatin1StringView("external_ref"),  QLatin1StringView("book_settings"),
};

} // namespace

std::array<EntityKind, entityKindCount> allEntityKinds()
{
    std::array<EntityKind, entityKindCount> kinds{};
    for (int i = 0; i < entityKindCount; ++i)
        kinds[size_t(i)] = EntityKind(i);
    return kinds;
}

QLatin1StringView tableName(EntityKind kind)
{
    return names[size_t(kind)];
}

std::optional<EntityKind> entityKindNamed(QStringView tableName)
{
    for (int i = 0; i < entityKindCount; ++i) {
        if (names[size_t(i)] == tableName)
            return EntityKind(i);
    }
    return std::nullopt;
}

} // namespace headway
