// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/query/filtersubjects.h"

#include "domain/records/record.h"
#include "domain/text/text.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

struct Alias {
    QLatin1StringView name;
    QLatin1StringView field;
};
// Short names for the fields that people filter by most.
constexpr std::array aliases{
    Alias{"close"_L1, "expected_close"_L1},
    Alias{"closed"_L1, "closed_on"_L1},
    Alias{"next"_L1, "next_activity"_L1},
    Alias{"last"_L1, "last_activity"_L1},
    Alias{"value"_L1, "amount"_L1},
    Alias{"when"_L1, "at"_L1},
    Alias{"forecast"_L1, "forecast_category"_L1},
    Alias{"reason"_L1, "lost_reason_id"_L1},
};

enum class Has { Every, Deals };
struct Special {
    QLatin1StringView name;
    Subject subject;
    Has has = Has::Every; // which kinds have it
};
constexpr std::array specials{Special{"tag"_L1, Subject::Tag},
                              Special{"team"_L1, Subject::Team},
                              Special{"created"_L1, Subject::Created},
                              Special{"modified"_L1, Subject::Modified},
                              Special{"id"_L1, Subject::Id},
                              Special{"id"_L1, Subject::ExternalId},
                              Special{"step"_L1, Subject::Step},
                              Special{"made"_L1, Subject::Made},
                              Special{"probability"_L1, Subject::Probability, Has::Deals},
                              Special{"weighted"_L1, Subject::Weighted, Has::Deals}};

// Only a user has a team of its own; for other records it is the team of the owner.
bool belongs(const Special &special, const EntityInfo &info)
{
    return (special.has == Has::Every || info.kind == EntityKind::Deal)
        && info.indexOf(QString(special.name + u"_id"_s)) < 0;
}

constexpr QLatin1StringView customPrefix = "custom."_L1;

// Upper and lower case are the same in a name, and so are "next-step" and "next_step".
QString plainName(QStringView typed)
{
    return typed.toString().toLower().replace(u'-', u'_');
}

// Names are made of letters, digits and underscores; people also write "net price", "go-live" or "crm.id". What else
// an archive brings along is in no filter, for the name stands in the statement.
bool isPlain(const QString &name)
{
    const auto isInside = [](QChar c) {
        return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'.' || c == u' ';
    };
    return !name.isEmpty() && !name.startsWith(u'-') && name == name.trimmed()
        && std::all_of(name.begin(), name.end(), isInside);
}

bool isOf(EntityKind kind, const CustomField &field)
{
    return field.recordKind == kind && isPlain(field.name) && entityInfo(kind).indexOf(u"custom") >= 0;
}

Condition conditionOn(const CustomField &field)
{
    return {.subject = Subject::Custom, .custom = {field.name, field.kind}};
}

const CustomField *customNamed(EntityKind kind, QStringView typed, const std::vector<CustomField> &custom)
{
    const bool isMarked = typed.startsWith(customPrefix, Qt::CaseInsensitive);
    const QStringView called = typed.mid(isMarked ? customPrefix.size() : 0);
    const QString name = plainName(called);
    const QString label = fold(called);
    const CustomField *named = nullptr;
    const CustomField *labelled = nullptr;
    for (const CustomField &field : custom) {
        if (!isOf(kind, field))
            continue;
        if (field.name == called)
            return &field; // before another that is only alike: "seats" and "Seats"
        if (!named && plainName(field.name) == name)
            named = &field;
        if (!labelled && !label.isEmpty() && fold(field.label) == label)
            labelled = &field;
    }
    return named ? named : labelled;
}

} // namespace

std::optional<Condition> conditionOn(EntityKind kind, QStringView typed,
                                     const std::vector<CustomField> &custom)
{
    const EntityInfo &info = entityInfo(kind);
    const QString name = plainName(typed);
    for (const Special &special : specials) {
        if (name == special.name && belongs(special, info))
            return Condition{special.subject};
    }
    for (const Alias &alias : aliases) {
        if (name == alias.name && info.indexOf(QString(alias.field)) >= 0)
            return Condition{Subject::Field, info.indexOf(QString(alias.field))};
    }
    for (const QString &candidate : {name, QString(name + u"_id"_s)}) {
        const int index = info.indexOf(candidate);
        if (index >= 0 && !info.field(index).has(Trait::Internal))
            return Condition{Subject::Field, index};
    }
    if (const CustomField *field = customNamed(kind, typed, custom))
        return conditionOn(*field);
    return std::nullopt;
}

QString subjectName(EntityKind kind, const Condition &condition)
{
    if (condition.subject == Subject::Custom) {
        const QString &name = condition.custom.name;
        const bool isTaken =
            conditionOn(kind, name).has_value() || name.startsWith(customPrefix, Qt::CaseInsensitive);
        return isTaken ? customPrefix + name : name;
    }
    for (const Special &special : specials) {
        if (condition.subject == special.subject)
            return special.name;
    }
    const QLatin1StringView field = entityInfo(kind).field(condition.field).name;
    for (const Alias &alias : aliases) {
        if (field == alias.field)
            return alias.name;
    }
    const QString name = field;
    return name.endsWith("_id"_L1) ? name.chopped(3) : name;
}

FieldType typeOf(EntityKind kind, const Condition &condition)
{
    switch (condition.subject) {
    case Subject::Field: return entityInfo(kind).field(condition.field).type;
    case Subject::Created:
    case Subject::Modified: return FieldType::Moment;
    case Subject::Agenda:
    case Subject::Step:
    case Subject::Made:
    case Subject::Id: return FieldType::Integer;
    case Subject::Probability: return FieldType::Percent;
    case Subject::Weighted: return FieldType::Money;
    case Subject::Tag:
    case Subject::Team: return FieldType::Reference;
    case Subject::Closed: return FieldType::YesNo;
    case Subject::ExternalId: return FieldType::Text;
    case Subject::Custom: return typeOf(condition.custom.kind);
    }
    return FieldType::Text;
}

std::optional<EntityKind> namedKind(EntityKind kind, const Condition &condition)
{
    if (condition.subject == Subject::Tag)
        return EntityKind::Tag;
    if (condition.subject == Subject::Team)
        return EntityKind::Team;
    if (condition.subject != Subject::Field)
        return std::nullopt;
    const FieldInfo &field = entityInfo(kind).field(condition.field);
    return field.type == FieldType::Reference ? std::optional(field.target) : std::nullopt;
}

const CustomField *customFieldOf(EntityKind kind, const Condition &condition,
                                 const std::vector<CustomField> &custom)
{
    if (condition.subject != Subject::Custom)
        return nullptr;
    const auto found = std::find_if(custom.begin(), custom.end(), [&](const CustomField &field) {
        return isOf(kind, field) && field.name == condition.custom.name;
    });
    return found == custom.end() ? nullptr : &*found;
}

QStringList filterNames(EntityKind kind, const std::vector<CustomField> &custom)
{
    const EntityInfo &info = entityInfo(kind);
    QStringList names;
    for (int i = 0; i < int(info.fields.size()); ++i) {
        if (!info.field(i).has(Trait::Internal))
            names += subjectName(kind, {Subject::Field, i});
    }
    for (const Special &special : specials) {
        if (belongs(special, info) && !names.contains(special.name))
            names += special.name;
    }
    for (const CustomField &field : custom) {
        if (isOf(kind, field))
            names += subjectName(kind, conditionOn(field));
    }
    names.sort();
    return names;
}

} // namespace headway
