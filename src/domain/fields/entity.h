// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of record a book holds, and how to name one of them.
#pragma once

#include <QHashFunctions>
#include <QLatin1StringView>
#include <QtGlobal>

#include <array>
#include <compare>
#include <optional>

namespace headway {

enum class EntityKind {
    Team,
    User,
    Source,
    LostReason,
    Outcome,
    Tag,
    Product,
    Pipeline,
    Stage,
    CustomField,
    Company,
    Contact,
    Lead,
    Deal,
    Activity,
    Affiliation,
    ContactPoint,
    Address,
    DealContact,
    LineItem,
    StageVisit,
    ActivityLink,
    Participant,
    TagLink,
    ExternalRef,
    BookSettings,
};
inline constexpr int entityKindCount = 26;

// All kinds, in an order in which a record comes after those it may refer to (import, archive).
// (A company's parent and a team's manager are the two exceptions.)
std::array<EntityKind, entityKindCount> allEntityKinds();

// One record of a book: "deal 17".
struct EntityRef {
    EntityKind kind = EntityKind::Deal;
    qint64 id = 0;

    auto operator<=>(const EntityRef &) const = default;
};

inline size_t qHash(const EntityRef &ref, size_t seed = 0)
{
    return qHashMulti(seed, ref.id, int(ref.kind));
}

// The table's name in SQL, the kind's name in the change log and on the command line: "deal".
QLatin1StringView tableName(EntityKind kind);
std::optional<EntityKind> entityKindNamed(QStringView tableName);

} // namespace headway
