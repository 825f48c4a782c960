// SPDX-License-Identifier: GPL-3.0-or-later
// What an import looks up in the book before it writes: the record meant by a name, an address, an external
// id. Picklists are kept in memory; companies, contacts, leads and deals are looked up by their indexes.
// Runs on the writer's connection and inside its step, so it sees what the import itself has created. Fails
// as the connection fails.
#pragma once

#include "domain/records/record.h"
#include "domain/result.h"
#include "sql/connection.h"
#include "store/rows/knownkeys.h"

#include <QHash>
#include <QMultiHash>

#include <map>
#include <optional>
#include <vector>

namespace headway::store {

struct KnownName {
    qint64 id = 0;
    QString name = {};
};

struct NameMatches {
    std::vector<qint64> exact = {};     // equal but for case, marks and outer spaces
    std::vector<qint64> companies = {}; // of deals and contacts: the company of each, 0 for none
    std::optional<KnownName> near = {}; // a similar name; only if there is no exact one
};

class NameLookup
{
public:
    explicit NameLookup(sql::Connection &connection) : m_connection(&connection) {}

    // `scope` is a stage's pipeline, else 0. A person's name may be "Ana Núñez" or "Núñez, Ana"; users,
    // contacts and leads are also found by e-mail address.
    Result<NameMatches> find(EntityKind kind, const QString &name, qint64 scope = 0);

    // A record whose name differs from this one in spelling only; none if there is one of just this name.
    Result<std::optional<KnownName>> nearTo(EntityKind kind, const QString &name);

    // Spares what no record is called; null: nobody knows. It outlives its use here.
    void setKeys(KnownKeys *keys) { m_keys = keys; }

    // To be called for each record created or renamed in the meantime.
    void added(EntityRef ref, const Row &row);

private:
    struct Entry {
        KnownName known = {};
        qint64 scope = 0;
        QString email = {};
    };
    struct List {
        QMultiHash<QString, Entry> byKey = {};   // fold()
        QMultiHash<QString, Entry> byLoose = {}; // looseKey()
    };
    struct Large {
        QHash<QString, NameMatches> recent = {}; // bounded
        qint64 asked = 0;
        qint64 rows = -1;                     // in the book, about; -1: not known yet
        QHash<QString, NameMatches> all = {}; // of a kind that has few enough, once many are asked
        QHash<qint64, size_t> calledNow = {}; // of those added(): the hash of the name
        std::optional<QMultiHash<size_t, qint64>> loose = {}; // hash of looseKey(); read when first needed

        NameMatches *find(const QString &key);
    };

    Result<NameMatches> findInList(EntityKind kind, const QString &name, qint64 scope);
    Result<NameMatches> findInLarge(EntityKind kind, const QString &name);
    Result<NameMatches> withKeys(EntityKind kind, const QString &name);
    Result<> readMany(EntityKind kind, Large &large);
    Result<> readLoose(EntityKind kind, Large &large);
    Result<std::optional<KnownName>> nearIn(EntityKind kind, const QString &name, Large &large);
    static void insert(List &list, EntityKind kind, qint64 id, const Row &row);

    sql::Connection *m_connection;
    KnownKeys *m_keys = nullptr;
    std::map<EntityKind, List> m_lists;
    std::map<EntityKind, Large> m_large;
};

// Whether records of this kind can be found by a name.
bool hasName(EntityKind kind);

// The live records of `kind` that have the id `key` in `system`. `keys`, here and below: spares what nothing has.
Result<std::vector<qint64>> withExternalKey(sql::Connection &connection, EntityKind kind,
                                            const QString &system, const QString &key,
                                            KnownKeys *keys = nullptr);

// The live records of `kind` with this e-mail address or phone number (`by` is a code of ContactPointType), in the
// order of their ids. A number is the same whichever way it is written, with an extension or without
// (domain/text/phonenumber.h).
Result<std::vector<qint64>> reachedBy(sql::Connection &connection, EntityKind kind, const QString &by,
                                      const QString &value, KnownKeys *keys = nullptr);

// The company and the contact of a deal; 0 for none.
struct DealParties {
    qint64 company = 0;
    qint64 contact = 0;
};
Result<DealParties> partiesOf(sql::Connection &connection, DealId deal);

// The id that a reference field of a record holds; 0 for none.
Result<qint64> referenceOf(sql::Connection &connection, EntityRef ref, int field);

enum class Presence { Absent, Live, Removed };
Result<Presence> presenceOf(sql::Connection &connection, EntityRef ref);

// The live records of kind `child` that belong to `parent`, by ascending id.
Result<std::vector<Record>> childRecords(sql::Connection &connection, EntityKind child, EntityRef parent);

// id and value of one field, for each live record.
Result<> eachValue(sql::Connection &connection, EntityKind kind, int field,
                   const std::function<void(qint64 id, const Value &value)> &take);

// The rank of the lowest card of a stage; none for an empty one.
Result<std::optional<qint64>> lowestRank(sql::Connection &connection, qint64 stage);

// Makes sure that new ids are greater than all ids in the table. SQLite does so itself.
Result<> advanceIds(sql::Connection &connection, EntityKind kind);

// Whether the book has a live record of the kind.
Result<qint64> lastId(sql::Connection &connection, EntityKind kind); // deleted ones too; 0: there is none
Result<bool> hasRecords(sql::Connection &connection, EntityKind kind);

// The first kind that has a record in the book, removed ones included.
Result<std::optional<EntityKind>> firstKindPresent(sql::Connection &connection);

} // namespace headway::store
