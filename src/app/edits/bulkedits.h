// SPDX-License-Identifier: GPL-3.0-or-later
// What a user does to many records at once, as one step: ten thousand of a list's selection, by their
// ids. All of it goes into the book, or nothing does. The functions on a connection run on the writer's
// thread; `then` of the others comes on the GUI thread. Fails as the connection does, and with Cancelled
// when the user stops it; nothing was written then.
#pragma once

#include "app/edits/recordedits.h"
#include "domain/progress.h"

#include <functional>
#include <vector>

namespace headway::app {

// What happens to the others if the rules refuse some of the records.
enum class WhenRefused { ChangeNone, ChangeTheOthers };

struct BulkChange {
    EntityKind kind = EntityKind::Deal;
    std::vector<qint64> ids = {};
    std::vector<FieldValue> values = {}; // the first is the field that the step is named after
    WhenRefused whenRefused = WhenRefused::ChangeNone;
};

// A record that stays as it is, and the sentence why.
struct Refusal {
    EntityRef record = {};
    QString title = {};
    Sentence why = {};
};

struct BulkReport {
    ChangeSet set = {};                 // of the step; without an operation if nothing was written
    qint64 changed = 0;                 // records that differ now, or would
    qint64 refused = 0;                 // records
    std::vector<Refusal> refusals = {}; // the first of them, at most mostRefusals
};
inline constexpr size_t mostRefusals = 5;

Result<BulkReport> changeRecords(sql::Connection &connection, const BulkChange &change, const Actor &actor,
                                 const Progress &progress);
// Records that are deleted already are no mistake. What others are made of is refused with a sentence,
// and then nothing is deleted.
Result<BulkReport> deleteRecords(sql::Connection &connection, const std::vector<EntityRef> &records,
                                 const Actor &actor, const Progress &progress);

using BulkDone = std::function<void(Result<BulkReport>)>;
void changeRecords(Workspace &workspace, QObject *context, const BulkChange &change, const Progress &progress,
                   BulkDone then);
void deleteRecords(Workspace &workspace, QObject *context, const std::vector<EntityRef> &records,
                   const Progress &progress, BulkDone then);

} // namespace headway::app
