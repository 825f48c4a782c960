// SPDX-License-Identifier: GPL-3.0-or-later
// What an export reads, page by page: records, and of other records what their rows show. The pages are values and go
// to another thread; reading is on the thread of the connection, best inside one transaction. Fails as that does.
#pragma once

#include "store/reading/exportpages.h"
#include "transfer/export/exportcolumns.h"
#include "transfer/export/exporter.h"

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace headway::transfer {

struct ExportPage {
    std::vector<Record> records = {};
    // For each record one name for each of ExportReader::references(); null where the other record was deleted.
    std::vector<QString> names = {};
    // For each record; none if no column shows them.
    std::vector<QString> with = {};
    std::vector<QString> deals = {};
    // For each line item, that of its deal.
    std::vector<QString> currencies = {};
};

// Of its records.
std::vector<qint64> idsIn(const ExportPage &page);

class ExportReader
{
public:
    // All of them outlive the reader.
    static Result<std::unique_ptr<ExportReader>>
    open(sql::Connection &connection, const ExportRequest &request, const std::vector<ExportColumn> &columns);

    // How many records there are.
    qint64 count() const { return m_count; }
    // Indexes of the fields that refer to a record whose name is needed.
    const std::vector<int> &references() const { return m_references; }
    // The next page, in place of what `page` held; false if there is none.
    Result<bool> next(ExportPage &page);

private:
    ExportReader(sql::Connection &connection, EntityKind kind, const std::vector<ExportColumn> &columns);

    Result<> readRecords(ExportPage &page);
    Result<> readNames(ExportPage &page);
    Result<> findNames(const std::vector<EntityRef> &unknown);
    Result<> readCurrencies(ExportPage &page);
    Result<> readLinked(ExportPage &page);
    QString nameOf(EntityRef ref) const;

    sql::Connection &m_connection;
    const EntityInfo &m_info;
    std::vector<int> m_fields;
    std::vector<int> m_references;
    bool m_showsLinked;
    std::optional<std::vector<qint64>> m_ids; // none: the whole kind by ascending id
    size_t m_at = 0;
    qint64 m_lastId = 0;
    qint64 m_count = 0;
    std::map<EntityKind, QHash<qint64, QString>> m_names; // of this page and some before
};

// The record that the field refers to; id 0 if there is none.
EntityRef referenceIn(const EntityInfo &info, const Record &record, int field);

} // namespace headway::transfer
