// SPDX-License-Identifier: GPL-3.0-or-later
// Of RowReader: the cells that name other records, and what becomes of names that nobody has.
#include "domain/records/record.h"
#include "domain/text/text.h"
#include "transfer/import/importcells.h"
#include "transfer/import/importlinks.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

using exchange::ImportInput;

namespace {

// The row goes in without that link, which is listed. With a field, the id beside the name may have found it.
void leave(const ImportInput &input, int field, const QString &text, ImportedRecord &imported)
{
    imported.foreign.push_back(
        {input.columnName, input.target.name, field, text.trimmed(), LinkFault::NotFound});
}

} // namespace

Result<NamedRecord> RowReader::named(EntityKind kind, const QString &target, const Cell &cell,
                                     const ImportedRecord &imported)
{
    Beside beside = imported.links;
    for (const auto &[field, reference] : imported.references)
        beside.push_back(reference);
    return m_references.find({kind, 0, cell.text, 0, target}, cell.decided, beside);
}

Result<NamedRecord> RowReader::stageNamed(const QString &target, const Cell &cell,
                                          const ImportedRecord &imported)
{
    NamedRecord wanted{EntityKind::Stage, 0, cell.text, 0, target};
    if (const NamedRecord *pipeline = imported.reference(field(u"pipeline_id"))) {
        wanted.scope = pipeline->id;
        if (!pipeline->id)
            wanted.newScope = pipeline->name;
    } else {
        HEADWAY_TRY(scope, m_references.pipelineWith(cell.text, cell.decided));
        wanted.scope = scope;
    }
    return m_references.find(wanted, cell.decided, {});
}

Result<> RowReader::readManager(const ImportInput &input, const Cell &cell, Pass pass,
                                ImportedRecord &imported)
{
    const auto manager = named(EntityKind::User, input.target.name, cell, imported);
    const bool unknown = !manager ? manager.error().code == ErrorCode::Invalid : manager->id == 0;
    if (unknown && pass == Pass::MayWait)
        return failure(ErrorCode::NotFound, {});
    if (!manager)
        return failure(manager.error());
    imported.manager = *manager;
    return {};
}

Result<> RowReader::readReferenceId(int field, qint64 id, Pass pass, ImportedRecord &imported)
{
    const FieldInfo &info = m_info.field(field);
    const EntityRef ref{info.target, id};
    const bool isOwn = ref.kind == m_context.kind();
    const bool comesLater = isOwn || comesAfter(ref.kind, m_context.kind());
    if (!comesLater || m_context.forward == ImportContext::Forward::Refused) {
        const auto present = isOwn && id == imported.id ? Result<>() : m_references.require(ref);
        if (!present && present.error().code != ErrorCode::Invalid)
            return present;
        if (!present && isOwn && pass == Pass::MayWait)
            return failure(ErrorCode::NotFound, present.error().text);
        if (!present && comesLater && !isOwn) {
            ++m_leftOut[info.name];
            return {};
        }
        if (!present)
            return present;
    }
    imported.references.emplace_back(field, NamedRecord{ref.kind, id, {}, 0, QString(info.name)});
    return {};
}

bool RowReader::mayLeave(const ImportInput &input, const ImportedRecord &imported) const
{
    return m_context.request.unknownNames == UnknownNames::Leave
        || std::any_of(imported.foreign.begin(), imported.foreign.end(), [&](const ForeignLink &link) {
               return link.target == exchange::foreignIdName(input.target.name);
           });
}

// "Bob Cole; Eva Lang" are two, but where the book has one of that name.
Result<QStringList> RowReader::listed(EntityKind kind, const Cell &cell)
{
    if (cell.decided == Decided::Yes || (!cell.text.contains(u';') && !cell.text.contains(u'\n')))
        return QStringList{cell.text}; // nearly always
    HEADWAY_TRY(same, m_references.exactly(kind, cell.text.trimmed(), 0));
    if (!same.empty())
        return QStringList{cell.text};
    QStringList names = piecesOf(cell.text);
    names.removeIf([](const QString &name) { return isPlaceholder(name); });
    return names;
}

Result<> RowReader::readLinks(const ImportInput &input, const Cell &cell, ImportedRecord &imported)
{
    const bool isLinked =
        std::any_of(imported.links.begin(), imported.links.end(),
                    [&](const NamedRecord &link) { return link.kind == input.target.linked; });
    if (isLinked)
        return {}; // an id has said which
    HEADWAY_TRY(names, listed(input.target.linked, cell));
    for (const QString &name : names)
        HEADWAY_CHECK(readLink(input, {name, cell.decided}, imported));
    return {};
}

