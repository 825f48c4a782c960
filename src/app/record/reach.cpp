// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/reach.h"

#include "app/text/linkaddress.h"
#include "domain/records/record.h"
#include "domain/text/zonetext.h"
#include "store/reading/importlookup.h"
#include "store/rows/records.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

void addReferred(const LoadedRecord &row, std::vector<EntityRef> &who)
{
    for (const QStringView name : {u"contact_id", u"company_id"}) {
        const int field = row.record.info().indexOf(name);
        if (field >= 0 && integerOf(row.record.row[size_t(field)]))
            who.push_back({row.record.info().field(field).target, integerOf(row.record.row[size_t(field)])});
    }
}

// A company and a lead have their web page in a field.
void addPage(const Record &record, Reach &reach)
{
    const int field = record.info().indexOf(u"website");
    if (field < 0)
        return;
    const QString page = textOf(record.row[size_t(field)]).trimmed();
    if (!linkAddress(ContactPointType::Website, page).isEmpty())
        reach.pages.insert(reach.pages.begin(), {.by = ContactPointType::Website, .value = page});
}

// Its own zone, else those of the country of its address.
QList<QByteArray> zonesOf(const Record &record)
{
    const auto text = [&record](QStringView name) {
        const int field = record.info().indexOf(name);
        return field < 0 ? QString() : textOf(record.row[size_t(field)]).trimmed();
    };
    const QByteArray own = text(u"time_zone").toLatin1();
    return QTimeZone::isTimeZoneIdAvailable(own) ? QList<QByteArray>{own} : zonesOfCountry(text(u"country"));
}

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Reach)
};

} // namespace

Wishes wishesOf(const Record &record)
{
    const auto isSet = [&record](QStringView name) {
        const int field = record.info().indexOf(name);
        return field >= 0 && integerOf(record.row[size_t(field)]) != 0;
    };
    return {.doNotCall = isSet(u"do_not_call"), .optedOut = isSet(u"opted_out")};
}

QString timeThere(const Reach &reach, Instant now, const Display &display)
{
    if (reach.zones.isEmpty())
        return {};
    const QDateTime here = QDateTime::fromMSecsSinceEpoch(now.ms, display.zone());
    const QDateTime there = here.toTimeZone(QTimeZone(reach.zones.front()));
    const bool isOne = std::all_of(reach.zones.begin(), reach.zones.end(), [&](const QByteArray &zone) {
        return here.toTimeZone(QTimeZone(zone)).offsetFromUtc() == there.offsetFromUtc();
    });
    if (!isOne || there.offsetFromUtc() == here.offsetFromUtc())
        return {};
    const QString time = display.locale().toString(there.time(), QLocale::ShortFormat);
    if (there.date() == here.date())
        return Words::tr("%1 there").arg(time);
    return Words::tr("%1, %2 there", "weekday, time")
        .arg(display.locale().dayName(there.date().dayOfWeek(), QLocale::ShortFormat), time);
}

Reach reachBy(EntityRef who, std::vector<ContactPoint> points)
{
    std::erase_if(points, [](const ContactPoint &point) {
        return point.invalid || point.place == ContactPointPlace::Fax
            || linkAddress(point.by, point.value).isEmpty();
    });
    std::stable_sort(points.begin(), points.end(), [](const ContactPoint &a, const ContactPoint &b) {
        return std::pair(!a.primary, a.id.value) < std::pair(!b.primary, b.id.value);
    });
    Reach reach{.who = who};
    for (ContactPoint &point : points) {
        auto &list = point.by == ContactPointType::Phone ? reach.phones
            : point.by == ContactPointType::Email        ? reach.emails
                                                         : reach.pages;
        list.push_back(std::move(point));
    }
    return reach;
}

std::vector<EntityRef> reachedFor(const LoadedRecord &row, const RelatedRecords &related)
{
    std::vector<EntityRef> who;
    if (row.record.info().has(KindTrait::HasContactPoints))
        who.push_back(row.record.ref);
    if (row.record.ref.kind == EntityKind::Activity) {
        for (const EntityKind kind : {EntityKind::Contact, EntityKind::Lead}) {
            for (const LoadedRecord &linked : related.of(kind))
                who.push_back(linked.record.ref);
        }
        for (const LoadedRecord &deal : related.of(EntityKind::Deal))
            addReferred(deal, who);
        for (const LoadedRecord &company : related.of(EntityKind::Company))
            who.push_back(company.record.ref);
    }
    addReferred(row, who);
    return who;
}

Result<Reach> reachOf(sql::Connection &connection, EntityRef self, const std::vector<EntityRef> &who)
{
    for (const EntityRef &ref : who) {
        HEADWAY_TRY(records, store::childRecords(connection, EntityKind::ContactPoint, ref));
        std::vector<ContactPoint> points;
        for (const Record &each : records)
            points.push_back(as<ContactPoint>(each));
        Reach reach = reachBy(ref, std::move(points));
        HEADWAY_TRY(record, store::load(connection, ref));
        addPage(record, reach);
        if (reach.isEmpty())
            continue;
        reach.wishes = wishesOf(record);
        reach.zones = zonesOf(record);
        if (ref != self) {
            HEADWAY_TRY(title, store::titleOf(connection, ref));
            reach.name = title;
        }
        return reach;
    }
    return Reach();
}

} // namespace headway::app
