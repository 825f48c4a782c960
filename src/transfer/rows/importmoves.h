// SPDX-License-Identifier: GPL-3.0-or-later
// A file each of whose rows is a move of a deal from stage to stage: they are collected by deal, and become its stage
// history once the last row is read; the rules are in domain/rules/importedstays.h. Memory grows by some bytes a row. On
// the writer's thread; fails as the connection fails.
#pragma once

#include "transfer/rows/importwrite.h"

namespace headway::transfer {

class StageMoves
{
public:
    // All have to outlive it.
    StageMoves(const ImportContext &context, References &references, RowReader &reader,
               sql::Connection &connection);

    // Invalid if the columns do not say whose moves they are, or when and where to. `keys`: by which deals are known.
    static Result<> require(const exchange::ImportPlan &plan, const QStringList &keys);
    // Whether the row tells of a stage; it may be the change of another field.
    static bool isOfStage(const exchange::ImportPlan &plan, const ImportedRecord &imported);
    Result<> add(qint64 deal, ImportedRecord &imported);
    // The deals whose history has become another one.
    Result<qint64> write(RowWriter &writer);
    qint64 deals() const { return qint64(m_deals.size()); }

private:
    struct Move {
        size_t stage = 0; // of m_stages
        Instant at = {};
        bool isExit = false;
    };
    struct Moved {
        qint64 deal = 0;
        qint64 line = 0; // of its first row
        NamedRecord present = {};
        Instant createdAt = {};
        std::vector<Move> moves = {};
        QStringList kept = {};
    };
    Result<size_t> placeOf(qint64 deal, qint64 line);
    size_t stageOf(const NamedRecord &stage);

    const ImportContext &m_context;
    References &m_references;
    RowReader &m_reader;
    sql::Connection &m_connection;
    int m_stageField;
    std::vector<Moved> m_deals;        // in the order of the file
    QHash<qint64, size_t> m_places;    // by deal
    std::vector<NamedRecord> m_stages; // all that are named
};

} // namespace headway::transfer
