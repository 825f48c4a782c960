// SPDX-License-Identifier: GPL-3.0-or-later
// Which kinds of records a file holds, by its columns and its name: one as a rule, several where the columns say
// whose they are ("Person - Name,Deal - Title"). Pure; any thread; nothing fails.
#pragma once

#include "domain/records/activity.h"
#include "exchange/plan/importplan.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace headway::transfer {

struct FilePart {
    EntityKind kind = EntityKind::Contact;
    // In a file of several kinds, its columns; a row with nothing in them has no such record.
    std::vector<qsizetype> own = {};
    bool isMain = true; // what the file is about; of other kinds it only has what stands beside that
};

// In the order in which they are to be imported; empty if nothing is recognised.
[[nodiscard]] std::vector<FilePart> partsOf(const QStringList &columns, const QString &fileName,
                                            const std::vector<CustomField> &custom);

// What a file of activities holds if its name says so: "tasks.csv"; none if it names several kinds.
[[nodiscard]] std::optional<ActivityKind> activityKindInName(const QString &fileName);

// By what a record of the plan is recognised when the file comes again: its id in the other system, else what is its
// own. In a file of several kinds a person stands in many rows, known by name and company. Empty: by nothing.
// Ids of nobody knows which system are the same record's only if its name is the same, too.
enum class IdsOf { OneSystem, Anybody };
[[nodiscard]] QStringList likelyKeys(const exchange::ImportPlan &plan, const FilePart &part, IdsOf ids);

// Of people who have nothing in those keys: one without an id is known by the e-mail address, one without that by name
// and company.
[[nodiscard]] QStringList keysWithout(const exchange::ImportPlan &plan, const QStringList &keys);

} // namespace headway::transfer
