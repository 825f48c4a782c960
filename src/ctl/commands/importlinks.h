// SPDX-License-Identifier: GPL-3.0-or-later
// What an import says of its links to other records: how many were found in each column, and which were
// not. Nothing fails.
#pragma once

#include "ctl/session.h"
#include "transfer/request/importreport.h"

#include <QJsonArray>

namespace headway::ctl {

void tellLinks(const Session &session, const transfer::ImportReport &report);
QJsonArray linksJson(const transfer::ImportReport &report);        // column, field, asked, found, by_name
QJsonArray missingLinksJson(const transfer::ImportReport &report); // line, column, text, rows, fault

} // namespace headway::ctl
