// SPDX-License-Identifier: GPL-3.0-or-later
// What column names say, whoever wrote the file: whose column it is, whether it holds ids, and what everybody calls so
// (resources/presets/common.tsv). Pure; any thread; nothing fails.
#pragma once

#include "domain/fields/entity.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace headway::exchange {

// A header taken apart: "Deal - Close Date *" is of a deal and has the key "closedate"; so is "Deal.CloseDate".
struct HeaderParts {
    std::optional<EntityKind> object = {}; // the last one named before the field
    // The rest without byte order mark, case, punctuation and a trailing *; empty if it is only signs.
    QString key = {};
};
[[nodiscard]] HeaderParts headerParts(const QString &header);
[[nodiscard]] inline QString headerKey(const QString &header)
{
    return headerParts(header).key;
}

// The kind that a key names: "organization" and "accounts" are companies.
[[nodiscard]] std::optional<EntityKind> objectNamed(const QString &key);

// What is identified by a key that ends in "id" or "ids": "accountid" → "account", "id" → "". None if it does not.
[[nodiscard]] std::optional<QString> idStem(const QString &key);
// Whether it may mean a record of any kind: "what", "relatedto".
[[nodiscard]] bool meansAnyRecord(const QString &stem);

// The names of the targets (importplan.h) for the key of another product's header, the best first.
[[nodiscard]] QStringList targetsForHeader(EntityKind kind, const QString &key);
// The same for keys that mean one thing or another, depending on what other columns there are: "title".
[[nodiscard]] QStringList doubtfulTargets(EntityKind kind, const QString &key);

} // namespace headway::exchange
