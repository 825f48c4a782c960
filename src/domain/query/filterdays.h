// SPDX-License-Identifier: GPL-3.0-or-later
// The days in a filter's text, written so that they are the same days on another computer and tomorrow. A filter that
// is kept holds them so; what people type may be in the order of their own computer. Pure; any thread; nothing fails:
// a condition that cannot be read stays as it is.
#pragma once

#include "domain/query/filter.h"

namespace headway {

// "close:<3/4/2027 stage:Offer" as "close:<2027-04-03 stage:Offer"; "today" and "this-quarter" go on to move.
QString withIsoDays(EntityKind kind, const QString &text, const Calendar &calendar,
                    const std::vector<CustomField> &custom = {});

// The same of a filter that a book keeps. What views kept before days were kept in their ISO form was always read
// with the day first.
QString keptFilterText(EntityKind kind, const QString &text, const Calendar &calendar,
                       const std::vector<CustomField> &custom = {});

// The calendar by which the days in a kept filter are read.
Calendar ofKeptFilters(Calendar calendar);

} // namespace headway
