// SPDX-License-Identifier: GPL-3.0-or-later
// What people type into a field, read by their locale and their order of dates, and the text a field's
// editor begins with. Used by every form and by editing in lists; GUI thread. Fails with Invalid and a
// sentence for the person; nothing is guessed and nothing corrected.
#pragma once

#include "app/edits/recordedits.h"
#include "app/program/settings.h"
#include "app/text/display.h"
#include "domain/text/momenttext.h"
#include "domain/text/numbertext.h"

#include <functional>

namespace headway::app {

// How this user writes and reads.
struct EntryRules {
    Display display;
    std::function<Instant()> clock = {};
    DateOrder order = DateOrder::YearMonthDay;
    QString currency = {}; // of amounts that name none

    Instant now() const { return clock(); }
    QDate today() const;
};

// The user's choice, or what the locale does.
DateOrder dateOrderOf(DateOrderChoice setting, const QLocale &locale);
// From now on `display` writes days as the settings say; when they say otherwise, what is shown of the book is
// read again. As long as `context` lives; GUI thread.
void followDateOrder(Settings &settings, Display &display, Workspace &workspace, QObject *context);

// What `text` means for a field of `row`: the field's value, and a currency if one was typed with it.
Result<std::vector<FieldValue>> readEntry(EntityKind kind, const Row &row, int field, const QString &text,
                                          const EntryRules &rules);

// The text to edit; reads back to the same value.
QString entryText(EntityKind kind, const Row &row, int field, const EntryRules &rules);

// How an entry was understood, where that is not obvious: "Friday, 27 Nov 2026". `values` are what
// readEntry() made of it.
QString understoodAs(EntityKind kind, const Row &row, const std::vector<FieldValue> &values,
                     const EntryRules &rules);

// By the user's clock and order of dates; see parseTypedMoment().
Result<TypedMoment> readMoment(const QString &text, const EntryRules &rules);
// "20", "20 min", "1:30", "1 h 15", in seconds.
Result<qint64> readDuration(const QString &text, const EntryRules &rules);

// The parts of these, by what a value means: for values that are no field of a row.
Result<Value> readValue(Kind meaning, const QString &text, const EntryRules &rules); // no money
QString valueEntry(Kind meaning, const Value &value, const EntryRules &rules);       // no money
QString moneyEntry(qint64 minor, const QString &currency, const EntryRules &rules);
QString understoodValue(Kind meaning, const Value &value, const QString &currency, const EntryRules &rules);
// That of the row, else the book's.
QString currencyOf(EntityKind kind, const Row &row, const EntryRules &rules);
NumberStyle numberStyle(const QLocale &locale);

// The first rule that `values` would break in `row`, as far as it concerns these fields.
Result<> checkEntry(EntityKind kind, const Row &row, const std::vector<FieldValue> &values);

} // namespace headway::app
