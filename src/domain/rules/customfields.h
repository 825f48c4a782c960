// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the fields that users define: no two of a kind of record have one name, or one label. Pure; any thread.
// Fails with Invalid and a sentence for the user.
#pragma once

#include "domain/records/lists.h"
#include "domain/result.h"

#include <vector>

namespace headway {

// What two labels have in common that people would take for one.
QString customLabelKey(const QString &label);

// The key of a new field under which records keep its values: letters, digits and underscores of its label, as none of
// `others` has it.
[[nodiscard]] QString ownFieldName(const QString &label, const std::vector<CustomField> &others);

// `others`: the live ones, this one and those of other kinds may be among them.
Result<> checkCustomField(const CustomField &field, const std::vector<CustomField> &others);

} // namespace headway
