// SPDX-License-Identifier: GPL-3.0-or-later
// What an export reads: records page by page, and the names of those they refer to. On the thread of the
// connection, best inside one sql::Transaction::read, so that all pages show the same state of the book.
// Fails as the connection fails.
#pragma once

#include "domain/records/record.h"
#include "domain/result.h"
#include "sql/connection.h"

#include <QHash>

#include <vector>

namespace headway::store {

// The live records after `id`, by ascending id, with only these fields filled (indexes into the kind's
// fields), in place of those in `page`, whose memory is used again: it is empty, or a page of the same kind and fields.
Result<> readPageAfter(sql::Connection &connection, EntityKind kind, qint64 id, int most,
                       const std::vector<int> &fields, std::vector<Record> &page);

// Adds the names of those of `ids` that are live, never null ones; removed records are not exported.
Result<> addNames(sql::Connection &connection, EntityKind kind, const std::vector<qint64> &ids,
                  QHash<qint64, QString> &names);

// The currencies of these deals, for the prices of their line items.
Result<QHash<qint64, QString>> currenciesOf(sql::Connection &connection, const std::vector<qint64> &deals);

// How many live records of the kind there are.
Result<qint64> countOf(sql::Connection &connection, EntityKind kind);

} // namespace headway::store
