// SPDX-License-Identifier: GPL-3.0-or-later
// What several cells of a row say together: which number is the primary one, how an activity begins and ends, what a
// record without a name is called. Pure but for the questions that a row asks; nothing fails. On the writer's thread.
#pragma once

#include "domain/records/activity.h"
#include "exchange/cells/nametext.h"
#include "transfer/rows/importrow.h"

namespace headway::transfer {

// What is written where no name is known: "-", "n/a", "#N/A". Nobody is called so.
bool isPlaceholder(QStringView text);
// "n/a", "-", "null".
bool isNoNumber(const QString &text);

// One of each type is primary and comes first: the one that the file marks, else work, mobile, home; a fax or an
// e-mail that is no address only if there is nothing else.
void choosePrimary(std::vector<ContactPoint> &points);

// The parts of a person's name go into the fields of the kind; what it has no field for stays with the family name. A
// company is a lead's organisation, and a contact's family name.
void putName(EntityKind kind, const exchange::NameParts &name, ImportedRecord &imported);

// Of an activity: a day and a time in two columns are one moment, a day alone is all of it, an end makes a duration.
void joinTimes(const ImportContext &context, ImportedRecord &imported);
// Of an activity that takes the whole day: which, by the zone that its row names, else by that in which the file was
// written.
void settleWholeDay(const ImportContext &context, ImportedRecord &imported);
// That day in `row`, made of `before`, whose time the file sets: in the zone of the record, if it has one. The same day
// changes nothing, wherever the file was written.
void placeWholeDay(const ImportContext &context, const ImportedRecord &imported, const Row &before, Row &row);
// Whether it tells the kind of all its activities without a column for that.
bool tellsKind(const ActivityFile &file);
// What the row of a new activity does not say: its kind, its day, and whether it lies ahead.
void completeActivity(const ImportContext &context, const ImportedRecord &imported, Activity &activity);

// A person without a name is called by what stands beside the e-mail address, else by the address, else by the number;
// a company by its domain; a deal by its product, company or contact. Whether the row was given a name.
bool nameNameless(EntityKind kind, const ImportedRecord &imported, Row &row);

// Whether an activity is done, by a column that says only that: "Completed" with yes, 0, x or ✓. None: it says something
// else, or is no such column.
std::optional<bool> doneFlag(const exchange::ImportInput &input, const QString &text);

// Whether records of the kind have a text for what fits no field.
bool canKeep(EntityKind kind);
// That text of a record; empty if the kind has none.
QString noteIn(EntityKind kind, const Row &row);
// The row with what fits no field ("Column: text"), below its description or note. What stands there already is not
// repeated.
void keepWithRow(EntityKind kind, const QStringList &kept, Row &row);

} // namespace headway::transfer
