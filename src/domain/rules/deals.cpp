// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/deals.h"

#include "domain/changes/stepwords.h"
#include "domain/changes/validate.h"
#include "domain/records/record.h"
#include "domain/text/text.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

// Ranks from the clock: this many per millisecond leaves room for twenty drops between two deals entered a
// second apart before a column has to be renumbered.
constexpr qint64 ranksPerMillisecond = 1024;

constexpr qsizetype longestRenewed = 400; // of a deal's name, so that the name of its renewal fits, too

RecordName named(const Deal &deal)
{
    return {{EntityKind::Deal, deal.id.value}, beginning(deal.name, 80)};
}

Sentence labelOf(const Deal &deal, const DealMove &move)
{
    if (move.from.id == move.to.id)
        return Sentence(steps::dealReordered).arg(named(deal));
    if (move.to.type == StageType::Won)
        return Sentence(steps::dealWon).arg(named(deal));
    if (move.to.type == StageType::Lost)
        return Sentence(steps::dealLost).arg(named(deal));
    return Sentence(isClosed(move.from.type) ? steps::dealReopened : steps::dealMoved)
        .arg(named(deal), move.to.name);
}

Deal moved(Deal deal, const DealMove &move, Instant now)
{
    deal.rank = move.rank;
    if (move.from.id == move.to.id)
        return deal;
    deal = filledIn(deal, move.transition);
    deal.stage = move.to.id;
    deal.pipeline = move.to.pipeline;
    deal.status = move.to.type;
    deal.stageEnteredAt = now;
    deal.probabilityOverride = {};
    if (isClosed(move.to.type)) {
        deal.closedOn = move.transition.on;
        deal.lostReason = move.to.type == StageType::Lost ? move.transition.reason : LostReasonId{};
        deal.closeNote = move.transition.note;
        if (!move.transition.competitor.isEmpty())
            deal.competitor = move.transition.competitor;
    } else {
        deal.closedOn = {};
        deal.lostReason = {};
        deal.closeNote.clear();
    }
    return deal;
}

} // namespace

Probability effectiveProbability(const Deal &deal, const Stage &stage)
{
    if (stage.type == StageType::Won)
        return {100, ProbabilityOrigin::Closed};
    if (stage.type == StageType::Lost)
        return {0, ProbabilityOrigin::Closed};
    if (deal.probabilityOverride)
        return {*deal.probabilityOverride, ProbabilityOrigin::Override};
    return {stage.probability, ProbabilityOrigin::Stage};
}

qint64 weighted(qint64 amount, qint64 percent)
{
    // Split first, so that even the largest amount does not overflow.
    const qint64 whole = amount / 100 * percent;
    const qint64 rest = amount % 100 * percent;
    const qint64 quotient = rest / 100;
    const qint64 remainder = std::abs(rest % 100);
    const qint64 sum = whole + quotient;
    if (remainder < 50 || (remainder == 50 && sum % 2 == 0))
        return sum;
    return sum + (amount < 0 ? -1 : 1);
}

qint64 rankAtTop(Instant now)
{
    return -now.ms * ranksPerMillisecond;
}

Edit moveDeal(const Deal &deal, const DealMove &move, UserId by, Instant now)
{
    Edit edit{.label = labelOf(deal, move)};
    // If the clock was set back, the visit must not end before it began.
    const Instant at = move.openVisit ? std::max(now, move.openVisit->enteredAt) : now;
    Change change = update(deal, moved(deal, move, at));
    for (FieldDelta &delta : change.fields) {
        for (const FieldDelta &corrected : move.transition.corrected) {
            if (delta.field == corrected.field)
                delta.before = corrected.before; // what the user saw; the deal may hold something else
        }
    }
    if (change.fields.empty())
        return edit;
    edit.changes.push_back(change);
    if (move.from.id == move.to.id)
        return edit;
    if (move.openVisit) {
        StageVisit left = *move.openVisit;
        left.leftAt = at;
        edit.changes.push_back(update(*move.openVisit, left));
    }
    edit.changes.push_back(
        create(StageVisit{.deal = deal.id, .stage = move.to.id, .enteredAt = at, .by = by}));
    return edit;
}

Result<> checkClosing(const Stage &to, const StageTransition &transition)
{
    if (isClosed(to.type) && !transition.on.isValid())
        return failure(ErrorCode::Invalid, Sentence::tr("When was it closed? The closing date is missing."));
    if (to.type == StageType::Lost && !transition.reason)
        return failure(ErrorCode::Invalid, Sentence::tr("Why was it lost? The reason is missing."));
    return checkRenewal(to, transition.renewalMonths);
}

Result<> checkClosedBy(QDate on, QDate today)
{
    const int field = entityInfo(EntityKind::Deal).indexOf(u"closed_on");
    const Sentence ahead = problemAhead(EntityKind::Deal, field, Codec<QDate>::read(on), today);
    return ahead.isEmpty() ? Result<>() : failure(ErrorCode::Invalid, ahead);
}

Result<> checkNote(const LostReason &reason, const QString &note)
{
    if (!reason.needsNote || !note.trimmed().isEmpty())
        return {};
    return failure(ErrorCode::Invalid,
                   Sentence::tr("Say in the note what %1 means here.").arg(Quoted{reason.name}));
}

bool isOfClosing(const FieldDelta &change)
{
    const QLatin1StringView name = entityInfo(EntityKind::Deal).field(change.field).name;
    return name == "closed_on"_L1 || name == "lost_reason_id"_L1 || name == "close_note"_L1;
}

