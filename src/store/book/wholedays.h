// SPDX-License-Identifier: GPL-3.0-or-later
// Books of before schema 14 do not say of an activity that takes a whole day which day that is. It is found out by the
// zones in which the days were entered; until then they are read as the moments at which they begin.
#pragma once

#include "store/book/renewal.h"

namespace headway::store {

extern const Renewal wholeDaysRenewal;

} // namespace headway::store
