// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/board/cardwords.h"

#include "app/text/initials.h"
#include "domain/records/record.h"
#include "domain/rules/leads.h"
#include "domain/rules/nextstep.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LeadCard)
};

QString stayText(const LeadStay &stay, const LeadStatus &status, const Display &display)
{
    if (stay.isRotten)
        return Words::tr("Here for %1; after %2 a lead rots here.")
            .arg(display.days(stay.days), display.days(*status.rotDays));
    return stay.days == 0 ? Words::tr("Here since today.")
                          : Words::tr("Here for %1.").arg(display.days(stay.days));
}

} // namespace

Card leadCard(const LoadedRecord &row, const LeadStatus &status, const Display &display, Instant now)
{
    static const EntityInfo &info = entityInfo(EntityKind::Lead);
    static const int ownerField = info.indexOf(u"owner_id");
    static const int sourceField = info.indexOf(u"source_id");
    static const int ratingField = info.indexOf(u"rating");
    static const int reasonField = info.indexOf(u"disqualify_reason_id");

    const Lead lead = as<Lead>(row.record);
    Card card{.record = lead,
              .id = lead.id,
              .lane = status.id.value,
              .enteredAt = lead.statusEnteredAt ? lead.statusEnteredAt : row.record.createdAt,
              .title = lead.name,
              .word = display.cell(row, ratingField),
              .owner = row.titleOf(ownerField),
              .isOpen = !isClosed(lead.state)};
    if (lead.organisation != lead.name)
        card.customer = lead.organisation;
    card.initials = initialsOf(card.owner);
    QString exactly;
    if (lead.estimatedValue) {
        exactly = display.money(*lead.estimatedValue, lead.currency, Display::Decimals::WhenNeeded);
        card.amount = display.money(*lead.estimatedValue, lead.currency, Display::Decimals::BelowThousand);
    }
    card.next = nextStepMark(row.record, now, display.zone()).value_or(DueState::None);

    const LeadStay stay = stayOf(lead, row.record.createdAt, status, now, display.zone());
    const QString days = Words::tr("%1 d").arg(display.number(stay.days));
    if (stay.isRotten) {
        card.rot = RotMark::Rotten;
        card.idle = days;
    }
    const QString source = row.titleOf(sourceField);
    if (card.isOpen && !stay.isRotten) // else the days stand beside the hourglass
        card.time = stay.days == 0 ? Words::tr("today") : days;

    card.spoken = cardSpoken({lead.name, card.customer, card.word, exactly});
    card.toolTip = cardToolTip(
        lead.name,
        {card.customer, lead.jobTitle, lead.phone, lead.email, cardSpoken({card.word, exactly}),
         card.isOpen ? cardStepText({lead.nextDay, lead.nextActivity, lead.nextStep}, card.next, display, now)
                     : QString(),
         card.isOpen ? stayText(stay, status, display) : QString(), row.titleOf(reasonField),
         lead.recycleOn.isValid() ? Words::tr("Sleeps until %1.").arg(display.day(lead.recycleOn))
                                  : QString(),
         source.isEmpty() ? QString() : Words::tr("Source: %1").arg(source),
         card.owner.isEmpty() ? QString() : Words::tr("Owner: %1").arg(card.owner)});
    return card;
}

} // namespace headway::app
