// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dealcloser.h"

#include "app/recordedits.h"
#include "ui/closingform.h"

namespace headway::ui {

DealCloser::DealCloser(app::Workspace &workspace, const app::Display &display, QWidget *window)
    : QObject(window), m_workspace(workspace), m_form(new ClosingForm(display, window))
{
    connect(m_form, &ClosingForm::accepted, this, [this](const Closing &closing) {
        if (const auto then = std::exchange(m_then, {}))
            then(closing);
    });
    connect(m_form, &ClosingForm::cancelled, this, [this] { m_then = {}; });
}

DealCloser::~DealCloser() = default;

void DealCloser::close(const std::vector<DealId> &deals, const QString &what, StageType type, QRect anchor)
{
    Stage stage;
    stage.type = type;
    ask(stage, what, anchor, [this, deals, type](const Closing &closing) {
        app::closeDeals(m_workspace, this, deals, type, closing,
                        [this](const Result<ChangeSet> &set) { tell(set); });
    });
}

void DealCloser::close(DealId deal, const QString &name, const Stage &stage, QRect anchor)
{
    ask(stage, name, anchor, [this, deal, id = stage.id](const Closing &closing) {
        app::moveDeal(m_workspace, this, deal, id, closing,
                      [this](const Result<ChangeSet> &set) { tell(set); });
    });
}

void DealCloser::ask(const Stage &stage, const QString &what, QRect anchor,
                     std::function<void(const Closing &)> then)
{
    m_form->cancel();
    m_then = std::move(then);
    m_form->ask({.stage = stage,
                 .what = what,
                 .reasons = m_workspace.lookups().lostReasons,
                 .today = m_workspace.today()},
                anchor);
}

void DealCloser::tell(const Result<ChangeSet> &set)
{
    if (!set)
        Q_EMIT failed(set.error());
}

} // namespace headway::ui
