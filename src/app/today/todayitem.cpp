// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/today/todayitem.h"

#include "app/text/initials.h"
#include "domain/records/loadedrecord.h"
#include "domain/records/record.h"
#include "domain/text/text.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Today)
};

// English must read well without a translation, so the singular has a text of its own.
QString daysText(qint64 days, const char *one, const char *many, const Display &display)
{
    return days == 1 ? QCoreApplication::translate("Today", one)
                     : QCoreApplication::translate("Today", many).arg(display.number(days));
}

QString partName(TodayPart part)
{
    switch (part) {
    case TodayPart::Overdue: return Words::tr("Overdue");
    case TodayPart::Today: return Words::tr("Today");
    case TodayPart::Next: return Words::tr("Next");
    case TodayPart::NoNextStep: break;
    }
    return Words::tr("Deals with no next step");
}

class Writer
{
public:
    Writer(Whose whose, Grouped grouped, const Lookups &lookups, const Display &display, Instant now)
        : m_whose(whose), m_isByPerson(grouped == Grouped::ByPerson && whose != Whose::Me),
          m_lookups(lookups), m_display(display), m_now(now), m_today(dayOf(now, display.zone()))
    {
    }

    void heading(TodayPart part, qint64 count, const QString &text, const QString &amount = {})
    {
        TodayItem item{.type = TodayItem::Type::Heading, .part = part, .text = text, .amount = amount};
        item.count = count > 0 ? m_display.number(count) : QString();
        item.spoken = joinFilled({text, item.count, amount}, u", "_s);
        m_items.push_back(std::move(item));
    }

    void note(TodayPart part, const QString &text)
    {
        m_items.push_back({.type = TodayItem::Type::Note, .part = part, .text = text, .spoken = text});
    }

    void activities(TodayPart part, const store::PlannedPart &planned)
    {
        std::vector<const LoadedRecord *> rows;
        for (const LoadedRecord &row : planned.rows)
            rows.push_back(&row);
        if (m_isByPerson)
            std::stable_sort(rows.begin(), rows.end(),
                             [this](const auto *a, const auto *b) { return isBefore(*a, *b); });
        QDate last;
        const LoadedRecord *before = nullptr;
        for (const LoadedRecord *row : rows) {
            TodayItem item = activity(part, *row);
            const QDate day = dueDay(item.activity, m_display.zone());
            if (m_isByPerson)
                person(part, before, *row);
            else if (part == TodayPart::Next && day != last)
                heading(day);
            last = day;
            before = row;
            m_items.push_back(std::move(item));
        }
        more(part, planned.count, planned.rows.size());
    }

    void deals(const store::Today &today)
    {
        std::vector<const LoadedRecord *> rows;
        for (const LoadedRecord &row : today.unplanned)
            rows.push_back(&row);
        if (m_isByPerson)
            std::stable_sort(rows.begin(), rows.end(),
                             [this](const auto *a, const auto *b) { return isBefore(*a, *b); });
        const LoadedRecord *before = nullptr;
        for (const LoadedRecord *row : rows) {
            if (m_isByPerson)
                person(TodayPart::NoNextStep, before, *row);
            before = row;
            m_items.push_back(deal(*row));
        }
        more(TodayPart::NoNextStep, today.unplannedCount, today.unplanned.size());
    }

    std::vector<TodayItem> take() { return std::move(m_items); }

private:
    void heading(QDate day)
    {
        const QString name = m_display.weekdayLong(day);
        const QString text = m_today.daysTo(day) == 1 ? Words::tr("Tomorrow, %1").arg(name) : name;
        m_items.push_back({.type = TodayItem::Type::Day,
                           .part = TodayPart::Next,
                           .id = day.toJulianDay(),
                           .text = text,
                           .spoken = text});
    }

    static qint64 ownerIdOf(const LoadedRecord &row) { return integerOf(row.record.value(u"owner_id")); }

    // By name; what nobody owns comes last.
    bool isBefore(const LoadedRecord &a, const LoadedRecord &b) const
    {
        const auto key = [this](const LoadedRecord &row) {
            return std::tuple(ownerIdOf(row) == 0, fold(ownerOf(row)), ownerIdOf(row));
        };
        return key(a) < key(b);
    }

