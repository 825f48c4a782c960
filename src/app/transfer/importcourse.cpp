// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transfer/importcourse.h"

using headway::transfer::RunMode;

namespace headway::app {

bool SeenReport::hasNews(const transfer::ImportReport &report)
{
    const bool areLinksNew = report.linksMissing() > 0 && report.links != m_links;
    m_links = report.links;
    // Who imports a file a second time may not know it; if nothing comes of it, nobody has to.
    const bool isAgain = report.earlier && report.created + report.updated > 0;
    const bool isAgainNew = isAgain && report.earlier->id != m_earlier;
    if (isAgain)
        m_earlier = report.earlier->id;
    return areLinksNew || isAgainNew;
}

RunMode ImportCourse::begin(Goal goal)
{
    m_goal = goal;
    return goal == Goal::Import && m_isChecked ? RunMode::Real : RunMode::Dry;
}

Progress ImportCourse::start(QObject *workspace, QObject *listener,
                             const std::function<void(qint64 done, qint64 all)> &tell)
{
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    return progressInGui(workspace, listener, m_cancelled, tell);
}

void ImportCourse::cancel()
{
    if (m_cancelled)
        *m_cancelled = true;
}

// Questions and links that are not found are shown before anything is imported; after that the user has decided.
ImportCourse::Next ImportCourse::after(RunMode mode, const Outcome &outcome)
{
    const bool isDry = mode == RunMode::Dry;
    const bool isClean = outcome.rejected == 0 && !(isDry && (outcome.isAsking || outcome.isOpen));
    const bool isWhole = isClean && outcome.written > 0;
    if (isDry && m_goal == Goal::Import && isWhole)
        return Next::Import; // nothing to decide
    if (!isDry && isWhole)
        return Next::Close;
    m_isChecked = isDry && !outcome.isAsking;
    m_isDone = !isDry || (m_goal == Goal::Import && isClean);
    return Next::Report;
}

void ImportCourse::forgetCheck()
{
    m_isChecked = false;
    m_isDone = false;
}

} // namespace headway::app
