// SPDX-License-Identifier: GPL-3.0-or-later
// What an import says of rows that repeat earlier ones of the file, and what differs. Nothing fails.
#pragma once

#include "ctl/session.h"
#include "transfer/request/importreport.h"

#include <QJsonArray>

namespace headway::ctl {

void tellRepeats(const Session &session, const transfer::ImportReport &report);
QJsonArray
repeatsJson(const transfer::ImportReport &report); // line, earlier, differences: column, earlier, text

} // namespace headway::ctl
