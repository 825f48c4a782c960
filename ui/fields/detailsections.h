// SPDX-License-Identifier: GPL-3.0-or-later
// Which facts of a record stand where, by its row in app/text/presentation.h. Fields that no section names
// come last under "More", so that a new field needs no line there. Read by fact sheets; pure; nothing fails.
#pragma once

#include "app/input/inputfield.h"

#include <QString>

#include <vector>

namespace headway::ui {

struct FieldPlace {
    // Always: shown though it is empty, because it ought to be filled.
    enum class When { Always, IfFilled };
    app::InputField field;
    When when = When::IfFilled;
};

struct FieldSection {
    QString title = {}; // empty: the first one needs none
    std::vector<FieldPlace> fieldRows = {};
};

// `custom` are the custom fields of the kind, in their order.
std::vector<FieldSection> sectionsOf(EntityKind kind, const std::vector<app::InputField> &custom);

// The fields that a new record is asked for at once.
std::vector<app::InputField> firstFieldsOf(EntityKind kind);

} // namespace headway::ui
