// SPDX-License-Identifier: GPL-3.0-or-later
// By what the rows of a file are known to be records of the book already, where the user has not said: one rule for
// the window, the command line and import auto. Its id in the other system, else the e-mail address; else it is asked,
// and until then every row is new. Somebody of another name who shares an address is somebody else. The keys are pure,
// the rest runs on the writer's thread and fails as the connection fails.
#pragma once

#include "exchange/plan/importplan.h"
#include "transfer/rows/importrow.h"

#include <QStringList>

#include <vector>

namespace headway::transfer {

struct ImportKeys {
    QStringList match = {};
    QStringList otherwise = {}; // of rows that have nothing in one of those

    bool operator==(const ImportKeys &) const = default;
};

// `system`: whose ids the file holds; empty: nobody knows.
[[nodiscard]] ImportKeys proposedKeys(const exchange::ImportPlan &plan, const QString &system);
// Of a file that was imported before, all of whose rows are there: also by name, or by subject and time.
[[nodiscard]] ImportKeys keysOfKnownFile(const exchange::ImportPlan &plan, const QString &system);

// "This very file was imported on 3 March as step 11, …": what that means for this run. The report has `earlier`.
// `keys`: by what its rows are known (`match`), as its reader calls it.
[[nodiscard]] Sentence sentenceOfEarlier(const ImportReport &report, const QStringList &keys);

// Whether records of the kind may be known by their names when no key tells: what is asked about.
[[nodiscard]] bool isNameAsked(const exchange::ImportPlan &plan);

} // namespace headway::transfer
