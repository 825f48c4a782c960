// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/daycalendar.h"

#include "ui/style/colours.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QTextCharFormat>
#include <QToolButton>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int arrowSize = 16;

} // namespace

DayCalendar::DayCalendar(QWidget *parent) : QCalendarWidget(parent)
{
    setVerticalHeaderFormat(NoVerticalHeader);
    setHorizontalHeaderFormat(ShortDayNames);
    dress();
}

DayCalendar::~DayCalendar() = default;

void DayCalendar::showToday(QDate today)
{
    m_today = today;
    updateCell(today);
}

// Qt paints the bar above the days in the colour of a selection, and weekends red.
void DayCalendar::dress()
{
    const ColourRoles &colours = colourRolesOf(*this);
    if (auto *bar = findChild<QWidget *>(u"qt_calendar_navigationbar"_s))
        bar->setBackgroundRole(QPalette::Base);
    for (auto *button : findChildren<QToolButton *>())
        button->setForegroundRole(QPalette::Text);
    const auto sign = [this, &colours](const QString &name, const QString &icon, const QString &spoken) {
        if (auto *button = findChild<QToolButton *>(name)) {
            button->setIcon(tinted(icon, arrowSize, colours.quietText, devicePixelRatioF()));
            button->setAccessibleName(spoken);
            button->setToolTip(spoken);
        }
    };
    const bool isMirrored = isRightToLeft();
    sign(u"qt_calendar_prevmonth"_s, isMirrored ? u"go-next"_s : u"go-previous"_s, tr("Month before"));
    sign(u"qt_calendar_nextmonth"_s, isMirrored ? u"go-previous"_s : u"go-next"_s, tr("Month after"));
    QTextCharFormat header;
    header.setForeground(colours.quietText);
    header.setBackground(palette().color(QPalette::Base));
    header.setFont(ui::font(TextSize::Small));
    setHeaderTextFormat(header);
    QTextCharFormat day;
    day.setForeground(palette().color(QPalette::Text));
    for (int weekday = Qt::Monday; weekday <= Qt::Sunday; ++weekday)
        setWeekdayTextFormat(Qt::DayOfWeek(weekday), day);
}

void DayCalendar::changeEvent(QEvent *event)
{
    QCalendarWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dress();
}

// Esc leaves the menu around it.
void DayCalendar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        event->ignore();
    else
        QCalendarWidget::keyPressEvent(event);
}

void DayCalendar::paintCell(QPainter *painter, const QRect &rect, QDate date) const
{
    const ColourRoles &colours = colourRolesOf(*this);
    const bool isChosen = date == selectedDate();
    QColor text = palette().color(QPalette::Text);
    if (isChosen)
        text = colours.accentText;
    else if (date.month() != monthShown())
        text = colours.quietText;
    if (date < minimumDate() || date > maximumDate())
        text = palette().color(QPalette::Disabled, QPalette::Text);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(rect, palette().color(QPalette::Base));
    const QRectF ground = QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5);
    painter->setPen(!isChosen && date == m_today ? QPen(colours.accent, 1) : QPen(Qt::NoPen));
    painter->setBrush(isChosen ? QBrush(colours.accent) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(ground, cornerRadius, cornerRadius);
    painter->setPen(text);
    painter->setFont(ui::font(TextSize::Body, date == m_today ? Weight::Strong : Weight::Normal));
    painter->drawText(rect, Qt::AlignCenter, locale().toString(date.day()));
    painter->restore();
}

} // namespace headway::ui
