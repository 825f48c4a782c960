// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dealmover.h"

#include "ui/stageform.h"

using namespace Qt::StringLiterals;

namespace headway::ui {

DealMover::DealMover(const EditorSurroundings &surroundings, QWidget *window)
    : QObject(window), m_surroundings(surroundings), m_form(new StageForm(surroundings, window))
{
}

DealMover::~DealMover() = default;

void DealMover::close(const std::vector<DealId> &deals, const std::vector<Deal> &known, const QString &what,
                      StageType type, QRect anchor)
{
    const auto question = app::closingQuestion(m_surroundings.workspace.lookups(), type, known);
    m_form->ask(question, what, anchor, [this, deals, type](const StageEntry &entry) {
        app::closeDeals(m_surroundings.workspace, this, deals, type, entry,
                        [this](const Result<ChangeSet> &set) { tell(set); });
    });
}

void DealMover::move(const Deal &deal, const Stage &to, QRect anchor)
{
    const auto go = [this, id = deal.id, stage = to.id](const StageEntry &entry) {
        app::moveDeal(m_surroundings.workspace, this, id, stage, entry,
                      [this](const Result<ChangeSet> &set) { tell(set); });
    };
    if (const auto question = app::questionFor(to, {deal}))
        m_form->ask(*question, u'“' + deal.name + u'”', anchor, go);
    else
        go({});
}

void DealMover::tell(const Result<ChangeSet> &set)
{
    if (!set)
        Q_EMIT failed(set.error());
}

} // namespace headway::ui
