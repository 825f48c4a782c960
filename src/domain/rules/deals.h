// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of deals: probability and weighted value, moving on the board, winning, losing, reopening,
// rotting. Pure functions that turn loaded values into an Edit; any thread.
#pragma once

#include "domain/changes/change.h"
#include "domain/records/deal.h"
#include "domain/records/lists.h"
#include "domain/result.h"
#include "domain/rules/due.h"

#include <QTimeZone>

#include <optional>

namespace headway {

// --- Probability ---------------------------------------------------------------------------------

enum class ProbabilityOrigin { Closed, Override, Stage };

struct Probability {
    qint64 percent = 0; // 0 … 100
    ProbabilityOrigin origin = ProbabilityOrigin::Stage;

    bool operator==(const Probability &) const = default;
};

// Won counts 100 and lost 0, always; else the deal's own probability if it has one, else its stage's.
Probability effectiveProbability(const Deal &deal, const Stage &stage);

// amount × percent / 100, rounded half to even, in the amount's minor units. The weighted sum of a
// column is the sum of these, so that the parts always add up to the total shown.
qint64 weighted(qint64 amount, qint64 percent);

// --- Order on the board --------------------------------------------------------------------------

// Ranks are sparse, so that a move changes one card only; lower is nearer to the top.
// A rank that puts a card above all that were created earlier.
qint64 rankAtTop(Instant now);
// The distance at which a column is renumbered.
inline constexpr qint64 rankGap = qint64(1) << 20;

// --- Moving --------------------------------------------------------------------------------------

// What is entered along with a move into a stage.
struct StageTransition {
    QDate on = {};            // won and lost: the day
    LostReasonId reason = {}; // lost: why
    QString note = {};        // won and lost
    QString competitor = {};  // lost
    // Values for fields that the stage requires and the deal has left empty; fields with a value keep it.
    std::vector<FieldValue> filled = {};
    // Fields that are set again, such as the final amount. `before` is what the user saw; it is a conflict
    // if the deal holds something else by now.
    std::vector<FieldDelta> corrected = {};
    // Won: months until the deal that renews it is expected, 1 to mostRenewalMonths; 0: no renewal.
    int renewalMonths = 0;
};
inline constexpr int mostRenewalMonths = 120;

// The move of a deal. Without `openVisit` its stage history begins here.
struct DealMove {
    Stage from = {};
    Stage to = {};
    qint64 rank = 0;
    std::optional<StageVisit> openVisit = {};
    StageTransition transition = {};
};

// Moves a deal to another stage, or within its own. A change of stage clears the deal's own probability
// (2.1 in the research: a hand-set value belongs to the stage it was set in); won and lost take the date
// and reason of the transition, expectedClose stays; reopening clears them.
Edit moveDeal(const Deal &deal, const DealMove &move, UserId by, Instant now);

// Invalid if something is missing that a won or lost stage requires, a closing date or a lost reason, or if
// checkRenewal() fails.
Result<> checkClosing(const Stage &to, const StageTransition &transition);
// Invalid if the day on which it was closed is still to come.
Result<> checkClosedBy(QDate on, QDate today);
// Invalid if the reason asks for a note, and there is none.
Result<> checkNote(const LostReason &reason, const QString &note);
// Whether the change tells something of the closing: its day, reason or note.
bool isOfClosing(const FieldDelta &change);
// Invalid if one of the changes tells something of the closing of a deal that is not closed in that stage, or why a
// deal was lost that is not.
Result<> checkOfClosing(const Stage &stage, const std::vector<FieldDelta> &changes);
// Only a deal that is won can be renewed, after 1 to mostRenewalMonths; 0 means no renewal.
Result<> checkRenewal(const Stage &to, int months);

// The fields that a stage can require, in the order of the field table.
const std::vector<int> &requirableFields();
// The fields that the stage requires and the deal has left empty. Checked only when a deal enters the
// stage: a deal that is in it already, or was imported into it, stays as it is.
std::vector<int> missingFields(const Stage &to, const Deal &deal);
// The deal with its empty fields filled, and others corrected; an amount comes with its currency.
Deal filledIn(const Deal &deal, const StageTransition &transition);
// The sentence names all fields that are missing.
Result<> checkNeeds(const Stage &to, const Deal &deal);

// The deal that renews a won one: with the same people and amount, expected `months` after that one was
// closed, and named after that year. createDeal() puts it into a stage.
Deal renewalOf(const Deal &won, int months);

// A new deal at the top of its column, with the beginning of its stage history; `id` as in Change.
std::vector<Change> createDeal(Deal deal, const Stage &stage, UserId by, Instant now, qint64 id);

// --- Rotting -------------------------------------------------------------------------------------

struct Rot {
    bool rotten = false;
    bool paused = false; // an activity is planned ahead
    qint64 daysLeft = 0; // until it rots; negative: days since
    Instant lastTouched = {};
};

// When anybody last worked on it, the latest of: entered the stage, last activity done, last change of
// value, closing date or owner.
Instant lastTouched(const Deal &deal);
// The day of that, if it was an activity that took the whole day; else invalid.
QDate wholeDayTouched(const Deal &deal);
// Its day for a user in `zone`.
QDate dayTouched(const Deal &deal, const QTimeZone &zone);

// Nothing for a stage without a rotting time, or a deal that is not open. Counted from lastTouched(), in
// calendar days of `zone`.
std::optional<Rot> rotOf(const Deal &deal, const Stage &stage, Instant now, const QTimeZone &zone);

} // namespace headway
