// SPDX-License-Identifier: GPL-3.0-or-later
// The way of the Tab key through a window whose parts come and go. GUI thread; nothing fails.
#pragma once

#include <vector>

class QWidget;

namespace headway::ui {

// Tab goes through the parts in this order, and within each as it did, whichever was made first. All of one window.
void orderParts(const std::vector<QWidget *> &parts);

} // namespace headway::ui
