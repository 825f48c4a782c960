// SPDX-License-Identifier: GPL-3.0-or-later
// Names of other records by which a record is found: a deal by its company and its contact, a person by the company.
// Such a name is the title of what a searched field refers to, even if that was deleted. Statements are
// made once for each kind; any thread. What runs one fails as the connection fails.
#pragma once

#include "domain/fields/field.h"
#include "domain/result.h"
#include "sql/connection.h"

#include <QStringList>

#include <functional>
#include <span>
#include <vector>

namespace headway::store {

// For a query over the rows of a kind, which it calls "r". Empty for kinds without such names.
struct NamesQuery {
    int count = 0;
    QString columns = {};            // "t0.name, t1.name"
    QString joins = {};              // " LEFT JOIN company t0 ON t0.id = r.company_id LEFT JOIN …"
    std::vector<Traits> traits = {}; // of the field of each column
};
const NamesQuery &namesQuery(EntityKind kind);

// The words of the name in that column, as the index has them.
QStringList nameWords(const NamesQuery &names, int column, const QString &name);

// On a server waits for steps that are just giving one of the names by which these records are found, and keeps
// others from doing so until the end of this one. Before the records' words are locked, which a step that renames does
// afterwards.
Result<> holdNamesOfAll(sql::Connection &connection, EntityKind kind, std::span<const qint64> ids);
Result<> holdNames(sql::Connection &connection, EntityRef ref);
// The same for the names of those records themselves, by which others are found.
Result<> holdNamed(sql::Connection &connection, EntityKind kind, const std::vector<qint64> &ids);
// Adds the words of those names, which are held, to `words`.
Result<> addNames(sql::Connection &connection, EntityRef ref, QStringList &words);

// A field of a kind by whose name its records are found.
struct NamedBy {
    int field = 0;
    EntityKind target = EntityKind::Company;
    bool isBeside = false;
};
const std::vector<NamedBy> &namedBy(EntityKind kind);
// The names of those of the records that there are, deleted ones too.
Result<> eachName(sql::Connection &connection, EntityKind kind, const std::vector<qint64> &ids,
                  const std::function<void(qint64 id, const QString &name)> &found);

// Whether other records are found by the names of this kind.
bool isFoundThrough(EntityKind kind);
// The live records that are found by the name of `named`. Called by the step that gives it another name: on
// a server it waits for steps that are just taking up the old one, and those that come wait for its end.
Result<> eachFoundThrough(sql::Connection &connection, EntityRef named,
                          const std::function<void(EntityRef)> &found);

} // namespace headway::store
