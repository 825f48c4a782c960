// SPDX-License-Identifier: GPL-3.0-or-later
// show: one record with its fields, planned activities and history
#include "ctl/commands.h"

#include "app/text/capital.h"
#include "ctl/kinds.h"
#include "ctl/recordjson.h"
#include "ctl/table.h"
#include "ctl/words.h"
#include "domain/records/activity.h"
#include "domain/records/loadedrecord.h"
#include "domain/records/record.h"
#include "domain/rules/deals.h"
#include "domain/rules/nextstep.h"
#include "domain/text/text.h"
#include "store/reading/related.h"
#include "store/rows/records.h"
#include "store/search/externalids.h"
#include "store/summaries/timeline.h"

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

constexpr int activitiesShown = 20;
constexpr int reachShown = 20; // numbers, addresses

// Tasks have it as a number: 0 none, 1 low … 3 high.
QString priorityText(const Session &session, qint64 level)
{
    const EntityInfo &info = entityInfo(EntityKind::Deal);
    const FieldInfo &words = info.field(info.indexOf(u"priority"));
    if (level == 0)
        return {};
    if (level < 0 || level >= qint64(words.choices.size()))
        return session.display().number(level);
    return session.display().choice(words, QString::fromLatin1(words.choices[size_t(level)].code));
}

QString valueText(const Session &session, const LoadedRecord &row, int field)
{
    const FieldInfo &info = row.record.info().field(field);
    if (info.name == "priority"_L1 && info.type == FieldType::Integer)
        return priorityText(session, integerOf(row.record.row[size_t(field)]));
    return session.display().cell(row, field);
}

using Lines = std::vector<std::pair<QString, QString>>; // what it is, and how it reads

// How somebody is reached beside the one address and the one number that are fields.
Lines pointLines(const Session &session, const LoadedRecord &row, const RelatedRecords &related)
{
    QStringList shown;
    for (const QStringView field : {u"email", u"phone", u"website"}) {
        if (row.record.info().indexOf(field) >= 0)
            shown += textOf(row.record.value(field));
    }
    const auto cellOf = [&](const LoadedRecord &point, QStringView field) {
        return session.display().cell(point, point.record.info().indexOf(field));
    };
    Lines lines;
    for (const LoadedRecord &point : related.contactPoints) {
        const QString value = cellOf(point, u"value");
        if (!shown.removeOne(value))
            lines.emplace_back(u"%1 (%2)"_s.arg(cellOf(point, u"reach_by"), cellOf(point, u"place")),
                               cell(value, 0));
    }
    for (const LoadedRecord &address : related.addresses) {
        const auto town = joinFilled({cellOf(address, u"postal_code"), cellOf(address, u"city")}, u" "_s);
        lines.emplace_back(Words::tr("Address (%1)").arg(cellOf(address, u"place")),
                           cell(joinFilled({cellOf(address, u"street"), town, cellOf(address, u"region"),
                                            cellOf(address, u"country")},
                                           u", "_s),
                                0));
    }
    return lines;
}

QString fieldsText(const Session &session, const LoadedRecord &row, const RelatedRecords &related,
                   const std::vector<ExternalRef> &externalIds)
{
    QStringList labels;
    QStringList texts;
    qsizetype widest = 0;
    const EntityInfo &info = row.record.info();
    const auto mark = nextStepMark(row.record, session.now(), session.zone());
    const int step = info.indexOf(info.indexOf(u"next_step") >= 0 ? u"next_step" : u"next_activity");
    for (int i = 0; i < int(info.fields.size()); ++i) {
        QString text = valueText(session, row, i);
        if (i == step && mark)
            text = QString(QString(dueSymbol(*mark)) + u' ' + text).trimmed();
        if (info.field(i).has(Trait::Internal) || text.isEmpty())
            continue;
        labels += session.display().label(info.field(i));
        texts += text;
        widest = std::max(widest, labels.back().size());
    }
    for (const auto &[label, text] : pointLines(session, row, related)) {
        labels += label;
        texts += text;
        widest = std::max(widest, label.size());
    }
    for (const ExternalRef &id : externalIds) {
        labels += Words::tr("Id in %1").arg(cell(id.system, 0));
        texts += cell(id.key, 0);
        widest = std::max(widest, labels.back().size());
    }
    const QString margin = QString(widest + 4, u' ');
    QString result;
    for (qsizetype i = 0; i < labels.size(); ++i)
        result += u"  "_s + labels[i].leftJustified(widest + 2)
            + QString(texts[i]).replace(u'\n', u'\n' + margin) + u'\n';
    return result;
}

