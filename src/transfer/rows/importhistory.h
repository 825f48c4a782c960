// SPDX-License-Identifier: GPL-3.0-or-later
// The stage history of a deal whose row tells when it entered and left stages; the rules are in
// domain/rules/importedstays.h. On the writer's thread; fails as the connection fails.
#pragma once

#include "domain/records/deal.h"
#include "domain/rules/importedstays.h"
#include "transfer/rows/importrow.h"

namespace headway::transfer {

// Whether the row says anything of that.
bool tellsStages(const ImportedRecord &imported);
// When the deal last entered a stage, by that stage's own columns; none: they do not say.
Instant enteredBy(const ImportedRecord &imported, const NamedRecord &stage);

// What becomes of a deal's stage history. A stage that has to be made first has a negative id in `visits`.
struct RowHistory {
    std::vector<StageVisit> before = {}; // as the book has it
    std::vector<StageVisit> visits = {};
    std::vector<NamedRecord> missing = {};

    const NamedRecord &made(StageId stage) const { return missing[size_t(-stage.value - 1)]; }
};

class DealHistory
{
public:
    // All have to outlive it.
    DealHistory(const ImportContext &context, const References &references, sql::Connection &connection);

    // Where the import puts the deal.
    struct Standing {
        NamedRecord stage = {};
        StageType type = StageType::Open;
        Instant since = {};   // if its row does not say
        bool isMoved = false; // it is new, or was in another stage
        bool isKept = false;  // only what the book leaves blank is filled
    };
    // None: it stays as it is. What does not hold is added to `kept` as text, and asked about.
    Result<std::optional<RowHistory>> of(const ImportedRecord &imported, const std::optional<Deal> &before,
                                         const Standing &standing, QStringList &kept);
    qint64 untold() const { return m_untold; } // new open deals in a stage of which nothing says since when

private:
    struct Telling;
    bool isFileThere(const ImportedRecord &imported, const Deal &before) const;
    void tellSince(const ImportedRecord &imported, const Standing &standing, Telling &telling,
                   QStringList &kept) const;
    static StageHistory joined(const ImportedRecord &imported, Telling &telling, const Standing &standing,
                               const std::vector<StageVisit> &visits);
    Result<std::vector<StageVisit>> visitsOf(DealId deal) const;

    const ImportContext &m_context;
    const References &m_references;
    sql::Connection &m_connection;
    int m_stageField;
    int m_statusField;
    qint64 m_untold = 0;
};

} // namespace headway::transfer
