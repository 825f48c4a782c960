// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/stagebar.h"

#include "ui/style/colourdots.h"
#include "ui/style/colours.h"
#include "ui/style/theme.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace headway::ui {

namespace {

constexpr int barHeight = 6;
constexpr int wholeHeight = 16; // so that it is easily hit
constexpr int gap = 2;
constexpr int leastSegment = 10;

} // namespace

StageBar::StageBar(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("stages"));
    setMouseTracking(true);
    setFixedHeight(wholeHeight);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Stages"));
    showNothing();
}

StageBar::~StageBar() = default;

QSize StageBar::sizeHint() const
{
    return {int(m_stages.size()) * 5 * leastSegment, wholeHeight};
}

QSize StageBar::minimumSizeHint() const
{
    return {int(m_stages.size()) * 2, wholeHeight};
}

void StageBar::showStages(std::vector<Stage> stages, StageId present, const QString &since)
{
    const bool isSame = present == m_present && stages == m_stages;
    m_stages = std::move(stages);
    m_present = present;
    m_since = since;
    if (!isSame)
        m_chosen = m_hovered = -1;
    setVisible(!m_stages.empty());
    setAccessibleDescription(about(m_chosen >= 0 ? m_chosen : this->present()));
    update();
}

void StageBar::showNothing()
{
    showStages({}, {}, {});
}

void StageBar::keepPlace(bool isKept)
{
    QSizePolicy policy = sizePolicy();
    policy.setRetainSizeWhenHidden(isKept);
    setSizePolicy(policy);
}

int StageBar::present() const
{
    for (size_t i = 0; i < m_stages.size(); ++i) {
        if (m_stages[i].id == m_present)
            return int(i);
    }
    return -1;
}

QRect StageBar::placeOf(int segment) const
{
    const int count = int(m_stages.size());
    const int left = segment * (width() + gap) / count;
    const int right = (segment + 1) * (width() + gap) / count - gap;
    return QStyle::visualRect(layoutDirection(), rect(),
                              QRect(left, (height() - barHeight) / 2, qMax(1, right - left), barHeight));
}

int StageBar::segmentAt(const QPoint &point) const
{
    for (int i = 0; i < int(m_stages.size()); ++i) {
        const QRect place = placeOf(i);
        if (point.x() >= place.left() && point.x() <= place.right() + gap)
            return i;
    }
    return -1;
}

// "Offer, 3 of 5, since 12 days. Explain it in person."
QString StageBar::about(int segment) const
{
    if (segment < 0)
        return {};
    const Stage &stage = m_stages[size_t(segment)];
    QString text = tr("%1, %2 of %3").arg(stage.name).arg(segment + 1).arg(m_stages.size());
    if (stage.id == m_present && !m_since.isEmpty())
        text += QStringLiteral(" · ") + m_since;
    else if (stage.id != m_present)
        text += QStringLiteral(" · ") + tr("click to move it here");
    return stage.guidance.isEmpty() ? text : text + u'\n' + stage.guidance;
}

void StageBar::paintEvent(QPaintEvent *)
{
    if (m_stages.empty())
        return;
    const ColourRoles &colours = colourRolesOf(*this);
    const int here = present();
    const Stage *const stage = here < 0 ? nullptr : &m_stages[size_t(here)];
    const QColor filled =
        stage ? dotColour({stage->colour, stage->position, {}}, palette()) : colours.hairline;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < int(m_stages.size()); ++i) {
        const QRectF place = placeOf(i);
        const QRectF inner = place.adjusted(0.5, 0.5, -0.5, -0.5);
        const bool isBefore = i <= here;
        painter.setPen(isBefore ? QPen(Qt::NoPen) : QPen(colours.quietText, 1));
        painter.setBrush(isBefore ? QBrush(filled) : i == m_hovered ? QBrush(colours.hover) : Qt::NoBrush);
        painter.drawRoundedRect(isBefore ? place : inner, 2, 2);
        if (i == m_hovered && isBefore) {
            painter.setBrush(colours.pressed);
            painter.drawRoundedRect(place, 2, 2);
        }
        if (hasFocus() && i == m_chosen)
            paintFocusRing(painter, place.adjusted(-1, -4, 1, 4), colours);
    }
}

void StageBar::mouseMoveEvent(QMouseEvent *event)
{
    m_hovered = segmentAt(event->pos());
    update();
}

void StageBar::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

void StageBar::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
        choose(segmentAt(event->pos()));
}

void StageBar::choose(int segment)
{
    if (segment >= 0 && m_stages[size_t(segment)].id != m_present)
        Q_EMIT stageChosen(m_stages[size_t(segment)].id);
}

void StageBar::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    m_chosen = qMax(0, present());
    sayChosen();
}

void StageBar::keyPressEvent(QKeyEvent *event)
{
    const int forward = isRightToLeft() ? Qt::Key_Left : Qt::Key_Right;
    const int back = isRightToLeft() ? Qt::Key_Right : Qt::Key_Left;
    const bool isPlain = !(event->modifiers() & ~Qt::KeypadModifier);
    const int key = event->key();
    if (isPlain && (key == forward || key == back) && !m_stages.empty()) {
        m_chosen = qBound(0, m_chosen + (key == forward ? 1 : -1), int(m_stages.size()) - 1);
        sayChosen();
    } else if (isPlain && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space)) {
        choose(m_chosen);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void StageBar::sayChosen()
{
    setAccessibleDescription(about(m_chosen));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    update();
}

bool StageBar::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), about(segmentAt(help->pos())), this);
    return true;
}

} // namespace headway::ui
