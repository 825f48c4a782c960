// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/partorder.h"

#include <QWidget>

#include <algorithm>

namespace headway::ui {

void orderParts(const std::vector<QWidget *> &parts)
{
    if (parts.empty())
        return;
    std::vector<std::pair<size_t, QWidget *>> stops; // with the place of their part
    QWidget *first = parts.front()->window();
    for (QWidget *each = first->nextInFocusChain(); each && each != first; each = each->nextInFocusChain()) {
        // setTabOrder() does not take the one, and takes the other along: the line within a spin box.
        if (!(each->focusPolicy() & Qt::TabFocus) || each->focusProxy())
            continue;
        const auto part = std::find_if(parts.begin(), parts.end(), [each](const QWidget *around) {
            return around == each || around->isAncestorOf(each);
        });
        if (part != parts.end())
            stops.emplace_back(size_t(part - parts.begin()), each);
    }
    std::stable_sort(stops.begin(), stops.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    for (size_t i = 1; i < stops.size(); ++i)
        QWidget::setTabOrder(stops[i - 1].second, stops[i].second);
}

} // namespace headway::ui
