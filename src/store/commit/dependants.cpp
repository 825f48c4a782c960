// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/commit/dependants.h"

#include "domain/changes/customvalues.h"
#include "domain/changes/derive.h"
#include "domain/records/record.h"
#include "domain/text/quoted.h"
#include "store/rows/records.h"

#include <map>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

struct Link {
    EntityKind from = EntityKind::Deal;
    QString condition = {}; // SQL on the referring row `r` and the removed row `t`
};

// All fields in the book that can refer to a record of `kind`.
std::vector<Link> linksTo(EntityKind kind)
{
    std::vector<Link> links;
    for (const EntityKind from : allEntityKinds()) {
        const EntityInfo &info = entityInfo(from);
        for (size_t i = 0; i < info.fields.size(); ++i) {
            const FieldInfo &field = info.fields[i];
            if (field.type == FieldType::Reference && field.target == kind && !field.has(Trait::Derived))
                links.push_back({from, u"r."_s + field.name + u" = t.id"_s});
            if (field.type == FieldType::RecordId)
                links.push_back({from,
                                 u"r."_s + info.fields[i - 1].name + u" = '"_s + tableName(kind)
                                     + u"' AND r."_s + field.name + u" = t.id"_s});
        }
    }
    return links;
}

// Many removed rows are looked up by their common time of removal, few by their ids.
constexpr size_t fewEnoughForIds = 64;

Result<sql::Values> firstReferring(sql::Connection &connection, const Link &link, EntityKind kind,
                                   const std::vector<qint64> &ids, const sql::Value &mark)
{
    QString condition = u"t.deleted_at = ?"_s;
    sql::Values binds{mark};
    if (ids.size() <= fewEnoughForIds) {
        condition = u"t.id IN ("_s + sql::placeholders(qsizetype(ids.size())) + u')';
        binds.assign(ids.begin(), ids.end());
    }
    return connection.row(u"SELECT r.id, t.id FROM "_s + tableName(kind) + u" t JOIN "_s
                              + tableName(link.from) + u" r ON "_s + link.condition + u" WHERE "_s + condition
                              + u" AND r.deleted_at IS NULL LIMIT 1"_s,
                          binds);
}

Sentence called(EntityRef record, const QString &title)
{
    if (title.isEmpty())
        return Sentence::tr("the %1 %2").arg(KindName{record.kind}, QString::number(record.id));
    return Sentence::tr("the %1 %2").arg(KindName{record.kind}, RecordName{record, title});
}

// Links and addresses have no name to show; the records they connect have.
bool isPart(EntityKind kind)
{
    const EntityInfo &info = entityInfo(kind);
    return info.indexOf(u"name") < 0 && info.indexOf(u"subject") < 0;
}

// What else `part` refers to besides `used`.
Result<Sentence> otherEnd(sql::Connection &connection, const Record &part, EntityRef used)
{
    const EntityInfo &info = part.info();
    for (size_t i = 0; i < info.fields.size(); ++i) {
        const FieldInfo &field = info.fields[i];
        std::optional<EntityKind> kind;
        if (field.type == FieldType::Reference)
            kind = field.target;
        else if (field.type == FieldType::RecordId)
            kind = entityKindNamed(textOf(part.row[i - 1]));
        const EntityRef other{kind.value_or(used.kind), integerOf(part.row[i])};
        if (!kind || !other.id || other == used || field.has(Trait::Derived))
            continue;
        HEADWAY_TRY(title, titleOf(connection, other));
        return called(other, title);
    }
    return Sentence();
}

Result<Sentence> sentenceOn(sql::Connection &connection, EntityRef user, EntityRef used)
{
    HEADWAY_TRY(title, titleOf(connection, used));
    HEADWAY_TRY(record, load(connection, user));
    const Sentence it = called(used, title);
    if (!isPart(user.kind))
        return Sentence::tr("%1 is used by %2.")
            .arg(it, called(user, headway::titleOf(user.kind, record.row)));
    HEADWAY_TRY(other, otherEnd(connection, record, used));
    if (!other.isEmpty())
        return Sentence::tr("%1 is linked to %2.").arg(it, other);
    return Sentence::tr("%1 has been given %2 in the meantime.").arg(it, KindName{user.kind, Number::Any});
}

} // namespace

Result<std::optional<Sentence>> firstDependant(sql::Connection &connection,
                                               const std::vector<EntityRef> &removed)
{
    std::map<EntityKind, std::vector<qint64>> byKind;
    for (const EntityRef &ref : removed)
        byKind[ref.kind].push_back(ref.id);
    for (const auto &[kind, ids] : byKind) {
        HEADWAY_TRY(mark,
                    connection.cell(u"SELECT deleted_at FROM "_s + tableName(kind) + u" WHERE id = ?"_s,
                                    {ids.front()}));
        for (const Link &link : linksTo(kind)) {
            HEADWAY_TRY(found, firstReferring(connection, link, kind, ids, mark));
            if (found.empty())
                continue;
            HEADWAY_TRY(
                sentence,
                sentenceOn(connection, {link.from, integerOf(found[0])}, {kind, integerOf(found[1])}));
            return std::optional(sentence);
        }
    }
    return std::nullopt;
}

Result<> eachOwnValue(sql::Connection &connection, const CustomField &field,
                      const std::function<void(qint64 record, const QString &json)> &take)
{
    if (entityInfo(field.recordKind).indexOf(u"custom") < 0)
        return {};
    QString name = field.name;
    name.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return connection.each(u"SELECT id, custom FROM "_s + tableName(field.recordKind)
                               + u" WHERE deleted_at IS NULL AND custom LIKE ? ESCAPE '\\' ORDER BY id"_s,
                           {QString(u"%\""_s + name + u"\":%"_s)}, [&](const sql::RowView &row) -> Result<> {
                               if (!isNull(customValue(row.text(1), field)))
                                   take(row.integer(0), row.text(1));
                               return {};
                           });
}

Result<std::optional<Sentence>> firstUseOfField(sql::Connection &connection,
                                                const std::vector<EntityRef> &removed)
{
    for (const EntityRef &ref : removed) {
        if (ref.kind != EntityKind::CustomField)
            continue;
        HEADWAY_TRY(record, load(connection, ref));
        const CustomField field = as<CustomField>(record);
        qint64 user = 0;
        HEADWAY_CHECK(eachOwnValue(connection, field, [&user](qint64 id, const QString &) {
            if (!user)
                user = id;
        }));
        if (!user)
            continue;
        HEADWAY_TRY(title, titleOf(connection, {field.recordKind, user}));
        return std::optional(Sentence::tr("the own field %1 has a value in %2.")
                                 .arg(Quoted{field.label}, called({field.recordKind, user}, title)));
    }
    return std::nullopt;
}

} // namespace headway::store
