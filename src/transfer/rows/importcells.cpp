// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/rows/importcells.h"

#include "domain/records/record.h"
#include "domain/records/wholeday.h"
#include "domain/rules/today.h"
#include "domain/text/text.h"
#include "domain/text/walltime.h"
#include "exchange/cells/reachtext.h"
#include "exchange/cells/vocabulary.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

using exchange::ImportInput;
using exchange::TargetRole;

namespace {

QString textIn(const EntityInfo &info, const Row &row, QStringView field)
{
    const int at = info.indexOf(field);
    return at < 0 ? QString() : textOf(row[size_t(at)]).trimmed();
}

int noteField(const EntityInfo &info)
{
    return std::max(info.indexOf(u"description"), info.indexOf(u"note"));
}

// Where some rows are blank; empty: the file has no such column.
QString columnOf(const exchange::ImportPlan &plan, const QString &target)
{
    const ImportInput *input = plan.find(target);
    return input && input->column >= 0 ? input->columnName : QString();
}

// Of all activities that have nothing of a call.
std::optional<ActivityKind> commonKind(const ActivityFile &file)
{
    if (file.named)
        return file.named;
    if (file.hasEnds)
        return ActivityKind::Meeting;
    if (file.isDue)
        return ActivityKind::Task;
    return file.isJustText ? std::optional(ActivityKind::Note) : std::nullopt;
}

std::optional<ActivityKind> kindOf(const ActivityFile &file, const ImportedRecord &imported)
{
    const bool isCall = std::any_of(file.callFields.begin(), file.callFields.end(), [&](int field) {
        return imported.value(field) || imported.reference(field);
    });
    return isCall ? std::optional(ActivityKind::Call) : commonKind(file);
}

Instant at(const Instant day, QTime time, const QTimeZone &zone)
{
    return instantFrom(dayOf(day, zone), time, zone);
}

constexpr qint64 dayLength = 86'400'000; // in milliseconds

// Leaves the field as it is if there is no such field, or nothing to put.
void putText(const EntityInfo &info, QStringView field, const QString &text, Row &row)
{
    if (const int at = info.indexOf(field); at >= 0 && !text.isEmpty())
        row[size_t(at)] = text;
}

// The first of its type; empty if there is none.
QString pointOf(const ImportedRecord &imported, ContactPointType type)
{
    const auto found = std::find_if(imported.points.begin(), imported.points.end(),
                                    [type](const ContactPoint &point) { return point.by == type; });
    return found == imported.points.end() ? QString() : found->value;
}

// After what stands beside the e-mail address; without that, and without an organisation, after the address or the
// number.
bool namePerson(const EntityInfo &info, const ImportedRecord &imported, Row &row)
{
    if (!textIn(info, row, u"first_name").isEmpty() || !textIn(info, row, u"last_name").isEmpty())
        return false;
    if (!imported.person.isEmpty()) {
        const exchange::NameParts beside = exchange::nameParts(imported.person);
        putText(info, u"salutation", beside.salutation, row);
        putText(info, u"first_name", beside.first, row);
        putText(info, u"last_name", beside.last, row);
        return true;
    }
    if (!textIn(info, row, u"organisation").isEmpty())
        return false;
    const QString mail = pointOf(imported, ContactPointType::Email);
    const QString name = mail.isEmpty() ? pointOf(imported, ContactPointType::Phone) : mail;
    putText(info, u"last_name", name, row);
    return !name.isEmpty();
}

// "acme.example", of the web page or else of the e-mail address.
QString nameFromDomains(const EntityInfo &info, const ImportedRecord &imported, const Row &row)
{
    const QString site = textIn(info, row, u"website");
    const QString name =
        exchange::nameFromDomain(site.isEmpty() ? pointOf(imported, ContactPointType::Website) : site);
    return name.isEmpty() ? exchange::nameFromDomain(pointOf(imported, ContactPointType::Email)) : name;
}

// The name in the row of what the book does not have.
QString unlinked(const ImportedRecord &imported, QLatin1StringView target)
{
    const auto link = std::find_if(imported.foreign.begin(), imported.foreign.end(),
                                   [target](const ForeignLink &each) { return each.target == target; });
    return link == imported.foreign.end() ? QString() : link->text;
}

// After its product and its customer, whether the book has those or not.
QString nameOfDeal(const EntityInfo &info, const ImportedRecord &imported)
{
    const auto called = [&](QStringView field, QLatin1StringView target) {
        const NamedRecord *named = imported.reference(info.indexOf(field));
        return named ? named->name : unlinked(imported, target);
    };
    const QString company = called(u"company_id", "company"_L1);
    return joinFilled({imported.product ? imported.product->name : unlinked(imported, "product"_L1),
                       company.isEmpty() ? called(u"contact_id", "contact"_L1) : company},
                      u" – "_s);
}

// The day, with the time that stands in a column of its own; one that the clocks of that day leave out stays as text.
Instant withStart(const ImportContext &context, ImportedRecord &imported, Instant day)
{
    const QTimeZone &zone = context.style.zone;
    if (const auto start = instantOn(dayOf(day, zone), imported.startTime, zone)) {
        imported.isWholeDay = false;
        return *start;
    }
    const ImportInput *input = context.plan.find(TargetRole::StartTime);
    imported.keep(input ? input->columnName : u"start"_s, imported.startTime.toString(u"HH:mm"));
    return day;
}

// An end that makes no duration stays as text.
void keepEnd(const ImportContext &context, ImportedRecord &imported)
{
    const ImportInput *input = context.plan.find(TargetRole::Ends);
    const QDateTime end = QDateTime::fromMSecsSinceEpoch(imported.ends->at.ms, context.style.zone);
    const QString text = end.toString(imported.ends->isWholeDay ? u"yyyy-MM-dd"_s : u"yyyy-MM-dd HH:mm"_s);
    imported.keep(input ? input->columnName : u"end"_s, text);
}

} // namespace

