// SPDX-License-Identifier: GPL-3.0-or-later
// Reading what is typed into a field, by the user's locale and order of dates, and the initial text of a
// field's editor. Used by every form and by editing in lists; GUI thread. Fails with Invalid and a sentence
// for the user; nothing is guessed or corrected.
#pragma once

#include "app/edits/recordedits.h"
#include "app/program/settings.h"
#include "app/text/display.h"
#include "domain/text/momenttext.h"
#include "domain/text/numbertext.h"

#include <functional>

namespace headway::app {

// The formats in which this user writes and reads.
struct InputRules {
    Display display;
    std::function<Instant()> clock = {};
    std::optional<DateOrder> order = {}; // of days; none is known
    QString currency = {};               // of amounts without one
    int firstMonth = 1;                  // of the fiscal year

    Instant now() const { return clock(); }
    QDate today() const;
    DayRules days() const { return {order, firstMonth}; }
    Calendar calendar() const { return {today(), days()}; }
};

// Makes `display` write days as the settings say.
void writeDaysAsSet(const Settings &settings, Display &display);

// The values that `text` means for a field of `row`: the field's value, and a currency if one was typed
// with it.
Result<std::vector<FieldValue>> readInput(EntityKind kind, const Row &row, int field, const QString &text,
                                          const InputRules &rules);

// The initial text of an editor; reading it gives the same value, or, of what takes the whole day, the same day.
QString inputText(EntityKind kind, const Row &row, int field, const InputRules &rules);

// How the input was understood, if that is not obvious: "Friday, 27 Nov 2026". `values` are those from
// readInput().
QString understoodAs(EntityKind kind, const Row &row, const std::vector<FieldValue> &values,
                     const InputRules &rules);

// In the user's zone and order of dates; see parseTypedMoment().
Result<TypedMoment> readMoment(const QString &text, const InputRules &rules);
// "20", "20 min", "1:30", "1 h 15", in seconds.
Result<qint64> readDuration(const QString &text, const InputRules &rules);

// The same by meaning alone: for values that are not a field of a row.
Result<Value> readValue(FieldType meaning, const QString &text, const InputRules &rules); // no money
QString valueInputText(FieldType meaning, const Value &value, const InputRules &rules);   // no money
QString moneyInputText(qint64 minor, const QString &currency, const InputRules &rules);
QString understoodValue(FieldType meaning, const Value &value, const QString &currency,
                        const InputRules &rules);
// The row's currency, else the book's.
QString currencyOf(EntityKind kind, const Row &row, const InputRules &rules);
NumberStyle numberStyle(const QLocale &locale);

// The first rule broken by `values` in `row` that concerns these fields.
Result<> checkInput(EntityKind kind, const Row &row, const std::vector<FieldValue> &values, QDate today);

} // namespace headway::app
