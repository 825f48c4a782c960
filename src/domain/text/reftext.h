// SPDX-License-Identifier: GPL-3.0-or-later
// A reference to a record as one word, for settings, drafts and places to go back to: "deal/17". Pure; any
// thread.
#pragma once

#include "domain/fields/ids.h"

#include <optional>

namespace headway {

QString refText(EntityRef record);

// Nothing if no record can be meant. A record that is yet to be made is "deal/0".
std::optional<EntityRef> refNamed(const QString &text);

} // namespace headway
