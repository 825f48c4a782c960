// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/importmatch.h"

#include "domain/changes/derive.h"
#include "domain/records/record.h"
#include "domain/text/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

using exchange::TargetRole;

RowMatcher::RowMatcher(const ImportContext &context, References &references, sql::Connection &connection)
    : m_context(context), m_references(references), m_connection(connection)
{
}

Result<> RowMatcher::prepare(const QStringList &names)
{
    for (const QString &name : names) {
        const bool isName = name == "name"_L1 && store::hasName(m_context.kind());
        const exchange::ImportInput *input = m_context.plan.find(name);
        const bool fromParts = isName
            && (m_context.plan.find(u"last_name"_s) || m_context.plan.find(u"first_name"_s)
                || m_context.plan.find(u"organisation"_s));
        if (!input && !fromParts)
            return failure(
                ErrorCode::Invalid,
                Sentence::tr("Records cannot be matched by %1: no column of the file goes there.").arg(name));
        if (isName) {
            m_keys.push_back({TargetRole::FullName, -1, name});
            continue;
        }
        const exchange::ImportTarget &target = input->target;
        switch (target.role) {
        case TargetRole::Id:
        case TargetRole::ExternalId:
        case TargetRole::Email:
        case TargetRole::Phone:
        case TargetRole::Mobile: m_keys.push_back({target.role, -1, name}); break;
        case TargetRole::Field:
        case TargetRole::Name: m_keys.push_back({TargetRole::Field, target.field, name}); break;
        default:
            return failure(
                ErrorCode::Invalid,
                Sentence::tr("Records cannot be matched by %1: it is not told apart by that.").arg(name));
        }
    }
    // Keys for which the book has an index come first.
    std::stable_sort(m_keys.begin(), m_keys.end(), [](const Key &a, const Key &b) {
        return (a.role == TargetRole::Field) < (b.role == TargetRole::Field);
    });
    return {};
}

bool RowMatcher::isBlind(const ImportedRecord &imported) const
{
    const auto hasPoint = [&](ContactPointType by) {
        return std::any_of(imported.points.begin(), imported.points.end(),
                           [by](const ContactPoint &point) { return point.by == by; });
    };
    return std::any_of(m_keys.begin(), m_keys.end(), [&](const Key &key) {
        switch (key.role) {
        case TargetRole::ExternalId: return imported.externalId.isEmpty();
        case TargetRole::Email: return !hasPoint(ContactPointType::Email);
        case TargetRole::Phone:
        case TargetRole::Mobile: return !hasPoint(ContactPointType::Phone);
        default: return false;
        }
    });
}

QString RowMatcher::indexText(const Value &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        return fold(*text);
    return isNull(value) ? QString() : QString::number(integerOf(value));
}

QString RowMatcher::valueText(const Key &key, const ImportedRecord &imported) const
{
    if (const NamedRecord *reference = imported.reference(key.field))
        return reference->id ? QString::number(reference->id) : QString();
    const Value *value = imported.value(key.field);
    return value ? indexText(*value) : QString();
}

Result<std::vector<qint64>> RowMatcher::byField(const Key &key, const ImportedRecord &imported)
{
    const QString wanted = valueText(key, imported);
    if (wanted.isEmpty())
        return std::vector<qint64>{};
    if (!m_indexes.contains(key.field)) {
        Index &index = m_indexes[key.field];
        HEADWAY_CHECK(
            store::eachValue(m_connection, m_context.kind(), key.field, [&](qint64 id, const Value &value) {
                if (const QString text = indexText(value); !text.isEmpty())
                    index[text].push_back(id);
            }));
    }
    return m_indexes[key.field].value(wanted);
}

Result<std::vector<qint64>> RowMatcher::byPoint(ContactPointType by, const QString &code,
                                                const ImportedRecord &imported)
{
    std::vector<qint64> all;
    for (const ContactPoint &point : imported.points) {
        if (point.by != by)
            continue;
        HEADWAY_TRY(ids, store::reachedBy(m_connection, m_context.kind(), code, point.value));
        all.insert(all.end(), ids.begin(), ids.end());
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

Result<std::vector<qint64>> RowMatcher::byName(const ImportedRecord &imported)
{
    Row row = entityInfo(m_context.kind()).defaults;
    for (const auto &[field, value] : imported.values)
        row[size_t(field)] = value;
    const QString name = titleOf(m_context.kind(), derive(m_context.kind(), row));
    if (name.isEmpty())
        return std::vector<qint64>{};
    const int pipeline =
        m_context.kind() == EntityKind::Stage ? entityInfo(EntityKind::Stage).indexOf(u"pipeline_id") : -1;
    const NamedRecord *scope = pipeline < 0 ? nullptr : imported.reference(pipeline);
    return m_references.exactly(m_context.kind(), name, scope ? scope->id : 0);
}

Result<std::vector<qint64>> RowMatcher::candidates(const Key &key, const ImportedRecord &imported)
{
    switch (key.role) {
    case TargetRole::ExternalId:
        if (imported.externalId.isEmpty())
            return std::vector<qint64>{};
        return store::withExternalKey(m_connection, m_context.kind(), m_context.request.system,
                                      imported.externalId);
    case TargetRole::Email: return byPoint(ContactPointType::Email, u"email"_s, imported);
    case TargetRole::Phone:
    case TargetRole::Mobile: return byPoint(ContactPointType::Phone, u"phone"_s, imported);
    case TargetRole::FullName: return byName(imported);
    case TargetRole::Id: {
        HEADWAY_TRY(presence, store::presenceOf(m_connection, {m_context.kind(), imported.id}));
        return presence == store::Presence::Live ? std::vector<qint64>{imported.id} : std::vector<qint64>{};
    }
    default: return byField(key, imported);
    }
}

Result<std::vector<qint64>> RowMatcher::find(const ImportedRecord &imported)
{
    std::vector<qint64> found;
    bool first = true;
    for (const Key &key : m_keys) {
        HEADWAY_TRY(ids, candidates(key, imported));
        std::sort(ids.begin(), ids.end());
        if (first) {
            found = ids;
        } else {
            std::vector<qint64> both;
            std::set_intersection(found.begin(), found.end(), ids.begin(), ids.end(),
                                  std::back_inserter(both));
            found = both;
        }
        if (found.empty())
            break;
        first = false;
    }
    return found;
}

void RowMatcher::written(qint64 id, const ImportedRecord &imported)
{
    for (auto &[field, index] : m_indexes) {
        const QString text = valueText({TargetRole::Field, field, {}}, imported);
        std::vector<qint64> &ids = index[text];
        if (!text.isEmpty() && std::find(ids.begin(), ids.end(), id) == ids.end())
            ids.push_back(id);
    }
}

} // namespace headway::transfer
