// SPDX-License-Identifier: GPL-3.0-or-later
// How the names in a filter find records. Pure; nothing fails; any thread.
#pragma once

#include "domain/fields/entity.h"

#include <QString>
#include <QStringList>

namespace headway {

// Whether a condition can name the records of a kind: whether their name is kept folded.
bool hasNameKey(EntityKind kind);

// The folded names that what is typed can be the whole of, the first as it was typed. The key of a person begins with
// the family name, which is the last word or several: "anna berg" → "berg anna".
QStringList nameKeysOf(EntityKind kind, QStringView typed);

// Whether what is typed means the record of that name: it is the whole of it, or the beginning of one of its words.
// Both are folded.
bool isNamedSo(const QString &nameKey, const QString &typed);

} // namespace headway
