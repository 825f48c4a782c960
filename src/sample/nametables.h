// SPDX-License-Identifier: GPL-3.0-or-later
// First and family names by culture, the common ones first. Constant tables, any thread.
#pragma once

#include "sample/places.h"

namespace headway::sample {

std::span<const QStringView> womenOf(Culture culture);
std::span<const QStringView> menOf(Culture culture);
std::span<const QStringView> familiesOf(Culture culture);

} // namespace headway::sample
