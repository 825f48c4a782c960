// SPDX-License-Identifier: GPL-3.0-or-later
// Which words the search holds of a record has changed over time. A book whose index was made by older rules has it
// made anew, and so are the keys of telephone numbers (phonekeys.h).
#pragma once

#include "store/book/renewal.h"

namespace headway::store {

extern const Renewal searchWordsRenewal;

} // namespace headway::store
