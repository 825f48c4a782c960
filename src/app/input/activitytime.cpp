// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/input/activitytime.h"

#include "domain/rules/activities.h"
#include "domain/rules/today.h"
#include "domain/text/spantext.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

using Choice = ActivityTime::Choice;
using Span = ActivityTime::Span;

constexpr qint64 leastAhead = qint64(15) * 60 * 1000; // ms
const QString keptNow = u"now"_s;
const QString keptPlanned = u"planned"_s;

int daysAhead(Choice choice)
{
    switch (choice) {
    case Choice::Tomorrow: return 1;
    case Choice::InThreeDays: return 3;
    case Choice::InSevenDays: return 7;
    case Choice::Now:
    case Choice::AsPlanned:
    case Choice::LaterToday:
    case Choice::Today:
    case Choice::Typed: break;
    }
    return 0;
}

Span wholeDay(QDate day, const QTimeZone &zone)
{
    return {{day.startOfDay(zone).toMSecsSinceEpoch()}, true, {}, day};
}

// Not one that has come before the form is filled in.
Instant nextFullHour(Instant now, const QTimeZone &zone)
{
    const QDateTime wall = QDateTime::fromMSecsSinceEpoch(now.ms, zone).addMSecs(leastAhead - 1);
    const QTime hour(wall.time().hour() + 1, 0); // invalid after 23:00
    const bool isToday = wall.date() == dayOf(now, zone);
    return isToday && hour.isValid() ? Instant{QDateTime(wall.date(), hour, zone).toMSecsSinceEpoch()}
                                     : Instant();
}

} // namespace

ActivityTime::ActivityTime(const InputRules &rules) : m_rules(rules)
{
}

void ActivityTime::begin(Purpose purpose)
{
    m_purpose = purpose;
    m_typed.clear();
    m_wasTypedAhead = false;
    m_isChosen = false;
    m_isPlannedWanted = false;
    m_today = m_rules.today();
    m_laterToday = nextFullHour(m_rules.now(), m_rules.display.zone());
    m_planned.reset();
    m_choice = usual();
}

Choice ActivityTime::usual() const
{
    return m_purpose == Purpose::Task ? Choice::Tomorrow : Choice::Now;
}

void ActivityTime::change(Purpose purpose)
{
    m_purpose = purpose;
    if (isOffered(m_choice))
        return;
    m_choice = usual();
    m_isChosen = false;
}

void ActivityTime::offerPlanned(const Activity &planned)
{
    const bool isWanted = m_isPlannedWanted || (m_choice == Choice::AsPlanned && m_isChosen);
    withdrawPlanned();
    if (planned.at >= m_rules.now())
        return;
    m_isPlannedWanted = isWanted;
    m_planned = Span{planned.at, planned.allDay, {}, dueDay(planned, m_rules.display.zone())};
    if (m_choice != Choice::Now || m_isChosen)
        return;
    if (m_isPlannedWanted)
        choose(Choice::AsPlanned);
    else if (tickedOff(planned, m_rules.now()).at == planned.at)
        m_choice = Choice::AsPlanned;
}

void ActivityTime::withdrawPlanned()
{
    m_planned.reset();
    if (m_choice != Choice::AsPlanned)
        return;
    m_choice = Choice::Now;
    m_isChosen = false;
}

std::vector<Choice> ActivityTime::offered() const
{
    if (m_purpose == Purpose::Task)
        return {Choice::Today, Choice::Tomorrow, Choice::InThreeDays, Choice::InSevenDays, Choice::Typed};
    std::vector<Choice> choices{Choice::Now};
    if (m_planned)
        choices.push_back(Choice::AsPlanned);
    if (m_purpose == Purpose::Log) {
        if (m_laterToday)
            choices.push_back(Choice::LaterToday);
        choices.push_back(Choice::Tomorrow);
    }
    choices.push_back(Choice::Typed);
    return choices;
}

bool ActivityTime::isOffered(Choice choice) const
{
    const std::vector<Choice> all = offered();
    return std::find(all.begin(), all.end(), choice) != all.end();
}

void ActivityTime::choose(Choice choice)
{
    m_choice = choice;
    m_isChosen = true;
    m_isPlannedWanted = false;
    if (choice == Choice::Typed)
        readAhead();
}

