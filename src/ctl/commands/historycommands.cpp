// SPDX-License-Identifier: GPL-3.0-or-later
// history, undo, redo
#include "ctl/commands.h"

#include "ctl/kinds.h"
#include "ctl/progressprinter.h"
#include "ctl/recordjson.h"
#include "ctl/step.h"
#include "ctl/table.h"
#include "ctl/words.h"
#include "domain/records/loadedrecord.h"
#include "domain/records/lookups.h"
#include "domain/records/record.h"
#include "domain/text/quoted.h"
#include "store/commit/changelog.h"
#include "store/reading/lookups.h"
#include "store/rows/records.h"

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

QString nameOf(const Lookups &lookups, UserId id)
{
    const User *user = lookups.user(id);
    return user ? user->name : QString();
}

QString stateOf(const Operation &step)
{
    if (step.revertedBy)
        return Words::tr("taken back by %1").arg(step.revertedBy);
    if (step.reverts)
        return step.origin == Origin::Redo ? Words::tr("again what %1 took back").arg(step.reverts)
                                           : Words::tr("takes back %1").arg(step.reverts);
    return step.origin == Origin::Imported ? u"import"_s : QString();
}

// The latest steps of the book, or of one user, who may be inactive by now.
Result<std::vector<Operation>> latestSteps(sql::Connection &book, const QString &user, qint64 limit)
{
    if (user.isEmpty())
        return store::operations(book, 0, int(limit));
    HEADWAY_TRY(ref, recordNamed(book, EntityKind::User, user));
    return store::operations(book, store::StepFilter{.actor = {ref.id}}, 0, int(limit));
}

Result<ExitStatus> showSteps(Session &session, sql::Connection &book, const QString &user, qint64 limit)
{
    HEADWAY_TRY(steps, latestSteps(book, user, limit));
    HEADWAY_TRY(lookups, store::loadLookups(book));
    Table table({{Words::tr("Step"), Align::Right},
                 {Words::tr("When")},
                 {Words::tr("Who")},
                 {Words::tr("What")},
                 {Words::tr("Changes"), Align::Right},
                 {u""_s}},
                session.output().width());
    QJsonArray array;
    for (const Operation &step : steps) {
        table.add({QString::number(step.id), session.display().moment(step.at), nameOf(lookups, step.actor),
                   session.display().words(step.label), session.display().number(step.changeCount),
                   stateOf(step)});
        array += stepJson(step, session.display());
    }
    if (session.output().isJson())
        session.output().write(QJsonObject{{u"steps"_s, array}});
    else
        session.output().write(table.take());
    return ExitStatus::Done;
}

// The field of a record at some time in the past; references by their present names.
Result<QString> shownField(const Session &session, sql::Connection &book, const Record &record, int index)
{
    const FieldInfo &field = record.info().field(index);
    const Value &value = record.row[size_t(index)];
    LoadedRecord row{record, {}};
    if (field.type == FieldType::Reference && !isNull(value)) {
        HEADWAY_TRY(title, store::titleOf(book, {field.target, integerOf(value)}));
        row.titles.emplace_back(index, title);
    }
    return session.display().cell(row, index);
}

// Walks a record's changes from now into the past, so that each value is shown in the context of its time:
// an amount in its currency then.
class RecordHistory
{
public:
    RecordHistory(const Session &session, sql::Connection &book, const Record &present)
        : m_session(session), m_book(book), m_record(present), m_table({{Words::tr("Step"), Align::Right},
                                                                        {Words::tr("When")},
                                                                        {Words::tr("What")},
                                                                        {Words::tr("Field")},
                                                                        {Words::tr("Before")},
                                                                        {Words::tr("After")}},
                                                                       session.output().width())
    {
    }

    Result<> add(const store::LoggedChange &logged)
    {
        Record after = m_record;
        for (const FieldDelta &delta : logged.change.fields) {
            after.row[size_t(delta.field)] = delta.after;
            m_record.row[size_t(delta.field)] = delta.before;
        }
        QStringList step{QString::number(logged.operation.id),
                         m_session.display().moment(logged.operation.at),
                         m_session.display().words(logged.operation.label)};
        QJsonArray fields;
        for (const FieldDelta &delta : logged.change.fields) {
            fields += fieldJson(delta, m_record, after);
            if (m_record.info().field(delta.field).has(Trait::Internal))
                continue;
            HEADWAY_TRY(shownBefore, shownField(m_session, m_book, m_record, delta.field));
            HEADWAY_TRY(shownAfter, shownField(m_session, m_book, after, delta.field));
            const QString label = m_session.display().label(m_record.info().field(delta.field));
            m_table.add(step + QStringList{label, shownBefore, shownAfter});
            step = {QString(), QString(), QString()}; // shown once per step
        }
        if (!step.front().isEmpty())
            m_table.add(step);
        m_changes += QJsonObject{{u"step"_s, stepJson(logged.operation, m_session.display())},
                                 {u"change"_s, textOf(Codec<ChangeKind>::read(logged.change.kind))},
                                 {u"fields"_s, fields}};
        return {};
    }

