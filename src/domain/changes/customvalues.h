// SPDX-License-Identifier: GPL-3.0-or-later
// The values of custom fields in a record's `custom` JSON: reading one, setting one, and the rules they
// obey. A text that is not a JSON object counts as empty. Pure; any thread.
#pragma once

#include "domain/records/lists.h"
#include "domain/result.h"

#include <QStringList>

namespace headway {

// Text, a day as ISO text, a choice as its label; a number as an integer or real; money in minor units; yes
// and no as 1 and 0. Nothing if it is not set, or of the wrong type.
Value customValue(const QString &json, const CustomField &field);

// Whether there is something under its name, of whatever type.
bool holdsCustom(const QString &json, const CustomField &field);

// `json` with the field set; null or an empty text removes it.
QString withCustomValue(const QString &json, const CustomField &field, const Value &value);

// The texts in it, by whatever fields, without days: what the search finds a record by.
QStringList customTexts(const QString &json);

// The names of the custom fields whose values differ.
QStringList customDifference(const QString &before, const QString &after);

// `present` with the values of `more` for fields that it has none of.
QString filledCustom(const QString &present, const QString &more);

// Applies what changed from `before` to `after` to `present`, the record's current JSON. Conflict if
// `present` differs from `before` in one of those fields; other fields keep their present value.
Result<QString> mergedCustom(const QString &present, const QString &before, const QString &after);

// Invalid if a required field is empty, or if the value is not one of the field's choices.
Result<> checkCustom(const CustomField &field, const Value &value);

} // namespace headway
