// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sidepane.h"

#include "ui/controls/glide.h"
#include "ui/style/colours.h"
#include "ui/style/motion.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLinearGradient>
#include <QPainter>
#include <QSplitter>
#include <QStyle>
#include <QTimer>

namespace headway::ui {

namespace {

constexpr int firstPagesWidth = 900; // pixels
constexpr int firstWidth = 380;
constexpr int leastWidth = 280;
constexpr int shadowWidth = 12;
constexpr int leastBeside = 120; // of the page, so that a click on it is still possible

// Out of sight, beyond the end of the window.
QRect beyond(const QRect &place, Qt::LayoutDirection direction)
{
    return place.translated(direction == Qt::RightToLeft ? -place.width() : place.width(), 0);
}

} // namespace

// The shadow falls on the page, which is to the left of it, or to the right in a mirrored window.
class SidePane::Frame : public QWidget
{
public:
    explicit Frame(QWidget *parent) : QWidget(parent), m_column(new QHBoxLayout(this))
    {
        m_column->setSpacing(0);
        placeShadow();
        hide();
    }

    void hold(QWidget *pane) { m_column->addWidget(pane); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QRect pane = contentsRect().marginsRemoved(m_column->contentsMargins());
        painter.fillRect(pane, palette().color(QPalette::Window));
        const bool isRight = isRightToLeft();
        const int edge = isRight ? pane.right() + 1 : pane.left() - 1;
        const int outer = isRight ? rect().right() : rect().left();
        QColor dark = colourRolesOf(*this).shadow;
        dark.setAlpha(dark.alpha() / 3);
        QColor none = dark;
        none.setAlpha(0);
        QLinearGradient shade(edge, 0, outer, 0);
        shade.setColorAt(0, dark);
        shade.setColorAt(1, none);
        painter.fillRect(QRect(QPoint(qMin(edge, outer), 0), QPoint(qMax(edge, outer), height() - 1)), shade);
        painter.fillRect(QRect(edge, 0, 1, height()), palette().color(QPalette::Mid));
    }
    void changeEvent(QEvent *event) override
    {
        QWidget::changeEvent(event);
        if (event->type() == QEvent::LayoutDirectionChange)
            placeShadow();
    }

private:
    void placeShadow()
    {
        const int shadow = shadowWidth + 1; // and a line
        m_column->setContentsMargins(isRightToLeft() ? 0 : shadow, 0, isRightToLeft() ? shadow : 0, 0);
    }

    QHBoxLayout *m_column;
};

SidePane::SidePane(QSplitter &splitter) : QObject(&splitter), m_splitter(splitter), m_width(firstWidth)
{
    splitter.installEventFilter(this);
}

SidePane::~SidePane() = default;

void SidePane::take(QWidget *pane, const QByteArray &state)
{
    delete m_pane;
    m_pane = pane;
    m_way = Way::Beside;
    pane->setMinimumWidth(leastWidth);
    pane->hide();
    m_splitter.addWidget(pane);
    m_splitter.setStretchFactor(1, 0);
    if (!m_splitter.restoreState(state))
        m_splitter.setSizes({firstPagesWidth, firstWidth});
    pane->hide(); // the state may have shown it
}

QByteArray SidePane::state() const
{
    return m_way == Way::Beside ? m_splitter.saveState() : m_state;
}

bool SidePane::isShown() const
{
    return m_pane && !m_pane->isHidden() && (m_way == Way::Beside || !m_frame->isHidden());
}

void SidePane::show(Way way)
{
    if (!m_pane)
        return;
    if (way != m_way)
        move(way);
    if (way == Way::Over) {
        place();
        m_frame->show();
        m_frame->raise();
    }
    m_pane->show();
    tellCovered();
}

void SidePane::hide()
{
    if (m_frame)
        m_frame->hide();
    if (m_pane)
        m_pane->hide();
    tellCovered();
}

bool SidePane::isSeen() const
{
    return Motion::mayMove() && m_pane && m_splitter.isVisible();
}

QRect SidePane::placeOfPane() const
{
    if (m_way == Way::Over)
        return m_frame->geometry();
    return {m_pane->mapTo(m_splitter.parentWidget(), QPoint()), m_pane->size()};
}

// Both slide once the pages are laid out beside the pane, or without it.
void SidePane::slideIn(Way way)
{
    if (isShown() || !isSeen()) {
        show(way);
        return;
    }
    QWidget &over = *m_splitter.parentWidget();
    const QRect pages = m_splitter.geometry();
    const QPixmap before = Glide::pictureOf(over, pages);
    show(way);
    QTimer::singleShot(0, this, [this, &over, pages, before] {
        const QRect place = isShown() && m_splitter.geometry() == pages ? placeOfPane() & pages : QRect();
        if (place.isEmpty())
            return;
        Glide::show(over, place, Glide::partOf(before, place.translated(-pages.topLeft())),
                    {{.picture = Glide::pictureOf(over, place),
                      .from = beyond(place, m_splitter.layoutDirection()),
                      .to = place}});
    });
}

void SidePane::slideOut()
{
    if (!isShown() || !isSeen()) {
        hide();
        return;
    }
    QWidget &over = *m_splitter.parentWidget();
    const QRect place = placeOfPane();
    const QPixmap pane = Glide::pictureOf(over, place);
    hide();
    QTimer::singleShot(0, this, [this, &over, place, pane] {
        if (isShown())
            return;
        Glide::show(over, place, Glide::pictureOf(over, place),
                    {{.picture = pane, .from = place, .to = beyond(place, m_splitter.layoutDirection())}});
    });
}

void SidePane::tellCovered()
{
    Q_EMIT covers(isOver() ? m_frame->width() - shadowWidth : 0);
}

void SidePane::move(Way way)
{
    QPointer<QWidget> focus = QApplication::focusWidget();
    const bool hadFocus = focus && m_pane->isAncestorOf(focus);
    const bool wasShown = isShown();
    if (way == Way::Over) {
        if (wasShown)
            m_width = m_pane->width();
        m_state = m_splitter.saveState();
        if (!m_frame)
            m_frame = new Frame(m_splitter.parentWidget());
        m_frame->hold(m_pane);
        m_way = way;
    } else {
        m_frame->hide();
        m_splitter.addWidget(m_pane);
        m_splitter.setStretchFactor(1, 0);
        m_splitter.restoreState(m_state);
        m_way = way;
    }
    if (hadFocus && wasShown) {
        show(way);
        if (focus)
            focus->setFocus(Qt::OtherFocusReason);
    }
}

void SidePane::place()
{
    const QRect pages = m_splitter.geometry();
    const int width = qMin(m_width, qMax(leastWidth, pages.width() - leastBeside)) + shadowWidth + 1;
    const QRect place(pages.right() + 1 - width, pages.top(), width, pages.height());
    m_frame->setGeometry(QStyle::visualRect(m_splitter.layoutDirection(), pages, place));
}

bool SidePane::eventFilter(QObject *watched, QEvent *event)
{
    const bool isMoved = event->type() == QEvent::Resize || event->type() == QEvent::Move;
    if (isMoved && watched == &m_splitter && isOver()) {
        place();
        tellCovered();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace headway::ui
