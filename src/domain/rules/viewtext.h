// SPDX-License-Identifier: GPL-3.0-or-later
// Views as a text of a few lines, to be sent to a colleague or kept beside a script:
//     [Q4 New business]
//     kind: deal
//     place: board
//     pipeline: New business
//     filter: status:open close:this-quarter
//     shared: yes
// Lines that are not known here are settings of the view, and kept. Pure; any thread. Fails with Invalid, and
// the number of the line.
#pragma once

#include "domain/records/savedview.h"
#include "domain/result.h"

#include <vector>

namespace headway {

struct WrittenView {
    SavedView view = {};   // without owner, position and pipeline
    QString pipeline = {}; // its name; empty: none

    bool operator==(const WrittenView &) const = default;
};

QString viewText(const WrittenView &written);
Result<std::vector<WrittenView>> readViews(const QString &text);

} // namespace headway
