// SPDX-License-Identifier: GPL-3.0-or-later
// The headings of a table: quiet text over a hairline, aligned with the cells below, with an arrow for the
// sort order. GUI thread; nothing fails.
#pragma once

#include <QHeaderView>

namespace headway::ui {

class ListHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit ListHeader(QWidget *parent = nullptr);
    ~ListHeader() override;

    QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void paintEvent(QPaintEvent *event) override;
};

} // namespace headway::ui
