// SPDX-License-Identifier: GPL-3.0-or-later
// Why a record may be the same as another one, in words. Any thread; nothing fails.
#pragma once

#include "domain/records/alikerecord.h"

#include <QStringList>

namespace headway::app {

// "same e-mail address", "similar name": one for each reason, in their order.
QStringList alikeWords(const std::vector<AlikeBy> &reasons);

} // namespace headway::app
