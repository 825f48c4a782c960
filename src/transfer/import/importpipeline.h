// SPDX-License-Identifier: GPL-3.0-or-later
// Counts the stages named by the rows of a file of deals, for a user who brings the pipeline of another
// program; domain/rules/importedstages.h makes the pipeline of them. Called by ImportRun before it imports
// the rows; pure.
#pragma once

#include "domain/rules/importedstages.h"
#include "exchange/plan/importplan.h"
#include "transfer/request/importwords.h"

#include <QSet>

#include <vector>

namespace headway::transfer {

// Counts what the rows of the file say about each stage.
class FileStages
{
public:
    // Both arguments have to outlive it. Invalid if the file has no stages, or names a pipeline for each
    // deal.
    static Result<FileStages> prepare(const ImportRequest &request, const exchange::ImportPlan &plan);

    // Counts one row. Invalid if there are more stages than a pipeline can have.
    Result<> note(const QStringList &cells);

    // Those that the rows name, then those that deals only passed through. Invalid likewise.
    Result<std::vector<Stage>> stages();

private:
    FileStages(const ImportRequest &request, const exchange::ImportPlan &plan, ImportWords words);

    QString cell(const QString &target, const QStringList &cells) const;
    StageType statusIn(const QStringList &cells);
    Result<size_t> placeOf(const QString &name);
    void notePassed(const QStringList &cells);

    const ImportRequest *m_request;
    const exchange::ImportPlan *m_plan;
    ImportWords m_words;
    std::vector<ImportedStage> m_seen; // in order of first occurrence
    QHash<QString, size_t> m_places;
    QSet<QString> m_passed; // names of targets
};

// "New 25 %, Offer 50 %, Closed won (won)": for the report.
Sentence stagesText(const std::vector<Stage> &stages);

} // namespace headway::transfer
