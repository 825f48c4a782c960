// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/board/card.h"

#include "app/text/initials.h"
#include "domain/records/record.h"
#include "domain/rules/nextstep.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

constexpr qint64 warnDays = 3; // days before rotting at which a card warns

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Card)
};

// The mark that the card shows, in words: "▲ Overdue since 19 Nov: Follow up".
QString nextText(const Deal &deal, DueState mark, const Display &display, Instant now)
{
    const QDate day = deal.nextDay.isValid() ? deal.nextDay : dayOf(deal.nextActivity, display.zone());
    const QString shortDay = display.dayShort(day, dayOf(now, display.zone()));
    QString said;
    switch (mark) {
    case DueState::None: return Words::tr("◇ No next step");
    case DueState::Overdue: said = Words::tr("▲ Overdue since %1").arg(shortDay); break;
    case DueState::Today: {
        if (deal.nextDay.isValid()) {
            said = Words::tr("● Due today");
            break;
        }
        const QDateTime wall = QDateTime::fromMSecsSinceEpoch(deal.nextActivity.ms, display.zone());
        said =
            Words::tr("● Due today at %1").arg(display.locale().toString(wall.time(), QLocale::ShortFormat));
        break;
    }
    case DueState::Later: said = Words::tr("○ Next step: %1").arg(shortDay); break;
    }
    return deal.nextStep.isEmpty() ? said : Words::tr("%1: %2").arg(said, deal.nextStep);
}

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

QString closeText(const Deal &deal, CloseMark mark, const Display &display)
{
    switch (mark) {
    case CloseMark::None: return Words::tr("No closing date is expected yet.");
    case CloseMark::Past:
        return Words::tr("Was expected to close on %1.").arg(display.day(deal.expectedClose));
    case CloseMark::Ahead: break;
    }
    return deal.closedOn.isValid()
        ? Words::tr("Closed on %1.").arg(display.day(deal.closedOn))
        : Words::tr("Expected to close on %1.").arg(display.day(deal.expectedClose));
}

QString joined(const QStringList &lines)
{
    QString text;
    for (const QString &line : lines) {
        if (!line.isEmpty())
            text += (text.isEmpty() ? QString() : u"<br>"_s) + line.toHtmlEscaped();
    }
    return text;
}

} // namespace

Card cardOf(const LoadedRecord &row, const Stage &stage, const Display &display, Instant now)
{
    static const EntityInfo &info = entityInfo(EntityKind::Deal);
    static const int companyField = info.indexOf(u"company_id");
    static const int contactField = info.indexOf(u"contact_id");
    static const int ownerField = info.indexOf(u"owner_id");

    Card card{.deal = as<Deal>(row.record)};
    const Deal &deal = card.deal;
    const QDate today = dayOf(now, display.zone());
    card.company = row.titleOf(companyField);
    if (card.company.isEmpty())
        card.company = row.titleOf(contactField);
    card.owner = row.titleOf(ownerField);
    card.initials = initialsOf(card.owner);
    QString exactly;
    if (deal.amount) {
        exactly = display.money(*deal.amount, deal.currency, Display::Decimals::WhenNeeded);
        card.amount = display.money(*deal.amount, deal.currency, Display::Decimals::BelowThousand);
    }

    const QDate close = card.isOpen() || !deal.closedOn.isValid() ? deal.expectedClose : deal.closedOn;
    // For another year the month suffices: the day is in the tool tip.
    card.close = close.isValid() && close.year() != today.year() && qAbs(today.daysTo(close)) > 1
        ? display.locale().toString(close, Words::tr("MMM yyyy"))
        : display.dayShort(close, today);
    if (close.isValid())
        card.closeMark = card.isOpen() && close < today ? CloseMark::Past : CloseMark::Ahead;
    card.next = nextStepMark(row.record, now, display.zone()).value_or(DueState::None);

    const std::optional<Rot> rot = rotOf(deal, stage, now, display.zone());
    card.rot = rotMark(rot);
    if (card.rot != RotMark::None)
        card.idle = Words::tr("%1 d").arg(display.number(dayTouched(deal, display.zone()).daysTo(today)));

    QStringList spoken{deal.name};
    for (const QString &part : {card.company, exactly}) {
        if (!part.isEmpty())
            spoken += part;
    }
    card.spoken = spoken.join(u", "_s);
    card.toolTip = u"<b>"_s + deal.name.toHtmlEscaped() + u"</b><br>"_s
        + joined({row.titleOf(companyField), row.titleOf(contactField), worth(deal, stage, display),
                  closeText(deal, card.closeMark, display),
                  card.isOpen() ? nextText(deal, card.next, display, now) : QString(),
                  rot ? rotText(deal, *rot, display) : QString(),
                  card.owner.isEmpty() ? QString() : Words::tr("Owner: %1").arg(card.owner)});
    return card;
}

} // namespace headway::app
