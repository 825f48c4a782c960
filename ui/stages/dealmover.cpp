// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stages/dealmover.h"

#include "ui/stages/stageform.h"

using namespace Qt::StringLiterals;

namespace headway::ui {

DealMover::DealMover(const EditorContext &context, QWidget *window)
    : QObject(window), m_context(context), m_window(*window)
{
}

DealMover::~DealMover() = default;

StageForm &DealMover::form()
{
    if (!m_form)
        m_form = new StageForm(m_context, &m_window);
    return *m_form;
}

void DealMover::close(const std::vector<DealId> &deals, const std::vector<Deal> &known, const QString &what,
                      StageType type, QRect anchor)
{
    const auto question = app::closingQuestion(m_context.workspace.lookups(), type, {deals.size(), known});
    if (!question.stage.id && known.size() == deals.size()) {
        Q_EMIT failed(
            {ErrorCode::Invalid,
             (type == StageType::Won ? Sentence::tr("Won already: %1.") : Sentence::tr("Lost already: %1."))
                 .arg(what)});
        return;
    }
    form().ask(question, what, anchor, [this, deals, type](const StageTransition &transition) {
        app::closeDeals(m_context.workspace, this, deals, type, transition,
                        [this](const Result<ChangeSet> &set) { conclude(set); });
    });
}

void DealMover::move(const Deal &deal, const Stage &to, QRect anchor)
{
    const auto go = [this, id = deal.id, stage = to.id](const StageTransition &transition,
                                                        const app::Workspace::Committed &then) {
        app::moveDeal(m_context.workspace, this, id, stage, transition, then);
    };
    if (const auto question = app::questionFor(to, {1, {deal}}))
        form().ask(*question, u'“' + deal.name + u'”', anchor, [this, go](const StageTransition &transition) {
            go(transition, [this](const Result<ChangeSet> &set) { conclude(set); });
        });
    else
        go({}, [this](const Result<ChangeSet> &set) { tell(set); });
}

void DealMover::tell(const Result<ChangeSet> &set)
{
    if (!set)
        Q_EMIT failed(set.error());
}

void DealMover::conclude(const Result<ChangeSet> &set)
{
    tell(set);
    m_form->conclude(set ? std::nullopt : std::optional(set.error()));
}

} // namespace headway::ui
