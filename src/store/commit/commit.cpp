// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/commit/commit.h"

#include "domain/changes/customvalues.h"
#include "domain/changes/derive.h"
#include "domain/changes/validate.h"
#include "domain/records/record.h"
#include "domain/rules/users.h"
#include "store/commit/changelog.h"
#include "store/commit/dependants.h"
#include "store/commit/textsize.h"
#include "store/rows/records.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

// A ChangeSet larger than this is only counted: listeners reload instead.
constexpr size_t mostChangesKept = 2000;
constexpr qint64 fewestOfLongStep = 1000; // changes
constexpr size_t fewestExpected = 16;     // changes whose records are read together
constexpr size_t mostExpected = 256;
constexpr size_t mostUnwritten = 2000; // changes that are written to the log together

RecordName nameOf(const Record &record)
{
    return {record.ref, titleOf(record.ref.kind, record.row).left(80)};
}

} // namespace

Result<ChangeSet> commit(sql::Connection &connection, const Edit &edit, const Actor &actor)
{
    HEADWAY_TRY(step,
                StepWriter::begin(connection,
                                  {.at = actor.now,
                                   .actor = actor.user,
                                   .label = edit.label,
                                   .origin = edit.origin,
                                   .reverts = edit.reverts,
                                   .changeCount = qint64(edit.changes.size())}));
    HEADWAY_CHECK(step.applyAll(edit.changes));
    return step.finish();
}

namespace {

Result<> takeBack(StepWriter &step, const Sentence &label, std::span<const Change> inverted)
{
    auto applied = step.applyAll(inverted);
    if (applied)
        return {};
    Error error = std::move(applied.error());
    if (error.code == ErrorCode::Conflict)
        error.text = Sentence::tr("Cannot take back “%1”: %2").arg(label, error.text);
    return failure(std::move(error));
}

} // namespace

Result<ChangeSet> revert(sql::Connection &connection, qint64 operation, const Actor &actor,
                         const Progress &progress)
{
    constexpr int batch = 1000; // changes
    HEADWAY_TRY(target, loadOperation(connection, operation));
    if (target.revertedBy)
        return failure(ErrorCode::Conflict, Sentence::tr("“%1” is taken back already.").arg(target.label));
    const bool redo = target.origin == Origin::Undo;
    HEADWAY_TRY(
        step,
        StepWriter::begin(connection, target.label, redo ? Origin::Redo : Origin::Undo, actor, operation));
    qint64 before = 0;
    while (true) {
        HEADWAY_TRY(entries, entriesOf(connection, operation, before, batch));
        if (entries.empty())
            return step.finish(progress);
        before = entries.back().id;
        std::vector<Change> inverted;
        for (size_t i = 0; i < entries.size(); ++i) {
            HEADWAY_TRY(more, inverseOf(connection, entries[i]));
            std::move(more.begin(), more.end(), std::back_inserter(inverted));
            if (inverted.size() < batch && i + 1 < entries.size())
                continue;
            HEADWAY_CHECK(takeBack(step, target.label, inverted));
            inverted.clear();
            HEADWAY_CHECK(reportProgress(progress, step.changeCount(), target.changeCount));
        }
    }
}

StepWriter::StepWriter(sql::Connection &connection, sql::Transaction transaction)
    : m_connection(&connection), m_transaction(std::move(transaction)), m_derivation(connection),
      m_leadStates(connection), m_rows(connection)
{
}

Result<StepWriter> StepWriter::begin(sql::Connection &connection, const Sentence &label, Origin origin,
                                     const Actor &actor, qint64 reverts)
{
    return begin(
        connection,
        {.at = actor.now, .actor = actor.user, .label = label, .origin = origin, .reverts = reverts});
}

