// SPDX-License-Identifier: GPL-3.0-or-later
// show: one record with its fields, planned activities and history
#include "ctl/commands.h"

#include "ctl/kinds.h"
#include "ctl/recordjson.h"
#include "ctl/table.h"
#include "ctl/words.h"
#include "domain/records/activity.h"
#include "domain/records/loadedrecord.h"
#include "domain/records/record.h"
#include "domain/rules/deals.h"
#include "domain/rules/nextstep.h"
#include "store/rows/records.h"
#include "store/search/externalids.h"
#include "store/summaries/timeline.h"

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

constexpr int activitiesShown = 20;

QString fieldsText(const Session &session, const LoadedRecord &row,
                   const std::vector<store::ExternalId> &externalIds)
{
    QStringList labels;
    QStringList texts;
    qsizetype widest = 0;
    const EntityInfo &info = row.record.info();
    const auto mark = nextStepMark(row.record, session.now(), session.zone());
    const int step = info.indexOf(info.indexOf(u"next_step") >= 0 ? u"next_step" : u"next_activity");
    for (int i = 0; i < int(info.fields.size()); ++i) {
        QString text = session.display().cell(row, i);
        if (i == step && mark)
            text = QString(QString(dueSymbol(*mark)) + u' ' + text).trimmed();
        if (info.field(i).has(Trait::Internal) || text.isEmpty())
            continue;
        labels += session.display().label(info.field(i));
        texts += text;
        widest = std::max(widest, labels.back().size());
    }
    for (const store::ExternalId &id : externalIds) {
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
    const QString when =
        activity.allDay ? session.display().day(dayOf(activity.at, session.zone())) : cellOf(u"at");
    const QString text = activity.subject.isEmpty() ? activity.note : activity.subject;
    return {when, cellOf(u"kind"), cellOf(u"outcome_id"), text, wordOf(row.record.ref)};
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

QJsonArray activitiesJson(const std::vector<LoadedRecord> &rows)
{
    QJsonArray array;
    for (const LoadedRecord &row : rows)
        array += recordJson(row);
    return array;
}

QJsonArray externalIdsJson(const std::vector<store::ExternalId> &ids)
{
    QJsonArray array;
    for (const store::ExternalId &id : ids)
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
    HEADWAY_TRY(timeline, store::timeline(*book, ref, activitiesShown));
    if (rows.empty())
        return failure(ErrorCode::NotFound, Sentence::tr("There is no %1.").arg(wordOf(ref)));
    if (session.output().isJson()) {
        QJsonObject object = recordJson(rows.front());
        object.insert(u"external_ids"_s, externalIdsJson(externalIds));
        object.insert(u"planned"_s, activitiesJson(timeline.planned));
        object.insert(u"past"_s, activitiesJson(timeline.past));
        session.output().write(object);
        return ExitStatus::Done;
    }
    session.output().write(cell(title, 0) + u"  "_s + wordOf(ref) + u"\n\n"_s
                           + fieldsText(session, rows.front(), externalIds)
                           + activitiesText(session, Words::tr("Planned"), timeline.planned)
                           + activitiesText(session, Words::tr("Happened"), timeline.past));
    return ExitStatus::Done;
}

} // namespace headway::ctl
