// SPDX-License-Identifier: GPL-3.0-or-later
// One cell of a record as text and back. Writing is for machines and exact: days and instants in ISO form,
// amounts as decimals of their currency, choices by code. Reading also accepts what people and other
// products write. References are left to the caller: they need names. Pure; any thread. Fails with Invalid,
// in a sentence that quotes the text.
#pragma once

#include "domain/fields/field.h"
#include "domain/records/lists.h"
#include "domain/result.h"
#include "domain/text/datetext.h"
#include "domain/text/moneytext.h"
#include "domain/text/numbertext.h"
#include "exchange/cells/exportcell.h"

#include <QJsonValue>
#include <QString>
#include <QTimeZone>

namespace headway::exchange {

// How the cells of a file are written.
struct CellStyle {
    NumberStyle number = {u'.', QChar()};
    DateOrder dates = DateOrder::YearMonthDay;
    QString currency = {};             // of amounts without one
    QTimeZone zone = QTimeZone::utc(); // of times without one

    bool operator==(const CellStyle &) const = default;
};

// The value in `text`, which is not empty. Money fails if the text names a currency other than the style's;
// see readAmount(). Choices are read by code or label, yes/no also as true, 1, ja, oui, sí …; days also as
// a spreadsheet's day number, and instants as the day on the style's clock; durations as seconds or h:mm[:ss].
[[nodiscard]] Result<Value> readCell(const FieldInfo &field, const QString &text, const CellStyle &style);

// An amount with its currency: that of the text, else the style's, else none and two decimals.
[[nodiscard]] Result<Money> readAmount(const QString &text, const CellStyle &style);

// A moment: ISO 8601, or a day with an optional time, in the style's zone.
[[nodiscard]] Result<Instant> readMoment(const QString &text, const CellStyle &style);

// The value as it goes out; `currency` is the record's, and both outlive the cell.
[[nodiscard]] ExportCell exportCell(const FieldInfo &field, const Value &value, QStringView currency);
// The text that readCell() turns into `value` again; empty if there is no value.
[[nodiscard]] QString writeCell(const FieldInfo &field, const Value &value, const QString &currency);

// The value of a custom field, as stored in the record's JSON, and back.
[[nodiscard]] Result<QJsonValue> readCustom(const CustomField &field, const QString &text,
                                            const CellStyle &style);
[[nodiscard]] QString writeCustom(const CustomField &field, const QJsonValue &value, const QString &currency);
// As exportCell(); the text of the cell is in `kept`.
[[nodiscard]] ExportCell exportCustom(const CustomField &field, const QJsonValue &value, QStringView currency,
                                      QString &kept);

} // namespace headway::exchange
