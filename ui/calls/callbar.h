// SPDX-License-Identifier: GPL-3.0-or-later
// The line below the details while a list is called: how far it is, how many were reached, and the ways to skip one and
// to stop. Takes no room without a queue. GUI thread; nothing fails.
#pragma once

#include "app/calls/callqueue.h"
#include "app/text/display.h"

#include <QWidget>

namespace headway::ui {

class ElidedLabel;
class FlatButton;

class CallBar : public QWidget
{
    Q_OBJECT
public:
    // The queue outlives it.
    CallBar(const app::CallQueue &queue, const app::Display &display, QWidget *parent = nullptr);
    ~CallBar() override;

    void showQueue();
    // "9 of 12 · 67 % reached · 2 skipped · 1 without a number": also for when it is over.
    QString progressText() const;

Q_SIGNALS:
    void skipWanted();
    void stopWanted();

private:
    QStringList partsOf(const app::CallQueue::Counts &counts) const;
    QString leftOutText(app::NotCalled why, qint64 count) const;

    const app::CallQueue &m_queue;
    const app::Display m_display;
    ElidedLabel *m_progress;
    FlatButton *m_skip;
};

} // namespace headway::ui
