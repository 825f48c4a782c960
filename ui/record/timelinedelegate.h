// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the items of a timeline, each as high as it needs; heights are cached until the width changes. Part
// of the timeline view; GUI thread; nothing fails.
#pragma once

#include "app/record/timelinemodel.h"
#include "ui/style/paragraph.h"

#include <QHash>
#include <QStyledItemDelegate>

namespace headway::ui {

class RowPainter;

class TimelineView;

class TimelineDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    TimelineDelegate(const TimelineView &view, const app::Display &display, const app::Workspace &workspace,
                     QObject *parent);
    ~TimelineDelegate() override;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

    // "Done" or "Undo": shown at the right of the item under the mouse or cursor; empty: none.
    QString linkText(const app::TimelineItem &item) const;
    // In left-to-right coordinates.
    QRect linkPlace(const QRect &place, const app::TimelineItem &item) const;

    void forgetHeights() { m_heights.clear(); }

private:
    Paragraph noteOf(const app::TimelineItem &item, int width) const;
    Paragraph changesOf(const app::TimelineItem &item, int width) const;
    QString detailsOf(const app::TimelineItem &item) const;
    QString whenOf(const app::TimelineItem &item) const;
    int heightOf(const app::TimelineItem &item, int width) const;
    void paintHeading(const RowPainter &row, QRect place, const app::TimelineItem &item) const;
    void paintActivity(const RowPainter &row, QRect place, const app::TimelineItem &item, bool isLit) const;
    void paintChange(const RowPainter &row, QRect place, const app::TimelineItem &item, bool isLit) const;
    void paintLink(const RowPainter &row, const QRect &place, const app::TimelineItem &item) const;

    const TimelineView &m_view;
    const app::Display m_display;
    const app::Workspace &m_workspace;
    struct Height {
        int width = 0;
        app::TimelineItem item = {};
        bool isExpanded = false;
        int height = 0;
    };
    mutable QHash<quint64, Height> m_heights;
};

} // namespace headway::ui
