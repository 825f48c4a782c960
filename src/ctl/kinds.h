// SPDX-License-Identifier: GPL-3.0-or-later
// The names of kinds, records and fields on the command line: "deals", "deal:17", "deal:Acme renewal",
// "owner". Fails with Invalid (an unknown word, with the nearest known one) or NotFound.
#pragma once

#include "domain/fields/field.h"
#include "domain/result.h"
#include "store/reading/query.h"

#include <QStringList>

namespace headway::ctl {

// "deal" and "deals", "lost-reasons"; for help and completion: the plurals.
QStringList kindWords();
Result<EntityKind> kindNamed(const QString &word);
// "deal", "lost-reason": as in "deal:17".
QString wordOf(EntityKind kind);
// "deal:17".
QString wordOf(EntityRef ref);

// An id, or the name of exactly one live record. A name may be abbreviated if it is unambiguous.
Result<EntityRef> recordNamed(sql::Connection &book, EntityKind kind, const QString &text);
// "KIND:ID" or "KIND:NAME".
Result<EntityRef> recordNamed(sql::Connection &book, const QString &text);

// The field's name on the command line: "owner" for owner_id.
QString wordOf(const FieldInfo &field);
// The field of that name, except those of Trait::Internal.
Result<int> fieldNamed(EntityKind kind, const QString &word);
QStringList fieldWords(EntityKind kind);

} // namespace headway::ctl
