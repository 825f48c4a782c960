// SPDX-License-Identifier: GPL-3.0-or-later
// Changes to many records at once, as one step: ten thousand selected rows of a list, by their ids. All is
// written to the book, or nothing. The functions on a connection run on the writer's thread; `then` of the
// others is called on the GUI thread. Fails as the connection fails, and with Cancelled when the user
// cancels; nothing was written then.
#pragma once

#include "app/edits/recordedits.h"
#include "domain/progress.h"
#include "domain/records/lists.h"

#include <functional>
#include <optional>
#include <vector>

namespace headway::app {

// What to do with the others if the rules refuse some of the records.
enum class WhenRefused { ChangeNone, ChangeTheOthers };

// A tag that the records get, and that is made if there is none of this name; or that they lose.
struct TagChange {
    enum class What { Add, Remove };
    What what = What::Add;
    QString name = {};
};

// The value that an own field of the book gets in the records; null: it is emptied.
struct OwnChange {
    CustomField field = {};
    Value value = {};
    QString currency = {}; // of an amount; records in another one are refused
};

struct BulkChange {
    EntityKind kind = EntityKind::Deal;
    std::vector<qint64> ids = {};
    std::vector<FieldValue> values = {}; // the first is the field that the step's label names
    std::optional<TagChange> tag = {};   // instead of values
    std::optional<OwnChange> own = {};   // likewise
    WhenRefused whenRefused = WhenRefused::ChangeNone;
};

// A record that was refused, and the reason.
struct Refusal {
    EntityRef record = {};
    QString title = {};
    Sentence why = {};
};

struct BulkReport {
    ChangeSet set = {};                 // without an operation if nothing was written
    qint64 changed = 0;                 // records that were, or would be, changed
    qint64 refused = 0;                 // records
    std::vector<Refusal> refusals = {}; // the first of them, at most mostRefusals
};
inline constexpr size_t mostRefusals = 5;

Result<BulkReport> changeRecords(sql::Connection &connection, const BulkChange &change, const Actor &actor,
                                 const Progress &progress);
// Records that are deleted already are not an error. Records that others depend on are refused with a
// sentence, and then nothing is deleted.
Result<BulkReport> deleteRecords(sql::Connection &connection, const std::vector<EntityRef> &records,
                                 const Actor &actor, const Progress &progress);

// How many of the records the change would change: without those that are so already, or refused. On any
// connection; writes nothing.
Result<qint64> countChanged(sql::Connection &connection, const BulkChange &change, const Actor &actor);
Ticket countChanged(Workspace &workspace, QObject *context, const BulkChange &change,
                    std::function<void(Result<qint64>)> then);

using BulkDone = std::function<void(Result<BulkReport>)>;
void changeRecords(Workspace &workspace, QObject *context, const BulkChange &change, const Progress &progress,
                   BulkDone then);
void deleteRecords(Workspace &workspace, QObject *context, const std::vector<EntityRef> &records,
                   const Progress &progress, BulkDone then);

} // namespace headway::app
