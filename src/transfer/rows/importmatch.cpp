// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/rows/importmatch.h"

#include "domain/changes/derive.h"
#include "domain/records/record.h"
#include "domain/rules/childrecords.h"
#include "domain/text/text.h"
#include "store/rows/records.h"
#include "transfer/rows/importcells.h"

#include <algorithm>
#include <optional>
#include <span>

using namespace Qt::StringLiterals;

namespace headway::transfer {

using exchange::TargetRole;

namespace {

bool isAddress(const QString &name)
{
    return name.contains(u'@')
        || !std::any_of(name.begin(), name.end(), [](QChar c) { return c.isLetter(); });
}

// "A." and "Anna", "Hans" and "Hans-Peter".
bool isSameFirst(const QString &a, const QString &b)
{
    const QString shorter = a.size() < b.size() ? a : b;
    const QString longer = a.size() < b.size() ? b : a;
    return longer.startsWith(shorter);
}

PersonName nameOf(const EntityInfo &info, const Row &row)
{
    return {textOf(row[size_t(info.indexOf(u"first_name"))]),
            textOf(row[size_t(info.indexOf(u"last_name"))])};
}

// Without the records that it refers to.
Row valuesOf(EntityKind kind, const ImportedRecord &imported)
{
    Row row = entityInfo(kind).defaults;
    for (const auto &[field, value] : imported.values)
        row[size_t(field)] = value;
    return row;
}

} // namespace

bool maySamePerson(const PersonName &a, const PersonName &b)
{
    const QString firstA = looseKey(a.first);
    const QString firstB = looseKey(b.first);
    if (!firstA.isEmpty() && !firstB.isEmpty())
        return isSameFirst(firstA, firstB);
    const QString lastA = looseKey(a.last);
    const QString lastB = looseKey(b.last);
    if (lastA.isEmpty() || lastB.isEmpty() || isAddress(a.last) || isAddress(b.last))
        return true;
    return lastA == lastB || lastA.endsWith(lastB) || lastB.endsWith(lastA);
}

Result<std::vector<qint64>> ofThatName(sql::Connection &connection, const References &references,
                                       EntityKind kind, const std::vector<qint64> &ids,
                                       const ImportedRecord &imported)
{
    const EntityInfo &info = entityInfo(kind);
    if (ids.empty() || info.indexOf(u"first_name") < 0)
        return ids;
    const PersonName name = nameOf(info, valuesOf(kind, imported));
    std::vector<qint64> same;
    for (const qint64 id : ids) {
        const auto past = references.past({kind, id});
        HEADWAY_TRY(record, store::load(connection, {kind, id}));
        if (maySamePerson(name, nameOf(info, record.row)))
            same.push_back(id);
    }
    return same;
}

QString titleOf(EntityKind kind, const ImportedRecord &imported)
{
    Row row = valuesOf(kind, imported);
    nameNameless(kind, imported, row);
    return titleOf(kind, derive(kind, row));
}

RowMatcher::RowMatcher(const ImportContext &context, References &references, sql::Connection &connection)
    : m_context(context), m_references(references), m_connection(connection)
{
}

Result<> RowMatcher::prepare(const QStringList &names, Blank blank)
{
    m_blank = blank;
    for (const QString &name : names) {
        const bool isName = name == "name"_L1 && store::hasName(m_context.kind());
        const exchange::ImportInput *input = m_context.plan.find(name);
        const bool fromParts = isName
            && (m_context.plan.find(u"last_name"_s) || m_context.plan.find(u"first_name"_s)
                || m_context.plan.find(u"organisation"_s));
        if (!input && !fromParts)
            return failure(ErrorCode::Invalid,
                           Sentence::tr("Records cannot be matched by %1: no column of the file goes there.")
                               .arg(Quoted{name}));
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
            return failure(ErrorCode::Invalid,
                           Sentence::tr("Records cannot be matched by %1: they are not told apart by that.")
                               .arg(Quoted{name}));
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

QString RowMatcher::indexText(int field, const Value &value) const
{
    if (entityInfo(m_context.kind()).field(field).type == FieldType::Url)
        return websiteKey(textOf(value));
    if (const auto *text = std::get_if<QString>(&value))
        return fold(*text);
    return isNull(value) ? QString() : QString::number(integerOf(value));
}

QString RowMatcher::valueText(const Key &key, const ImportedRecord &imported) const
{
    if (const NamedRecord *reference = imported.reference(key.field))
        return reference->id ? QString::number(reference->id) : QString();
    const Value *value = imported.value(key.field);
    return value ? indexText(key.field, *value) : QString();
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
                if (const QString text = indexText(key.field, value); !text.isEmpty())
                    index[text].push_back(id);
            }));
    }
    return m_indexes[key.field].value(wanted);
}

// Whether the row says nothing of that field. A record that is only to be made is something.
bool RowMatcher::isBlank(const Key &key, const ImportedRecord &imported) const
{
    return key.role == TargetRole::Field && !imported.reference(key.field)
        && valueText(key, imported).isEmpty();
}

