// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/commit/newrecords.h"

#include "domain/changes/derive.h"
#include "domain/records/activity.h"
#include "domain/records/record.h"
#include "sql/bulkinsert.h"
#include "store/commit/textsize.h"

#include <QStringList>

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

constexpr size_t mostHeld = 4096; // with their parts: some MB
constexpr size_t mostLogged = 4;  // portions of changes, as StepWriter writes them

QStringList columnsOf(EntityKind kind)
{
    QStringList names{u"id"_s};
    for (const FieldInfo &field : entityInfo(kind).fields)
        names += field.name;
    return names << u"created_at"_s << u"modified_at"_s;
}

// Where a field stands in the rows of a kind.
size_t placeOf(EntityKind kind, QStringView field)
{
    return size_t(entityInfo(kind).indexOf(field));
}

EntityRef ownerOf(EntityKind part, const Row &row)
{
    const size_t at = placeOf(part, u"record_kind");
    return {entityKindNamed(textOf(row[at])).value_or(EntityKind::Deal), integerOf(row[at + 1])};
}

// As derived.cpp says of links: the time of the activity, and 0 done, 1 planned, 2 neither.
void deriveLink(Row &link, const Row &activity)
{
    static const size_t at = placeOf(EntityKind::ActivityLink, u"at");
    static const size_t phase = placeOf(EntityKind::ActivityLink, u"phase");
    static const size_t time = placeOf(EntityKind::Activity, u"at");
    static const size_t state = placeOf(EntityKind::Activity, u"state");
    const QString code = textOf(activity[state]);
    link[at] = activity[time];
    link[phase] = qint64(code == "planned"_L1 ? 1 : code == "done"_L1 ? 0 : 2);
}

// Of the contact points of a record the one that its own field shows: valid before invalid, primary before others.
class Shown
{
public:
    void offer(const Row &point)
    {
        static const size_t invalid = placeOf(EntityKind::ContactPoint, u"is_invalid");
        static const size_t primary = placeOf(EntityKind::ContactPoint, u"is_primary");
        const std::pair rank{integerOf(point[invalid]), -integerOf(point[primary])};
        if (m_point && m_rank <= rank)
            return;
        m_rank = rank;
        m_point = &point;
    }
    Value value() const
    {
        static const size_t value = placeOf(EntityKind::ContactPoint, u"value");
        return m_point ? (*m_point)[value] : Value(QString(u""_s));
    }

private:
    const Row *m_point = nullptr;
    std::pair<qint64, qint64> m_rank;
};

} // namespace

NewRecords::NewRecords(sql::Connection &connection, qint64 operation)
    : m_connection(&connection), m_operation(operation), m_ids(connection), m_keys(connection),
      m_documents(connection)
{
    m_connection->setBefore(
        [this](const QString &statement) { return isAbout(statement) ? write() : Result<>(); });
}

NewRecords::~NewRecords()
{
    (void)m_connection->together();
    m_connection->setBefore({});
}

bool NewRecords::isAbout(const QString &statement) const
{
    if (m_batch.records.empty())
        return false;
    return statement.contains("search_"_L1) || statement.contains("activity_index"_L1)
        || std::any_of(m_batch.kinds.begin(), m_batch.kinds.end(),
                       [&](const auto &kind) { return statement.contains(tableName(kind.first)); });
}

// Whether the record is seen to together with the one that it belongs to.
bool NewRecords::attach(size_t place)
{
    Held &held = m_batch.records[place];
    EntityRef owner;
    switch (held.ref.kind) {
    // kinds: the parts of which derived.cpp says what follows from them
    case EntityKind::ContactPoint:
    case EntityKind::Address:
    case EntityKind::TagLink: owner = ownerOf(held.ref.kind, held.row); break;
    case EntityKind::LineItem:
        owner = {EntityKind::Deal, integerOf(held.row[placeOf(EntityKind::LineItem, u"deal_id")])};
        break;
    default: return false;
    }
    const auto found = m_places.constFind(owner);
    if (found == m_places.cend())
        return false;
    m_batch.records[*found].parts.push_back(place);
    return true;
}

