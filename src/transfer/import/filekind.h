// SPDX-License-Identifier: GPL-3.0-or-later
// What kind of records a table holds: its name decides where it names a kind that the columns can be; else a column has
// to be there that only this kind has. A name, a day and an amount are in bank statements and lists of scores as well:
// such a table is not clear. The words are data (resources/vocabulary/kinds.tsv). Pure; any thread; nothing fails.
#pragma once

#include "exchange/plan/importplan.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace headway::transfer {

// "hubspot-crm-exports-all-contacts-2026-03-04", "OpportunityExport", "DueDate" in words.
[[nodiscard]] QStringList wordsOfName(const QString &name);

// The kinds that a file's name names, in its order: "Tasks_001", "DEAL_1_deal", "res.partner".
[[nodiscard]] std::vector<EntityKind> kindsInName(const QString &fileName);

// Whether a column gives the records a name.
[[nodiscard]] bool isNamed(const exchange::ImportPlan &plan);

// How many columns the kind takes. Everything has a name: that it may be what an activity is about shows nothing, nor
// does "Customer since", which is a stage only in a file of deals.
[[nodiscard]] size_t knownColumns(const exchange::ImportPlan &plan);

// The kind that the name says and the columns do not contradict; of several that the one that takes the most columns.
[[nodiscard]] std::optional<EntityKind> kindByName(const QStringList &columns, const QString &fileName,
                                                   const std::vector<CustomField> &custom);

// The kind that the columns show by themselves; none if the table could be anything.
[[nodiscard]] std::optional<EntityKind> kindByColumns(const QStringList &columns,
                                                      const std::vector<CustomField> &custom);

} // namespace headway::transfer
