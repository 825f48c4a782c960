// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dealcloser.h"

#include "app/recordedits.h"
#include "ui/closingform.h"

namespace headway::ui {

DealCloser::DealCloser(app::Workspace &workspace, const app::Display &display, QWidget *window)
    : QObject(window), m_workspace(workspace), m_form(new ClosingForm(workspace, display, window))
{
}

DealCloser::~DealCloser() = default;

void DealCloser::close(const std::vector<DealId> &deals, const QString &what, StageType type, QRect anchor)
{
    Stage stage;
    stage.type = type;
    m_form->ask(stage, what, anchor, [this, deals, type](const Closing &closing) {
        app::closeDeals(m_workspace, this, deals, type, closing,
                        [this](const Result<ChangeSet> &set) { tell(set); });
    });
}

void DealCloser::close(DealId deal, const QString &name, const Stage &stage, QRect anchor)
{
    m_form->ask(stage, name, anchor, [this, deal, id = stage.id](const Closing &closing) {
        app::moveDeal(m_workspace, this, deal, id, closing,
                      [this](const Result<ChangeSet> &set) { tell(set); });
    });
}

void DealCloser::tell(const Result<ChangeSet> &set)
{
    if (!set)
        Q_EMIT failed(set.error());
}

} // namespace headway::ui
