// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a filter that finds records by a telephone number, whichever way it is written ("phone:"). Pure; any
// thread; nothing fails.
#pragma once

#include "store/reading/query.h"

namespace headway::store {

// That `asText` holds, which says that `column` of the record `r` has one of the texts in it as it was typed; or that the
// column, or any number of the record, is or holds the number that was typed (domain/text/phonenumber.h), from four
// digits on; or, of two or three that begin with a zero, that a number begins so within its country.
Clause phoneClause(sql::Engine engine, EntityKind kind, const QString &column, const QStringList &typed,
                   const Clause &asText);

} // namespace headway::store
