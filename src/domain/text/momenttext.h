// SPDX-License-Identifier: GPL-3.0-or-later
// Moments as people type them: a day, a time of day, or both, in their own time zone or another. Pure (now
// and the zone are passed in); any thread. Fails with a sentence that quotes the text.
#pragma once

#include "domain/fields/ids.h"
#include "domain/text/datetext.h"

#include <QTimeZone>

#include <optional>

namespace headway {

// A day without a time means the whole day; `at` is its first moment.
struct TypedMoment {
    Instant at = {};
    bool isWholeDay = false;

    bool operator==(const TypedMoment &) const = default;
};

// "now", "tomorrow 14:30", "fri 2pm", "9:00", "2026-12-01T09:00", "9:00 Tokyo", "14:30 UTC+2", and days as
// parseTypedDate() reads them. A time without a day is today's. `zone` applies unless another one follows
// the time; one that the clocks leave out when they go forward is refused, of two when they go back the first is meant.
[[nodiscard]] Result<TypedMoment> parseTypedMoment(const QString &text, Instant now, const QTimeZone &zone,
                                                   const DayRules &days);

// "UTC", "GMT", "+9", "UTC+5:30", "Europe/Berlin", "new york", in any case; a city alone is enough if only
// one zone of the tz database ends in it. Nothing if it is none of these.
[[nodiscard]] std::optional<QTimeZone> zoneNamed(const QString &text);

} // namespace headway
