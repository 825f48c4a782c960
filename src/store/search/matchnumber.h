// SPDX-License-Identifier: GPL-3.0-or-later
// Typed text as a full-text expression, in which a telephone number is one word however it is spaced: what stands side
// by side and may be a number is looked for as words, and as a number by each way of writing it
// (domain/text/phonenumber.h). Any thread.
#pragma once

#include "sql/connection.h"
#include "store/search/matchtext.h"

#include <QStringList>

namespace headway::store {

// As matchText(), for words among which there may be numbers: "anna 030 5550123".
QString matchTextOrNumber(sql::Engine engine, const QStringList &typed);
// Likewise as calledMatch() and wideMatch().
Match calledMatchOrNumber(sql::Engine engine, const QStringList &typed);
Result<Match> wideMatchOrNumber(sql::Connection &connection, const QStringList &typed);

// Of a number alone, by the ways of writing it; empty if the text has fewer than four digits of one.
QString matchNumber(sql::Engine engine, const QString &typed);

} // namespace headway::store
