// SPDX-License-Identifier: GPL-3.0-or-later
// add, set, delete, move: changing records one at a time
#include "ctl/commands.h"

#include "app/input/stagequestion.h"
#include "ctl/kinds.h"
#include "ctl/recordjson.h"
#include "ctl/step.h"
#include "ctl/typed.h"
#include "domain/changes/stepwords.h"
#include "domain/records/record.h"
#include "domain/text/nearest.h"
#include "domain/text/quoted.h"
#include "domain/text/text.h"
#include "store/actions/actions.h"
#include "store/reading/lookups.h"
#include "store/reading/nameclauses.h"
#include "store/rows/records.h"

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

// A stage of the deal's own pipeline takes precedence; "won" and "lost" also match by type.
Result<StageId> stageNamed(sql::Connection &book, const Deal &deal, const QString &text)
{
    HEADWAY_TRY(lookups, store::loadLookups(book));
    const std::vector<Stage> own = lookups.stagesOf(deal.pipeline);
    const QString name = text.startsWith("stage:"_L1) ? text.mid(6) : text;
    for (const Stage &stage : own) {
        if (stage.nameKey == fold(name))
            return stage.id;
    }
    for (const Stage &stage : own) {
        if (fold(name) == textOf(Codec<StageType>::read(stage.type)) && stage.type != StageType::Open)
            return stage.id;
    }
    QStringList names;
    for (const Stage &stage : own)
        names += stage.name;
    if (const Sentence near = didYouMean(name, names); !near.isEmpty()
        && store::idsNamed(book, EntityKind::Stage, name).value_or(std::vector<qint64>{}).empty())
        return failure(ErrorCode::NotFound, Sentence::tr("There is no stage %1.%2").arg(Quoted{name}, near));
    HEADWAY_TRY(ref, recordNamed(book, EntityKind::Stage, name));
    return StageId{ref.id};
}

Result<int> renewalMonths(const Stage &stage, const Arguments &arguments)
{
    if (!arguments.has(u"--renewal"_s))
        return 0;
    const QString typed = arguments.value(u"--renewal"_s);
    bool isNumber = false;
    const int months = typed.toInt(&isNumber);
    if (!isNumber)
        return failure(ErrorCode::Invalid, Sentence::tr("%1 is not a number of months.").arg(Quoted{typed}));
    HEADWAY_CHECK(checkRenewal(stage, months));
    return months;
}

// What the options say of the closing, as fields; the rules say whether it belongs to the stage.
Result<std::vector<FieldValue>> closingFields(Session &session, sql::Connection &book,
                                              const Arguments &arguments)
{
    const EntityInfo &info = entityInfo(EntityKind::Deal);
    std::vector<FieldValue> fields;
    if (arguments.has(u"--closed-on"_s)) {
        const int field = info.indexOf(u"closed_on");
        HEADWAY_TRY(day, typedDay(session, info.field(field), arguments.value(u"--closed-on"_s)));
        fields.push_back({field, formatDay(day)});
    }
    if (arguments.has(u"--reason"_s)) {
        HEADWAY_TRY(reason, recordNamed(book, EntityKind::LostReason, arguments.value(u"--reason"_s)));
        fields.push_back({info.indexOf(u"lost_reason_id"), reason.id});
    }
    if (arguments.has(u"--note"_s))
        fields.push_back({info.indexOf(u"close_note"), arguments.value(u"--note"_s)});
    if (arguments.has(u"--competitor"_s))
        fields.push_back({info.indexOf(u"competitor"), arguments.value(u"--competitor"_s)});
    return fields;
}

// Adds the deal that renews `won` to the same step; `won` is passed as it will be.
Result<> addRenewal(sql::Connection &book, const Deal &won, int months, const Actor &actor, Edit &edit)
{
    HEADWAY_TRY(renewal, store::renewalChanges(book, won, months, actor));
    if (edit.isEmpty())
        edit.label = Sentence(steps::dealRenewed).arg(RecordName{{EntityKind::Deal, won.id.value}, won.name});
    edit.changes.insert(edit.changes.end(), renewal.begin(), renewal.end());
    return {};
}

Deal dealWith(const Deal &deal, const std::vector<FieldValue> &fields)
{
    Deal result = fromRow<Deal>(rowWith(toRow(deal), fields));
    result.id = deal.id;
    result.version = deal.version;
    return result;
}

