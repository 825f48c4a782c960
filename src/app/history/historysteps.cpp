// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/historysteps.h"

#include "app/history/historylines.h"

#include <QHash>

namespace headway::app {

Result<std::vector<HistoryStep>> historySteps(sql::Connection &connection, const store::StepFilter &filter,
                                              qint64 before, int most)
{
    HEADWAY_TRY(operations, store::operations(connection, filter, before, most));
    std::vector<HistoryStep> steps;
    std::vector<qint64> counted; // an import may have a million changes, and is not
    QHash<qint64, size_t> places;
    for (const Operation &operation : operations) {
        const bool isCounted = operation.changeCount <= mostHistoryLines;
        if (isCounted) {
            counted.push_back(operation.id);
            places.insert(operation.id, steps.size());
        }
        steps.push_back({operation, isCounted ? 0 : mostHistoryLines + 1});
    }
    HEADWAY_CHECK(store::eachChange(connection, counted, [&](qint64 operation, const Change &change) {
        steps[places.value(operation)].lines += countLines(change);
    }));
    return steps;
}

} // namespace headway::app
