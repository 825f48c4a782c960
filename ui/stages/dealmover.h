// SPDX-License-Identifier: GPL-3.0-or-later
// Moves deals to a stage from anywhere but the board, which has its own way: asks in one small form over the
// window for what the stage wants to know, then moves them as one step. GUI thread; the book's errors are
// told by `failed`.
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

    // Wins or loses each in its own pipeline; `type` is Won or Lost. `known` are the deals as far as they are
    // at hand. `anchor`, in the window's coordinates, is what the form opens beside.
    void close(const std::vector<DealId> &deals, const std::vector<Deal> &known, const QString &what,
               StageType type, QRect anchor);
    void move(const Deal &deal, const Stage &to, QRect anchor);

Q_SIGNALS:
    void failed(const headway::Error &error);

private:
    StageForm &form();
    void tell(const Result<ChangeSet> &set);
    void conclude(const Result<ChangeSet> &set); // of what was asked about

    const EditorContext &m_context;
    QWidget &m_window;
    StageForm *m_form = nullptr; // at the first use
};

} // namespace headway::ui
