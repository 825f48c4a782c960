// SPDX-License-Identifier: GPL-3.0-or-later
// What conditions and orders can be about, and what it is called in their texts. Pure; any thread.
#pragma once

#include "domain/query/filter.h"

namespace headway {

// What a name before the colon stands for; nothing if the kind does not have it. `values` are empty. A field of the
// program comes before a custom one of the same name, and the name of a custom field before the label of another.
std::optional<Condition> conditionOn(EntityKind kind, QStringView typed,
                                     const std::vector<CustomField> &custom = {});
// The name before the colon, the short one where there is one. Neither Agenda nor Closed has any.
QString subjectName(EntityKind kind, const Condition &condition);
// The names allowed before the colon, for completion: "owner", "close", "amount" …, "custom.owner"
QStringList filterNames(EntityKind kind, const std::vector<CustomField> &custom = {});
// The custom field that a condition is about; null if it is about another thing, or if the field is gone.
const CustomField *customFieldOf(EntityKind kind, const Condition &condition,
                                 const std::vector<CustomField> &custom);

// The type of what a condition is about.
FieldType typeOf(EntityKind kind, const Condition &condition);
// The kind of the records that a condition names; nothing if it names none.
std::optional<EntityKind> namedKind(EntityKind kind, const Condition &condition);

} // namespace headway