QStringList activityCells(const Session &session, const LoadedRecord &row)
{
    const auto cellOf = [&](QStringView field) {
        return session.display().cell(row, row.record.info().indexOf(field));
    };
    const Activity activity = as<Activity>(row.record);
    const QString text = activity.subject.isEmpty() ? activity.note : activity.subject;
    return {cellOf(u"at"), cellOf(u"kind"), cellOf(u"outcome_id"), text, wordOf(row.record.ref)};
}

QString activitiesText(const Session &session, const QString &title, const std::vector<LoadedRecord> &rows)
{
    if (rows.empty())
        return {};
    Table table(
        {{title}, {Words::tr("Kind")}, {Words::tr("Outcome")}, {Words::tr("What")}, {Words::tr("Record")}},
        session.output().width());
    for (const LoadedRecord &row : rows)
        table.add(activityCells(session, row));
    return u'\n' + table.take();
}

QJsonArray recordsJson(const std::vector<LoadedRecord> &rows)
{
    QJsonArray array;
    for (const LoadedRecord &row : rows)
        array += recordJson(row);
    return array;
}

QJsonArray externalIdsJson(const std::vector<ExternalRef> &ids)
{
    QJsonArray array;
    for (const ExternalRef &id : ids)
        array += QJsonObject{{u"system"_s, id.system}, {u"id"_s, id.key}};
    return array;
}

} // namespace

Result<ExitStatus> runShow(Session &session, const Arguments &arguments)
{
    HEADWAY_TRY(book, session.book(sql::Access::Read));
    HEADWAY_TRY(ref, recordNamed(*book, arguments.word(0)));
    HEADWAY_TRY(rows, store::rows(*book, ref.kind, {ref.id}));
    HEADWAY_TRY(title, store::titleOf(*book, ref));
    HEADWAY_TRY(externalIds, store::externalIdsOf(*book, ref));
    HEADWAY_TRY(related, store::relatedTo(*book, ref, reachShown));
    HEADWAY_TRY(timeline, store::timeline(*book, ref, activitiesShown));
    if (rows.empty())
        return failure(ErrorCode::NotFound, Sentence::tr("There is no %1.").arg(wordOf(ref)));
    if (session.output().isJson()) {
        QJsonObject object = recordJson(rows.front());
        object.insert(u"external_ids"_s, externalIdsJson(externalIds));
        object.insert(u"contact_points"_s, recordsJson(related.contactPoints));
        object.insert(u"addresses"_s, recordsJson(related.addresses));
        object.insert(u"planned"_s, recordsJson(timeline.planned));
        object.insert(u"past"_s, recordsJson(timeline.past));
        session.output().write(object);
        return ExitStatus::Done;
    }
    const app::Display &display = session.display();
    const QString name =
        title.isEmpty() ? app::withCapital(display.kindName(ref.kind), display.locale()) : title;
    session.output().write(cell(name, 0) + u"  "_s + wordOf(ref) + u"\n\n"_s
                           + fieldsText(session, rows.front(), related, externalIds)
                           + activitiesText(session, Words::tr("Planned"), timeline.planned)
                           + activitiesText(session, Words::tr("Happened"), timeline.past));
    return ExitStatus::Done;
}

} // namespace headway::ctl
