// SPDX-License-Identifier: GPL-3.0-or-later
// The words of records that are new and known whole, written many at once and without reading them: the same as
// indexRecord() writes one by one. Within one transaction, on the connection's thread; fails as the
// connection fails.
#pragma once

#include "domain/fields/field.h"
#include "domain/progress.h"
#include "domain/result.h"
#include "sql/connection.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <span>
#include <vector>

namespace headway::store {

// Of a record of a kind that is searched; not of an activity.
struct NewDocument {
    EntityRef ref = {};
    QString own = {};                  // words of its own fields and
    std::vector<EntityRef> named = {}; // of the names of these, one for each namedBy(), and
    QString parts = {};                // of its contact points and tags
};
// Pure; any thread. Of its contact points and tag links, in the order of their ids.
NewDocument documentOf(EntityRef ref, const Row &row, const std::vector<const Row *> &points,
                       const std::vector<const Row *> &tags);

class NewDocuments
{
public:
    explicit NewDocuments(sql::Connection &connection) : m_connection(&connection) {}

    // The rows of all of them are written already.
    Result<> write(std::span<const NewDocument> documents);
    // From now on there are so many that their words are gathered in small segments, which finish() joins.
    Result<> gather();
    // `progress` hears of it now and then, and may cancel.
    Result<> finish(const Progress &progress);
    // A record got another name.
    void forgetName(EntityRef named) { m_names.remove(named); }

private:
    Result<> readNames(std::span<const NewDocument> documents);
    QString bodyOf(const NewDocument &document) const;
    Result<> join(const Progress &progress);

    sql::Connection *m_connection;
    bool m_isGathering = false;
    QHash<EntityRef, QStringList> m_names; // the words of names by which others are found; bounded
};

} // namespace headway::store