void ActivityTime::type(const QString &text)
{
    m_typed = text;
    choose(Choice::Typed);
}

void ActivityTime::readAhead()
{
    if (m_typed.trimmed().isEmpty())
        m_wasTypedAhead = false;
    else if (const Result<Span> span = read())
        m_wasTypedAhead = span->at > m_rules.now();
}

Result<Span> ActivityTime::spanOf(Choice choice) const
{
    switch (choice) {
    case Choice::Now: return Span{m_rules.now(), false, {}};
    case Choice::AsPlanned: return m_planned.value_or(Span{m_rules.now(), false, {}});
    case Choice::LaterToday: return Span{m_laterToday, false, {}};
    case Choice::Today:
    case Choice::Tomorrow:
    case Choice::InThreeDays:
    case Choice::InSevenDays: return wholeDay(m_today.addDays(daysAhead(choice)), m_rules.display.zone());
    case Choice::Typed: break;
    }
    const QString typed = m_typed.trimmed();
    if (typed.isEmpty())
        return failure(ErrorCode::Invalid, Sentence::tr("When? For example: fri 14:00, or fri 14-15:30."));
    if (typed == QCoreApplication::translate("Entry", "now"))
        return Span{m_rules.now(), false, {}};
    HEADWAY_TRY(span, parseTypedSpan(typed, m_rules.now(), m_rules.display.zone(), m_rules.days()));
    if (span.start.isWholeDay)
        return wholeDay(dayOf(span.start.at, m_rules.display.zone()), m_rules.display.zone());
    return Span{span.start.at, false, span.duration};
}

bool ActivityTime::isAhead() const
{
    switch (m_choice) {
    case Choice::LaterToday:
    case Choice::Tomorrow:
    case Choice::InThreeDays:
    case Choice::InSevenDays: return true;
    case Choice::Typed: return m_wasTypedAhead;
    case Choice::Now:
    case Choice::AsPlanned:
    case Choice::Today: break;
    }
    return false;
}

QString ActivityTime::echo(Choice choice) const
{
    const Result<Span> span = spanOf(choice);
    if (!span)
        return {};
    const Display &display = m_rules.display;
    const QDateTime start = QDateTime::fromMSecsSinceEpoch(span->at.ms, display.zone());
    const QDate date = span->isWholeDay ? span->day : start.date();
    const bool isThisYear = date.year() == m_today.year();
    const QString day = isThisYear ? display.weekdayShort(date) : display.weekdayOf(date);
    if (span->isWholeDay)
        return day;
    const auto clock = [&display](const QDateTime &at) {
        return display.locale().toString(at.time(), QLocale::ShortFormat);
    };
    QString time = clock(start);
    if (span->duration)
        time += u'–' + clock(start.addSecs(*span->duration));
    return day + u", "_s + time;
}

QString ActivityTime::textOf(Choice choice) const
{
    const Result<Span> span = spanOf(choice);
    if (choice == Choice::Typed || !span)
        return m_typed;
    if (!span->isWholeDay)
        return valueInputText(FieldType::Moment, span->at.ms, m_rules);
    return valueInputText(FieldType::Day, Codec<QDate>::read(span->day), m_rules);
}

QString ActivityTime::kept() const
{
    switch (m_choice) {
    case Choice::Now: return m_isChosen ? keptNow : m_isPlannedWanted ? keptPlanned : QString();
    case Choice::AsPlanned: return m_isChosen ? keptPlanned : QString();
    case Choice::LaterToday:
    case Choice::Today:
    case Choice::Tomorrow:
    case Choice::InThreeDays:
    case Choice::InSevenDays:
    case Choice::Typed: break;
    }
    return textOf(m_choice);
}

void ActivityTime::takeUp(const QString &kept)
{
    if (kept.isEmpty())
        return;
    for (const Choice choice : offered()) {
        const bool isNow = choice == Choice::Now && kept == keptNow;
        const bool isPlanned = choice == Choice::AsPlanned && kept == keptPlanned;
        const bool isSame = choice != Choice::Now && choice != Choice::AsPlanned && choice != Choice::Typed
            && kept == textOf(choice);
        if (isNow || isPlanned || isSame) {
            choose(choice);
            return;
        }
    }
    if (kept == keptPlanned)
        m_isPlannedWanted = true;
    else if (kept != keptNow)
        type(kept);
}

} // namespace headway::app
