// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as people and spreadsheets write them, read exactly: 1,234.50  1.234,50  1 234,50
// 1'234.50  (1,200)  5-  10k  2.5m  1.2bn  12%  1.5E+06. Used by imports, forms and the command
// line; pure, any thread. Fails on text that is not a number and on numbers beyond 64 bits.
#pragma once

#include "domain/result.h"
#include "domain/text/finding.h"

#include <QString>
#include <QStringList>
#include <QStringView>

namespace headway {

// mantissa / 10^scale, without trailing zeros after the decimal mark: 12.50 is {125, 1}.
struct Decimal {
    qint64 mantissa = 0;
    int scale = 0; // 0 … 18

    bool operator==(const Decimal &) const = default;
};

// The group mark may be null (none). Spaces and apostrophes between thousands cannot be mistaken
// for a decimal mark and are read in every style.
struct NumberStyle {
    QChar decimalMark = u'.';
    QChar groupMark = u',';

    bool operator==(const NumberStyle &) const = default;
};

struct ParsedNumber {
    Decimal value;          // as written: 12% is 12
    bool isPercent = false; // a percent sign followed

    bool operator==(const ParsedNumber &) const = default;
};

// Invalid, with a sentence that quotes the text.
[[nodiscard]] Result<ParsedNumber> parseNumber(QStringView text, NumberStyle style);

// Whether a column is written 1,234.50 or 1.234,50. A lone "1,234" is Ambiguous.
[[nodiscard]] Finding<NumberStyle> detectNumberStyle(const QStringList &samples);

// The value times 10^scale. Invalid if digits would be lost or the result exceeds 64 bits.
[[nodiscard]] Result<qint64> toScaledInteger(Decimal value, int scale);

// "-1234.5": for machines.
[[nodiscard]] QString formatDecimal(Decimal value);

} // namespace headway