Result<StepWriter> StepWriter::begin(sql::Connection &connection, const Operation &expected)
{
    HEADWAY_TRY(transaction, sql::Transaction::write(connection));
    StepWriter step(connection, std::move(transaction));
    HEADWAY_TRY(id, appendOperation(connection, expected));
    step.m_begun = expected;
    step.m_begun.id = id;
    step.m_set.operation = step.m_begun;
    step.m_set.operation.changeCount = 0;
    if (expected.reverts && connection.engine() == sql::Engine::Sqlite) {
        HEADWAY_TRY(between,
                    connection.cell(u"SELECT id FROM operation WHERE id > ? AND id < ? LIMIT 1"_s,
                                    {expected.reverts, id}));
        if (isNull(between))
            step.m_derivation.setTakesBackNewest();
    }
    if (expected.origin == Origin::Imported)
        step.m_new = std::make_unique<NewRecords>(connection, id);
    return step;
}

Change StepWriter::resolved(Change change) const
{
    if (m_newIds.isEmpty())
        return change;
    const EntityInfo &info = entityInfo(change.ref.kind);
    const auto lookUp = [this](EntityKind kind, Value &value) {
        if (integerOf(value) < 0)
            value = m_newIds.value({kind, integerOf(value)}, 0);
    };
    if (change.ref.id < 0 && change.kind != ChangeKind::Create)
        change.ref.id = m_newIds.value(change.ref, 0);
    for (FieldDelta &delta : change.fields) {
        const FieldInfo &field = info.field(delta.field);
        if (field.type == FieldType::Reference) {
            lookUp(field.target, delta.after);
        } else if (field.type == FieldType::RecordId) {
            // The kind is in the field before; if that is unchanged it has the default.
            Value kind = info.defaults[size_t(delta.field - 1)];
            for (const FieldDelta &other : change.fields) {
                if (other.field == delta.field - 1)
                    kind = other.after;
            }
            lookUp(entityKindNamed(textOf(kind)).value_or(EntityKind::Deal), delta.after);
        }
    }
    return change;
}

Result<> StepWriter::applyAll(std::span<const Change> changes)
{
    for (size_t from = 0; from < changes.size(); from += mostExpected) {
        const auto part = changes.subspan(from, std::min(mostExpected, changes.size() - from));
        // Few are read one by one, as they are changed.
        if (changes.size() >= fewestExpected) {
            std::vector<EntityRef> refs;
            for (const Change &change : part) {
                if (change.kind != ChangeKind::Create && change.ref.id > 0)
                    refs.push_back(change.ref);
            }
            HEADWAY_CHECK(readTogether(refs));
        }
        for (const Change &change : part)
            HEADWAY_CHECK(apply(change));
        HEADWAY_CHECK(writeTogether());
    }
    return {};
}

Result<> StepWriter::readTogether(std::span<const EntityRef> records)
{
    std::map<EntityKind, std::vector<qint64>> ids;
    for (const EntityRef &ref : records)
        ids[ref.kind].push_back(ref.id);
    for (const auto &[kind, some] : ids) {
        HEADWAY_TRY(found, loadManyForChange(*m_connection, kind, some));
        for (Record &record : found) {
            const EntityRef ref = record.ref;
            m_expected.emplace(ref, std::move(record));
        }
    }
    m_keepsRows = true;
    return {};
}

Result<> StepWriter::writeTogether()
{
    m_expected.clear();
    m_keepsRows = false;
    return m_rows.write();
}

// Of a single change the row is written at once.
Result<> StepWriter::writeRow()
{
    return m_keepsRows ? Result<>() : m_rows.write();
}

Result<Record> StepWriter::present(EntityRef ref)
{
    if (const auto known = m_expected.constFind(ref); known != m_expected.constEnd())
        return *known;
    if (m_rows.contain(ref))
        HEADWAY_CHECK(m_rows.write());
    return load(*m_connection, ref);
}

// What is to be changed, as it is now. It is given once: then it is different.
Result<Record> StepWriter::take(EntityRef ref)
{
    if (const auto known = m_expected.find(ref); known != m_expected.end()) {
        Record record = std::move(*known);
        m_expected.erase(known);
        return record;
    }
    if (m_rows.contain(ref))
        HEADWAY_CHECK(m_rows.write());
    return loadForChange(*m_connection, ref);
}

