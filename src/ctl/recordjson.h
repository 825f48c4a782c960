// SPDX-License-Identifier: GPL-3.0-or-later
// Records, sums and steps as JSON for scripts; documented in docs/command-line.md. Amounts are decimal
// texts ("12500.00"), exact for every reader; instants are UTC; a time that takes the whole day is its day;
// nothing is null. Pure; nothing fails.
#pragma once

#include "app/text/display.h"
#include "domain/changes/change.h"
#include "domain/records/loadedrecord.h"
#include "domain/records/totals.h"
#include "store/reading/lists.h"

#include <QJsonArray>
#include <QJsonObject>

namespace headway::ctl {

QJsonObject refJson(EntityRef ref);
// The record with all its fields, references as {"id", "name"}.
QJsonObject recordJson(const LoadedRecord &row);
QJsonArray sumsJson(const std::vector<MoneySum> &sums);
QJsonObject stepJson(const Operation &operation, const app::Display &display);
// A field but for references: of those the id.
QJsonValue valueJson(const Record &record, int index);
// The sentences in the user's language.
QJsonArray sentencesJson(const std::vector<Sentence> &sentences, const app::Display &display);
// An instant, or null.
QJsonValue instantJson(Instant at);

// The currency of the record's amounts; empty if it has none.
QString currencyOf(const Record &record);

} // namespace headway::ctl
