// SPDX-License-Identifier: GPL-3.0-or-later
// The places to which a column of an imported file can go, in the sections that the form of that kind has. What is of
// no use to people (since when a deal has been in its stage, ids of this book) is left out, unless it is wanted by name.
// Pure; any thread; nothing fails.
#pragma once

#include "app/transfer/targetlabels.h"

namespace headway::app {

struct TargetOffer {
    QString target = {}; // as a request names it
    QString label = {};

    bool operator==(const TargetOffer &) const = default;
};

struct TargetSection {
    QString title = {};
    std::vector<TargetOffer> offers = {};
};

// `wanted`: targets that a plan proposes or a profile names; they are there in any case.
[[nodiscard]] std::vector<TargetSection> targetSections(const Display &display, EntityKind kind,
                                                        const std::vector<CustomField> &custom,
                                                        const QStringList &wanted);

} // namespace headway::app