// From rows that are there.
Result<> StepWriter::settle()
{
    if (m_new)
        HEADWAY_CHECK(m_new->write());
    HEADWAY_CHECK(m_rows.write());
    m_expected.clear(); // which has other fields then
    return m_derivation.settle();
}

Result<EntityRef> StepWriter::apply(Change change)
{
    if (m_derivation.isLarge())
        HEADWAY_CHECK(settle());
    return applyResolved(resolved(std::move(change)));
}

std::optional<sql::Connection::Around> StepWriter::past(EntityRef ref) const
{
    if (m_new && !m_new->holds(ref))
        return std::optional<sql::Connection::Around>(std::in_place, *m_connection);
    return std::nullopt;
}

Result<EntityRef> StepWriter::applyResolved(Change real)
{
    if (real.ref.kind == EntityKind::LeadStatus)
        m_leadStates.forget();
    if (real.kind == ChangeKind::Create)
        return create(std::move(real));
    const auto around = past(real.ref);
    switch (real.kind) {
    case ChangeKind::Create: break;
    case ChangeKind::Update: return update(real);
    case ChangeKind::Remove: return remove(real);
    case ChangeKind::Restore: return restore(real);
    }
    return real.ref;
}

// Of many records, as an import makes them.
Result<EntityRef> StepWriter::createLater(const Change &change, Row row, Times times)
{
    const EntityKind kind = change.ref.kind;
    HEADWAY_TRY(id, m_new->add(change.ref, std::move(row), times));
    const EntityRef ref{kind, id};
    if (m_new->open() == NewRecords::Open::All)
        m_derivation.note(ref, nullptr, &m_new->row(ref));
    else if (m_new->open() == NewRecords::Open::Dates)
        m_derivation.noteDates(m_new->row(ref));
    return ref;
}

Result<EntityRef> StepWriter::create(Change change)
{
    const EntityKind kind = change.ref.kind;
    Row row = rowAfter(entityInfo(kind).defaults, change.fields);
    HEADWAY_CHECK(validate(kind, row));
    HEADWAY_TRY(filled, m_leadStates.filled(kind, derive(kind, std::move(row))));
    row = std::move(filled);
    const Instant now = m_set.operation.at;
    const Times times{change.createdAt ? change.createdAt : now, now};
    EntityRef ref{kind, 0};
    if (m_new) {
        HEADWAY_TRY(made, createLater(change, std::move(row), times));
        ref = made;
    } else {
        HEADWAY_TRY(id, insertRow(*m_connection, change.ref, row, times));
        ref.id = id;
        m_derivation.note(ref, nullptr, &row);
    }
    if (change.ref.id < 0)
        m_newIds.insert(change.ref, ref.id);
    HEADWAY_CHECK(log({ChangeKind::Create, ref, std::move(change.fields), change.createdAt}));
    return ref;
}

// The field's value with its currency, or the name of the record it refers to, for display.
Result<FieldContent> StepWriter::contentOf(const Record &record, int field, const Value &value) const
{
    const FieldInfo &info = record.info().field(field);
    FieldContent content{record.ref.kind, QString(info.name), value, {}};
    if (info.type == FieldType::Money && record.info().indexOf(u"currency") >= 0)
        content.beside = textOf(record.value(u"currency"));
    if (info.type == FieldType::Reference && integerOf(value)) {
        HEADWAY_TRY(title, titleOf(*m_connection, {info.target, integerOf(value)}));
        content.beside = title;
    }
    return content;
}

Result<> StepWriter::conflict(const Record &record, const FieldDelta &delta) const
{
    const FieldInfo &field = record.info().field(delta.field);
    if (m_new)
        HEADWAY_CHECK(m_new->write()); // whose names are told
    HEADWAY_TRY(present, contentOf(record, delta.field, record.row[size_t(delta.field)]));
    HEADWAY_TRY(expected, contentOf(record, delta.field, delta.before));
    return failure(ErrorCode::Conflict,
                   Sentence::tr("%1 of %2 was changed in the meantime: it is now %3, not %4.")
                       .arg(headway::nameOf(record.ref.kind, field), nameOf(record), present, expected));
}