NewRecords::Open NewRecords::follow(size_t place)
{
    Held &held = m_batch.records[place];
    const EntityKind kind = held.ref.kind;
    if (kind == EntityKind::ActivityLink) {
        static const size_t activity = placeOf(EntityKind::ActivityLink, u"activity_id");
        const auto found = m_places.constFind({EntityKind::Activity, integerOf(held.row[activity])});
        if (found == m_places.cend())
            return Open::All;
        deriveLink(held.row, m_batch.records[*found].row);
        return Open::Dates;
    }
    const bool isSeenTo =
        kind == EntityKind::Activity || entityInfo(kind).has(KindTrait::IsSearched) || attach(place);
    return isSeenTo ? Open::Nothing : Open::All;
}

void NewRecords::noteOwners(const Held &part)
{
    const EntityInfo &info = entityInfo(part.ref.kind);
    for (size_t i = 0; i < info.fields.size(); ++i) {
        if (info.fields[i].type == FieldType::Reference && integerOf(part.row[i]))
            m_owners.insert({info.fields[i].target, integerOf(part.row[i])});
        else if (info.fields[i].type == FieldType::RecordId)
            m_owners.insert(ownerOf(part.ref.kind, part.row));
    }
}

Result<qint64> NewRecords::add(EntityRef ref, Row row, Times times)
{
    const EntityInfo &info = entityInfo(ref.kind);
    // Between two records, not between one and its parts.
    const bool isFull = m_batch.records.size() >= mostHeld || m_batch.textSize > mostTextHeld;
    if (isFull && !info.has(KindTrait::IsPart)) {
        HEADWAY_CHECK(m_ids.refill());
        HEADWAY_CHECK(passOn());
    }
    const QString table = tableName(ref.kind);
    if (ref.id > 0) {
        HEADWAY_CHECK(m_ids.take(table, ref.id));
    } else {
        HEADWAY_TRY(id, m_ids.next(table));
        ref.id = id;
    }
    m_keys.note(ref.kind, row);
    m_batch.textSize += textSize(row);
    const size_t place = m_batch.records.size();
    m_batch.records.push_back({ref, std::move(row), times, {}});
    m_places.insert(ref, place);
    m_batch.kinds[ref.kind].push_back(place);
    m_open = follow(place);
    if (info.has(KindTrait::IsPart) && m_open != Open::Nothing)
        noteOwners(m_batch.records[place]);
    return ref.id;
}

void NewRecords::changed(EntityRef ref, const Row &row)
{
    m_keys.note(ref.kind, row);
    m_documents.forgetName(ref);
}

void NewRecords::derive(Batch &batch, Held &held)
{
    const EntityInfo &info = entityInfo(held.ref.kind);
    Shown email;
    Shown phone;
    const Row *place = nullptr;
    const Row *item = nullptr;
    static const size_t by = placeOf(EntityKind::ContactPoint, u"reach_by");
    static const size_t position = placeOf(EntityKind::LineItem, u"position");
    for (const size_t at : held.parts) {
        const Held &part = batch.records[at];
        if (part.ref.kind == EntityKind::ContactPoint && textOf(part.row[by]) == "phone"_L1)
            phone.offer(part.row);
        else if (part.ref.kind == EntityKind::ContactPoint && textOf(part.row[by]) == "email"_L1)
            email.offer(part.row);
        else if (part.ref.kind == EntityKind::Address && !place)
            place = &part.row;
        else if (part.ref.kind == EntityKind::LineItem
                 && (!item || integerOf(part.row[position]) < integerOf((*item)[position])))
            item = &part.row;
    }
    const auto set = [&](QStringView field, Value value) {
        held.row[size_t(info.indexOf(field))] = std::move(value);
    };
    if (info.has(KindTrait::HasContactPoints)) {
        set(u"email", email.value());
        set(u"phone", phone.value());
        for (const QStringView field : {u"city", u"country"})
            set(field, place ? (*place)[placeOf(EntityKind::Address, field)] : Value(QString(u""_s)));
    }
    if (item)
        set(u"product_id", (*item)[placeOf(EntityKind::LineItem, u"product_id")]);
}

