// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edits/bulkedits.h"

#include "domain/changes/customvalues.h"
#include "domain/changes/stepwords.h"
#include "domain/changes/validate.h"
#include "domain/records/lists.h"
#include "domain/records/record.h"
#include "domain/text/text.h"
#include "store/rows/records.h"

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

constexpr qint64 recordsBetweenReports = 100;

// Whether the error concerns this record only. Any other ends the whole step.
bool isRefusal(const Error &error)
{
    return error.code == ErrorCode::Invalid || error.code == ErrorCode::Conflict
        || error.code == ErrorCode::NotFound;
}

Result<> reportSometimes(const Progress &progress, qint64 done, qint64 all)
{
    return done % recordsBetweenReports == 0 || done == all ? reportProgress(progress, done, all)
                                                            : Result<>();
}

// For the end of a step, which counts changes rather than records.
Progress lastAsked(const Progress &progress, qint64 all)
{
    return [progress, all](qint64, qint64) { return !progress || progress(all, all); };
}

// Whether the rules allow what the records would hold afterwards; writes nothing.
Result<> wouldBeValid(sql::Connection &connection, const Edit &edit)
{
    for (const Change &change : edit.changes) {
        if (change.kind == ChangeKind::Remove || change.kind == ChangeKind::Restore)
            continue;
        Row row = entityInfo(change.ref.kind).defaults;
        if (change.kind == ChangeKind::Update) {
            HEADWAY_TRY(record, store::load(connection, change.ref));
            row = record.row;
        }
        HEADWAY_CHECK(validate(change.ref.kind, rowAfter(std::move(row), change.fields)));
    }
    return {};
}

// Empty if the record has the tag already, or has it not.
Result<Edit> tagEdit(sql::Connection &connection, EntityRef ref, const TagChange &change)
{
    HEADWAY_TRY(links,
                store::loadAll<TagLink>(
                    connection,
                    {u"record_kind = ? AND record_id = ? AND tag_id IN (SELECT id FROM tag WHERE name_key = ?"
                     " AND deleted_at IS NULL)"_s,
                     {QString(tableName(ref.kind)), ref.id, fold(change.name.trimmed())},
                     {}}));
    if (change.what == TagChange::What::Add)
        return links.empty() ? store::addTagEdit(connection, ref, change.name) : Result<Edit>(Edit());
    Edit edit;
    for (const TagLink &link : links)
        edit.changes.push_back(remove({EntityKind::TagLink, link.id.value}));
    return edit;
}

Result<> checkCurrency(const Record &record, const OwnChange &change)
{
    const int field = record.info().indexOf(u"currency");
    const QString own = field < 0 ? QString() : textOf(record.row[size_t(field)]);
    if (change.field.kind != CustomKind::Money || isNull(change.value) || own.isEmpty()
        || own == change.currency)
        return {};
    return failure(ErrorCode::Invalid, Sentence::tr("%1 is in %2.").arg(change.field.label, own));
}

Result<Edit> editFor(sql::Connection &connection, const Record &record, const BulkChange &change,
                     const Actor &actor)
{
    if (change.tag)
        return tagEdit(connection, record.ref, *change.tag);
    if (!change.own)
        return store::setFieldsEditOf(connection, record, change.values, actor);
    const int cell = record.info().indexOf(u"custom");
    HEADWAY_CHECK(checkCurrency(record, *change.own));
    const QString json =
        withCustomValue(textOf(record.row[size_t(cell)]), change.own->field, change.own->value);
    return store::setFieldsEditOf(connection, record, {{cell, json}}, actor);
}

// A change of the record's own fields alone: its row may be written later, with others.
bool isOfOneRow(const Edit &edit, EntityRef ref)
{
    return edit.changes.size() == 1 && edit.changes.front().kind == ChangeKind::Update
        && edit.changes.front().ref == ref && entityInfo(ref.kind).has(KindTrait::IsSearched);
}

// A tag is given to a record without looking at its row.
Result<Record> recordFor(store::StepWriter &step, EntityRef ref, const BulkChange &change)
{
    return change.tag ? Result<Record>(Record{.ref = ref}) : step.present(ref);
}