    QString table() { return m_table.take(); }
    QJsonObject json() const { return {{u"record"_s, refJson(m_record.ref)}, {u"changes"_s, m_changes}}; }

private:
    static QJsonObject fieldJson(const FieldDelta &delta, const Record &before, const Record &after)
    {
        return {{u"field"_s, wordOf(after.info().field(delta.field))},
                {u"before"_s, valueJson(before, delta.field)},
                {u"after"_s, valueJson(after, delta.field)}};
    }

    const Session &m_session;
    sql::Connection &m_book;
    Record m_record; // as it was before the changes added so far
    Table m_table;
    QJsonArray m_changes;
};

Result<ExitStatus> showRecordHistory(Session &session, sql::Connection &book, EntityRef ref, qint64 limit)
{
    HEADWAY_TRY(record, store::load(book, ref));
    HEADWAY_TRY(changes, store::changesOf(book, ref, int(limit)));
    RecordHistory history(session, book, record);
    for (const store::LoggedChange &change : changes)
        HEADWAY_CHECK(history.add(change));
    if (session.output().isJson())
        session.output().write(history.json());
    else
        session.output().write(history.table());
    return ExitStatus::Done;
}

// Also finds a deleted record, which still has a history.
Result<EntityRef> anyRecordNamed(sql::Connection &book, const QString &text)
{
    bool isNumber = false;
    const qint64 id = text.section(u':', 1).toLongLong(&isNumber);
    if (!isNumber)
        return recordNamed(book, text);
    HEADWAY_TRY(kind, kindNamed(text.section(u':', 0, 0)));
    return EntityRef{kind, id};
}

Result<ExitStatus> revert(Session &session, sql::Connection &book, qint64 step, const Actor &actor,
                          const QString &verb)
{
    ProgressPrinter line(session.output(), verb, Words::tr("changes"));
    HEADWAY_TRY(target, store::loadOperation(book, step));
    HEADWAY_TRY(set, store::revert(book, step, actor, line.progress()));
    return tellStep(session, set, Sentence::tr("%1: %2").arg(verb, target.label));
}

} // namespace

Result<ExitStatus> runHistory(Session &session, const Arguments &arguments)
{
    HEADWAY_TRY(limit, arguments.number(u"--limit"_s, 1, 20));
    if (arguments.has(u"--record"_s) && arguments.has(u"--by"_s))
        return failure(ErrorCode::Invalid, Sentence::tr("Say either --record or --by."));
    HEADWAY_TRY(book, session.book(sql::Access::Read));
    if (!arguments.has(u"--record"_s))
        return showSteps(session, *book, arguments.value(u"--by"_s), limit);
    HEADWAY_TRY(ref, anyRecordNamed(*book, arguments.value(u"--record"_s)));
    return showRecordHistory(session, *book, ref, limit);
}

Result<ExitStatus> runUndo(Session &session, const Arguments &arguments)
{
    bool isNumber = true;
    qint64 step = arguments.words().isEmpty() ? 0 : arguments.word(0).toLongLong(&isNumber);
    if (!isNumber)
        return failure(ErrorCode::Invalid,
                       Sentence::tr("%1 is not the number of a step; headwayctl history shows them.")
                           .arg(Quoted{arguments.word(0)}));
    HEADWAY_TRY(book, session.book(sql::Access::ReadWrite));
    HEADWAY_TRY(actor, session.actor());
    if (arguments.words().isEmpty()) {
        HEADWAY_TRY(last, store::undoable(*book, actor.user));
        if (!last)
            return failure(ErrorCode::NotFound, Sentence::tr("There is nothing of yours to take back."));
        step = last->id;
    }
    return revert(session, *book, step, actor, Words::tr("Took back"));
}

Result<ExitStatus> runRedo(Session &session, const Arguments &)
{
    HEADWAY_TRY(book, session.book(sql::Access::ReadWrite));
    HEADWAY_TRY(actor, session.actor());
    HEADWAY_TRY(last, store::redoable(*book, actor.user));
    if (!last)
        return failure(ErrorCode::NotFound, Sentence::tr("There is nothing of yours to do again."));
    return revert(session, *book, last->id, actor, Words::tr("Did again"));
}

} // namespace headway::ctl