// Whether the record has one of the row's addresses or numbers, or none of that type.
Result<bool> RowMatcher::hasPoints(qint64 id, const ImportedRecord &imported)
{
    if (imported.points.empty())
        return true;
    HEADWAY_TRY(records,
                store::childRecords(m_connection, EntityKind::ContactPoint, EntityRef{m_context.kind(), id}));
    for (const ContactPoint &point : imported.points) {
        const auto isOfType = [&](const Record &held) { return as<ContactPoint>(held).by == point.by; };
        const auto isSame = [&](const Record &held) {
            return std::any_of(imported.points.begin(), imported.points.end(), [&](const ContactPoint &own) {
                return own.by == point.by
                    && isSamePoint(as<ContactPoint>(held), own, Extensions::MayBeMissing);
            });
        };
        const bool hasOther = std::any_of(records.begin(), records.end(), isOfType);
        const bool hasIt = std::any_of(records.begin(), records.end(),
                                       [&](const Record &held) { return isOfType(held) && isSame(held); });
        if (hasOther && !hasIt)
            return false;
    }
    return true;
}

Result<std::vector<qint64>> RowMatcher::agreeing(const std::vector<qint64> &ids,
                                                 const ImportedRecord &imported,
                                                 const std::vector<int> &blank)
{
    constexpr size_t mostLooked = 100; // of as many records of one name nobody could say which is meant
    const EntityKind kind = m_context.kind();
    std::vector<qint64> same;
    for (const qint64 id : std::span(ids).first(std::min(ids.size(), mostLooked))) {
        const auto past = m_references.past({kind, id});
        HEADWAY_TRY(record, store::load(m_connection, EntityRef{kind, id}));
        const auto held = [&](int field) -> const Value & { return record.row[size_t(field)]; };
        const auto says = [&](int field, const Value &value) {
            return headway::isBlank(held(field)) || indexText(field, held(field)) == indexText(field, value);
        };
        const bool lacks =
            std::all_of(blank.begin(), blank.end(), [&](int field) { return headway::isBlank(held(field)); });
        const bool hasValues = std::all_of(imported.values.begin(), imported.values.end(),
                                           [&](const auto &each) { return says(each.first, each.second); });
        const bool hasReferences =
            std::all_of(imported.references.begin(), imported.references.end(), [&](const auto &each) {
                return each.second.id && says(each.first, Value(each.second.id));
            });
        const QString note = noteIn(kind, record.row);
        const bool hasKept = std::all_of(imported.kept.begin(), imported.kept.end(),
                                         [&](const QString &line) { return note.contains(line); });
        if (!lacks || !hasValues || !hasReferences || !hasKept)
            continue;
        HEADWAY_TRY(isReached, hasPoints(id, imported));
        if (isReached)
            same.push_back(id);
    }
    return same;
}

Result<std::vector<qint64>> RowMatcher::byPoint(ContactPointType by, const QString &code,
                                                const ImportedRecord &imported)
{
    std::vector<qint64> all;
    for (const ContactPoint &point : imported.points) {
        if (point.by != by)
            continue;
        HEADWAY_TRY(ids,
                    store::reachedBy(m_connection, m_context.kind(), code, point.value, m_references.keys()));
        all.insert(all.end(), ids.begin(), ids.end());
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

Result<std::vector<qint64>> RowMatcher::byName(const ImportedRecord &imported)
{
    const QString name = titleOf(m_context.kind(), imported);
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
                                      imported.externalId, m_references.keys());
    case TargetRole::Email: return byPoint(ContactPointType::Email, u"email"_s, imported);
    case TargetRole::Phone:
    case TargetRole::Mobile: return byPoint(ContactPointType::Phone, u"phone"_s, imported);
    case TargetRole::FullName: return byName(imported);
    case TargetRole::Id: {
        const auto past = m_references.past({m_context.kind(), imported.id});
        HEADWAY_TRY(presence, store::presenceOf(m_connection, {m_context.kind(), imported.id}));
        return presence == store::Presence::Live ? std::vector<qint64>{imported.id} : std::vector<qint64>{};
    }
    default: return byField(key, imported);
    }
}

Result<std::vector<qint64>> RowMatcher::find(const ImportedRecord &imported)
{
    std::vector<qint64> found;
    std::vector<int> blank;
    bool first = true;
    for (const Key &key : m_keys) {
        if (m_blank == Blank::IsAlike && isBlank(key, imported)) {
            blank.push_back(key.field);
            continue;
        }
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
    if (found.empty() || blank.empty())
        return found;
    std::erase_if(found, [this](qint64 id) { return id > m_last; });
    return agreeing(found, imported, blank);
}

Result<> RowMatcher::written(qint64 id, const ImportedRecord &imported)
{
    std::optional<Row> row;
    for (auto &[field, index] : m_indexes) {
        QString text = valueText({TargetRole::Field, field, {}}, imported);
        const NamedRecord *reference = imported.reference(field);
        if (reference && !reference->id) { // it was made together with the row
            if (!row) {
                HEADWAY_TRY(record, store::load(m_connection, EntityRef{m_context.kind(), id}));
                row = std::move(record.row);
            }
            text = indexText(field, (*row)[size_t(field)]);
        }
        if (text.isEmpty())
            continue;
        std::vector<qint64> &ids = index[text];
        if (std::find(ids.begin(), ids.end(), id) == ids.end())
            ids.push_back(id);
    }
    return {};
}

} // namespace headway::transfer
