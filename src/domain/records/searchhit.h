// SPDX-License-Identifier: GPL-3.0-or-later
// A record that a search found. A value.
#pragma once

#include "domain/fields/ids.h"

#include <QString>

namespace headway {

struct SearchHit {
    EntityRef ref = {};
    QString title = {};
    QString detail = {}; // the company of a contact or deal, the organisation of a lead
};

} // namespace headway
