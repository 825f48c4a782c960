// SPDX-License-Identifier: GPL-3.0-or-later
// One cell of a record as text and back. Writing is for machines and exact: days and instants in ISO
// form, amounts as decimals of their currency, choices by code. Reading also takes what people and other
// products write. References are the caller's: they need names. Pure; any thread. Fails with Invalid, in
// a sentence that names the text.
#pragma once

#include "domain/fields/field.h"
#include "domain/records/lists.h"
#include "domain/result.h"
#include "domain/text/datetext.h"
#include "domain/text/moneytext.h"
#include "domain/text/numbertext.h"

#include <QJsonValue>
#include <QString>
#include <QTimeZone>

namespace headway::exchange {

// How the cells of a file are written.
struct CellStyle {
    NumberStyle number = {u'.', QChar()};
    DateOrder dates = DateOrder::YearMonthDay;
    QString currency = {};             // of amounts that name none
    QTimeZone zone = QTimeZone::utc(); // of times that name none

    bool operator==(const CellStyle &) const = default;
};

// The value in `text`, which is not empty. Money fails where the text names a currency other than the
// style's; see readAmount(). Choices are read by code or label, yes/no also as true, 1, ja, oui, sí …;
// days also as a spreadsheet's number; durations as seconds or h:mm[:ss].
[[nodiscard]] Result<Value> readCell(const FieldInfo &field, const QString &text, const CellStyle &style);

// An amount with its currency: the one in the text, else the style's, else two decimals of none.
[[nodiscard]] Result<Money> readAmount(const QString &text, const CellStyle &style);

// A moment: ISO 8601, or a day and perhaps a time on the wall clock of the style's zone.
[[nodiscard]] Result<Instant> readMoment(const QString &text, const CellStyle &style);

// The text that readCell() turns into `value` again; empty for none. `currency` is the record's.
[[nodiscard]] QString writeCell(const FieldInfo &field, const Value &value, const QString &currency);

// The value of a field of the user's own, as it stands in the record's JSON, and back.
[[nodiscard]] Result<QJsonValue> readCustom(const CustomField &field, const QString &text,
                                            const CellStyle &style);
[[nodiscard]] QString writeCustom(const CustomField &field, const QJsonValue &value, const QString &currency);

} // namespace headway::exchange
