// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/changes/change.h"

#include "domain/records/record.h"

#include <QDateTime>

#include <algorithm>

namespace headway {

namespace {

// All fields that are logged, as the creation of a record left them.
std::vector<FieldDelta> asCreated(const Change &creation)
{
    const EntityInfo &info = entityInfo(creation.ref.kind);
    Row row = info.defaults;
    for (const FieldDelta &delta : creation.fields)
        row[size_t(delta.field)] = delta.after;
    std::vector<FieldDelta> fields;
    for (int i = 0; i < int(row.size()); ++i) {
        if (info.field(i).isLogged())
            fields.push_back({i, row[size_t(i)], row[size_t(i)]});
    }
    return fields;
}

Change inverse(const Change &change)
{
    Change result{change.kind, change.ref, {}, {}};
    switch (change.kind) {
    case ChangeKind::Create:
    case ChangeKind::Restore: result.kind = ChangeKind::Remove; break;
    case ChangeKind::Remove: result.kind = ChangeKind::Restore; break;
    case ChangeKind::Update: break;
    }
    // The record to be removed must still hold what the step gave it, and nothing where it gave nothing; otherwise
    // somebody has worked on it since.
    if (change.kind == ChangeKind::Create)
        result.fields = asCreated(change);
    if (change.kind != ChangeKind::Update)
        return result;
    result.fields.reserve(change.fields.size());
    for (const FieldDelta &delta : change.fields)
        result.fields.push_back({delta.field, delta.after, delta.before});
    return result;
}

} // namespace

QDate Actor::today() const
{
    constexpr int farthestEast = 14 * 3600; // seconds from Greenwich
    return QDateTime::fromMSecsSinceEpoch(now.ms, zone.isValid() ? zone : QTimeZone(farthestEast)).date();
}

std::optional<ChangeKind> changeKindNamed(QStringView code)
{
    const auto &list = Choices<ChangeKind>::list;
    const auto *const found = std::find_if(list.begin(), list.end(), [code](const Choice &choice) {
        return code == QLatin1StringView(choice.code);
    });
    return found == list.end() ? std::nullopt : std::optional(ChangeKind(found - list.begin()));
}

Row rowWith(Row row, const std::vector<FieldValue> &values)
{
    for (const FieldValue &value : values)
        row[size_t(value.field)] = value.value;
    return row;
}

Row rowAfter(Row row, const std::vector<FieldDelta> &changes)
{
    for (const FieldDelta &delta : changes)
        row[size_t(delta.field)] = delta.after;
    return row;
}

std::vector<Change> inverse(const std::vector<Change> &changes)
{
    std::vector<Change> result;
    result.reserve(changes.size());
    std::transform(changes.rbegin(), changes.rend(), std::back_inserter(result),
                   [](const Change &change) { return inverse(change); });
    return result;
}

namespace {

constexpr size_t usualFields = 16; // that differ, of a new record

} // namespace

std::vector<FieldDelta> difference(EntityKind kind, const Row &before, const Row &after)
{
    const EntityInfo &info = entityInfo(kind);
    std::vector<FieldDelta> result;
    for (size_t i = 0; i < info.fields.size(); ++i) {
        if (!info.fields[i].isLogged() || before[i] == after[i])
            continue;
        if (result.empty())
            result.reserve(std::min(usualFields, info.fields.size() - i));
        result.push_back({int(i), before[i], after[i]});
    }
    return result;
}

Change createRow(EntityKind kind, const Row &row, qint64 id)
{
    return {ChangeKind::Create, {kind, id}, difference(kind, entityInfo(kind).defaults, row), {}};
}

Change setField(const Record &record, int field, const Value &after)
{
    Change change{ChangeKind::Update, record.ref, {}, {}};
    if (record.row[size_t(field)] != after)
        change.fields.push_back({field, record.row[size_t(field)], after});
    return change;
}

const FieldDelta *deltaOf(const Change &change, QStringView fieldName)
{
    const int index = entityInfo(change.ref.kind).indexOf(fieldName);
    const auto found = std::find_if(change.fields.begin(), change.fields.end(),
                                    [index](const FieldDelta &d) { return d.field == index; });
    return found == change.fields.end() ? nullptr : &*found;
}

} // namespace headway