Result<> RowReader::readLink(const ImportInput &input, const Cell &cell, ImportedRecord &imported)
{
    const auto link = named(input.target.linked, input.target.name, cell, imported);
    if (!link && link.error().code == ErrorCode::Invalid && mayLeave(input, imported)) {
        leave(input, -1, cell.text, imported);
        return {};
    }
    if (!link)
        return failure(link.error());
    imported.links.push_back(*link);
    return {};
}

// The companies of a contact and the contacts of a deal: the first one is that of the field.
Result<> RowReader::readNames(const ImportInput &input, const Cell &cell, Pass pass, ImportedRecord &imported)
{
    const EntityKind kind = m_info.field(input.target.field).target;
    if (!mayHaveFurther(m_context.kind(), kind) || imported.reference(input.target.field))
        return readName(input, cell, pass, imported);
    HEADWAY_TRY(names, listed(kind, cell));
    for (const QString &name : names) {
        const Cell one{name, cell.decided};
        const NamedRecord *first = imported.reference(input.target.field);
        if (!first) {
            HEADWAY_CHECK(readName(input, one, pass, imported));
            continue;
        }
        const auto found = named(kind, input.target.name, one, imported);
        if (!found && found.error().code == ErrorCode::Invalid && mayLeave(input, imported)) {
            leave(input, -1, name, imported);
            continue;
        }
        if (!found)
            return failure(found.error());
        if (found->id == 0 || found->id != first->id)
            imported.further.push_back(*found);
    }
    return {};
}

Result<> RowReader::readName(const ImportInput &input, const Cell &cell, Pass pass, ImportedRecord &imported)
{
    if (imported.reference(input.target.field))
        return {}; // an id has said which
    const FieldInfo &info = m_info.field(input.target.field);
    const bool isOwn = info.target == m_context.kind();
    const bool isStage = info.target == EntityKind::Stage && m_context.kind() == EntityKind::Deal;
    auto found = isStage ? stageNamed(input.target.name, cell, imported)
                         : named(info.target, input.target.name, cell, imported);
    // The record may come later in this file, so this is not decided before its end.
    const bool unknown = !found ? found.error().code == ErrorCode::Invalid : found->id == 0;
    if (isOwn && unknown && pass == Pass::MayWait)
        return failure(ErrorCode::NotFound, found ? Sentence() : found.error().text);
    if (!found && found.error().code == ErrorCode::Invalid && !isStage && mayLeave(input, imported)) {
        const bool isWord = entityInfo(info.target).has(KindTrait::IsPicklist) && canKeep(m_context.kind());
        if (isWord)
            keep(input, cell.text, imported);
        else if (m_context.request.unknownNames == UnknownNames::Leave)
            leave(input, input.target.field, cell.text, imported);
        return {};
    }
    if (!found)
        return failure(found.error());
    const auto id =
        std::find_if(imported.foreign.begin(), imported.foreign.end(), [&](const ForeignLink &link) {
            return link.field == input.target.field && link.fault == LinkFault::NotFound;
        });
    if (id != imported.foreign.end()) {
        HEADWAY_TRY(isAnother, m_links.isAnother(*found, id->text));
        if (isAnother)
            return {};
        found->key = id->text;
    }
    imported.references.emplace_back(input.target.field, *found);
    return {};
}

Result<> RowReader::readTags(const QString &text, ImportedRecord &imported)
{
    // Address books write "* myContacts ::: Customers".
    static const QRegularExpression separator(u":::|[;,\\n]"_s);
    for (const QString &each : text.split(separator, Qt::SkipEmptyParts)) {
        const QString name = each.trimmed();
        if (name.isEmpty() || (isSensible() && isPlaceholder(name)))
            continue;
        const Cell cell = ruled(u"tags"_s, name.startsWith("* "_L1) ? name.mid(2).trimmed() : name);
        HEADWAY_TRY(tag, named(EntityKind::Tag, u"tags"_s, cell, imported));
        addTag(tag, imported);
    }
    return {};
}

void RowReader::addTag(const NamedRecord &tag, ImportedRecord &imported)
{
    const bool isKnown =
        std::any_of(imported.tags.begin(), imported.tags.end(), [&](const NamedRecord &other) {
            return other.id == tag.id && fold(other.name) == fold(tag.name);
        });
    if (!isKnown)
        imported.tags.push_back(tag);
}

} // namespace headway::transfer
