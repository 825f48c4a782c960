// SPDX-License-Identifier: GPL-3.0-or-later
// What the name of a stage says about the deals in it: "Closed Lost to Competition" and "6 - Won" are clear, "Contract
// signed" may be a stage on the way. By words alone (resources/vocabulary/stages.tsv). Pure; any thread; nothing fails.
#pragma once

#include "domain/records/pipeline.h"

#include <QStringView>

namespace headway::exchange {

struct StageMeaning {
    StageType type = StageType::Open;
    bool isDoubtful = false; // Open until somebody says whether it means won or lost

    bool operator==(const StageMeaning &) const = default;
};
[[nodiscard]] StageMeaning stageMeaning(const QString &name);

} // namespace headway::exchange