    void person(TodayPart part, const LoadedRecord *before, const LoadedRecord &row)
    {
        if (before && ownerIdOf(*before) == ownerIdOf(row))
            return;
        const QString name = ownerIdOf(row) ? ownerOf(row) : Words::tr("Nobody's");
        m_items.push_back({.type = TodayItem::Type::Person,
                           .part = part,
                           .id = ownerIdOf(row),
                           .text = name,
                           .spoken = name});
    }

    void more(TodayPart part, qint64 count, size_t shown)
    {
        if (count <= qint64(shown))
            return;
        const QString text = part == TodayPart::NoNextStep
            ? Words::tr("Show all %1 deals as a list").arg(m_display.number(count))
            : Words::tr("Show all %1 as a list").arg(m_display.number(count));
        m_items.push_back({.type = TodayItem::Type::More, .part = part, .text = text, .spoken = text});
    }

    QString ownerOf(const LoadedRecord &row) const
    {
        return m_whose == Whose::Me ? QString() : row.titleOf(row.record.info().indexOf(u"owner_id"));
    }

    QString clockTime(Instant at) const
    {
        const QTime time = QDateTime::fromMSecsSinceEpoch(at.ms, m_display.zone()).time();
        return m_display.locale().toString(time, QLocale::ShortFormat);
    }

    // "14:30", "14:30–15:15"
    QString times(const Activity &activity) const
    {
        if (!activity.duration || *activity.duration <= 0)
            return clockTime(activity.at);
        return clockTime(activity.at) + u"–"_s + clockTime({activity.at.ms + *activity.duration * 1000});
    }

    QString whenOf(TodayPart part, const Activity &activity) const
    {
        const QDate due = dueDay(activity, m_display.zone());
        if (part == TodayPart::Overdue)
            return daysText(due.daysTo(m_today), QT_TRANSLATE_NOOP("Today", "1 day late"),
                            QT_TRANSLATE_NOOP("Today", "%1 days late"), m_display);
        if (m_isByPerson && part == TodayPart::Next) // there is no heading of the day
            return activity.allDay ? m_display.weekdayShort(due)
                                   : m_display.weekdayShort(due) + u" "_s + clockTime(activity.at);
        if (activity.allDay)
            return Words::tr("all day");
        if (part == TodayPart::Today && activity.at < m_now && m_now.ms - activity.at.ms >= 60'000)
            return times(activity) + u" · "_s + m_display.momentAgo(activity.at, m_now);
        return times(activity);
    }

    TodayItem activity(TodayPart part, const LoadedRecord &row) const
    {
        TodayItem item{.type = TodayItem::Type::Activity,
                       .part = part,
                       .id = row.record.ref.id,
                       .record = row.record.ref,
                       .activity = as<Activity>(row.record)};
        const Activity &activity = item.activity;
        static const FieldInfo &kinds =
            entityInfo(EntityKind::Activity).field(entityInfo(EntityKind::Activity).indexOf(u"kind"));
        const QString kind = m_display.choice(kinds, textOf(Codec<ActivityKind>::read(activity.kind)));
        item.due = dueMark(activity, m_now, m_display.zone());
        item.text = activity.subject.isEmpty() ? kind : activity.subject;
        QStringList about;
        for (const LinkedRecord &each : row.linked)
            about += each.title;
        if (!row.linked.empty())
            item.record = row.linked.front().record;
        about.removeDuplicates();
        const QString owner = ownerOf(row);
        item.about = joinFilled(about, u" · "_s);
        item.initials = initialsOf(owner);
        item.when = whenOf(part, activity);
        QString spokenWhen = item.when;
        if (part == TodayPart::Next)
            spokenWhen = m_display.locale().toString(dueDay(activity, m_display.zone()), QLocale::LongFormat)
                + u", "_s + item.when;
        item.spoken = joinFilled(
            {partName(part), kind, activity.subject, about.join(u", "_s), owner, spokenWhen}, u", "_s);
        item.toolTip = toolTipOf(item, kind, owner);
        return item;
    }

    QString toolTipOf(const TodayItem &item, const QString &kind, const QString &owner) const
    {
        const Activity &activity = item.activity;
        const QString when = !activity.at ? QString()
            : activity.allDay             ? m_display.day(dueDay(activity, m_display.zone()))
                                          : m_display.moment(activity.at);
        const QString head = kind == item.text ? kind : kind + u": "_s + item.text;
        return joinFilled({head, item.about, when, activity.location, owner}, u"\n"_s);
    }

    TodayItem deal(const LoadedRecord &row) const
    {
        const Deal deal = as<Deal>(row.record);
        TodayItem item{.type = TodayItem::Type::Deal,
                       .part = TodayPart::NoNextStep,
                       .id = deal.id.value,
                       .record = row.record.ref,
                       .text = deal.name};
        const EntityInfo &info = row.record.info();
        if (deal.amount)
            item.amount = m_display.money(*deal.amount, deal.currency, Display::Decimals::WhenNeeded);
        const QStringList about{row.titleOf(info.indexOf(u"stage_id")),
                                row.titleOf(info.indexOf(u"company_id")),
                                row.titleOf(info.indexOf(u"contact_id"))};
        item.about = joinFilled(about, u" · "_s);
        const QString owner = ownerOf(row);
        item.initials = initialsOf(owner);
        const Instant touched = std::max(lastTouched(deal), row.record.createdAt);
        const bool isWork = touched == lastTouched(deal);
        const QDate wholeDay = isWork ? wholeDayTouched(deal) : QDate();
        const QDate day = wholeDay.isValid() ? wholeDay : dayOf(touched, m_display.zone());
        const qint64 idle = day.daysTo(m_today);
        const Stage *stage = m_lookups.stage(deal.stage);
        const auto rot = stage ? rotOf(deal, *stage, m_now, m_display.zone()) : std::nullopt;
        item.isRotten = rot && rot->rotten;
        item.when = idle <= 0 ? Words::tr("touched today")
                              : daysText(idle, QT_TRANSLATE_NOOP("Today", "1 day untouched"),
                                         QT_TRANSLATE_NOOP("Today", "%1 days untouched"), m_display);
        item.spoken = joinFilled({partName(item.part), item.text, joinFilled(about, u", "_s), owner,
                                  item.amount, item.when, item.isRotten ? Words::tr("rotting") : QString()},
                                 u", "_s);
        item.toolTip = joinFilled(
            {item.text, item.about, owner, item.amount,
             Words::tr("Last touched: %1")
                 .arg(wholeDay.isValid() ? m_display.day(day) : m_display.moment(touched)),
             item.isRotten
                 ? Words::tr("Rotting: its stage allows %1.").arg(m_display.days(stage->rotDays.value_or(0)))
                 : QString()},
            u"\n"_s);
        return item;
    }

    const Whose m_whose;
    const bool m_isByPerson;
    const Lookups &m_lookups;
    const Display &m_display;
    const Instant m_now;
    const QDate m_today;
    std::vector<TodayItem> m_items;
};

} // namespace

