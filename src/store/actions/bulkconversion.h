// SPDX-License-Identifier: GPL-3.0-or-later
// Converting many leads in one step, each as it is proposed: linked to who is surely the same, else to new records, of
// which later leads of the same step are linked to what earlier ones made. On the connection's thread; fails as
// store::commit does, and with Cancelled; then nothing was written.
#pragma once

#include "domain/changes/change.h"
#include "domain/progress.h"
#include "domain/result.h"
#include "domain/rules/conversion.h"
#include "sql/connection.h"

#include <array>
#include <vector>

namespace headway::store {

struct BulkConversion {
    std::vector<LeadId> leads = {};
    ConversionWay deals = ConversionWay::New; // New or None
    bool isDry = false;                       // says what would become of them, and writes nothing
};

// What became, or would become, of one of them.
struct ConvertedLead {
    struct Part {
        ConversionWay way = ConversionWay::None;
        qint64 record = 0; // its id; of a dry run, that of a new one means nothing
        QString title = {};
    };
    LeadId lead = {};
    QString name = {};
    std::array<Part, conversionKinds.size()> parts = {};
    Sentence refusal = {}; // why it was left as it is; empty: it was converted
};

struct BulkConverted {
    std::vector<ConvertedLead> leads = {}; // in their order
    ChangeSet set = {};                    // not of a dry run, or if none was converted
};

// Leads that cannot be converted (they were already, their deal lacks what its stage requires) are left as they are.
[[nodiscard]] Result<BulkConverted> convertLeads(sql::Connection &connection, const BulkConversion &wanted,
                                                 const Actor &actor, const Progress &progress = {});

} // namespace headway::store
