// SPDX-License-Identifier: GPL-3.0-or-later
// Fields computed from other fields of the same record: sort keys, full names, the month of a closing date.
// The store calls it for each row it writes. (What is computed from *other* records, such as a contact's
// primary e-mail, is in store/commit/derived.h.)
#pragma once

#include "domain/fields/field.h"
#include "domain/sentence.h"

namespace headway {

// `row` with its derived fields recomputed. Pure; any thread.
Row derive(EntityKind kind, Row row);

// What the record is shown as: a name, a subject, an e-mail address.
QString titleOf(EntityKind kind, const Row &row);

// What a sentence calls it: “Renewal”; without a title "line item 17", or "a line item" while it has no number.
SentencePart nameInSentence(EntityRef record, const QString &title);

// The words by which the search finds the record, separated by spaces, those beside its names marked
// (domain/text/searchwords.h); without those of other records (contact points, tags, its company), which the store
// adds.
QString searchText(EntityKind kind, const Row &row);

} // namespace headway
