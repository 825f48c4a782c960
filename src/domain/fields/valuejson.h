// SPDX-License-Identifier: GPL-3.0-or-later
// A value as JSON, for the change log, custom fields and scripts: a number, a text, or null. Whole numbers
// stay whole. Pure; any thread; nothing fails.
#pragma once

#include "domain/fields/value.h"

#include <QJsonValue>

namespace headway {

QJsonValue toJson(const Value &value);
// Null for JSON that no field can hold.
Value fromJson(const QJsonValue &json);

} // namespace headway
