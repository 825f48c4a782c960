// SPDX-License-Identifier: GPL-3.0-or-later
// Moments as people type them: a day, a time of day, or both, on their own clock or on that of somewhere
// else. Pure (now and the clock are passed in); any thread. Fails with a sentence that names the text.
#pragma once

#include "domain/fields/ids.h"
#include "domain/text/datetext.h"

#include <QTimeZone>

#include <optional>

namespace headway {

// A day without a time is all of that day, from its first moment.
struct TypedMoment {
    Instant at = {};
    bool isWholeDay = false;

    bool operator==(const TypedMoment &) const = default;
};

// "now", "tomorrow 14:30", "fri 2pm", "9:00", "2026-12-01T09:00", "9:00 Tokyo", "14:30 UTC+2", and days as
// parseTypedDate() reads them. A time without a day is today's. `zone` is the clock it is meant on unless
// another one follows the time; where clocks jump forward, a time they leave out is the one after it.
[[nodiscard]] Result<TypedMoment> parseTypedMoment(const QString &text, Instant now, const QTimeZone &zone,
                                                   DateOrder order);

// "UTC", "GMT", "+9", "UTC+5:30", "Europe/Berlin", "new york", in any case; a city is found by its name alone
// where only one zone of the tz database ends in it. Nothing if it is none of these.
[[nodiscard]] std::optional<QTimeZone> zoneNamed(const QString &text);

} // namespace headway
