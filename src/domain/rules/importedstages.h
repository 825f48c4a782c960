// SPDX-License-Identifier: GPL-3.0-or-later
// What a file of deals tells of the stages it names, and the pipeline that they make for somebody who brings
// them from another program. The import asks. Pure functions; any thread; nothing fails.
#pragma once

#include "domain/records/pipeline.h"

#include <vector>

namespace headway {

// What a name says by itself: "Closed Won", "Gewonnen" and "Deal lost" are where deals end, "On hold" is where
// they rest; any other stage is open.
StageType stageTypeNamed(const QString &name);

// A stage of the file, and how many of its deals the file says something of.
struct ImportedStage {
    QString name = {};
    qint64 deals = 0;
    qint64 won = 0; // by their status
    qint64 lost = 0;
    qint64 closed = 0;     // with the day they were closed
    qint64 withReason = 0; // for having been lost
};

// Whether the file has a column for why deals were lost.
enum class LossReasons { Told, Untold };

// A pipeline of just these stages, numbered from 1: open ones in their order, then won, then lost ones, with
// rising probabilities. What a pipeline cannot do without and is not among them is added: New, Won, Lost.
std::vector<Stage> pipelineOf(const std::vector<ImportedStage> &stages, LossReasons reasons);

} // namespace headway
