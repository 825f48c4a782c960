// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/importedstages.h"
#include "support/catch_qt.h"

using namespace headway;
using namespace Qt::StringLiterals;

TEST_CASE("Open stages of a pipeline that is brought along get rising probabilities", "[domain]")
{
    const auto probabilities = [](size_t count) {
        std::vector<ImportedStage> stages;
        for (size_t i = 0; i < count; ++i)
            stages.push_back({.name = u"Stage %1"_s.arg(i), .deals = 1});
        QList<qint64> all;
        for (const Stage &stage : pipelineOf(stages, LossReasons::Untold))
            all += stage.probability;
        return all;
    };
    CHECK(probabilities(1) == QList<qint64>{50, 100, 0});
    CHECK(probabilities(2) == QList<qint64>{35, 65, 100, 0});
    CHECK(probabilities(3) == QList<qint64>{25, 50, 75, 100, 0});
    CHECK(probabilities(6) == QList<qint64>{15, 30, 45, 55, 70, 85, 100, 0});
}

TEST_CASE("A pipeline has what it cannot do without, though no deal stands there", "[domain]")
{
    const std::vector<Stage> stages =
        pipelineOf({{.name = u"Gewonnen"_s, .named = StageType::Won, .deals = 1}}, LossReasons::Untold);
    REQUIRE(stages.size() == 3);
    CHECK(stages[0].name == u"New"_s);
    CHECK(stages[1].type == StageType::Won);
    CHECK(stages[2].name == u"Lost"_s);
    CHECK(stages[2].position == 3);
}
