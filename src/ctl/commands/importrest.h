// SPDX-License-Identifier: GPL-3.0-or-later
// The columns that nothing takes, and the file that comes a second time: the options for the former, and what an
// import says of both. Only reading the options fails.
#pragma once

#include "ctl/session.h"
#include "transfer/request/importreport.h"

#include <QJsonArray>

namespace headway::ctl {

// --rest, --own. Invalid names the option.
Result<> readRest(const Arguments &arguments, transfer::ImportRequest &request);

void tellRest(const Session &session, const transfer::ImportReport &report);
// Columns that were left, each with one of its values and the number of its rows; those without any come last.
void tellLeft(const Session &session, const QStringList &left, const std::vector<exchange::RestColumn> &rest);
void tellHowToKeep(const Session &session);
QJsonArray restJson(
    const transfer::ImportReport &report); // column, goes, sample, rows, field, label, type, choices, new

// "This very file was imported …, as step 11."
void tellEarlier(const Session &session, const transfer::ImportReport &report);

} // namespace headway::ctl
