// SPDX-License-Identifier: GPL-3.0-or-later
// How somebody is reached, as cards write it: TEL;TYPE=CELL,PREF, tel: with its extension, the labels of Apple.
// Pure; any thread; nothing fails.
#pragma once

#include "exchange/vcard/cardentry.h"

namespace headway::exchange {

// 1 for PREF and TYPE=PREF, the most preferred; 0: nothing is said.
[[nodiscard]] int preferenceOf(const CardHeader &header);

// `label`: what X-ABLabel calls it; empty: nothing.
[[nodiscard]] CardReach reachOf(const CardProperty &property, CardVersion version, ContactPointType by,
                                const QString &label);
[[nodiscard]] CardProperty propertyOf(const CardReach &reach, CardVersion version);

// The place of an address; Other if its label is one of nobody's.
[[nodiscard]] ContactPointPlace addressPlace(const CardHeader &header, const QString &label);

// "_$!<Mobile>!$_" → "Mobile".
[[nodiscard]] QString plainLabel(const QString &label);

} // namespace headway::exchange
