// SPDX-License-Identifier: GPL-3.0-or-later
// What an import asks, printed as a table that says what to write, and the options that answer it. Only
// reading the options fails.
#pragma once

#include "ctl/session.h"
#include "transfer/request/importreport.h"

#include <QJsonArray>

namespace headway::ctl {

// --word, --duration-unit, --percent, --round, --amount-unit, --closed-on. Invalid names the option.
Result<> readAnswers(const Arguments &arguments, transfer::ImportRequest &request);

void tellQuestions(const Session &session, const transfer::ImportRequest &request,
                   const transfer::ImportReport &report);
// After an import that asked these: what became of the rows, and how to answer yet.
void tellHowToAnswer(const Session &session, const std::vector<transfer::ImportQuestion> &questions);
QJsonArray questionsJson(const std::vector<transfer::ImportQuestion> &questions, const app::Display &display);

} // namespace headway::ctl
