// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of an import hold, before any of their rows is taken: the parts in the order in which they go in, and
// what is asked for each. Each file is looked at once; what was found out about it is handed on, to the run and to later
// runs over the same files. For importauto.h; on one thread. Fails with Invalid where what is said does not fit.
#pragma once

#include "domain/records/lookups.h"
#include "transfer/import/autosources.h"
#include "transfer/import/importparts.h"

namespace headway::transfer {

struct PlannedPart {
    QString path = {};
    QStringList columns = {};
    FilePart part = {};
    QString system = {};        // of its own columns; empty: nobody knows
    ImportRequest request = {}; // what it is asked for
    // Of each column, where it goes; empty: it is left.
    QStringList targets = {};
    bool areKeysSaid = false;    // how its records are known, and what may be made, is not to be found out
    bool mayMakeItsKind = false; // records of its kind from names alone
    Writing writing = {};
    bool isEmpty = false;             // no rows
    std::vector<Sentence> notes = {}; // which rules of a profile it has no use for
};

struct AutoPlan {
    std::vector<PlannedPart> parts = {};
    std::vector<AutoReport::Left> left = {};
    QString system = {}; // of most of the files, for those whose columns do not say

    // Whether other files hold records of the same kind.
    bool isOneOfSeveral(const PlannedPart &part) const;
};

[[nodiscard]] Result<AutoPlan> planAuto(const AutoRequest &request, AutoSources &sources,
                                        const Lookups &book);

// Rules of the request that no part takes: written wrong, or for other files.
[[nodiscard]] std::vector<Sentence> uselessRules(const ImportRequest &rules, const AutoPlan &plan);

} // namespace headway::transfer
