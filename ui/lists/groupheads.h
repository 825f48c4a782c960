// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the heads of the groups of a list over all of its columns: an arrow, the name, how many, their sum, and
// how many have no next step. The figures of all heads in sight are aligned; what does not fit goes, the least
// important first, and no figure is cut. GUI thread; nothing fails.
#pragma once

#include <QRect>

#include <vector>

class QPainter;
class QWidget;

namespace headway::app {
class Display;
class ListModel;
struct GroupHead;
} // namespace headway::app

namespace headway::ui {

struct HeadInSight {
    const app::GroupHead *head = nullptr;
    QRect place = {};
    bool isCurrent = false; // shows that it has the keyboard
    bool isHovered = false; // a click folds it
};

void paintGroupHeads(QPainter &painter, const std::vector<HeadInSight> &heads, const app::ListModel &model,
                     const app::Display &display, const QWidget &widget);

} // namespace headway::ui
