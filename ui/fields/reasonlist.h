// SPDX-License-Identifier: GPL-3.0-or-later
// The reasons why a deal is lost or a lead does not fit, as a short list; the first nine are chosen by their digit. GUI
// thread; nothing fails.
#pragma once

#include "domain/records/lists.h"

#include <QListWidget>

#include <vector>

namespace headway::ui {

class ReasonList : public QListWidget
{
    Q_OBJECT
public:
    explicit ReasonList(QWidget *parent);
    ~ReasonList() override;

    // Those that are in use; none is chosen then, and no signal says so.
    void showReasons(const std::vector<LostReason> &all);
    const LostReason *reason() const; // that was chosen; null: none yet
    void choose(LostReasonId reason); // one that is not shown changes nothing

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    std::vector<LostReason> m_shown; // in the order of the rows
};

} // namespace headway::ui