Result<> checkOfClosing(const Stage &stage, const std::vector<FieldDelta> &changes)
{
    for (const FieldDelta &change : changes) {
        if (!isOfClosing(change) || isBlank(change.after) || change.before == change.after)
            continue;
        const FieldInfo &field = entityInfo(EntityKind::Deal).field(change.field);
        if (!isClosed(stage.type))
            return failure(ErrorCode::Invalid,
                           Sentence::tr("%1 is an open stage: %2 belongs to closed ones.")
                               .arg(Quoted{stage.name}, nameOf(EntityKind::Deal, field)));
        if (stage.type != StageType::Lost && field.name == "lost_reason_id"_L1)
            return failure(ErrorCode::Invalid,
                           Sentence::tr("%1 is no stage of lost deals: %2 belongs to those.")
                               .arg(Quoted{stage.name}, nameOf(EntityKind::Deal, field)));
    }
    return {};
}

Result<> checkRenewal(const Stage &to, int months)
{
    if (months != 0 && to.type != StageType::Won)
        return failure(ErrorCode::Invalid, Sentence::tr("Only a deal that is won can be renewed."));
    if (months < 0 || months > mostRenewalMonths)
        return failure(ErrorCode::Invalid,
                       Sentence::tr("A renewal is expected in 1 to %1 months.").arg(mostRenewalMonths));
    return {};
}

const std::vector<int> &requirableFields()
{
    static const std::vector<int> fields = [] {
        std::vector<int> found;
        for (const QStringView name : {u"company_id", u"contact_id", u"amount", u"expected_close",
                                       u"source_id", u"competitor", u"next_step", u"description"})
            found.push_back(entityInfo(EntityKind::Deal).indexOf(name));
        return found;
    }();
    return fields;
}

std::vector<int> missingFields(const Stage &to, const Deal &deal)
{
    std::vector<int> missing;
    const QStringList needed = to.required.split(u' ', Qt::SkipEmptyParts);
    if (needed.isEmpty())
        return missing;
    const Row row = toRow(deal);
    for (const int field : requirableFields()) {
        const QLatin1StringView name = entityInfo(EntityKind::Deal).field(field).name;
        const bool isPlanned = name == "next_step"_L1 && deal.nextActivity; // though it has no subject
        if (needed.contains(name) && isBlank(row[size_t(field)]) && !isPlanned)
            missing.push_back(field);
    }
    return missing;
}

Deal filledIn(const Deal &deal, const StageTransition &transition)
{
    Row row = toRow(deal);
    const int currency = entityInfo(EntityKind::Deal).indexOf(u"currency");
    for (const FieldValue &value : transition.filled) {
        Value &cell = row[size_t(value.field)];
        if (isBlank(cell) || (value.field == currency && !deal.amount))
            cell = value.value;
    }
    for (const FieldDelta &corrected : transition.corrected)
        row[size_t(corrected.field)] = corrected.after;
    Deal result = fromRow<Deal>(row);
    result.id = deal.id;
    result.version = deal.version;
    return result;
}

Result<> checkNeeds(const Stage &to, const Deal &deal)
{
    QStringList labels;
    for (const int field : missingFields(to, deal))
        labels += QString::fromLatin1(entityInfo(EntityKind::Deal).field(field).label);
    if (labels.isEmpty())
        return {};
    return failure(ErrorCode::Invalid,
                   Sentence::tr("%1 asks for more about %2: %3.")
                       .arg(Quoted{to.name}, named(deal), labels.join(u", "_s)));
}

Deal renewalOf(const Deal &won, int months)
{
    static const QRegularExpression earlier(u" – renewal \\d{4}$"_s);
    const QDate due = won.closedOn.addMonths(months);
    return {.name = beginning(QString(won.name).remove(earlier), longestRenewed)
                + u" – renewal %1"_s.arg(due.year()),
            .company = won.company,
            .contact = won.contact,
            .amount = won.amount,
            .currency = won.currency,
            .expectedClose = due,
            .type = DealType::Renewal,
            .priority = won.priority,
            .owner = won.owner,
            .source = won.source,
            .description = won.description,
            .custom = won.custom};
}

std::vector<Change> createDeal(Deal deal, const Stage &stage, UserId by, Instant now, qint64 id)
{
    deal.stage = stage.id;
    deal.pipeline = stage.pipeline;
    deal.status = stage.type;
    deal.stageEnteredAt = now;
    if (deal.rank == 0)
        deal.rank = rankAtTop(now);
    return {create(deal, id),
            create(StageVisit{.deal = {id}, .stage = stage.id, .enteredAt = now, .by = by})};
}

Instant lastTouched(const Deal &deal)
{
    return std::max({deal.stageEnteredAt, deal.lastActivity, deal.touchedAt});
}

QDate wholeDayTouched(const Deal &deal)
{
    return deal.lastActivity == lastTouched(deal) ? deal.lastDay : QDate();
}

QDate dayTouched(const Deal &deal, const QTimeZone &zone)
{
    const QDate day = wholeDayTouched(deal);
    return day.isValid() ? day : dayOf(lastTouched(deal), zone);
}

std::optional<Rot> rotOf(const Deal &deal, const Stage &stage, Instant now, const QTimeZone &zone)
{
    if (!stage.rotDays || deal.status != StageType::Open)
        return std::nullopt;
    Rot rot;
    rot.lastTouched = lastTouched(deal);
    rot.paused = deal.nextDay.isValid() ? deal.nextDay > dayOf(now, zone) : deal.nextActivity > now;
    const qint64 idle = dayTouched(deal, zone).daysTo(dayOf(now, zone));
    rot.daysLeft = *stage.rotDays - idle;
    rot.rotten = !rot.paused && rot.daysLeft < 0;
    return rot;
}

} // namespace headway
