// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the items of Today: when they are due as a shape and in words, their kind, what is to be done and for
// which record; on one line where there is room, else on two. GUI thread; nothing fails.
#pragma once

#include "app/today/todaymodel.h"

#include <QStyledItemDelegate>

namespace headway::ui {

class TodayView;

class TodayDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    TodayDelegate(const TodayView &view, const app::TodayModel &model, QObject *parent);
    ~TodayDelegate() override;

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
    int paintWhen(const Look &look, const app::TodayItem &item, QRect line) const;

    const TodayView &m_view;
    const app::TodayModel &m_model;
};

} // namespace headway::ui
