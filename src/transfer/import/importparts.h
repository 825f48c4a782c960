// SPDX-License-Identifier: GPL-3.0-or-later
// Which kinds of records a file holds, by its columns and its name: one as a rule, several where the columns say
// whose they are ("Person - Name,Deal - Title"). Pure; any thread; nothing fails.
#pragma once

#include "domain/records/activity.h"
#include "exchange/plan/importplan.h"
#include "transfer/import/rowkinds.h"
#include "transfer/rows/importrow.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace headway::transfer {

struct FilePart {
    EntityKind kind = EntityKind::Contact;
    // In a file of several kinds, its columns; a row with nothing in them has no such record.
    std::vector<qsizetype> own = {};
    bool isMain = true;     // what the file is about; of other kinds it only has what stands beside that
    bool isOfMoves = false; // its rows are moves of such records; they come after those
    // Where columns go that would go elsewhere in a file of nothing but this kind.
    std::vector<exchange::MapRule> map = {};
    // The column that says of each row what it is; those of another kind are not of this part.
    qsizetype kindColumn = -1;
    QString kindColumnName = {};
    bool takesUnsaid = false; // rows of which it says nothing
    // What the user says its other words mean, by fold(); none: such rows are left out.
    QHash<QString, std::optional<EntityKind>> saidKinds = {};

    // Whether a row has a record of this part.
    bool takes(const QStringList &cells) const;
    // What stands in that column, if nobody knows which kind of record it means.
    QString oddKind(const QStringList &cells) const;
};

// A file of nothing but this kind.
[[nodiscard]] FilePart wholeFile(EntityKind kind, const exchange::ImportPlan &plan);

// In the order in which they are to be imported; empty if it is not clear what the file holds. `rows`: what is
// said of each row.
[[nodiscard]] std::vector<FilePart> partsOf(const QStringList &columns, const QString &fileName,
                                            const std::vector<CustomField> &custom,
                                            const std::optional<RowKinds> &rows = {});

// Whether it is a file of a known product, by its columns, that holds what this program has no place for, by its name:
// "CampaignMember.csv" of Salesforce.
[[nodiscard]] bool isOfNoUse(const QStringList &columns, const QString &fileName);

// What a file of activities holds if its name says so: "tasks.csv"; none if it names several kinds.
[[nodiscard]] std::optional<ActivityKind> activityKindInName(const QString &fileName);

// What its columns and its name say of all activities in it.
[[nodiscard]] ActivityFile activityFile(const exchange::ImportPlan &plan, const QString &fileName);

// By what a record of the plan is recognised when the file comes again: its id in the other system, else what is its
// own. In a file of several kinds a person stands in many rows, known by name and company. Empty: by nothing.
// Ids of nobody knows which system are the same record's only if its name is the same, too.
enum class IdsOf { OneSystem, Anybody };
[[nodiscard]] QStringList likelyKeys(const exchange::ImportPlan &plan, const FilePart &part, IdsOf ids);

// Of rows that have nothing in those keys: one without an id is known as if the file had none, somebody without an
// e-mail address by name and company.
[[nodiscard]] QStringList keysWithout(const exchange::ImportPlan &plan, const QStringList &keys);

} // namespace headway::transfer
