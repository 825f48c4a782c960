// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a filter that finds records by words and names: those that hold what was typed, and those that lead to
// something that is called so (an owner, a company, a tag, a team). On the connection's thread; fails as the
// connection fails, with Invalid where a kind has no such thing.
#pragma once

#include "store/reading/query.h"

namespace headway::store {

// What looks names up, and where the clause will stand in the query.
struct Naming {
    // Joined: a plain condition outside of all brackets, of which an engine can make a join.
    enum class Place { Joined, Inside };

    sql::Connection &connection;
    const Viewer &viewer;
    Place place = Place::Joined;
};

// That the record `r` holds all of these words, or beginnings of words; of telephone numbers, whichever way they are
// written. Empty if nothing is left of them.
Result<Clause> wordsClause(const Naming &naming, EntityKind kind, const QStringList &typed);
// That the search finds `r` by this expression (store/search/matchnumber.h). For kinds that are searched.
Clause matchClause(sql::Engine engine, EntityKind kind, const QString &match);

// That `column`, a folded name, or a word of it begins with `key`, which is folded, too: isNamedSo() in SQL. Two
// conditions tied by OR.
Clause namedSoClause(const QString &column, const QString &key);

// That `column` is one of the records of kind `target` that the condition names.
Result<Clause> membershipClause(const Naming &naming, const QString &column, EntityKind target,
                                const Condition &condition);

// By the tags of a record of this kind, in the condition's own sense: it says "not" itself.
Result<Clause> tagClause(const Naming &naming, EntityKind kind, const Condition &condition);
// By the team of the record's owner.
Result<Clause> teamClause(const Naming &naming, EntityKind kind, const Condition &condition);

// The records of a kind that `name` could mean: those of exactly that name, else those with a word that
// begins with it. Both are folded. A person is found by "Anna Berg" and by "Berg Anna".
Result<std::vector<qint64>> idsNamed(sql::Connection &connection, EntityKind kind, const QString &name);

} // namespace headway::store
