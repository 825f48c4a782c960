// SPDX-License-Identifier: GPL-3.0-or-later
// What sample texts tell about how they are written. If they allow two readings, a finding says so and
// names one, so that the caller can ask the user instead of guessing. Used by the detectors in numbertext,
// moneytext and datetext; any thread; nothing fails.
#pragma once

#include <QString>
#include <QStringList>
#include <array>
#include <cstddef>
#include <optional>

namespace headway {

enum class Certainty {
    Certain,   // one reading fits every sample, or all readings give the same values
    Ambiguous, // several readings fit and give different values: `sample` shows one such text
    Mixed,     // no single reading fits all: `sample` is the first text that contradicts those before
};

template <class Reading>
struct Finding {
    Reading reading = {}; // the best candidate; worth proposing even if it is not certain
    Certainty certainty = Certainty::Certain;
    QString sample = {};
    qsizetype understood = 0; // samples that fit at least one reading; 0 = nothing of this kind here
};

// Tries every reading on every sample; `parse(text, reading)` returns a Result or an optional of something
// comparable. Samples that fit no reading are ignored.
template <class Reading, std::size_t count, class Parse>
[[nodiscard]] Finding<Reading> findReading(const std::array<Reading, count> &readings,
                                           const QStringList &samples, const Parse &parse)
{
    Finding<Reading> finding;
    std::array<bool, count> fits;
    fits.fill(true);
    for (const QString &sample : samples) {
        std::array<bool, count> fitsBoth = {};
        bool understood = false;
        bool agrees = false;
        for (std::size_t i = 0; i < count; ++i) {
            const bool reads = parse(sample, readings[i]).has_value();
            fitsBoth[i] = reads && fits[i];
            understood |= reads;
            agrees |= fitsBoth[i];
        }
        if (!understood)
            continue;
        ++finding.understood;
        if (agrees) {
            fits = fitsBoth;
        } else if (finding.certainty != Certainty::Mixed) {
            finding.certainty = Certainty::Mixed;
            finding.sample = sample;
        }
    }

    std::size_t best = 0;
    while (!fits[best]) // a sample that would rule out every reading is skipped, so one is left
        ++best;
    finding.reading = readings[best];
    if (finding.certainty == Certainty::Mixed)
        return finding;
    for (const QString &sample : samples) {
        const auto value = parse(sample, readings[best]);
        for (std::size_t i = best + 1; i < count && value.has_value(); ++i) {
            if (!fits[i] || *parse(sample, readings[i]) == *value)
                continue;
            finding.certainty = Certainty::Ambiguous;
            finding.sample = sample;
            return finding;
        }
    }
    return finding;
}

} // namespace headway
