// SPDX-License-Identifier: GPL-3.0-or-later
// A scroll bar as slim as the style makes it, where a view of its own needs it before the style is asked: with
// several views next to each other, each reserves its thickness. GUI thread; nothing fails.
#pragma once

#include <QScrollBar>

namespace headway::ui {

class SlimScrollBar : public QScrollBar
{
    Q_OBJECT
public:
    // Beside: takes room from the content. Over: lies on its edge, and the content does not move.
    enum class Place { Beside, Over };

    SlimScrollBar(Qt::Orientation orientation, QWidget *parent, Place place = Place::Beside);
    ~SlimScrollBar() override;

    static int thickness();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
};

} // namespace headway::ui