// Whether the record has changed.
Result<bool> changeOne(sql::Connection &connection, store::StepWriter &step, EntityRef ref,
                       const BulkChange &change, const Actor &actor)
{
    HEADWAY_TRY(record, recordFor(step, ref, change));
    HEADWAY_TRY(edit, editFor(connection, record, change, actor));
    if (!isOfOneRow(edit, ref) && step.isKeepingRows()) {
        // it may follow from other records, as where a card stands in its column
        HEADWAY_CHECK(step.writeTogether());
        HEADWAY_TRY(again, editFor(connection, record, change, actor));
        edit = std::move(again);
    }
    // A record must not be changed in part; a single change is checked as it is written.
    if (edit.changes.size() > 1)
        HEADWAY_CHECK(wouldBeValid(connection, edit));
    for (const Change &each : edit.changes)
        HEADWAY_CHECK(step.apply(each));
    return !edit.isEmpty();
}

Result<bool> wouldDiffer(sql::Connection &connection, EntityRef ref, const BulkChange &change,
                         const Actor &actor)
{
    HEADWAY_TRY(record, change.tag ? Result<Record>(Record{.ref = ref}) : store::load(connection, ref));
    HEADWAY_TRY(edit, editFor(connection, record, change, actor));
    HEADWAY_CHECK(wouldBeValid(connection, edit));
    return !edit.isEmpty();
}

Result<> refuse(sql::Connection &connection, EntityRef ref, const Error &why, BulkReport &report)
{
    ++report.refused;
    if (report.refusals.size() >= mostRefusals)
        return {};
    HEADWAY_TRY(title, store::titleOf(connection, ref));
    report.refusals.push_back({ref, title, why.text});
    return {};
}

// "Changed Owner of 34 deals"
Sentence labelOf(const BulkChange &change, qint64 changed)
{
    const EntityInfo &info = entityInfo(change.kind);
    const KindName records = counted(changed, change.kind);
    if (change.tag)
        return Sentence(change.tag->what == TagChange::What::Add ? steps::manyTagged : steps::manyUntagged)
            .arg(Quoted{change.tag->name.trimmed()}, changed, records);
    if (change.own)
        return Sentence(steps::manyChanged).arg(Quoted{change.own->field.label}, changed, records);
    const FieldInfo &field = info.field(change.values.front().field);
    return Sentence(steps::manyChanged).arg(nameOf(change.kind, field), changed, records);
}

// Records are read, and their rows written, so many at a time.
constexpr size_t together = 256;

// Before the record of that number is changed: writes those before it, and reads those that come, of kinds whose rows
// say all that the rules ask.
Result<> readOn(store::StepWriter &step, const std::vector<EntityRef> &records, qint64 number)
{
    if (size_t(number) % together != 0)
        return {};
    HEADWAY_CHECK(step.writeTogether());
    std::vector<EntityRef> next;
    for (size_t i = size_t(number); i < std::min(records.size(), size_t(number) + together); ++i) {
        if (entityInfo(records[i].kind).has(KindTrait::IsSearched))
            next.push_back(records[i]);
    }
    return step.readTogether(next);
}

// Whether cards go to another column, each on top of those that were listed before it.
bool movesCards(const BulkChange &change)
{
    const EntityInfo &info = entityInfo(change.kind);
    return std::any_of(change.values.begin(), change.values.end(), [&info](const FieldValue &value) {
        const FieldInfo &field = info.field(value.field);
        return field.type == FieldType::Reference
            && (field.target == EntityKind::Stage || field.target == EntityKind::Pipeline);
    });
}

// Rows lie in the order of their ids: in that order each page of the book is read and written once, not once for each
// record on it, and what happened to records in a row is one entry of the history. Lists keep their order.
std::vector<EntityRef> inOrder(std::vector<EntityRef> records)
{
    if (std::all_of(records.begin(), records.end(),
                    [](const EntityRef &ref) { return entityInfo(ref.kind).has(KindTrait::IsSearched); }))
        std::sort(records.begin(), records.end());
    return records;
}

Result<Edit> deletion(sql::Connection &connection, store::StepWriter &step, EntityRef ref)
{
    // whether others need it is read from the book
    if (!entityInfo(ref.kind).has(KindTrait::IsSearched) && step.isKeepingRows())
        HEADWAY_CHECK(step.writeTogether());
    HEADWAY_TRY(record, step.present(ref));
    return store::deleteEditOf(connection, record);
}

// Returns the report besides the change set that the workspace needs.
template <class Work>
void run(Workspace &workspace, QObject *context, Work work, BulkDone then)
{
    const auto done = std::make_shared<BulkReport>();
    Ticket ticket = workspace.write(
        context,
        [work, done](sql::Connection &connection) -> Result<ChangeSet> {
            HEADWAY_TRY(result, work(connection));
            *done = std::move(result);
            return done->set;
        },
        [done, then](const Result<ChangeSet> &set) {
            then(set ? Result<BulkReport>(*done) : Result<BulkReport>(failure(set.error())));
        });
    ticket.release(); // continues without the window; only the progress can cancel it
}

} // namespace

