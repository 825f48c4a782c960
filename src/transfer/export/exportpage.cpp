// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/export/exportpage.h"

#include "domain/records/linkednames.h"
#include "domain/records/record.h"
#include "store/reading/groups.h"
#include "store/reading/lists.h"
#include "store/rows/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

using Shows = ExportColumn::Shows;

constexpr int pageSize = 1000;
constexpr qsizetype mostNamesKept = 50'000; // for each kind

// The references that a column shows, by name or by id; for child records, all of them.
std::vector<int> shownReferences(const EntityInfo &info, const std::vector<ExportColumn> &columns)
{
    std::vector<int> references;
    for (int i = 0; i < int(info.fields.size()); ++i) {
        const FieldType type = info.field(i).type;
        const bool isReference = type == FieldType::Reference || type == FieldType::RecordId;
        const bool isShown =
            info.has(KindTrait::IsPart)
            || std::any_of(columns.begin(), columns.end(), [i](const ExportColumn &column) {
                   return column.field == i && (column.shows == Shows::Name || column.shows == Shows::Field);
               });
        if (isReference && isShown)
            references.push_back(i);
    }
    return references;
}

Result<std::vector<qint64>> idsOf(sql::Connection &connection, const ExportRequest &request)
{
    if (!request.grouping)
        return store::ids(connection, request.query, request.viewer, 0);
    HEADWAY_TRY(grouped,
                store::groupedIds(connection,
                                  {request.query, *request.grouping, request.firstMonth, request.today},
                                  request.viewer));
    return std::move(grouped.ids);
}

} // namespace

std::vector<qint64> idsIn(const ExportPage &page)
{
    std::vector<qint64> ids;
    ids.reserve(page.records.size());
    for (const Record &record : page.records)
        ids.push_back(record.ref.id);
    return ids;
}

EntityRef referenceIn(const EntityInfo &info, const Record &record, int field)
{
    const FieldInfo &described = info.field(field);
    if (described.type == FieldType::Reference)
        return {described.target, integerOf(record.row[size_t(field)])};
    const auto kind = entityKindNamed(textOf(record.row[size_t(field - 1)]));
    return {kind.value_or(EntityKind::Deal), integerOf(record.row[size_t(field)])};
}

ExportReader::ExportReader(sql::Connection &connection, EntityKind kind,
                           const std::vector<ExportColumn> &columns)
    : m_connection(connection), m_info(entityInfo(kind)), m_fields(fieldsFor(kind, columns)),
      m_references(shownReferences(m_info, columns)),
      m_showsLinked(std::any_of(columns.begin(), columns.end(), [](const ExportColumn &column) {
          return column.shows == Shows::With || column.shows == Shows::Deals;
      }))
{
}

Result<std::unique_ptr<ExportReader>> ExportReader::open(sql::Connection &connection,
                                                         const ExportRequest &request,
                                                         const std::vector<ExportColumn> &columns)
{
    auto reader = std::unique_ptr<ExportReader>(new ExportReader(connection, request.query.kind, columns));
    if (request.query.filter.isEmpty() && request.query.order.empty() && !request.grouping) {
        HEADWAY_TRY(count, store::countOf(connection, request.query.kind));
        reader->m_count = count;
        return reader;
    }
    HEADWAY_TRY(ids, idsOf(connection, request));
    reader->m_count = qint64(ids.size());
    reader->m_ids = std::move(ids);
    return reader;
}

Result<bool> ExportReader::next(ExportPage &page)
{
    HEADWAY_CHECK(readRecords(page));
    if (page.records.empty())
        return false;
    HEADWAY_CHECK(readNames(page));
    HEADWAY_CHECK(readCurrencies(page));
    HEADWAY_CHECK(readLinked(page));
    return true;
}

Result<> ExportReader::readRecords(ExportPage &page)
{
    if (!m_ids) {
        HEADWAY_CHECK(
            store::readPageAfter(m_connection, m_info.kind, m_lastId, pageSize, m_fields, page.records));
        if (!page.records.empty())
            m_lastId = page.records.back().ref.id;
        return {};
    }
    const size_t end = std::min(m_ids->size(), m_at + size_t(pageSize));
    const std::vector<qint64> ids(m_ids->begin() + qsizetype(m_at), m_ids->begin() + qsizetype(end));
    m_at = end;
    HEADWAY_TRY(records, store::loadMany(m_connection, m_info.kind, ids));
    page.records = std::move(records);
    return {};
}

// The names that the page needs are read once for it, and many of them kept for the next.
Result<> ExportReader::readNames(ExportPage &page)
{
    for (auto &[kind, names] : m_names) {
        if (names.size() > mostNamesKept)
            names.clear();
    }
    std::vector<EntityRef> unknown;
    std::vector<size_t> unknownAt;
    page.names.resize(page.records.size() * m_references.size());
    auto name = page.names.begin();
    for (const Record &record : page.records) {
        for (const int field : m_references) {
            const EntityRef ref = referenceIn(m_info, record, field);
            *name = ref.id ? nameOf(ref) : QString();
            if (ref.id && name->isNull()) {
                unknown.push_back(ref);
                unknownAt.push_back(size_t(name - page.names.begin()));
            }
            ++name;
        }
    }
    HEADWAY_CHECK(findNames(unknown));
    for (size_t i = 0; i < unknown.size(); ++i)
        page.names[unknownAt[i]] = nameOf(unknown[i]);
    return {};
}

Result<> ExportReader::findNames(const std::vector<EntityRef> &unknown)
{
    std::map<EntityKind, std::vector<qint64>> wanted;
    for (const EntityRef &ref : unknown)
        wanted[ref.kind].push_back(ref.id);
    for (auto &[kind, ids] : wanted) {
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        HEADWAY_CHECK(store::addNames(m_connection, kind, ids, m_names[kind]));
    }
    return {};
}

// Null if it was deleted, or has not been read yet.
QString ExportReader::nameOf(EntityRef ref) const
{
    const auto names = m_names.find(ref.kind);
    return names == m_names.end() ? QString() : names->second.value(ref.id);
}

// Prices are in the currency of their deal.
Result<> ExportReader::readCurrencies(ExportPage &page)
{
    page.currencies.clear();
    if (m_info.kind != EntityKind::LineItem)
        return {};
    std::vector<qint64> deals;
    for (const Record &record : page.records)
        deals.push_back(integerOf(record.value(u"deal_id")));
    HEADWAY_TRY(currencies, store::currenciesOf(m_connection, deals));
    for (const qint64 deal : deals)
        page.currencies.push_back(currencies.value(deal));
    return {};
}

// The records that the activities of the page are about.
Result<> ExportReader::readLinked(ExportPage &page)
{
    page.with.clear();
    page.deals.clear();
    if (!m_showsLinked)
        return {};
    HEADWAY_TRY(rows, store::rows(m_connection, m_info.kind, idsIn(page)));
    QHash<qint64, const LoadedRecord *> found;
    for (const LoadedRecord &row : rows)
        found.insert(row.record.ref.id, &row);
    for (const Record &record : page.records) {
        const LoadedRecord *row = found.value(record.ref.id);
        page.with.push_back(row ? linkedNames(row->linked, Linked::With) : QString());
        page.deals.push_back(row ? linkedNames(row->linked, Linked::Deals) : QString());
    }
    return {};
}

} // namespace headway::transfer
