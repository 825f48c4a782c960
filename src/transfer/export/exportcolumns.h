// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of an export: what each shows, how it is called, and which fields must be read for it. Fails on unknown
// columns, and as the connection does.
#pragma once

#include "domain/records/lists.h"
#include "domain/result.h"
#include "store/rows/records.h"

#include <QStringList>

#include <vector>

namespace headway::transfer {

struct ExportColumn {
    enum class Shows { Id, Field, Name, Custom, Created, Modified, Probability, Weighted, With, Deals };

    Shows shows = Shows::Field;
    int field = -1; // Field, Name: index of the kind's field; Custom: of the custom field
    QString title = {};
};

// In the order of their columns.
[[nodiscard]] Result<std::vector<CustomField>> customFieldsOf(sql::Connection &connection, EntityKind kind);

[[nodiscard]] std::vector<ExportColumn> allColumns(EntityKind kind, const std::vector<CustomField> &custom);

// Those of these names; all if there are none.
[[nodiscard]] Result<std::vector<ExportColumn>>
chosenColumns(EntityKind kind, const std::vector<CustomField> &custom, const QStringList &names);

// The fields of the kind that must be read for the columns, in ascending order.
[[nodiscard]] std::vector<int> fieldsFor(EntityKind kind, const std::vector<ExportColumn> &columns);

} // namespace headway::transfer
