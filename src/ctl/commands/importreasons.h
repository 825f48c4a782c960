// SPDX-License-Identifier: GPL-3.0-or-later
// Why rows were rejected: a table of the reasons with their rows and with what to write. Nothing fails.
#pragma once

#include "ctl/session.h"
#include "transfer/request/importreport.h"

#include <QJsonArray>

namespace headway::ctl {

void tellReasons(const Session &session, const transfer::ImportReport &report);
QJsonArray reasonsJson(const transfer::ImportReport &report, const app::Display &display);

} // namespace headway::ctl
