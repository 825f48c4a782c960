// SPDX-License-Identifier: GPL-3.0-or-later
// The time of an appointment as people type it: from when, and until when. Pure (now and the zone are passed
// in); any thread. Fails with a sentence that quotes the text.
#pragma once

#include "domain/text/momenttext.h"

namespace headway {

struct TypedSpan {
    TypedMoment start = {};
    std::optional<qint64> duration = {}; // seconds; nullopt: no end was typed

    bool operator==(const TypedSpan &) const = default;
};

// "fri 14:00-15:30", "fri 14-15:30", "tomorrow 2-3pm", "9:30–10", "fri 14", and moments as parseTypedMoment()
// reads them. Two bare hours need a day: "9-10" alone is a date.
[[nodiscard]] Result<TypedSpan> parseTypedSpan(const QString &text, Instant now, const QTimeZone &zone,
                                               const DayRules &days);

} // namespace headway
