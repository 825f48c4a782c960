// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of record a book holds, and references to a record. The traits of a kind (whether it has phone
// numbers, is searched, is a picklist …) are in its row in records/record.cpp.
#pragma once

#include "domain/fields/label.h"

#include <QHashFunctions>
#include <QLatin1StringView>
#include <QtGlobal>

#include <array>
#include <compare>
#include <optional>
#include <span>
#include <vector>

namespace headway {

enum class EntityKind {
    Team,
    User,
    Source,
    LostReason,
    LeadStatus,
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
    SavedView,
};
// Their tables in SQL; the names by which the change log and the command line know them.
inline constexpr std::array entityTables{
    QLatin1StringView("team"),        QLatin1StringView("user_account"),  QLatin1StringView("source"),
    QLatin1StringView("lost_reason"), QLatin1StringView("lead_status"),   QLatin1StringView("outcome"),
    QLatin1StringView("tag"),         QLatin1StringView("product"),       QLatin1StringView("pipeline"),
    QLatin1StringView("stage"),       QLatin1StringView("custom_field"),  QLatin1StringView("company"),
    QLatin1StringView("contact"),     QLatin1StringView("lead"),          QLatin1StringView("deal"),
    QLatin1StringView("activity"),    QLatin1StringView("affiliation"),   QLatin1StringView("contact_point"),
    QLatin1StringView("address"),     QLatin1StringView("deal_contact"),  QLatin1StringView("line_item"),
    QLatin1StringView("stage_visit"), QLatin1StringView("activity_link"), QLatin1StringView("participant"),
    QLatin1StringView("tag_link"),    QLatin1StringView("external_ref"),  QLatin1StringView("book_settings"),
    QLatin1StringView("saved_view"),
};
inline constexpr int entityKindCount = int(entityTables.size());

// All kinds, in an order in which a record comes after those it may refer to (import, archive).
// (A company's parent and a team's manager are the two exceptions.)
std::span<const EntityKind> allEntityKinds();
// Whether `kind` comes after `other` in that order.
bool comesAfter(EntityKind kind, EntityKind other);

// The first kind that is not built in: see registerKind() in records/record.h.
inline constexpr EntityKind foreignKind{entityKindCount};
// Registers the next foreign kind as `tableName`; in the order above it comes before `before`.
EntityKind nameForeignKind(QLatin1StringView tableName, EntityKind before);

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

// The table's name in SQL, which is also the kind's name in the change log and on the command line: "deal".
QLatin1StringView tableName(EntityKind kind);
std::optional<EntityKind> entityKindNamed(QStringView tableName);

// A value for each kind, made once: a statement, the row of a table.
template <class T>
class PerKind
{
public:
    template <class Make>
    explicit PerKind(Make make)
    {
        m_values.resize(allEntityKinds().size());
        for (const EntityKind kind : allEntityKinds())
            m_values[size_t(kind)] = make(kind);
    }

    const T &operator[](EntityKind kind) const { return m_values[size_t(kind)]; }

private:
    std::vector<T> m_values;
};

} // namespace headway