bool isNoNumber(const QString &text)
{
    // Nearly all have a digit; "0" and "1/0" are for the one who reads numbers to judge.
    const bool hasDigit = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    return !hasDigit && exchange::isBlankWord(text);
}

bool isPlaceholder(QStringView text)
{
    const QStringView typed = text.trimmed();
    constexpr qsizetype longest = 7;
    if (typed.size() > longest)
        return false; // nearly all
    static const QStringList words{u"n/a"_s, u"N/A"_s, u"#N/A"_s, u"(blank)"_s, u"null"_s, u"NULL"_s};
    const auto isMark = [](QChar c) { return QStringView(u"-–—./?").contains(c); };
    return std::all_of(typed.begin(), typed.end(), isMark) || words.contains(typed);
}

bool tellsKind(const ActivityFile &file)
{
    return commonKind(file).has_value();
}

void choosePrimary(std::vector<ContactPoint> &points)
{
    const auto rank = [](const ContactPoint &point) {
        return point.primary ? -1 : exchange::reachRank(point.place, point.invalid);
    };
    for (const ContactPointType type :
         {ContactPointType::Email, ContactPointType::Phone, ContactPointType::Website}) {
        ContactPoint *best = nullptr;
        for (ContactPoint &point : points) {
            if (point.by == type && (!best || rank(point) < rank(*best)))
                best = &point;
        }
        for (ContactPoint &point : points) {
            if (point.by == type)
                point.primary = &point == best;
        }
    }
    std::stable_partition(points.begin(), points.end(),
                          [](const ContactPoint &point) { return point.primary; });
}

void putName(EntityKind kind, const exchange::NameParts &name, ImportedRecord &imported)
{
    const EntityInfo &info = entityInfo(kind);
    const auto put = [&](QStringView part, const QString &value) {
        const int field = info.indexOf(part);
        const bool isPut = !value.isEmpty() && field >= 0 && !imported.value(field);
        if (isPut)
            imported.values.emplace_back(field, value);
        return isPut;
    };
    if (name.isCompany && put(u"organisation", name.last))
        return;
    put(u"salutation", name.salutation);
    put(u"first_name", name.first);
    const bool hasSuffix = info.indexOf(u"suffix") >= 0;
    put(u"last_name", hasSuffix ? name.last : joinFilled({name.last, name.suffix}, u" "_s));
    put(u"suffix", name.suffix);
}

namespace {

// When what begins then ends, if the row says so.
std::optional<Instant> endOf(const ImportedRecord &imported, Instant begins, const QTimeZone &zone)
{
    if (!imported.endTime.isValid())
        return imported.ends && !imported.ends->isWholeDay ? std::optional(imported.ends->at) : std::nullopt;
    const Instant end = at(imported.ends ? imported.ends->at : begins, imported.endTime, zone);
    const bool isPastMidnight = !imported.ends && end.ms < begins.ms; // from 23:00 to 01:00
    return isPastMidnight ? at({begins.ms + dayLength}, imported.endTime, zone) : end;
}

} // namespace

