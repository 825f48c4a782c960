// SPDX-License-Identifier: GPL-3.0-or-later
// Giving a lead up, for good or until a day. Pure functions that turn loaded values into an Edit; any thread. What a lead
// becomes otherwise is conversion.h.
#pragma once

#include "domain/changes/change.h"
#include "domain/records/lead.h"
#include "domain/records/lists.h"
#include "domain/result.h"

#include <QDate>

namespace headway {

// A lead that does not fit, with the reason; a note stands in its timeline. It wakes up no more.
Edit disqualify(const Lead &lead, const LostReason &reason, const QString &note, const Actor &actor);
// A lead that nobody works on until a day. What brings it back is a step planned for that day, which the caller adds.
Edit putToSleep(const Lead &lead, QDate until);

// Invalid for a day that is not to come.
Result<> checkSleepUntil(QDate until, QDate today);

} // namespace headway
