// SPDX-License-Identifier: GPL-3.0-or-later
// A town with its postal code in one cell: "89073 Ulm", "D-70565 Stuttgart", "1012 AB Amsterdam", "Reno, NV 89501".
// Pure; any thread; nothing fails: what is no such cell is no place.
#pragma once

#include <QString>

#include <optional>

namespace headway::exchange {

struct PlaceText {
    QString postalCode = {};
    QString city = {};
    QString region = {}; // of American towns: "NV"

    bool operator==(const PlaceText &) const = default;
};

// None: it is the name of a town alone, or something else.
[[nodiscard]] std::optional<PlaceText> placeIn(const QString &cell);

// The street of a whole address, of which the town is known: "Elm St 5, Oakland, CA 94607, USA" in Oakland is Elm St 5.
// The text itself if the town does not stand in it behind a comma.
[[nodiscard]] QString streetBefore(const QString &address, const QString &city);

} // namespace headway::exchange
