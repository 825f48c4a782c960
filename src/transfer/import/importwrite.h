// SPDX-License-Identifier: GPL-3.0-or-later
// Puts one row of an imported file into the book: the record, the records that only its names call for,
// and its belongings. Everything of a row is checked before anything of it is written: an error of code
// Invalid means that nothing was, any other that the import is over. On the writer's thread.
#pragma once

#include "domain/records/deal.h"
#include "transfer/import/importrow.h"

namespace headway::transfer {

class RowWriter
{
public:
    RowWriter(const ImportContext &context, References &references, sql::Connection &connection,
              store::Step &step);

    enum class Outcome { Created, Updated, Unchanged };
    // The id is that of the record, made or met.
    struct Written {
        Outcome outcome = Outcome::Unchanged;
        qint64 id = 0;
    };
    Result<Written> create(const Draft &draft);
    Result<Written> update(const Draft &draft, qint64 id);

private:
    // A change of a belonging; `named` goes into `field` when its record is there.
    struct Belonging {
        Change change = {};
        int field = -1;
        std::optional<NamedRecord> named = {};
    };
    struct Pending {
        int field = -1;
        NamedRecord named = {};
    };

    Result<Written> createNew(const Draft &draft);
    Result<Written> restore(const Draft &draft);

    // The row that `draft` makes of `row`; references to be made are -1 and listed in `pending`.
    Result<std::vector<Pending>> merge(const Draft &draft, Existing policy, Row &row) const;
    Result<> mergeCurrency(const Draft &draft, Existing policy, const Row &before, const Row &after) const;
    void mergeCustom(const Draft &draft, Existing policy, Row &row) const;
    Result<> makePending(const std::vector<Pending> &pending, Row &row);
    Result<> applyBelongings(std::vector<Belonging> &belongings, EntityRef owner);
    Result<> setTeamManager(const Draft &draft, const Row &row);

    // deals, importdeal.cpp
    Result<> completeDeal(const Draft &draft, const std::optional<Deal> &before, Row &row,
                          std::vector<Pending> &pending) const;
    Result<> makeSensible(const Draft &draft, const std::optional<Deal> &before, const Stage &stage,
                          Deal &deal) const;
    Instant enteredAt(const Draft &draft, const std::optional<Deal> &before, const Stage &stage,
                      const Deal &deal) const;
    Result<NamedRecord> stageOf(const Draft &draft, const std::optional<Deal> &before) const;
    Result<> closeDeal(const Draft &draft, const Stage &stage, Deal &deal) const;
    Result<> placeDeal(Row &row, const Draft &draft);
    Result<> endVisits(qint64 deal, const Row &row);
    Result<> recordVisit(qint64 deal, const Row &row);
    QDate today() const;

    // belongings, importbelongings.cpp
    std::vector<Belonging> newBelongings(const Draft &draft) const;
    Result<std::vector<Belonging>> belongingsFor(const Draft &draft, EntityRef owner) const;
    Result<> addPoints(const Draft &draft, EntityRef owner, std::vector<Belonging> &result) const;
    Result<> addAddress(const Draft &draft, EntityRef owner, std::vector<Belonging> &result) const;
    Result<> addProduct(const Draft &draft, EntityRef owner, std::vector<Belonging> &result) const;
    Result<> addLinks(const Draft &draft, EntityRef owner, std::vector<Belonging> &result) const;
    Belonging newPoint(const ContactPoint &point) const;
    Belonging newTag(const NamedRecord &tag) const;
    Belonging newLink(const NamedRecord &link) const;
    Belonging newProduct(const Draft &draft) const;
    Belonging newExternalRef(const QString &key) const;
    static Result<> check(const std::vector<Belonging> &belongings);

    const ImportContext &m_context;
    References &m_references;
    sql::Connection &m_connection;
    store::Step &m_step;
    const EntityInfo &m_info;
    QHash<qint64, qint64> m_lastRank; // by stage
};

} // namespace headway::transfer
