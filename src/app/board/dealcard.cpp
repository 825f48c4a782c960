// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/board/cardwords.h"

#include "app/text/initials.h"
#include "domain/records/record.h"
#include "domain/rules/nextstep.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

constexpr qint64 warnDays = 3; // days before rotting at which a card warns

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Card)
};

// The latest event that restarted rotting.
QString lastTouch(const Deal &deal, const Rot &rot, const Display &display)
{
    const QString day = display.day(dayTouched(deal, display.zone()));
    if (rot.lastTouched == deal.lastActivity)
        return Words::tr("last: activity on %1").arg(day);
    if (rot.lastTouched == deal.stageEnteredAt)
        return Words::tr("last: came into the stage on %1").arg(day);
    return Words::tr("last: worked on it on %1").arg(day);
}

QString rotText(const Deal &deal, const Rot &rot, const Display &display)
{
    const QString last = lastTouch(deal, rot, display);
    if (rot.paused)
        return Words::tr("Does not rot: something is planned; %1.").arg(last);
    if (rot.rotten)
        return Words::tr("Rotting for %1; %2.").arg(display.days(-rot.daysLeft), last);
    if (rot.daysLeft == 0)
        return Words::tr("Rots tomorrow; %1.").arg(last);
    return Words::tr("Rots in %1; %2.").arg(display.days(rot.daysLeft), last);
}

RotMark rotMark(const std::optional<Rot> &rot)
{
    if (!rot || rot->paused)
        return RotMark::None;
    if (rot->rotten)
        return RotMark::Rotten;
    return rot->daysLeft <= warnDays ? RotMark::Soon : RotMark::None;
}

QString worth(const Deal &deal, const Stage &stage, const Display &display)
{
    const Probability probability = effectiveProbability(deal, stage);
    const QString percent = display.percent(probability.percent);
    const QString chance = probability.origin == ProbabilityOrigin::Override
        ? Words::tr("%1 (set by you)").arg(percent)
        : probability.origin == ProbabilityOrigin::Stage ? Words::tr("%1 by stage").arg(percent)
                                                         : percent;
    if (!deal.amount)
        return Words::tr("No amount yet · %1").arg(chance);
    const qint64 share = weighted(*deal.amount, probability.percent);
    return Words::tr("%1 · %2 · weighted %3")
        .arg(display.money(*deal.amount, deal.currency, Display::Decimals::WhenNeeded), chance,
             display.money(share, deal.currency, Display::Decimals::WhenNeeded));
}

QString closeText(const Deal &deal, TimeMark mark, const Display &display)
{
    switch (mark) {
    case TimeMark::None: return Words::tr("No closing date is expected yet.");
    case TimeMark::Past:
        return Words::tr("Was expected to close on %1.").arg(display.day(deal.expectedClose));
    case TimeMark::Ahead: break;
    }
    return deal.closedOn.isValid()
        ? Words::tr("Closed on %1.").arg(display.day(deal.closedOn))
        : Words::tr("Expected to close on %1.").arg(display.day(deal.expectedClose));
}

} // namespace

Card dealCard(const LoadedRecord &row, const Stage &stage, const Display &display, Instant now)
{
    static const EntityInfo &info = entityInfo(EntityKind::Deal);
    static const int companyField = info.indexOf(u"company_id");
    static const int contactField = info.indexOf(u"contact_id");
    static const int ownerField = info.indexOf(u"owner_id");

    const Deal deal = as<Deal>(row.record);
    Card card{.record = deal,
              .id = deal.id,
              .lane = stage.id.value,
              .enteredAt = deal.stageEnteredAt,
              .title = deal.name,
              .customer = row.titleOf(companyField),
              .owner = row.titleOf(ownerField),
              .isOpen = deal.status == StageType::Open || deal.status == StageType::OnHold};
    const QDate today = dayOf(now, display.zone());
    if (card.customer.isEmpty())
        card.customer = row.titleOf(contactField);
    card.initials = initialsOf(card.owner);
    QString exactly;
    if (deal.amount) {
        exactly = display.money(*deal.amount, deal.currency, Display::Decimals::WhenNeeded);
        card.amount = display.money(*deal.amount, deal.currency, Display::Decimals::BelowThousand);
    }

    const QDate close = card.isOpen || !deal.closedOn.isValid() ? deal.expectedClose : deal.closedOn;
    // For another year the month suffices: the day is in the tool tip.
    card.time = close.isValid() && close.year() != today.year() && qAbs(today.daysTo(close)) > 1
        ? display.locale().toString(close, Words::tr("MMM yyyy"))
        : display.dayShort(close, today);
    if (close.isValid())
        card.timeMark = card.isOpen && close < today ? TimeMark::Past : TimeMark::Ahead;
    card.next = nextStepMark(row.record, now, display.zone()).value_or(DueState::None);

    const std::optional<Rot> rot = rotOf(deal, stage, now, display.zone());
    card.rot = rotMark(rot);
    if (card.rot != RotMark::None)
        card.idle = Words::tr("%1 d").arg(display.number(dayTouched(deal, display.zone()).daysTo(today)));

    card.spoken = cardSpoken({deal.name, card.customer, exactly});
    card.toolTip = cardToolTip(
        deal.name,
        {row.titleOf(companyField), row.titleOf(contactField), worth(deal, stage, display),
         closeText(deal, card.timeMark, display),
         card.isOpen ? cardStepText({deal.nextDay, deal.nextActivity, deal.nextStep}, card.next, display, now)
                     : QString(),
         rot ? rotText(deal, *rot, display) : QString(),
         card.owner.isEmpty() ? QString() : Words::tr("Owner: %1").arg(card.owner)});
    return card;
}

} // namespace headway::app
