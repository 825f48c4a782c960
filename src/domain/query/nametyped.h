// SPDX-License-Identifier: GPL-3.0-or-later
// How the names in a filter find records. Pure; nothing fails; any thread.
#pragma once

#include "domain/fields/entity.h"

#include <QString>

namespace headway {

// Whether a condition can name the records of a kind: whether their name is kept folded.
bool hasNameKey(EntityKind kind);

// Whether what is typed means the record of that name: it is the whole of it, or the beginning of one of its words.
// Both are folded.
bool isNamedSo(const QString &nameKey, const QString &typed);

} // namespace headway
