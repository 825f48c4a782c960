// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace headway::ui {

// Lays out a window of the import: the parts scroll between the head, which may be null, and the foot. `name` is what
// a screen reader calls what scrolls. The window takes all of them. GUI thread.
void frameImport(QWidget &window, QWidget *head, QWidget *parts, const QString &name, QWidget *foot);

} // namespace headway::ui
