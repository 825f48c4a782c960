// SPDX-License-Identifier: GPL-3.0-or-later
// A reference to a record as one word, for settings, drafts and navigation: "deal/17". Pure; any thread.
#pragma once

#include "domain/fields/ids.h"

#include <optional>

namespace headway {

QString refText(EntityRef record);

// Nothing if the text is not a reference. A record that is yet to be created is "deal/0".
std::optional<EntityRef> refNamed(const QString &text);

} // namespace headway