Result<> StepWriter::expectFields(const Record &record, const Change &change) const
{
    for (const FieldDelta &delta : change.fields) {
        const Value &present = record.row[size_t(delta.field)];
        // A rank is not content: moving a card in its column later must not prevent an undo.
        const FieldType type = record.info().field(delta.field).type;
        if (type == FieldType::Rank || present == delta.before || present == delta.after)
            continue;
        // Custom fields share one column; a change of a different custom field is not a conflict.
        if (type != FieldType::Json
            || !mergedCustom(textOf(present), textOf(delta.before), textOf(delta.after)))
            return conflict(record, delta);
    }
    return {};
}

Result<EntityRef> StepWriter::update(const Change &change)
{
    HEADWAY_TRY(record, take(change.ref));
    if (record.deletedAt)
        return failure(ErrorCode::Conflict,
                       Sentence::tr("%1 was deleted in the meantime.").arg(nameOf(record)));
    HEADWAY_CHECK(expectFields(record, change));
    Row row = record.row;
    for (const FieldDelta &delta : change.fields) {
        const FieldInfo &field = record.info().field(delta.field);
        if (!field.isLogged())
            continue; // only checked: it is derived from other changes of the step
        Value &cell = row[size_t(delta.field)];
        if (field.type == FieldType::Json && cell != delta.before) {
            HEADWAY_TRY(merged, mergedCustom(textOf(cell), textOf(delta.before), textOf(delta.after)));
            cell = merged;
        } else {
            cell = delta.after;
        }
    }
    const Origin origin = m_set.operation.origin;
    if (origin != Origin::Undo && origin != Origin::Redo) // which know it, if the step that they revert did
        row = LeadStates::moved(record.row, std::move(row), change, m_set.operation.at);
    HEADWAY_CHECK(validate(change.ref.kind, row));
    HEADWAY_TRY(filled, m_leadStates.filled(change.ref.kind, derive(change.ref.kind, std::move(row))));
    row = std::move(filled);
    const std::vector<FieldDelta> fields = difference(change.ref.kind, record.row, row);
    if (fields.empty())
        return change.ref;
    if (origin == Origin::Typed)
        row = touched(change.ref.kind, std::move(row), fields, m_set.operation.at);
    m_rows.update(record, row, m_set.operation.at);
    HEADWAY_CHECK(writeRow());
    if (m_new)
        m_new->changed(change.ref, row);
    m_derivation.note(change.ref, &record.row, &row);
    noteAdministrator(record, &row);
    if (change.ref.kind == EntityKind::LeadStatus)
        m_set.complete = false; // the state of its leads may follow: whoever shows some reads them again
    HEADWAY_CHECK(log({ChangeKind::Update, change.ref, fields, {}}));
    return change.ref;
}

Result<EntityRef> StepWriter::remove(const Change &change)
{
    HEADWAY_TRY(record, take(change.ref));
    if (record.deletedAt)
        return change.ref; // somebody else has removed it already, as the user wanted
    for (const FieldDelta &delta : change.fields) {
        if (record.info().field(delta.field).type != FieldType::Rank
            && record.row[size_t(delta.field)] != delta.before)
            HEADWAY_CHECK(conflict(record, delta));
    }
    m_rows.mark(change.ref, m_set.operation.at, m_set.operation.at);
    HEADWAY_CHECK(writeRow());
    m_derivation.note(change.ref, &record.row, nullptr);
    noteAdministrator(record, nullptr);
    if (m_set.operation.origin == Origin::Undo) // a redo repeats a removal that was valid before
        m_takenBack.push_back(change.ref);
    HEADWAY_CHECK(log({ChangeKind::Remove, change.ref, {}, {}}));
    return change.ref;
}

