// SPDX-License-Identifier: GPL-3.0-or-later
// A month to choose a day from, in the look of the other controls: today in a ring, the chosen day filled, the
// days of other months quiet, no red weekends (red is for what is late). GUI thread; nothing fails.
#pragma once

#include <QCalendarWidget>

namespace headway::ui {

class DayCalendar : public QCalendarWidget
{
    Q_OBJECT
public:
    explicit DayCalendar(QWidget *parent);
    ~DayCalendar() override;

    void showToday(QDate today); // which is the book's, not the computer's

protected:
    void paintCell(QPainter *painter, const QRect &rect, QDate date) const override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void dress();

    QDate m_today;
};

} // namespace headway::ui
