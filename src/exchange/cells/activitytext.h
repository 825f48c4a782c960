// SPDX-License-Identifier: GPL-3.0-or-later
// How long something took, as other systems write it, and in what the bare numbers of a column are meant. Pure; any
// thread. Fails with Invalid, in a sentence that quotes the text.
#pragma once

#include "domain/result.h"

#include <QString>

#include <optional>

namespace headway::exchange {

enum class DurationUnit { Hours, Minutes, Seconds, Milliseconds };

// What a header says: "Duration (min)", "CallDurationInSeconds", "Dauer in Stunden". None: it does not say.
[[nodiscard]] std::optional<DurationUnit> durationUnitIn(const QString &header);
// "minutes", "min", "ms" …; none if it is no unit.
[[nodiscard]] std::optional<DurationUnit> durationUnitNamed(const QString &word);

// Whether the text is a number without a unit, which somebody has to say.
[[nodiscard]] bool isBareDuration(const QString &text);

// Seconds of "15 min", "1h30", "1:30", "1 h 15 min 20 s", "00:15:00", "PT15M"; bare numbers are in `unit`.
[[nodiscard]] Result<qint64> readDurationCell(const QString &text, DurationUnit unit);

} // namespace headway::exchange