Result<BulkReport> changeRecords(sql::Connection &connection, const BulkChange &change, const Actor &actor,
                                 const Progress &progress)
{
    const qint64 all = qint64(change.ids.size());
    BulkReport result;
    HEADWAY_TRY(step, store::StepWriter::begin(connection, labelOf(change, all), Origin::Typed, actor));
    qint64 done = 0;
    std::vector<EntityRef> records;
    for (const qint64 id : change.ids)
        records.push_back({change.kind, id});
    if (!movesCards(change))
        records = inOrder(std::move(records));
    for (const EntityRef &ref : records) {
        if (!change.tag)
            HEADWAY_CHECK(readOn(step, records, done));
        const Result<bool> differs = changeOne(connection, step, ref, change, actor);
        if (differs)
            result.changed += *differs ? 1 : 0;
        else if (isRefusal(differs.error()))
            HEADWAY_CHECK(refuse(connection, ref, differs.error(), result));
        else
            return failure(differs.error());
        HEADWAY_CHECK(reportSometimes(progress, ++done, all));
    }
    const bool isWritten =
        result.changed > 0 && (result.refused == 0 || change.whenRefused == WhenRefused::ChangeTheOthers);
    if (!isWritten)
        return result; // without finish() the step leaves the book as it was
    step.setLabel(labelOf(change, result.changed));
    HEADWAY_TRY(set, step.finish(lastAsked(progress, all)));
    result.set = std::move(set);
    return result;
}

Result<qint64> countChanged(sql::Connection &connection, const BulkChange &change, const Actor &actor)
{
    qint64 count = 0;
    for (const qint64 id : change.ids) {
        const Result<bool> differs = wouldDiffer(connection, {change.kind, id}, change, actor);
        if (differs)
            count += *differs ? 1 : 0;
        else if (!isRefusal(differs.error()))
            return failure(differs.error());
    }
    return count;
}

Ticket countChanged(Workspace &workspace, QObject *context, const BulkChange &change,
                    std::function<void(Result<qint64>)> then)
{
    const Actor actor = workspace.actor();
    return workspace.read<qint64>(
        context,
        [change, actor](sql::Connection &connection) { return countChanged(connection, change, actor); },
        std::move(then));
}

Result<BulkReport> deleteRecords(sql::Connection &connection, const std::vector<EntityRef> &records,
                                 const Actor &actor, const Progress &progress)
{
    const std::vector<EntityRef> sorted = inOrder(records);
    BulkReport result;
    HEADWAY_TRY(step, store::StepWriter::begin(connection, {}, Origin::Typed, actor));
    Sentence label;
    qint64 done = 0;
    for (const EntityRef &ref : sorted) {
        HEADWAY_CHECK(readOn(step, sorted, done));
        const Result<Edit> edit = deletion(connection, step, ref);
        if (!edit && edit.error().code != ErrorCode::NotFound)
            return failure(edit.error());
        if (edit) {
            HEADWAY_CHECK(step.apply(edit->changes.front()));
            label = edit->label;
            ++result.changed;
        }
        HEADWAY_CHECK(reportSometimes(progress, ++done, qint64(sorted.size())));
    }
    if (result.changed == 0)
        return result;
    step.setLabel(result.changed == 1 ? label : store::deletionLabel(sorted, result.changed));
    HEADWAY_TRY(set, step.finish(lastAsked(progress, done)));
    result.set = std::move(set);
    return result;
}

void changeRecords(Workspace &workspace, QObject *context, const BulkChange &change, const Progress &progress,
                   BulkDone then)
{
    const Actor actor = workspace.actor();
    run(
        workspace, context,
        [change, actor, progress](sql::Connection &connection) {
            return changeRecords(connection, change, actor, progress);
        },
        std::move(then));
}

void deleteRecords(Workspace &workspace, QObject *context, const std::vector<EntityRef> &records,
                   const Progress &progress, BulkDone then)
{
    const Actor actor = workspace.actor();
    run(
        workspace, context,
        [records, actor, progress](sql::Connection &connection) {
            return deleteRecords(connection, records, actor, progress);
        },
        std::move(then));
}

} // namespace headway::app
