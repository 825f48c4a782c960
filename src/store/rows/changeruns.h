// SPDX-License-Identifier: GPL-3.0-or-later
// Entries of the change log that tell of many records in a row, for whoever asks the log in SQL
// (store/commit/changeentries.h has the rest).
#pragma once

#include <QString>

namespace headway::store {

// No run is longer. What is said to be is damaged, and counts as one record.
constexpr qint64 longestRun = 2000;

// SQL on a row of `change` called "c": the last of its records.
inline const QString &lastOfRun()
{
    static const QString text =
        QStringLiteral("CASE WHEN c.last_id > c.entity_id AND c.last_id < c.entity_id + %1"
                       " THEN c.last_id ELSE c.entity_id END")
            .arg(longestRun);
    return text;
}

} // namespace headway::store
