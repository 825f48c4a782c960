// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of deals: probability and weighted value, moving on the board, winning, losing, reopening,
// rotting. Pure functions that turn loaded values into an Edit; any thread.
#pragma once

#include "domain/changes/change.h"
#include "domain/records/deal.h"
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
// A rank that puts a card above all that came earlier.
qint64 rankAtTop(Instant now);
// The distance at which a column is renumbered.
inline constexpr qint64 rankGap = qint64(1) << 20;

// --- Moving --------------------------------------------------------------------------------------

// What is said when a deal enters a stage.
struct StageTransition {
    QDate on = {};            // won and lost: the day
    LostReasonId reason = {}; // lost: why
    QString note = {};        // won and lost
    QString competitor = {};  // lost
    // For fields that the stage needs and the deal leaves open; what the deal says already stays.
    std::vector<FieldValue> filled = {};
    // For fields said anew: what it was sold for in the end. Whoever says so saw what is before it; a deal that
    // says something else by now is a conflict.
    std::vector<FieldDelta> corrected = {};
    // Won: a new deal that renews it is expected so many months after the day, 1 to mostRenewalMonths; 0: none.
    int renewalMonths = 0;
};
inline constexpr int mostRenewalMonths = 120;

// Where a deal goes. Without `openVisit` its stage history begins here.
struct DealMove {
    Stage from = {};
    Stage to = {};
    qint64 rank = 0;
    std::optional<StageVisit> openVisit = {};
    StageTransition transition = {};
};

// Moves a deal to another stage, or to another place in its own. A change of stage clears the deal's
// own probability (2.1 in the research: a hand-set value belongs to the stage it was set in); won and
// lost take the entry's date and reason, expectedClose stays; reopening clears them.
Edit moveDeal(const Deal &deal, const DealMove &move, UserId by, Instant now);

// What is missing before a deal may enter a won or lost stage: a closing date, a lost reason. Or that its
// renewal is none, see checkRenewal().
Result<> checkClosing(const Stage &to, const StageTransition &transition);
// Only a deal that is won is renewed, in 1 to mostRenewalMonths; 0 is no renewal.
Result<> checkRenewal(const Stage &to, int months);

// The fields that a stage may need, in the order of the field table.
const std::vector<int> &requirableFields();
// Those that the stage needs and the deal leaves open. Only entering is asked for them: a deal that is
// there already, or was brought in by an import, stays as it is.
std::vector<int> missingFields(const Stage &to, const Deal &deal);
// The deal with its open fields filled, and others corrected; an amount brings its currency along.
Deal filledIn(const Deal &deal, const StageTransition &transition);
// The sentence names all that is missing.
Result<> checkNeeds(const Stage &to, const Deal &deal);

// The deal that renews a won one: for the same people, of the same worth, expected `months` after it was
// closed, and named after that year. Where it begins is for createDeal() to say.
Deal renewalOf(const Deal &won, int months);

// A new deal at the top of its column, its stage history begun; `id` as in Change.
std::vector<Change> createDeal(Deal deal, const Stage &stage, UserId by, Instant now, qint64 id);

// --- Rotting -------------------------------------------------------------------------------------

struct Rot {
    bool rotten = false;
    bool paused = false; // something is planned ahead
    qint64 daysLeft = 0; // until it rots; negative: days since
    Instant lastTouched = {};
};

// When anybody last worked on it, the latest of: entered the stage, last activity done, last work on
// value, closing date, owner or next step.
Instant lastTouched(const Deal &deal);

// Nothing for a stage that lets nothing rot, or a deal that is not open. The clock is
// lastTouched(). Days are calendar days in `zone`.
std::optional<Rot> rotOf(const Deal &deal, const Stage &stage, Instant now, const QTimeZone &zone);

} // namespace headway