void joinTimes(const ImportContext &context, ImportedRecord &imported)
{
    const EntityInfo &info = entityInfo(EntityKind::Activity);
    const auto field = [&](QStringView name) { return info.indexOf(name); };
    const auto set = [&](QStringView name, const Value &value) {
        std::erase_if(imported.values, [&](const auto &each) { return each.first == field(name); });
        imported.values.emplace_back(field(name), value);
    };
    std::optional<Instant> begins;
    if (const Value *value = imported.value(field(u"at")))
        begins = Instant{integerOf(*value)};
    else if (imported.ends) {
        // What has only an end, as a task that is due, stands there.
        begins = imported.ends->at;
        imported.isWholeDay = imported.ends->isWholeDay;
        set(u"at", begins->ms);
        imported.ends.reset();
    }
    if (begins && imported.isWholeDay && imported.startTime.isValid()) {
        begins = withStart(context, imported, *begins);
        set(u"at", begins->ms);
    }
    if (begins && imported.isWholeDay && !imported.value(field(u"all_day")))
        set(u"all_day", qint64(1));
    if (begins && !imported.isWholeDay && !imported.value(field(u"duration"))) {
        const std::optional<Instant> end = endOf(imported, *begins, context.style.zone);
        if (end && end->ms >= begins->ms)
            set(u"duration", (end->ms - begins->ms) / 1000);
        else if (end && imported.ends)
            keepEnd(context, imported);
    }
    // Some write the day after as the end of a whole day.
    if (begins && imported.isWholeDay && imported.ends
        && std::abs(imported.ends->at.ms - begins->ms) > dayLength + dayLength / 2)
        keepEnd(context, imported);
}

void completeActivity(const ImportContext &context, const ImportedRecord &imported, Activity &activity)
{
    const EntityInfo &info = entityInfo(EntityKind::Activity);
    const auto isSaid = [&](QStringView name) { return imported.value(info.indexOf(name)) != nullptr; };
    const ActivityFile &file = context.activities;
    const bool isKindSaid = isSaid(u"kind");
    if (!isKindSaid) {
        const std::optional<ActivityKind> kind = kindOf(file, imported);
        if (!kind)
            context.questions->ask(ImportQuestion::About::ActivityKind, u"kind"_s,
                                   columnOf(context.plan, u"kind"_s), {},
                                   {u"call"_s, u"meeting"_s, u"task"_s, u"note"_s});
        activity.kind = kind.value_or(ActivityKind::Task);
    }
    const Instant now = context.actor.now;
    const QDate today = dayOf(now, context.style.zone);
    const bool isDayKnown = bool(activity.at);
    if (!activity.at && imported.createdAt) {
        activity.at = imported.createdAt;
    } else if (!activity.at) {
        if (!imported.isDayAsked)
            context.questions->ask(ImportQuestion::About::ActivityDay, u"at"_s,
                                   columnOf(context.plan, u"at"_s), {});
        if (activity.kind == ActivityKind::Note)
            activity.at = now;
        else
            activity = wholeDayOn(std::move(activity), today, context.style.zone);
    }
    if (!isSaid(u"state")) {
        const bool isAhead = isDayKnown
            && (activity.allDay ? dueDay(activity, context.style.zone) >= today : activity.at > now);
        const bool isToDo = activity.kind == ActivityKind::Task
            && (isKindSaid || file.isDue || file.named == ActivityKind::Task);
        const bool isPlanned = activity.kind != ActivityKind::Note && !activity.doneAt && (isAhead || isToDo);
        activity.state = isPlanned ? ActivityState::Planned : ActivityState::Done;
    }
    if (!activity.doneAt && activity.state == ActivityState::Done)
        activity.doneAt = activity.at;
}

