// SPDX-License-Identifier: GPL-3.0-or-later
// Which stage a column means that says when deals entered or left it: of the pipeline that its header names, else of the
// deal's own. On the writer's thread; nothing fails.
#pragma once

#include "exchange/plan/stagecolumns.h"
#include "transfer/rows/importreference.h"

#include <QHash>

namespace headway::transfer {

struct ImportContext;
struct ImportedRecord;

// When a deal entered a stage, or left it, as a row says.
struct ToldDate {
    NamedRecord stage = {};
    Instant at = {};
    bool isExit = false;
    QString column = {};
    QString target = {};
    QString text = {};
};

// What a row says that is itself a move of a deal.
struct ToldMove {
    QString to = {};
    QString from = {};
    QString field = {}; // what has changed, where the file says that
    Instant at = {};
    QString text = {}; // of the time
};

class StageColumns
{
public:
    // Both have to outlive it.
    StageColumns(const ImportContext &context, const References &references);

    // Whether the file tells of stages at all.
    bool isAny() const { return m_isAny; }
    // The stage that one of the `names` of a target has for a deal whose own stage and pipeline have been read; the last of them is
    // that of one yet to be made. None: the book has no such stage, and none may be made.
    std::optional<NamedRecord> find(const QString &target, const std::vector<exchange::StageName> &names,
                                    const ImportedRecord &imported);

private:
    // The pipeline that a deal belongs to; without an id it is made for the deal.
    struct Home {
        qint64 id = 0;
        QString newName = {};
        QString word = {}; // what the row calls it
    };
    Home homeOf(const ImportedRecord &imported) const;
    bool isHome(const QString &pipeline, const Home &home) const;
    std::optional<Stage> known(const exchange::StageName &name, const Home &home) const;
    std::optional<NamedRecord> standIn(const exchange::StageName &name, const Home &home) const;

    const ImportContext &m_context;
    const References &m_references;
    int m_stageField = -1;
    int m_pipelineField = -1;
    bool m_isAny = false;
    bool m_hasPipelines = false;                       // the file says of each deal where it is
    QHash<std::pair<QString, qint64>, qint64> m_known; // by target and home
};

// Takes columns such as "Date entered Service" out of the plan if it is not said that they are of a stage, by the product
// or the user, and neither the book nor the rows of the file have a stage of that name.
void leaveOtherThanStages(exchange::ImportPlan &plan, const std::vector<exchange::MapRule> &map,
                          const std::vector<Stage> &stages, const std::vector<QStringList> &rows);

} // namespace headway::transfer
