// SPDX-License-Identifier: GPL-3.0-or-later
// How picklist fields that hold codes are shown and chosen: the colours with their names, the kinds of
// activity that an outcome is for, the fields that a stage requires. Pure; any thread; nothing fails.
#pragma once

#include "app/text/display.h"

#include <QStringList>

#include <vector>

namespace headway::app {

struct NamedColour {
    QString code; // "#1f7a8c"
    QString name; // translated
};
// Muted colours that can be told apart on light and dark backgrounds.
const std::vector<NamedColour> &namedColours();
QString colourName(const QString &code); // the code itself, if it has no name

// Fields that hold several codes, separated by spaces: all possible codes with their names, and the text
// for a cell.
struct NamedCode {
    QString code;
    QString name;
};
bool holdsCodes(const FieldInfo &field);
std::vector<NamedCode> codesOf(const FieldInfo &field);
QString codesText(const FieldInfo &field, const QString &codes); // "Any activity" for no kinds

} // namespace headway::app
