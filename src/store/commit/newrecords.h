// SPDX-License-Identifier: GPL-3.0-or-later
// The records that a long step makes, held back until there are many of them: then their rows are written at once, with
// what is derived of them and the words by which they are found, all of it computed and nothing read again. Whoever reads
// the book meanwhile has them written first: a statement that speaks of a table of theirs does so (sql::Connection::
// setBefore()), unless it is known to be about other records (Connection::Around, KnownKeys). Used on the connection's
// thread; what is held is written on another one, while this one goes on. Fails as the connection fails, and then nothing
// more can be read or written before the transaction is rolled back.
#pragma once

#include "domain/changes/change.h"
#include "domain/progress.h"
#include "domain/result.h"
#include "sql/connection.h"
#include "sql/newids.h"
#include "store/commit/changeentries.h"
#include "store/rows/knownkeys.h"
#include "store/rows/records.h"
#include "store/search/newdocuments.h"
#include "store/search/searchindex.h"

#include <QHash>

#include <map>
#include <memory>
#include <span>
#include <vector>

namespace headway::store {

class NewRecords
{
public:
    NewRecords(sql::Connection &connection, qint64 operation);
    ~NewRecords();
    NewRecords(const NewRecords &) = delete;
    NewRecords &operator=(const NewRecords &) = delete;

    // Holds a record with this row, whose own fields are derived (domain/changes/derive.h); id 0 or less: the next one.
    // Returns its id.
    Result<qint64> add(EntityRef ref, Row row, Times times);
    // Whether it, or a part of it, is held.
    bool holds(EntityRef ref) const { return m_places.contains(ref) || m_owners.contains(ref); }
    // The row of a record that is held.
    const Row &row(EntityRef ref) const { return m_batch.records[m_places[ref]].row; }
    // What follows from the record just added and is not seen to when it is written: the caller's part.
    enum class Open { Nothing, Dates, All };
    Open open() const { return m_open; }

    // Writes what happened to the log, together, before or after what is held. `size`: textSize() of it all.
    Result<> log(std::span<const Change> changes, qint64 size);

    // Writes all that is held.
    Result<> write();
    // The same, and joins what was written in pieces; `progress` hears of it now and then, and may cancel.
    Result<> finish(const Progress &progress);
    KnownKeys &keys() { return m_keys; }
    // A record that is written was given this row.
    void changed(EntityRef ref, const Row &row);

private:
    struct Held {
        EntityRef ref = {};
        Row row = {};
        Times times = {};
        std::vector<size_t> parts = {}; // that say what is derived, in the order of their ids
    };
    using Places = std::map<EntityKind, std::vector<size_t>>;
    // What is written together, beside the thread that makes the next ones.
    struct Batch {
        std::vector<Held> records = {};
        Places kinds = {}; // by kind
        std::vector<ChangeEntry> changes = {};
        size_t portions = 0; // of changes
        std::vector<NewDocument> documents = {};
        std::vector<SearchBody> activities = {};
        bool isOneOfMany = false;
        qint64 textSize = 0;
    };
    bool attach(size_t place);
    Open follow(size_t place);
    void noteOwners(const Held &part);
    static void derive(Batch &batch, Held &held);
    Batch taken();
    Result<> passOn();
    static void addWords(Batch &batch);
    Result<> writeAll(Batch &batch);
    Result<> writeBeside(Batch &batch);
    Result<> writeRows(Batch &batch);
    bool isAbout(const QString &statement) const;

    sql::Connection *m_connection;
    qint64 m_operation;
    sql::NewIds m_ids;
    KnownKeys m_keys;
    NewDocuments m_documents;          // used where a batch is written
    Batch m_batch;                     // held
    std::shared_ptr<Batch> m_passedOn; // freed here: the thread that writes has more to do
    size_t m_count = 0;                // of the records before
    QHash<EntityRef, size_t> m_places;
    QSet<EntityRef> m_owners; // whose parts are held without them
    Open m_open = Open::All;
};

} // namespace headway::store
