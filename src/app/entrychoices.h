// SPDX-License-Identifier: GPL-3.0-or-later
// How fields of list entries that hold codes are shown and chosen: the colours with their names, and the
// kinds of activity that an outcome is for. Pure; any thread; nothing fails.
#pragma once

#include "app/display.h"

#include <QStringList>

#include <vector>

namespace headway::app {

struct NamedColour {
    QString code; // "#1f7a8c"
    QString name; // translated
};
// Quiet ones that can be told apart on light and on dark ground.
const std::vector<NamedColour> &namedColours();
QString colourName(const QString &code); // the code itself, if it has no name

// Of the field `activity_kinds`: all codes with their names, and the text for a list of them.
struct NamedKind {
    QString code;
    QString name;
};
std::vector<NamedKind> activityKindNames();
QString activityKindsText(const QString &codes); // "Any" for none

} // namespace headway::app
