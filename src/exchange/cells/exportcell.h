// SPDX-License-Identifier: GPL-3.0-or-later
// One value on its way into a file: what it is, not how a format writes it; and its text for machines, which is what
// CSV writes. Pure; any thread; nothing fails.
#pragma once

#include "domain/text/asciitext.h"

#include <QLatin1StringView>
#include <QString>
#include <QStringView>

#include <algorithm>
#include <array>

namespace headway::exchange {

// The texts belong to whoever made the cell, who says how long they stay.
struct ExportCell {
    enum class Kind : quint8 {
        Nothing,
        Text,
        Id,       // a number that counts nothing: of a record, or its place in an order
        Whole,    // a number of things
        Real,     // a number with decimals
        Amount,   // of money
        Percent,  // whole percent
        Day,      // text: 2026-03-04
        Moment,   // milliseconds since 1970 UTC
        Duration, // seconds
        YesNo,
    };

    Kind kind = Kind::Nothing;
    quint8 decimals = 0;       // of an Amount's currency
    qint64 number = 0;         // all but Text, Day and Real; an Amount in its currency's minor unit
    double real = 0;           // Real
    QStringView text = {};     // Text, Day
    QStringView currency = {}; // of an Amount: ISO 4217; empty if it has none that is known

    bool isText() const { return kind == Kind::Text || kind == Kind::Day; }
};

// Room for what is not text, as ASCII.
using FigureRoom = std::array<char, std::max({longestInstant, longestDecimal, 32})>;

// What is no text, for machines: digits, "1234.50", "2026-03-04T12:30:00Z", "yes"; a duration in seconds, a percentage
// without its sign; empty for Nothing and for texts. Lives as long as `room`.
[[nodiscard]] QLatin1StringView figures(const ExportCell &cell, FigureRoom &room);

// The same for every cell, texts as they are.
[[nodiscard]] QString machineText(const ExportCell &cell);

} // namespace headway::exchange
