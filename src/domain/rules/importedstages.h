// SPDX-License-Identifier: GPL-3.0-or-later
// The types of the stages that a file of deals names, and the pipeline made of them for a user who comes
// from another program. Called by the import. Pure functions; any thread; nothing fails.
#pragma once

#include "domain/records/pipeline.h"

#include <vector>

namespace headway {

// A stage of the file, and how many of its deals have certain values.
struct ImportedStage {
    QString name = {};
    StageType named = StageType::Open; // what the name alone says
    qint64 deals = 0;                  // none: they only passed through it
    qint64 won = 0;                    // by their status
    qint64 lost = 0;
    qint64 closed = 0;     // with a closing day
    qint64 withReason = 0; // with a lost reason
};

// Whether the file has a column for lost reasons.
enum class LossReasons { Told, Untold };

// A pipeline of just these stages, numbered from 1: open ones in their order, then won, then lost ones,
// with rising probabilities. Types that every pipeline needs and that are missing are added: New, Won,
// Lost.
std::vector<Stage> pipelineOf(const std::vector<ImportedStage> &stages, LossReasons reasons);

} // namespace headway
