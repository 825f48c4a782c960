// SPDX-License-Identifier: GPL-3.0-or-later
// Wins and loses deals from anywhere but the board, which has its own way: asks for day and reason in
// one small form over the window, then moves them as one step. GUI thread; the book's errors are told
// by `failed`.
#pragma once

#include "app/display.h"
#include "domain/deals.h"
#include "domain/result.h"

#include <QObject>

#include <vector>

class QWidget;

namespace headway::app {
class Workspace;
}

namespace headway::ui {

class ClosingForm;

class DealCloser : public QObject
{
    Q_OBJECT
public:
    // The form opens over `window`, which owns this.
    DealCloser(app::Workspace &workspace, const app::Display &display, QWidget *window);
    ~DealCloser() override;

    // Each deal in its own pipeline; `type` is Won or Lost. `anchor`, in the window's coordinates, is
    // what the form opens beside.
    void close(const std::vector<DealId> &deals, const QString &what, StageType type, QRect anchor);
    // To this won or lost stage.
    void close(DealId deal, const QString &name, const Stage &stage, QRect anchor);

Q_SIGNALS:
    void failed(const headway::Error &error);

private:
    void tell(const Result<ChangeSet> &set);

    app::Workspace &m_workspace;
    ClosingForm *m_form;
};

} // namespace headway::ui
