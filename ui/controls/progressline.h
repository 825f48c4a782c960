// SPDX-License-Identifier: GPL-3.0-or-later
// The progress of long work: a thin bar, with text next to it. For screen readers it is a progress bar. GUI
// thread; nothing fails.
#pragma once

#include <QProgressBar>

namespace headway::ui {

class ProgressLine : public QProgressBar
{
    Q_OBJECT
public:
    explicit ProgressLine(QWidget *parent = nullptr);
    ~ProgressLine() override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

// "12 s left", "3 min left", "2 h left".
QString timeLeftText(qint64 seconds);

} // namespace headway::ui
