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
struct InputRules {
    Display display;
    std::function<Instant()> clock = {};
    DateOrder order = DateOrder::YearMonthDay;
    QString currency = {}; // of amounts that name none

    Instant now() const { return clock(); }
    QDate today() const;
};

// The user's choice, or what the locale does.
DateOrder dateOrderOf(DateOrderSetting setting, const QLocale &locale);
// From now on `display` writes days as the settings say; when they say otherwise, what is shown of the book is
// read again. As long as `context` lives; GUI thread.
void followDateOrder(Settings &settings, Display &display, Workspace &workspace, QObject *context);

// What `text` means for a field of `row`: the field's value, and a currency if one was typed with it.
Result<std::vector<FieldValue>> readInput(EntityKind kind, const Row &row, int field, const QString &text,
                                          const InputRules &rules);

// The text to edit; reads back to the same value.
QString inputText(EntityKind kind, const Row &row, int field, const InputRules &rules);

// How an entry was understood, where that is not obvious: "Friday, 27 Nov 2026". `values` are what
// readInput() made of it.
QString understoodAs(EntityKind kind, const Row &row, const std::vector<FieldValue> &values,
                     const InputRules &rules);

// By the user's clock and order of dates; see parseTypedMoment().
Result<TypedMoment> readMoment(const QString &text, const InputRules &rules);
// "20", "20 min", "1:30", "1 h 15", in seconds.
Result<qint64> readDuration(const QString &text, const InputRules &rules);

// The parts of these, by what a value means: for values that are no field of a row.
Result<Value> readValue(FieldType meaning, const QString &text, const InputRules &rules); // no money
QString valueInputText(FieldType meaning, const Value &value, const InputRules &rules);   // no money
QString moneyInputText(qint64 minor, const QString &currency, const InputRules &rules);
QString understoodValue(FieldType meaning, const Value &value, const QString &currency,
                        const InputRules &rules);
// That of the row, else the book's.
QString currencyOf(EntityKind kind, const Row &row, const InputRules &rules);
NumberStyle numberStyle(const QLocale &locale);

// The first rule that `values` would break in `row`, as far as it concerns these fields.
Result<> checkInput(EntityKind kind, const Row &row, const std::vector<FieldValue> &values);

} // namespace headway::app
