// SPDX-License-Identifier: GPL-3.0-or-later
// Typed text as a full-text expression of the engine: where all its words, or beginnings of words, occur. Empty if there
// is nothing left to search for. Any thread.
#pragma once

#include "domain/result.h"
#include "sql/connection.h"

#include <QStringList>

#include <vector>

namespace headway::store {

// Among the words of an activity. Nothing fails.
QString matchText(sql::Engine engine, const QStringList &typed);

// For records.
struct Match {
    QString text = {};
    // SQLite has an index of beginnings of few letters, and collects all that match a longer one before it gives the
    // first. This expression is quick and matches more; what it finds has to have words that begin with each of
    // `beginnings`, beside its name or not. Empty where nothing is gained by it.
    QString rough = {};
    QStringList beginnings = {};
};
// Among a record's names, numbers and addresses. Nothing fails.
Match calledMatch(sql::Engine engine, const QStringList &typed);
// Among all its words: those, and what stands beside its name, as its city, company, tags and own fields. Looks tags up;
// fails as the connection fails.
Result<Match> wideMatch(sql::Connection &connection, const QStringList &typed);
// The same of several texts, for all of which tags are looked up once.
Result<std::vector<Match>> wideMatches(sql::Connection &connection, const std::vector<QStringList> &texts);

} // namespace headway::store
