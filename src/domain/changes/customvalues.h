// SPDX-License-Identifier: GPL-3.0-or-later
// The values of custom fields in a record's `custom` JSON: reading one, setting one, and the rules they
// keep. A text that is no JSON object counts as empty. Pure; any thread.
#pragma once

#include "domain/records/lists.h"
#include "domain/result.h"

#include <QStringList>

namespace headway {

// Text, a day as ISO text, a choice as it reads; a number as an integer or real; money in minor units;
// yes and no as 1 and 0. Nothing if it is not set, or is of another kind.
Value customValue(const QString &json, const CustomField &field);

// `json` with the field set; nothing or an empty text takes it out.
QString withCustomValue(const QString &json, const CustomField &field, const Value &value);

// The names of the fields that differ.
QStringList customDifference(const QString &before, const QString &after);

// What changed from `before` to `after`, made on what the record holds by now. Conflict if one of those
// fields is another meanwhile; the others are left as they are.
Result<QString> mergedCustom(const QString &present, const QString &before, const QString &after);

// Invalid if the field must be filled and is not, or holds none of its choices.
Result<> checkCustom(const CustomField &field, const Value &value);

// What there is to choose, in its order.
QStringList customChoices(const CustomField &field);

} // namespace headway
