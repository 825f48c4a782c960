// SPDX-License-Identifier: GPL-3.0-or-later
// Which fields of a record are shown where, by its row in app/text/presentation.h. Fields that no section
// names come last under "More", so that a new field needs no line there. Used by RecordForm; pure; nothing
// fails.
#pragma once

#include "app/input/inputfield.h"

#include <QString>
#include <QTimeZone>

#include <vector>

namespace headway::ui {

struct FieldPlace {
    // Always: shown even when empty, because it should be filled.
    enum class When { Always, IfFilled };
    app::InputField field;
    When when = When::IfFilled;
};

struct FieldSection {
    QString title = {}; // empty for the first section
    std::vector<FieldPlace> fieldRows = {};
};

// `custom` are the custom fields of the kind, in their order.
std::vector<FieldSection> sectionsOf(EntityKind kind, const std::vector<app::InputField> &custom);

// Whether what an activity holds there is what anybody assumes anyway: no priority, the reader's own zone, a
// direction of what has none.
bool saysNothing(EntityKind kind, const Row &row, const FieldInfo &field, const QTimeZone &zone);

// The fields that the form of a new record asks for.
std::vector<app::InputField> firstFieldsOf(EntityKind kind);

} // namespace headway::ui