Result<EntityRef> StepWriter::restore(const Change &change)
{
    HEADWAY_TRY(record, take(change.ref));
    if (!record.deletedAt)
        return change.ref;
    m_rows.mark(change.ref, Instant{}, m_set.operation.at);
    HEADWAY_CHECK(writeRow());
    m_derivation.note(change.ref, nullptr, &record.row);
    HEADWAY_CHECK(log({ChangeKind::Restore, change.ref, {}, {}}));
    return change.ref;
}

Result<> StepWriter::log(Change change)
{
    if (++m_set.operation.changeCount == fewestOfLongStep) {
        HEADWAY_TRY(cache, sql::LargeCache::of(*m_connection));
        m_cache.emplace(std::move(cache));
    }
    const qint64 size = textSize(change);
    if (m_set.changes.size() < mostChangesKept && m_keptText <= mostTextHeld) {
        m_set.changes.push_back(change);
        m_keptText += size;
    } else {
        m_set.complete = false;
    }
    m_unwritten.push_back(std::move(change));
    m_unwrittenText += size;
    return m_unwritten.size() < mostUnwritten && m_unwrittenText <= mostTextHeld ? Result<>() : writeLog();
}

Result<> StepWriter::writeLog()
{
    if (m_unwritten.empty())
        return {};
    const std::vector<Change> changes = std::exchange(m_unwritten, {});
    const qint64 size = std::exchange(m_unwrittenText, 0);
    return m_new ? m_new->log(changes, size)
                 : writeEntries(*m_connection, m_set.operation.id, entriesFor(changes));
}

Result<> StepWriter::refuseIfNeeded() const
{
    HEADWAY_TRY(dependant, firstDependant(*m_connection, m_takenBack));
    if (!dependant) {
        HEADWAY_TRY(user, firstUseOfField(*m_connection, m_takenBack));
        dependant = user;
    }
    if (!dependant)
        return {};
    return failure(ErrorCode::Conflict,
                   Sentence::tr("Cannot take back “%1”: %2").arg(m_set.operation.label, *dependant));
}

// Notes that `before` was an active administrator and is not any more; `after` is null if the user is
// removed.
void StepWriter::noteAdministrator(const Record &before, const Row *after)
{
    if (before.ref.kind != EntityKind::User || !isActiveAdministrator(as<User>(before)))
        return;
    if (!after || !isActiveAdministrator(fromRow<User>(*after)))
        m_former = as<User>(before);
}

// Checked at the end, so that one step may replace the administrator.
Result<> StepWriter::keepAdministrator() const
{
    if (!m_former)
        return {};
    HEADWAY_TRY(users, loadAll<User>(*m_connection, {}));
    return checkAdministrators(*m_former, users);
}

// If the server goes away during the commit, it is unknown whether it was carried out.
Error StepWriter::undecided(Error error) const
{
    if (error.code == ErrorCode::Offline)
        error.text =
            Sentence::tr(
                "The server went away at the very moment of saving. Once it answers again, the history shows whether “%1” was kept.")
                .arg(m_set.operation.label);
    return error;
}

Result<ChangeSet> StepWriter::finish(const Progress &progress)
{
    HEADWAY_CHECK(writeLog());
    HEADWAY_CHECK(settle());
    if (m_new)
        HEADWAY_CHECK(m_new->finish(progress));
    HEADWAY_CHECK(refuseIfNeeded());
    HEADWAY_CHECK(keepAdministrator());
    HEADWAY_CHECK(closeOperation(*m_connection, m_begun, m_set.operation));
    HEADWAY_CHECK(reportProgress(progress, m_set.operation.changeCount, m_set.operation.changeCount));
    if (auto committed = m_transaction.commit(); !committed)
        return failure(undecided(std::move(committed.error())));
    m_set.followers = m_derivation.followers();
    return std::move(m_set);
}

} // namespace headway::store
