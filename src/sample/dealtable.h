// SPDX-License-Identifier: GPL-3.0-or-later
// The subjects of the sample company's deals: names as sales people write them, what is sold,
// lost reasons. Constant tables; placeholders as in phrase.h; any thread.
#pragma once

#include "sample/catalogue.h"
#include "sample/companytable.h"
#include "store/book/defaults.h"

#include <span>

namespace headway::sample {

struct Part {
    Item item = NoItem;
    int least = 0;
    int most = 0;
};

struct DealKind {
    QStringView name;
    Need need; // Any: every sector
    Part main;
    Part further;
};

std::span<const DealKind> newBusinessKinds();
std::span<const DealKind> renewalKinds();

struct LostStory {
    LostReasonId reason;
    int weight;
    QStringView note;
};
std::span<const LostStory> lostStories();
std::span<const QStringView> wonNotes();
std::span<const QStringView> competitors();
std::span<const QStringView> dealDescriptions();

struct KnownTag {
    QStringView name;
    QStringView colour;
};
std::span<const KnownTag> knownTags();

} // namespace headway::sample
