// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/callbar.h"

#include "app/text/plaintip.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/flatbutton.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace headway::ui {

CallBar::CallBar(const app::CallQueue &queue, const app::Display &display, QWidget *parent)
    : QWidget(parent), m_queue(queue), m_display(display), m_progress(new ElidedLabel(this)),
      m_skip(new FlatButton(FlatButton::Kind::Link, this))
{
    setObjectName(u"callbar"_s);
    setAccessibleName(tr("Calling a list"));
    m_progress->setObjectName(u"callprogress"_s);
    m_skip->setText(tr("Skip"));
    m_skip->setToolTip(tr("Comes back at the end (Ctrl+Shift+F)"));
    auto *stop = new FlatButton(FlatButton::Kind::Link, this);
    stop->setText(tr("Stop"));
    stop->setToolTip(tr("End the calls; what was logged stays"));
    connect(m_skip, &QAbstractButton::clicked, this, &CallBar::skipWanted);
    connect(stop, &QAbstractButton::clicked, this, &CallBar::stopWanted);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::large, space::small, space::large, space::small);
    row->setSpacing(space::medium);
    row->addWidget(m_progress, 1);
    row->addWidget(m_skip);
    row->addWidget(stop);
    hide();
}

CallBar::~CallBar() = default;

void CallBar::showQueue()
{
    const app::CallQueue::Counts counts = m_queue.counts();
    QStringList parts = partsOf(counts);
    qint64 leftOut = 0;
    for (const auto &[why, count] : counts.leftOut)
        leftOut += count;
    if (leftOut > 0)
        parts += tr("%1 left out").arg(m_display.number(leftOut));
    m_progress->showText(parts.join(u" · "_s), ElidedLabel::Tone::Quiet);
    m_progress->setToolTip(app::plainTip(progressText()));
    setVisible(m_queue.isRunning());
}

QStringList CallBar::partsOf(const app::CallQueue::Counts &counts) const
{
    QStringList parts{tr("%1 of %2").arg(m_display.number(counts.called), m_display.number(counts.all))};
    if (const auto rate = counts.reachRate())
        parts += tr("%1 reached").arg(m_display.percent(*rate));
    if (counts.skipped > 0)
        parts += tr("%1 skipped").arg(m_display.number(counts.skipped));
    return parts;
}

QString CallBar::progressText() const
{
    const app::CallQueue::Counts counts = m_queue.counts();
    QStringList parts = partsOf(counts);
    for (const auto &[why, count] : counts.leftOut)
        parts += leftOutText(why, count);
    return parts.join(u" · "_s);
}

QString CallBar::leftOutText(app::NotCalled why, qint64 count) const
{
    const QString number = m_display.number(count);
    switch (why) {
    case app::NotCalled::Gone: return tr("%1 deleted").arg(number);
    case app::NotCalled::Converted: return tr("%1 converted").arg(number);
    case app::NotCalled::CalledMeanwhile: return tr("%1 called by others").arg(number);
    case app::NotCalled::CalledByOthers: return tr("%1 being called by others").arg(number);
    case app::NotCalled::DoNotCall: return tr("%1 not to be called").arg(number);
    case app::NotCalled::NoNumber: return tr("%1 without a number").arg(number);
    }
    return number;
}

} // namespace headway::ui
