// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/importcells.h"

#include "domain/records/record.h"
#include "domain/text/text.h"
#include "exchange/cells/reachtext.h"
#include "exchange/cells/vocabulary.h"
#include "transfer/import/importparts.h"

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
    return {QDateTime(QDateTime::fromMSecsSinceEpoch(day.ms, zone).date(), time, zone).toMSecsSinceEpoch()};
}

constexpr qint64 dayLength = 86'400'000; // in milliseconds

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
    const auto isMark = [](QChar c) { return QStringView(u"-–—./").contains(c); };
    return std::all_of(typed.begin(), typed.end(), isMark) || words.contains(typed);
}

ActivityFile activityFile(const exchange::ImportPlan &plan, const QString &fileName)
{
    static constexpr QLatin1StringView dueWords[] = {"due"_L1, "fallig"_L1, "echeance"_L1, "vencimiento"_L1,
                                                     "vervaldatum"_L1};
    ActivityFile file{.named = activityKindInName(fileName)};
    for (const ImportInput &input : plan.inputs) {
        const QStringList header = words(input.columnName);
        const bool isOfCall = header.contains(u"call"_s) || input.target.name == "direction"_L1
            || looseKey(input.columnName).startsWith("call"_L1);
        if (isOfCall && input.target.field >= 0)
            file.callFields.push_back(input.target.field);
        file.hasEnds =
            file.hasEnds || input.target.role == TargetRole::Ends || input.target.role == TargetRole::EndTime;
        const QString key = looseKey(input.columnName);
        file.isDue = file.isDue || header.contains(u"due"_s)
            || std::any_of(std::begin(dueWords), std::end(dueWords),
                           [&](QLatin1StringView word) { return key.startsWith(word); });
        file.hasState = file.hasState || input.target.name == "state"_L1;
    }
    const bool isText = plan.find(u"note"_s) && !plan.find(u"subject"_s);
    file.isJustText = isText && !file.hasEnds && !file.isDue && !file.hasState;
    return file;
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

void joinTimes(const ImportContext &context, ImportedRecord &imported)
{
    const EntityInfo &info = entityInfo(EntityKind::Activity);
    const QTimeZone &zone = context.style.zone;
    const auto field = [&](QStringView name) { return info.indexOf(name); };
    const auto set = [&](QStringView name, const Value &value) {
        std::erase_if(imported.values, [&](const auto &each) { return each.first == field(name); });
        imported.values.emplace_back(field(name), value);
    };
    std::optional<Instant> begins;
    if (const Value *value = imported.value(field(u"at")))
        begins = Instant{integerOf(*value)};
    if (begins && imported.isWholeDay && imported.startTime.isValid()) {
        begins = at(*begins, imported.startTime, zone);
        imported.isWholeDay = false;
        set(u"at", begins->ms);
    }
    if (begins && imported.isWholeDay && !imported.value(field(u"all_day")))
        set(u"all_day", qint64(1));
    if (begins && !imported.isWholeDay && !imported.value(field(u"duration"))) {
        std::optional<Instant> end;
        if (imported.endTime.isValid()) {
            end = at(imported.ends ? imported.ends->at : *begins, imported.endTime, zone);
            if (!imported.ends && end->ms < begins->ms) // from 23:00 to 01:00
                end = at({begins->ms + dayLength}, imported.endTime, zone);
        } else if (imported.ends && !imported.ends->isWholeDay)
            end = imported.ends->at;
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
    const Instant today = at(now, QTime(0, 0), context.style.zone);
    const bool isDayKnown = bool(activity.at);
    if (!activity.at && imported.createdAt) {
        activity.at = imported.createdAt;
    } else if (!activity.at) {
        context.questions->ask(ImportQuestion::About::ActivityDay, u"at"_s, columnOf(context.plan, u"at"_s),
                               {});
        activity.at = activity.kind == ActivityKind::Note ? now : today;
        activity.allDay = activity.kind != ActivityKind::Note;
    }
    if (!isSaid(u"state")) {
        const bool isAhead =
            isDayKnown && (activity.allDay ? activity.at.ms >= today.ms : activity.at.ms > now.ms);
        const bool isToDo = activity.kind == ActivityKind::Task
            && (isKindSaid || file.isDue || file.named == ActivityKind::Task);
        const bool isPlanned = activity.kind != ActivityKind::Note && (isAhead || isToDo);
        activity.state = isPlanned ? ActivityState::Planned : ActivityState::Done;
    }
    if (!activity.doneAt && activity.state == ActivityState::Done)
        activity.doneAt = activity.at;
}

bool nameNameless(EntityKind kind, const ImportedRecord &imported, Row &row)
{
    const EntityInfo &info = entityInfo(kind);
    const auto set = [&](QStringView field, const QString &text) {
        if (const int at = info.indexOf(field); at >= 0 && !text.isEmpty())
            row[size_t(at)] = text;
    };
    const auto pointOf = [&](ContactPointType type) -> QString {
        for (const ContactPoint &point : imported.points) {
            if (point.by == type)
                return point.value;
        }
        return {};
    };
    if (info.has(KindTrait::Person)) {
        if (!textIn(info, row, u"first_name").isEmpty() || !textIn(info, row, u"last_name").isEmpty())
            return false;
        const exchange::NameParts beside = exchange::nameParts(imported.person);
        set(u"salutation", beside.salutation);
        set(u"first_name", beside.first);
        set(u"last_name", beside.last);
        if (!imported.person.isEmpty() || !textIn(info, row, u"organisation").isEmpty())
            return !imported.person.isEmpty();
        const QString mail = pointOf(ContactPointType::Email);
        const QString name = mail.isEmpty() ? pointOf(ContactPointType::Phone) : mail;
        set(u"last_name", name);
        return !name.isEmpty();
    }
    if (info.indexOf(u"name") < 0 || !textIn(info, row, u"name").isEmpty())
        return false;
    QString name;
    if (info.has(KindTrait::HasContactPoints)) {
        const QString site = textIn(info, row, u"website");
        name = exchange::nameFromDomain(site.isEmpty() ? pointOf(ContactPointType::Website) : site);
        if (name.isEmpty())
            name = exchange::nameFromDomain(pointOf(ContactPointType::Email));
    } else if (kind == EntityKind::Deal) {
        const auto called = [&](QStringView field) {
            const NamedRecord *named = imported.reference(info.indexOf(field));
            return named ? named->name : QString();
        };
        const QString customer =
            called(u"company_id").isEmpty() ? called(u"contact_id") : called(u"company_id");
        name = joinFilled({imported.product ? imported.product->name : QString(), customer}, u" – "_s);
    }
    set(u"name", name);
    return !name.isEmpty();
}

bool canKeep(EntityKind kind)
{
    return noteField(entityInfo(kind)) >= 0;
}

void keepWithRow(EntityKind kind, const ImportedRecord &imported, Row &row)
{
    const EntityInfo &info = entityInfo(kind);
    const int at = noteField(info);
    if (at < 0 || imported.kept.isEmpty())
        return;
    QString text = textOf(row[size_t(at)]);
    for (const QString &line : imported.kept) {
        if (!text.contains(line))
            text += (text.isEmpty() ? QString() : u"\n"_s) + line;
    }
    row[size_t(at)] = text;
}

} // namespace headway::transfer
