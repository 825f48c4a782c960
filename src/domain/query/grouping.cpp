// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/query/grouping.h"

#include "domain/query/filtersubjects.h"
#include "domain/query/nametyped.h"
#include "domain/records/record.h"

using namespace Qt::StringLiterals;

namespace headway {

namespace {

constexpr QLatin1StringView spanNames[] = {QLatin1StringView(), "month"_L1, "quarter"_L1, "due"_L1};

QString subjectName(EntityKind kind, const Grouping &grouping)
{
    switch (grouping.subject) {
    case Subject::Created: return u"created"_s;
    case Subject::Modified: return u"modified"_s;
    case Subject::Probability: return u"probability"_s;
    default: return QString(entityInfo(kind).field(grouping.field).name);
    }
}

std::optional<Grouping> groupingNamed(EntityKind kind, const QString &name)
{
    if (name == "created"_L1)
        return groupingBy(kind, Subject::Created, -1);
    if (name == "modified"_L1)
        return groupingBy(kind, Subject::Modified, -1);
    if (name == "probability"_L1)
        return groupingBy(kind, Subject::Probability, -1);
    const EntityInfo &info = entityInfo(kind);
    const int own = info.indexOf(name);
    const int field = own >= 0 ? own : info.indexOf(QString(name + u"_id"_s)); // a choice once
    return field < 0 ? std::nullopt : groupingBy(kind, Subject::Field, field);
}

// A text that names the record, or says more than a word about it, is hardly ever the same twice.
bool isShared(const EntityInfo &info, const FieldInfo &field)
{
    const bool isNameOfPerson =
        info.has(KindTrait::Person) && (field.name == "first_name"_L1 || field.name == "last_name"_L1);
    return !field.has(Trait::Long) && !isNameOfPerson && field.name != QLatin1StringView(info.title)
        && field.name != QLatin1StringView(info.recognisedBy);
}

} // namespace

std::optional<Grouping> groupingBy(EntityKind kind, Subject subject, int field)
{
    switch (subject) {
    case Subject::Created:
    case Subject::Modified: return Grouping{subject, -1, GroupSpan::Month};
    case Subject::Probability:
        return kind == EntityKind::Deal ? std::optional(Grouping{subject, -1, GroupSpan::Same})
                                        : std::nullopt;
    case Subject::Field: break;
    default: return std::nullopt;
    }
    const EntityInfo &info = entityInfo(kind);
    if (field < 0 || field >= int(info.fields.size()) || info.field(field).has(Trait::Internal))
        return std::nullopt;
    switch (info.field(field).type) {
    case FieldType::Day:
    case FieldType::Moment: return Grouping{Subject::Field, field, GroupSpan::Month};
    case FieldType::Reference:
    case FieldType::Choice:
    case FieldType::YesNo:
    case FieldType::Currency:
    case FieldType::Percent: return Grouping{Subject::Field, field, GroupSpan::Same};
    case FieldType::Text:
        return isShared(info, info.field(field))
            ? std::optional(Grouping{Subject::Field, field, GroupSpan::Same})
            : std::nullopt;
    default: return std::nullopt;
    }
}

std::optional<Grouping> groupingByDue(EntityKind kind)
{
    if (kind != EntityKind::Activity)
        return {};
    return Grouping{Subject::Field, entityInfo(kind).indexOf(u"at"), GroupSpan::Due};
}

bool isByTime(const Grouping &grouping)
{
    return grouping.span != GroupSpan::Same;
}

bool hasSharedValues(EntityKind kind, const Condition &condition)
{
    if (condition.subject == Subject::Tag)
        return true;
    if (condition.subject == Subject::Team)
        return entityInfo(kind).indexOf(u"owner_id") >= 0;
    if (condition.subject == Subject::Custom)
        return condition.custom.kind == CustomKind::Text || condition.custom.kind == CustomKind::Choice
            || condition.custom.kind == CustomKind::YesNo;
    const auto grouping = groupingBy(kind, condition.subject, condition.field);
    const std::optional<EntityKind> target = namedKind(kind, condition);
    return grouping && !isByTime(*grouping) && typeOf(kind, condition) != FieldType::Percent
        && (!target || hasNameKey(*target));
}

QString groupingText(EntityKind kind, const Grouping &grouping)
{
    const QString name = subjectName(kind, grouping);
    return isByTime(grouping) ? name + u':' + spanNames[int(grouping.span)] : name;
}

std::optional<Grouping> parseGrouping(EntityKind kind, const QString &text)
{
    std::optional<Grouping> grouping = groupingNamed(kind, text.section(u':', 0, 0));
    const QString span = text.section(u':', 1);
    if (grouping && isByTime(*grouping) && span == spanNames[int(GroupSpan::Quarter)])
        grouping->span = GroupSpan::Quarter;
    if (const auto due = groupingByDue(kind);
        due && grouping && grouping->field == due->field && span == spanNames[int(GroupSpan::Due)])
        return due;
    return grouping;
}

} // namespace headway
