// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the items of Today: a circle to tick them off, their kind, what is to be done, for which record, whose it
// is and when; on one line where there is room, else on two. GUI thread; nothing fails.
#pragma once

#include "app/today/todaymodel.h"
#include "ui/today/todaycolumns.h"

#include <QFont>
#include <QStyledItemDelegate>

#include <vector>

namespace headway::ui {

class TodayView;

class TodayDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    TodayDelegate(const TodayView &view, const app::TodayModel &model, QObject *parent);
    ~TodayDelegate() override;

    // The circle of a planned activity in a row at `place`; a click there marks it done.
    static QRect circleIn(const QRect &place, Qt::LayoutDirection direction);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    struct Look;
    void paintHeading(const Look &look, const app::TodayItem &item) const;
    void paintDay(const Look &look, const app::TodayItem &item) const;
    void paintPlain(const Look &look, const app::TodayItem &item) const;
    void paintRow(const Look &look, const app::TodayItem &item) const;
    void paintGround(const Look &look) const;
    int paintMarks(const Look &look, const app::TodayItem &item, QRect line) const;
    void paintCircle(const Look &look, QRect line, bool isPointedAt) const;
    void paintWhen(const Look &look, const app::TodayItem &item, QRect line) const;
    static QString whenText(const app::TodayItem &item);
    static int initialsWidth(const app::TodayItem &item);
    static RowWidths widthsOf(const app::TodayItem &item);
    const std::vector<RowWidths> &widths() const; // of all rows

    const TodayView &m_view;
    const app::TodayModel &m_model;
    mutable std::vector<RowWidths> m_widths; // empty: not measured yet
    mutable QFont m_measuredWith;
};

} // namespace headway::ui