void settleWholeDay(const ImportContext &context, ImportedRecord &imported)
{
    const EntityInfo &info = entityInfo(EntityKind::Activity);
    const int at = info.indexOf(u"at");
    const Value *time = imported.value(at);
    const Value *allDay = imported.value(info.indexOf(u"all_day"));
    const Value *zoneName = imported.value(info.indexOf(u"time_zone"));
    const bool isAllDay = allDay && integerOf(*allDay) != 0;
    if (!time || !(isAllDay || (imported.isWholeDay && !allDay)))
        return;
    const QTimeZone own = zoneName ? zoneCalled(textOf(*zoneName)) : QTimeZone();
    const Instant begin{integerOf(*time)};
    QDate day = dayOf(begin, context.style.zone);
    if (!imported.isWholeDay) {
        if (own.isValid() || context.fidelity == Fidelity::Exact)
            return;                    // a moment, of which the zone tells the day
        if (begin.ms % dayLength == 0) // 00:00 UTC: a system's way to write a day
            day = dayOf(begin, QTimeZone::utc());
    }
    imported.wholeDay = day;
    std::erase_if(imported.values, [at](const auto &each) { return each.first == at; });
    const QTimeZone &zone = own.isValid() ? own : context.style.zone;
    imported.values.emplace_back(at, day.startOfDay(zone).toMSecsSinceEpoch());
}

void placeWholeDay(const ImportContext &context, const ImportedRecord &imported, const Row &before, Row &row)
{
    const EntityInfo &info = entityInfo(EntityKind::Activity);
    const Activity activity = fromRow<Activity>(row);
    if (!imported.wholeDay.isValid() || !activity.allDay)
        return;
    const Activity present = fromRow<Activity>(before);
    const bool isSame = present.at && present.allDay && present.timeZone == activity.timeZone
        && dueDay(present, context.style.zone) == imported.wholeDay;
    if (isSame) {
        row[size_t(info.indexOf(u"at"))] = Codec<Instant>::read(present.at);
        return;
    }
    const QTimeZone own = zoneCalled(activity.timeZone);
    if (!own.isValid()
        && context.fidelity == Fidelity::Exact) { // a file of ours: its zone stays as it is, too
        row[size_t(info.indexOf(u"at"))] = imported.wholeDay.startOfDay(QTimeZone::utc()).toMSecsSinceEpoch();
        return;
    }
    row = toRow(wholeDayOn(activity, imported.wholeDay, own.isValid() ? own : context.style.zone));
}

bool nameNameless(EntityKind kind, const ImportedRecord &imported, Row &row)
{
    const EntityInfo &info = entityInfo(kind);
    if (info.has(KindTrait::Person))
        return namePerson(info, imported, row);
    if (info.indexOf(u"name") < 0 || !textIn(info, row, u"name").isEmpty())
        return false;
    QString name;
    if (info.has(KindTrait::HasContactPoints))
        name = nameFromDomains(info, imported, row);
    else if (kind == EntityKind::Deal)
        name = nameOfDeal(info, imported);
    putText(info, u"name", name, row);
    return !name.isEmpty();
}

std::optional<bool> doneFlag(const exchange::ImportInput &input, const QString &text)
{
    static const QString ticks = u"✓✔☑✅"_s;
    const exchange::Vocabulary &words = exchange::Vocabulary::own();
    if (input.target.name != "state"_L1 || !words.has(u"done_flag", input.columnName))
        return std::nullopt;
    const QString typed = text.trimmed();
    if (!typed.isEmpty() && ticks.contains(typed.left(1)))
        return typed.size() <= 2 ? std::optional(true) : std::nullopt; // a mark may have a second character
    if (typed == u"☐" || typed == u"□")
        return false;
    const bool isWord = fold(typed) == looseKey(typed); // -1 is neither
    const auto flag = isWord ? words.code(u"flag", typed) : std::nullopt;
    return flag ? std::optional(*flag == "yes"_L1) : std::nullopt;
}

bool canKeep(EntityKind kind)
{
    return noteField(entityInfo(kind)) >= 0;
}

QString noteIn(EntityKind kind, const Row &row)
{
    const int at = noteField(entityInfo(kind));
    return at < 0 ? QString() : textOf(row[size_t(at)]);
}

void keepWithRow(EntityKind kind, const QStringList &kept, Row &row)
{
    const EntityInfo &info = entityInfo(kind);
    const int at = noteField(info);
    if (at < 0 || kept.isEmpty())
        return;
    QString text = textOf(row[size_t(at)]);
    for (const QString &line : kept) {
        const QString lines = u'\n' + text + u'\n';
        if (!lines.contains(QString(u'\n' + line + u'\n')))
            text += (text.isEmpty() ? QString() : u"\n"_s) + line;
    }
    row[size_t(at)] = text;
}

} // namespace headway::transfer