Result<QString> currencyFor(sql::Connection &book, const QString &recordsOwn)
{
    return recordsOwn.isEmpty() ? store::bookCurrency(book) : recordsOwn;
}

} // namespace

Result<ExitStatus> runMove(Session &session, const Arguments &arguments)
{
    HEADWAY_TRY(book, session.book(sql::Access::ReadWrite));
    HEADWAY_TRY(actor, session.actor());
    HEADWAY_TRY(ref, recordNamed(*book, arguments.word(0)));
    if (ref.kind != EntityKind::Deal)
        return failure(ErrorCode::Invalid,
                       Sentence::tr("Only deals move from stage to stage; %1 is none.").arg(wordOf(ref)));
    HEADWAY_TRY(deal, store::load<Deal>(*book, DealId{ref.id}));
    HEADWAY_TRY(stageId, stageNamed(*book, deal, arguments.word(1)));
    HEADWAY_TRY(stage, store::load<Stage>(*book, stageId));
    HEADWAY_TRY(months, renewalMonths(stage, arguments));
    HEADWAY_TRY(closing, closingFields(session, *book, arguments));
    HEADWAY_TRY(currency, currencyFor(*book, deal.currency));
    HEADWAY_TRY(typed, typedFields(session, toRow(deal), ref.kind, arguments.words().mid(2), currency));
    std::vector<FieldValue> fields;
    if (stage.id != deal.stage) {
        fields = app::valuesOf({.stage = stage}, {.on = session.today()});
        fields.push_back({entityInfo(ref.kind).indexOf(u"stage_id"), stage.id.value});
    }
    fields.insert(fields.end(), closing.begin(), closing.end());
    fields.insert(fields.end(), typed.begin(), typed.end()); // the last value for a field wins
    HEADWAY_TRY(edit, store::setFieldsEdit(*book, ref, fields, actor));
    if (months > 0) {
        Deal won = dealWith(deal, fields);
        won.pipeline = stage.pipeline;
        HEADWAY_CHECK(addRenewal(*book, won, months, actor, edit));
    }
    return commitEdit(session, edit, actor);
}

Result<ExitStatus> runSet(Session &session, const Arguments &arguments)
{
    HEADWAY_TRY(book, session.book(sql::Access::ReadWrite));
    HEADWAY_TRY(actor, session.actor());
    HEADWAY_TRY(ref, recordNamed(*book, arguments.word(0)));
    HEADWAY_TRY(record, store::load(*book, ref));
    HEADWAY_TRY(currency, currencyFor(*book, currencyOf(record)));
    HEADWAY_TRY(fields, typedFields(session, record.row, ref.kind, arguments.words().mid(1), currency));
    if (ref.kind == EntityKind::SavedView)
        HEADWAY_CHECK(keepFilter(session, rowWith(record.row, fields), fields));
    HEADWAY_TRY(edit, store::setFieldsEdit(*book, ref, fields, actor));
    return commitEdit(session, edit, actor);
}

Result<ExitStatus> runAdd(Session &session, const Arguments &arguments)
{
    HEADWAY_TRY(kind, kindNamed(arguments.word(0)));
    HEADWAY_TRY(book, session.book(sql::Access::ReadWrite));
    HEADWAY_TRY(actor, session.actor());
    HEADWAY_TRY(currency, currencyFor(*book, {}));
    HEADWAY_TRY(fields,
                typedFields(session, entityInfo(kind).defaults, kind, arguments.words().mid(1), currency));
    if (kind == EntityKind::SavedView)
        HEADWAY_CHECK(keepFilter(session, rowWith(entityInfo(kind).defaults, fields), fields));
    const Row row = rowWith(entityInfo(kind).defaults, fields);
    HEADWAY_TRY(edit, store::createRecordEdit(*book, kind, row, actor));
    return commitEdit(session, edit, actor);
}

Result<ExitStatus> runDelete(Session &session, const Arguments &arguments)
{
    HEADWAY_TRY(book, session.book(sql::Access::ReadWrite));
    HEADWAY_TRY(actor, session.actor());
    std::vector<EntityRef> refs;
    for (const QString &word : arguments.words()) {
        HEADWAY_TRY(ref, recordNamed(*book, word));
        refs.push_back(ref);
    }
    HEADWAY_TRY(edit, store::deleteEdit(*book, refs));
    return commitEdit(session, edit, actor);
}

} // namespace headway::ctl
