// SPDX-License-Identifier: GPL-3.0-or-later
// The words by which people name kinds, records and fields: "deals", "deal:17", "deal:Acme renewal",
// "owner". Fails with Invalid (a word that means nothing, with the nearest that does) or NotFound.
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

// A number, or the name of just one live record. A name may be shortened as long as it is clear.
Result<EntityRef> recordNamed(sql::Connection &book, EntityKind kind, const QString &text);
// "KIND:ID" or "KIND:NAME".
Result<EntityRef> recordNamed(sql::Connection &book, const QString &text);

// The field's name as people type it: "owner" for owner_id.
QString wordOf(const FieldInfo &field);
// The field of that name; those of Trait::Internal are unknown to people.
Result<int> fieldNamed(EntityKind kind, const QString &word);
QStringList fieldWords(EntityKind kind);

} // namespace headway::ctl