std::vector<TodayItem> todayItems(const store::Today &today, Whose whose, Grouped grouped,
                                  const Lookups &lookups, const Display &display, Instant now)
{
    const qint64 unplanned = today.unplannedCount;
    const qint64 due = today.overdue.count + today.today.count;
    if (due + today.next.count + unplanned == 0)
        return {};
    Writer writer(whose, grouped, lookups, display, now);
    if (today.overdue.count > 0) {
        writer.heading(TodayPart::Overdue, today.overdue.count, partName(TodayPart::Overdue));
        writer.activities(TodayPart::Overdue, today.overdue);
    }
    writer.heading(TodayPart::Today, today.today.count, partName(TodayPart::Today));
    writer.activities(TodayPart::Today, today.today);
    if (due == 0 && unplanned > 0)
        writer.note(TodayPart::Today, Words::tr("Nothing due. Deals without a next step are below."));
    else if (due == 0)
        writer.note(TodayPart::Today, Words::tr("Nothing due. What comes next is below."));
    else if (today.today.count == 0)
        writer.note(TodayPart::Today, Words::tr("Nothing else is due today."));
    writer.heading(TodayPart::Next, today.next.count,
                   Words::tr("Next %1 days").arg(display.number(daysAhead)));
    writer.activities(TodayPart::Next, today.next);
    if (today.next.count == 0)
        writer.note(TodayPart::Next, Words::tr("Nothing is planned for these days."));
    if (unplanned > 0) {
        writer.heading(TodayPart::NoNextStep, unplanned, partName(TodayPart::NoNextStep),
                       display.moneySums(today.unplannedSums));
        writer.deals(today);
    }
    return writer.take();
}

QString todaySummary(const store::Today &today, const Display &display)
{
    return today.todaySeconds > 0 ? Words::tr("%1 planned today").arg(display.duration(today.todaySeconds))
                                  : QString();
}

} // namespace headway::app
