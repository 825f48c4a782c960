// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody types for a choice. Pure; nothing fails; any thread.
#pragma once

#include "domain/fields/codec.h"

#include <QStringList>

#include <span>

namespace headway {

// The choice of that code, label or number, in any case and punctuation; null if there is none.
const Choice *choiceCalled(std::span<const Choice> choices, const QString &text);

// What can be chosen, in English: without the choice that is none.
QStringList labelsOf(std::span<const Choice> choices);

} // namespace headway
