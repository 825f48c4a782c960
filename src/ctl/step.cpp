// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/step.h"

#include "ctl/kinds.h"
#include "ctl/recordjson.h"

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

QJsonArray changesJson(const ChangeSet &set)
{
    QJsonArray changes;
    for (const Change &change : set.changes) {
        QJsonObject object = refJson(change.ref);
        object.insert(u"change"_s, textOf(Codec<ChangeKind>::read(change.kind)));
        changes += object;
    }
    return changes;
}

// Names the first record that was created, for further commands.
Sentence withMadeRecord(const ChangeSet &set)
{
    if (set.changes.empty() || set.changes.front().kind != ChangeKind::Create)
        return set.operation.label;
    return Sentence::tr("%1 as %2").arg(set.operation.label, wordOf(set.changes.front().ref));
}

} // namespace

Result<ExitStatus> tellStep(const Session &session, const ChangeSet &set, const Sentence &sentence)
{
    if (session.output().isJson())
        session.output().write(QJsonObject{{u"step"_s, stepJson(set.operation, session.display())},
                                           {u"changes"_s, changesJson(set)},
                                           {u"complete"_s, set.complete}});
    session.output().tell(Sentence::tr("%1 (step %2)").arg(sentence, QString::number(set.operation.id)));
    return ExitStatus::Done;
}

Result<ExitStatus> commitEdit(Session &session, const Edit &edit, const Actor &actor)
{
    if (edit.isEmpty()) {
        if (session.output().isJson())
            session.output().write(QJsonObject{{u"step"_s, QJsonValue::Null}, {u"changes"_s, QJsonArray()}});
        session.output().tell(Sentence::tr("Nothing to change: it is so already."));
        return ExitStatus::Done;
    }
    HEADWAY_TRY(book, session.book(sql::Access::ReadWrite));
    HEADWAY_TRY(set, store::commit(*book, edit, actor));
    return tellStep(session, set, withMadeRecord(set));
}

} // namespace headway::ctl
