// SPDX-License-Identifier: GPL-3.0-or-later
// Import profiles, as anybody may have changed them: what is understood is written and read again as the same, and
// fits, or is left out of, any file.
#include "fuzz/fuzz.h"

#include "transfer/request/importprofile.h"

using namespace headway;
using namespace headway::fuzz;
using namespace headway::transfer;
using namespace Qt::StringLiterals;

HEADWAY_FUZZ(profile)
{
    const auto profile = readProfile(QString::fromUtf8(bytes));
    if (!profile)
        return;
    const QString text = profileText(*profile);
    const auto again = readProfile(text);
    require(again.has_value() && again->remarks.empty());
    require(profileText(*again) == text);
    const QStringList columns{u"Name"_s, u"Region"_s, u"Stage"_s, u"Amount"_s};
    for (const EntityKind kind : {EntityKind::Company, EntityKind::Deal}) {
        ImportRequest request = profile->rules;
        request.kind = kind;
        request.isFitting = true;
        static_cast<void>(fitToColumns(request, columns, {}));
        for (const exchange::MapRule &rule : request.map)
            require(exchange::columnNamed(columns, rule.column).has_value());
        for (const exchange::OwnRule &rule : request.own)
            require(exchange::columnNamed(columns, rule.column).has_value());
        const auto plan = exchange::planImport(kind, columns, {request.map, request.set}, {});
        if (!plan)
            continue; // two columns for one field
        static_cast<void>(fitToPlan(request, *plan));
        for (const exchange::ValueRule &rule : request.values)
            require(plan->find(rule.target) != nullptr);
    }
}
