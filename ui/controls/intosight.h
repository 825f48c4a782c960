// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace headway::ui {

// Scrolls what lies around `part` until it is to be seen, once the layout has made room for it. GUI thread; where
// nothing scrolls, nothing happens.
void bringIntoSight(QWidget &part);

} // namespace headway::ui
