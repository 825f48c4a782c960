// SPDX-License-Identifier: GPL-3.0-or-later
// Moves deals to a stage from anywhere but the board, which has CardCarrier: asks in one small form over the
// window for what the stage requires, then moves them as one step. GUI thread; errors of the book are emitted
// by `failed`.
#pragma once

#include "domain/rules/deals.h"

#include <QObject>

#include <vector>

class QWidget;

namespace headway::ui {

class StageForm;
struct EditorContext;

class DealMover : public QObject
{
    Q_OBJECT
public:
    // The form opens over `window`, which owns this.
    DealMover(const EditorContext &context, QWidget *window);
    ~DealMover() override;

    // Wins or loses each deal in its own pipeline; `type` is Won or Lost. `known` are the deals that are
    // already loaded. The form opens next to `anchor`, in the window's coordinates.
    void close(const std::vector<DealId> &deals, const std::vector<Deal> &known, const QString &what,
               StageType type, QRect anchor);
    void move(const Deal &deal, const Stage &to, QRect anchor);

Q_SIGNALS:
    void failed(const headway::Error &error);

private:
    StageForm &form();
    void tell(const Result<ChangeSet> &set);
    void conclude(const Result<ChangeSet> &set); // of an answered question

    const EditorContext &m_context;
    QWidget &m_window;
    StageForm *m_form = nullptr; // created on first use
};

} // namespace headway::ui