// The words of the records are known by then; their rows are used up.
Result<> NewRecords::writeRows(Batch &batch)
{
    sql::Values cells;
    for (const EntityKind kind : allEntityKinds()) {
        const auto places = batch.kinds.find(kind);
        if (places == batch.kinds.end() || places->second.empty())
            continue;
        HEADWAY_TRY(rows, m_connection->bulkInsert(tableName(kind), columnsOf(kind)));
        for (const size_t place : places->second) {
            Held &held = batch.records[place];
            cells.assign(1, held.ref.id);
            std::move(held.row.begin(), held.row.end(), std::back_inserter(cells));
            cells.push_back(held.times.created.ms);
            cells.push_back(held.times.modified.ms);
            HEADWAY_CHECK(rows->add(cells));
        }
        HEADWAY_CHECK(rows->finish());
    }
    return {};
}

void NewRecords::addWords(Batch &batch)
{
    std::vector<const Row *> points;
    std::vector<const Row *> tags;
    for (const Held &held : batch.records) {
        if (held.ref.kind == EntityKind::Activity) {
            batch.activities.push_back({held.ref.id, shortened(searchText(EntityKind::Activity, held.row))});
            continue;
        }
        if (!entityInfo(held.ref.kind).has(KindTrait::IsSearched))
            continue;
        points.clear();
        tags.clear();
        for (const size_t at : held.parts) {
            const Held &part = batch.records[at];
            if (part.ref.kind == EntityKind::ContactPoint)
                points.push_back(&part.row);
            else if (part.ref.kind == EntityKind::TagLink)
                tags.push_back(&part.row);
        }
        batch.documents.push_back(documentOf(held.ref, held.row, points, tags));
    }
}

Result<> NewRecords::writeAll(Batch &batch)
{
    if (batch.isOneOfMany)
        HEADWAY_CHECK(m_documents.gather());
    HEADWAY_CHECK(writeRows(batch));
    HEADWAY_CHECK(writeEntries(*m_connection, m_operation, batch.changes));
    HEADWAY_CHECK(m_documents.write(batch.documents));
    return batch.activities.empty() ? Result<>() : writeActivities(*m_connection, batch.activities);
}

Result<> NewRecords::writeBeside(Batch &batch)
{
    auto written = writeAll(batch);
    // It is of no row that could be left out.
    if (!written
        && (written.error().code == ErrorCode::Invalid || written.error().code == ErrorCode::NotFound))
        written.error().code = ErrorCode::Internal;
    return written;
}

Result<> NewRecords::log(std::span<const Change> changes, qint64 size)
{
    std::vector<ChangeEntry> entries = entriesFor(changes);
    std::move(entries.begin(), entries.end(), std::back_inserter(m_batch.changes));
    m_batch.textSize += size;
    return ++m_batch.portions < mostLogged && m_batch.textSize <= mostTextHeld ? Result<>() : passOn();
}

// What is held, ready to be written.
NewRecords::Batch NewRecords::taken()
{
    Batch batch = std::exchange(m_batch, {});
    m_count += batch.records.size();
    batch.isOneOfMany = m_count >= mostHeld; // though readers have had the others written
    for (Held &held : batch.records) {
        if (!held.parts.empty())
            derive(batch, held);
    }
    addWords(batch);
    m_places.clear();
    m_owners.clear();
    m_keys.written(); // whoever reads waits until they are
    return batch;
}

Result<> NewRecords::passOn()
{
    HEADWAY_CHECK(m_ids.tell());
    const auto batch = std::make_shared<Batch>(taken());
    HEADWAY_CHECK(m_connection->runBeside([this, batch] { return writeBeside(*batch); }));
    m_passedOn = batch; // the one before goes, while this one is being written
    return {};
}

Result<> NewRecords::write()
{
    if (!m_batch.records.empty() || !m_batch.changes.empty())
        HEADWAY_CHECK(passOn());
    return m_connection->together();
}

Result<> NewRecords::finish(const Progress &progress)
{
    HEADWAY_CHECK(write());
    m_passedOn.reset();
    return m_documents.finish(progress);
}

} // namespace headway::store
