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
    DateOrder order = DateOrder::YearMonthDay;
    QString currency = {}; // of amounts without one

    Instant now() const { return clock(); }
    QDate today() const;
};

// The user's choice, or the locale's.
DateOrder dateOrderOf(DateOrderSetting setting, const QLocale &locale);
// Makes `display` write days as the settings say, also after they change, when all shown data is read
// again. As long as `context` lives; GUI thread.
void followDateOrder(Settings &settings, Display &display, Workspace &workspace, QObject *context);

// The values that `text` means for a field of `row`: the field's value, and a currency if one was typed
// with it.
Result<std::vector<FieldValue>> readInput(EntityKind kind, const Row &row, int field, const QString &text,
                                          const InputRules &rules);

// The initial text of an editor; reading it gives the same value.
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
Result<> checkInput(EntityKind kind, const Row &row, const std::vector<FieldValue> &values);

} // namespace headway::app
