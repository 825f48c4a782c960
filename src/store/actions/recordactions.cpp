// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/actions/actions.h"

#include "domain/changes/customvalues.h"
#include "domain/changes/derive.h"
#include "domain/changes/stepwords.h"
#include "domain/changes/validate.h"
#include "domain/records/record.h"
#include "domain/rules/activities.h"
#include "domain/rules/childrecords.h"
#include "domain/rules/leads.h"
#include "domain/rules/picklists.h"
#include "domain/rules/today.h"
#include "domain/rules/views.h"
#include "domain/text/addresstext.h"
#include "domain/text/quoted.h"
#include "store/actions/actionparts.h"
#include "store/actions/activityfields.h"
#include "store/actions/leadstatusactions.h"
#include "store/actions/listactions.h"
#include "store/actions/nextstepactions.h"
#include "store/actions/ownfieldactions.h"
#include "store/actions/relatedactions.h"
#include "store/actions/viewactions.h"
#include "store/commit/dependants.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

// The type of contact point that a field shows the primary one of; it is set there.
std::optional<ContactPointType> contactPointTypeOf(const FieldInfo &field)
{
    if (field.name == "email"_L1)
        return ContactPointType::Email;
    if (field.name == "phone"_L1)
        return ContactPointType::Phone;
    return std::nullopt;
}

bool isPlace(const FieldInfo &field)
{
    return field.name == "city"_L1 || field.name == "country"_L1;
}

bool isElsewhere(EntityKind kind, const FieldInfo &field)
{
    if (isNextStep(kind, field))
        return true;
    return entityInfo(kind).has(KindTrait::HasContactPoints) && field.has(Trait::Derived)
        && (contactPointTypeOf(field) || isPlace(field));
}

bool hasCurrency(const EntityInfo &info)
{
    return info.indexOf(u"currency") >= 0;
}

bool hasMoney(const EntityInfo &info, const Row &row)
{
    for (size_t i = 0; i < row.size(); ++i) {
        if (info.fields[i].type == FieldType::Money && !isNull(row[i]))
            return true;
    }
    return false;
}

Result<> fillCurrency(sql::Connection &connection, EntityKind kind, Row &row)
{
    const EntityInfo &info = entityInfo(kind);
    if (!hasCurrency(info) || !hasMoney(info, row))
        return {};
    Value &currency = row[size_t(info.indexOf(u"currency"))];
    if (!textOf(currency).isEmpty())
        return {};
    HEADWAY_TRY(usual, bookCurrency(connection));
    currency = usual;
    return {};
}

template <class E>
Result<std::optional<E>> firstChild(sql::Connection &connection, EntityRef record, const QString &condition,
                                    const sql::Values &binds, const QString &order)
{
    sql::Values all{QString(tableName(record.kind)), record.id};
    all.insert(all.end(), binds.begin(), binds.end());
    HEADWAY_TRY(
        found,
        loadAll<E>(connection,
                   {u"record_kind = ? AND record_id = ?"_s + condition, all, order + u"id LIMIT 1"_s}));
    return found.empty() ? std::nullopt : std::optional(found.front());
}

// Of a new record, `typed` may hold several: the first is the primary one.
Result<> setContactPoint(sql::Connection &connection, EntityRef record, ContactPointType by,
                         const QString &typed, Edit &edit)
{
    const QStringList points = record.id < 0 ? contactPointsIn(by, typed) : QStringList{typed};
    const QString &text = points.front();
    for (qsizetype i = 1; i < points.size(); ++i) {
        const ContactPoint further{
            .recordKind = record.kind, .recordId = record.id, .by = by, .value = points[i]};
        HEADWAY_CHECK(checkContactPoint({}, further));
        edit.changes.push_back(create(further));
    }
    std::optional<ContactPoint> present;
    if (record.id > 0) {
        HEADWAY_TRY(found,
                    firstChild<ContactPoint>(connection, record, u" AND reach_by = ?"_s,
                                             {textOf(Codec<ContactPointType>::read(by))},
                                             u"is_invalid, is_primary DESC, "_s));
        present = found;
    }
    if (text.isEmpty()) {
        if (present)
            edit.changes.push_back(remove({EntityKind::ContactPoint, present->id.value}));
        return {};
    }
    ContactPoint point = present.value_or(
        ContactPoint{.recordKind = record.kind, .recordId = record.id, .by = by, .primary = true});
    point.value = text;
    if (!present) {
        HEADWAY_CHECK(checkContactPoint({}, point));
        edit.changes.push_back(create(point));
        return {};
    }
    point = retyped(*present, point);
    HEADWAY_CHECK(checkContactPoint(present, point));
    if (point != *present)
        edit.changes.push_back(update(*present, point));
    return {};
}

// Changes the address: those of `changes` that show a part of it, all in one row.
Result<> setPlace(sql::Connection &connection, EntityRef record, const std::vector<FieldDelta> &changes,
                  Edit &edit)
{
    Address present{.recordKind = record.kind, .recordId = record.id};
    if (record.id > 0) {
        HEADWAY_TRY(found, firstChild<Address>(connection, record, {}, {}, {}));
        present = found.value_or(present);
    }
    Address changed = present;
    for (const FieldDelta &delta : changes) {
        const QLatin1StringView name = entityInfo(record.kind).field(delta.field).name;
        (name == "city"_L1 ? changed.city : changed.country) = textOf(delta.after);
    }
    if (changed != present)
        edit.changes.push_back(present.id ? update(present, changed) : create(changed));
    return {};
}

// Only the text can be emptied, which cancels the step.
Result<> checkStepKeepsTime(EntityKind kind, const std::vector<FieldDelta> &changes)
{
    bool losesTime = false;
    bool isCancelled = false;
    for (const FieldDelta &delta : changes) {
        const QLatin1StringView name = entityInfo(kind).field(delta.field).name;
        losesTime |= name == "next_activity"_L1 && !isNull(delta.before) && isNull(delta.after);
        isCancelled |= name == "next_step"_L1 && textOf(delta.after).trimmed().isEmpty();
    }
    if (losesTime && !isCancelled)
        return failure(ErrorCode::Invalid,
                       Sentence::tr("A next step has a day; empty its text to cancel it."));
    return {};
}

// `row` is what the record will hold.
Result<> setElsewhere(sql::Connection &connection, EntityRef record, const Row &row,
                      const std::vector<FieldDelta> &changes, const Actor &actor, Edit &edit)
{
    std::vector<FieldDelta> places;
    std::vector<FieldValue> step;
    for (const FieldDelta &delta : changes) {
        const FieldInfo &field = entityInfo(record.kind).field(delta.field);
        if (isNextStep(record.kind, field))
            step.push_back({delta.field, delta.after});
        else if (const auto by = contactPointTypeOf(field))
            HEADWAY_CHECK(setContactPoint(connection, record, *by, textOf(delta.after).trimmed(), edit));
        else
            places.push_back(delta);
    }
    HEADWAY_CHECK(checkStepKeepsTime(record.kind, changes));
    HEADWAY_TRY(planned, nextStepChanges(connection, record, row, typedStep(record.kind, step), actor));
    edit.changes.insert(edit.changes.end(), planned.begin(), planned.end());
    return places.empty() ? Result<>() : setPlace(connection, record, places, edit);
}

// What is typed must not be ahead where nothing is, and be an address where one is asked for. What a record holds
// already may stay.
Result<> checkTyped(EntityKind kind, const std::vector<FieldDelta> &changes, QDate today)
{
    for (const FieldDelta &delta : changes) {
        const FieldInfo &field = entityInfo(kind).field(delta.field);
        if (delta.before == delta.after || isElsewhere(kind, field))
            continue;
        for (const Sentence &problem : {problemAhead(kind, delta.field, delta.after, today),
                                        addressProblem(field.type, textOf(delta.after))}) {
            if (!problem.isEmpty())
                return failure(ErrorCode::Invalid, problem);
        }
    }
    return {};
}

// Typed fields, split into the record's own and those stored in rows of their own.
struct Division {
    std::vector<FieldDelta> own = {};
    std::vector<FieldDelta> elsewhere = {};
};

Result<Division> divide(EntityKind kind, const std::vector<FieldDelta> &changes)
{
    Division division;
    for (const FieldDelta &delta : changes) {
        const FieldInfo &field = entityInfo(kind).field(delta.field);
        if (isElsewhere(kind, field))
            division.elsewhere.push_back(delta);
        else if (field.has(Trait::Derived) || field.has(Trait::System))
            return failure(
                ErrorCode::Invalid,
                (kind == EntityKind::Deal && field.name == "status"_L1
                     ? Sentence::tr(
                         "%1 follows from the stage: move the deal to one that is won, lost or open.")
                     : Sentence::tr("%1 follows from other things and cannot be set."))
                    .arg(nameOf(kind, field)));
        else
            division.own.push_back(delta);
    }
    return division;
}

// Whether a deal changes its stage along with these.
bool isMoved(const Record &record, const Division &division)
{
    const int stage = record.info().indexOf(u"stage_id");
    return record.ref.kind == EntityKind::Deal
        && std::any_of(division.own.begin(), division.own.end(), [&](const FieldDelta &delta) {
               return delta.field == stage && record.row[size_t(stage)] != delta.after;
           });
}

std::vector<FieldDelta> withoutStep(EntityKind kind, std::vector<FieldDelta> changes)
{
    std::erase_if(changes, [kind](const FieldDelta &delta) {
        return isNextStep(kind, entityInfo(kind).field(delta.field));
    });
    return changes;
}

// A stage may ask for the next step, so the move plans it.
std::vector<FieldDelta> withStep(EntityKind kind, const Division &division)
{
    std::vector<FieldDelta> changes = division.own;
    std::copy_if(
        division.elsewhere.begin(), division.elsewhere.end(), std::back_inserter(changes),
        [kind](const FieldDelta &delta) { return isNextStep(kind, entityInfo(kind).field(delta.field)); });
    return changes;
}

// Those of `changes` that differ from the present values.
std::vector<FieldDelta> differing(const Record &record, const std::vector<FieldDelta> &changes)
{
    std::vector<FieldDelta> result;
    std::copy_if(changes.begin(), changes.end(), std::back_inserter(result),
                 [&](const FieldDelta &delta) { return record.row[size_t(delta.field)] != delta.after; });
    return result;
}

// The edit was computed from the present values, and expects those. If the user saw something else, this
// makes it expect what they saw, so that commit refuses it.
void expectSeen(const Record &record, const Division &seen, Edit &edit)
{
    const auto ours = std::find_if(edit.changes.begin(), edit.changes.end(), [&record](const Change &change) {
        return change.kind == ChangeKind::Update && change.ref == record.ref;
    });
    if (ours != edit.changes.end()) {
        for (const FieldDelta &delta : seen.own) {
            if (FieldDelta *expected = deltaOf(ours->fields, delta.field))
                expected->before = delta.before;
        }
    }
    std::vector<FieldDelta> stale = differing(record, seen.elsewhere);
    std::erase_if(stale, [&record](const FieldDelta &delta) {
        return record.row[size_t(delta.field)] == delta.before;
    });
    if (!stale.empty())
        edit.changes.insert(edit.changes.begin(), {ChangeKind::Update, record.ref, stale, {}});
}

// Values of explicitly set fields take precedence over those set by the move.
void merge(Change &move, const Record &record, const std::vector<FieldDelta> &changes)
{
    const int stage = record.info().indexOf(u"stage_id");
    for (const FieldDelta &delta : changes) {
        if (delta.field == stage || isNextStep(record.ref.kind, record.info().field(delta.field)))
            continue;
        const Value &before = record.row[size_t(delta.field)];
        if (FieldDelta *moved = deltaOf(move.fields, delta.field))
            moved->after = delta.after;
        else if (before != delta.after)
            move.fields.push_back({delta.field, before, delta.after});
    }
}

// For a deal whose stage is among the changed fields.
Result<Edit> moveAndSet(sql::Connection &connection, const Record &record, const Deal &after,
                        const std::vector<FieldDelta> &changes, const Actor &actor)
{
    StageTransition transition{after.closedOn, after.lostReason, after.closeNote, after.competitor};
    for (const FieldDelta &delta : changes)
        transition.filled.push_back({delta.field, delta.after});
    HEADWAY_TRY(stage, load<Stage>(connection, after.stage));
    HEADWAY_CHECK(checkNeeds(stage, after)); // also if a required field is cleared along with the move
    HEADWAY_TRY(edit, moveDealEdit(connection, after.id, {after.stage, {}}, transition, actor));
    merge(edit.changes.front(), record, changes);
    return std::move(edit);
}

// A closed deal must keep its date and reason; one imported without them may stay so.
Result<> keepClosing(sql::Connection &connection, const Deal &before, const Deal &after)
{
    const bool lostDate = before.closedOn.isValid() && !after.closedOn.isValid();
    const bool lostReason = before.lostReason && !after.lostReason;
    const bool isTold = before.lostReason != after.lostReason || before.closeNote != after.closeNote;
    if (!lostDate && !isTold)
        return {};
    HEADWAY_TRY(stage, load<Stage>(connection, after.stage));
    if (lostDate || lostReason)
        HEADWAY_CHECK(checkClosing(stage, {.on = after.closedOn, .reason = after.lostReason}));
    return checkLostReason(connection, after.lostReason, after.closeNote);
}

// What is typed of a closing, for the stage that the deal will be in.
Result<> checkClosingFields(sql::Connection &connection, const Deal &after,
                            const std::vector<FieldDelta> &changes)
{
    if (std::none_of(changes.begin(), changes.end(), isOfClosing))
        return {};
    HEADWAY_TRY(stage, load<Stage>(connection, after.stage));
    return checkOfClosing(stage, changes);
}

// A lead has always a status: one that is taken from it makes it a new one.
Result<> beginAgain(sql::Connection &connection, std::vector<FieldDelta> &changes)
{
    FieldDelta *status = deltaOf(changes, entityInfo(EntityKind::Lead).indexOf(u"status_id"));
    if (!status || !isNull(status->after))
        return {};
    HEADWAY_TRY(statuses, leadStatuses(connection));
    status->after = Codec<LeadStatusId>::read(beginningStatus(statuses));
    return {};
}

Result<Edit> ownFieldsEdit(sql::Connection &connection, const Record &record, std::vector<FieldDelta> changes,
                           const Actor &actor)
{
    if (record.ref.kind == EntityKind::Lead)
        HEADWAY_CHECK(beginAgain(connection, changes));
    Row row = rowAfter(record.row, changes);
    HEADWAY_CHECK(fillCurrency(connection, record.ref.kind, row));
    if (isPicklistValue(record.ref.kind))
        HEADWAY_CHECK(checkPicklistChange(connection, record, row));
    if (record.ref.kind == EntityKind::CustomField)
        HEADWAY_CHECK(checkOwnFieldChange(connection, record, row));
    if (record.ref.kind == EntityKind::SavedView)
        HEADWAY_CHECK(checkView(fromRow<SavedView>(row)));
    if (const int currency = record.info().indexOf(u"currency"); currency >= 0 && !deltaOf(changes, currency))
        changes.push_back({currency, record.row[size_t(currency)], row[size_t(currency)]});
    if (record.ref.kind == EntityKind::Activity) {
        followTyped(record, row, changes, actor);
        HEADWAY_CHECK(checkDoneBy(as<Activity>(record), fromRow<Activity>(row), actor));
    }
    if (record.ref.kind == EntityKind::Deal) {
        Deal after = fromRow<Deal>(row);
        after.id = {record.ref.id};
        HEADWAY_CHECK(checkClosingFields(connection, after, changes));
        if (after.stage != as<Deal>(record).stage)
            return moveAndSet(connection, record, after, changes, actor);
        HEADWAY_CHECK(keepClosing(connection, as<Deal>(record), after));
    }
    Edit edit;
    if (const std::vector<FieldDelta> fields = differing(record, changes); !fields.empty())
        edit.changes.push_back({ChangeKind::Update, record.ref, fields, {}});
    return edit;
}

// The custom fields that `change` sets, with their values checked.
Result<std::vector<CustomField>> changedCustom(sql::Connection &connection, EntityKind kind,
                                               const FieldDelta &change)
{
    const QStringList names = customDifference(textOf(change.before), textOf(change.after));
    HEADWAY_TRY(defined,
                loadAll<CustomField>(connection, {u"record_kind = ?"_s, {QString(tableName(kind))}, {}}));
    std::erase_if(defined, [&names](const CustomField &field) { return !names.contains(field.name); });
    for (const CustomField &field : defined) {
        const Value value = customValue(textOf(change.after), field);
        if (isNull(value) && holdsCustom(textOf(change.after), field))
            return failure(
                ErrorCode::Conflict,
                Sentence::tr("%1 has another type now: look at it again.").arg(Quoted{field.label}));
        HEADWAY_CHECK(checkCustom(field, value));
    }
    return std::move(defined);
}

// "Stage", or the label of the one custom field that differs.
SentencePart fieldName(EntityKind kind, const FieldInfo &field, const std::vector<CustomField> &custom)
{
    if (field.type != FieldType::Json)
        return nameOf(kind, field);
    if (custom.size() == 1)
        return FieldName{kind, QString(field.name), custom.front().label};
    return std::make_shared<const Sentence>(steps::customFields);
}

// `changes` has at most one item per field.
Result<Edit> fieldsEdit(sql::Connection &connection, const Record &record,
                        const std::vector<FieldDelta> &changes, const Actor &actor)
{
    const EntityKind kind = record.ref.kind;
    HEADWAY_TRY(division, divide(kind, changes));
    HEADWAY_CHECK(checkTyped(kind, division.own, actor.today()));
    if (isChildRecord(kind)) {
        HEADWAY_TRY(edit, changeRelatedEdit(connection, record, rowAfter(record.row, division.own)));
        expectSeen(record, division, edit);
        return std::move(edit);
    }
    std::vector<CustomField> custom;
    for (const FieldDelta &delta : division.own) {
        if (record.info().field(delta.field).type == FieldType::Json) {
            HEADWAY_TRY(changed, changedCustom(connection, kind, delta));
            custom = std::move(changed);
        }
    }
    // Without a step so far, the move plans what is typed; else it changes the one there is.
    const bool movesOn = isMoved(record, division) && isNull(record.value(u"next_activity"));
    HEADWAY_TRY(edit,
                ownFieldsEdit(connection, record, movesOn ? withStep(kind, division) : division.own, actor));
    HEADWAY_CHECK(setElsewhere(connection, record.ref, rowAfter(record.row, division.own),
                               movesOn ? withoutStep(kind, division.elsewhere) : division.elsewhere, actor,
                               edit));
    if (kind == EntityKind::Lead) {
        HEADWAY_TRY(step, stepOnEntryChanges(connection, record, division.own, division.elsewhere, actor));
        edit.changes.insert(edit.changes.end(), step.begin(), step.end());
    }
    expectSeen(record, division, edit);
    if (!edit.label.isEmpty())
        return std::move(edit);
    const SentencePart title = nameInSentence(record.ref, titleOf(kind, record.row));
    edit.label = Sentence(steps::changed).arg(title);
    if (isSingle(kind))
        edit.label = Sentence(steps::settingsChanged);
    else if (changes.size() == 1)
        edit.label = Sentence(steps::fieldChanged)
                         .arg(fieldName(kind, record.info().field(changes.front().field), custom), title);
    return std::move(edit);
}

// Kinds that other records cannot do without. (Picklists have a rule of their own.)
bool holdsOthers(EntityKind kind)
{
    return entityInfo(kind).has(KindTrait::IsAtHand) && !isPicklistValue(kind);
}

} // namespace

Result<Edit> createRecordEdit(sql::Connection &connection, EntityKind kind, Row row, const Actor &actor)
{
    const EntityInfo &info = entityInfo(kind);
    std::vector<FieldDelta> elsewhere;
    for (int i = 0; i < int(row.size()); ++i) {
        if (isElsewhere(kind, info.field(i)) && row[size_t(i)] != info.defaults[size_t(i)])
            elsewhere.push_back({i, info.defaults[size_t(i)], row[size_t(i)]});
    }
    if (isChildRecord(kind))
        return addRelatedEdit(connection, kind, row);
    if (isPicklistValue(kind))
        return addPicklistValueEdit(connection, kind, row);
    if (kind == EntityKind::SavedView)
        return addViewEdit(connection, fromRow<SavedView>(row), actor);
    if (kind == EntityKind::Deal)
        return createDealEdit(connection, fromRow<Deal>(row), actor);
    if (kind == EntityKind::Activity) {
        const Activity activity = typedAnew(fromRow<Activity>(row), zoneOf(actor));
        return logActivityEdit(connection, {.activity = activity}, actor);
    }
    if (kind == EntityKind::CustomField)
        return addOwnFieldEdit(connection, row);
    if (const int owner = info.indexOf(u"owner_id"); owner >= 0 && isNull(row[size_t(owner)]))
        row[size_t(owner)] = Codec<UserId>::read(actor.user);
    if (kind == EntityKind::Lead)
        HEADWAY_CHECK(beginLead(connection, row));
    HEADWAY_CHECK(fillCurrency(connection, kind, row));
    HEADWAY_CHECK(checkTyped(kind, difference(kind, info.defaults, row), actor.today()));
    Edit edit{.label =
                  Sentence(steps::added).arg(nameInSentence({kind, 0}, titleOf(kind, derive(kind, row)))),
              .changes = {createRow(kind, row, -1)}};
    HEADWAY_CHECK(setElsewhere(connection, {kind, -1}, row, elsewhere, actor, edit));
    if (kind == EntityKind::Lead) {
        HEADWAY_TRY(step, firstStepChanges(connection, row, elsewhere, actor));
        edit.changes.insert(edit.changes.end(), step.begin(), step.end());
    }
    return edit;
}

Result<Edit> changeFieldsEdit(sql::Connection &connection, EntityRef ref,
                              const std::vector<FieldDelta> &changes, const Actor &actor)
{
    HEADWAY_TRY(record, loadLive(connection, ref));
    return fieldsEdit(connection, record, changes, actor);
}

Result<Edit> setFieldsEdit(sql::Connection &connection, EntityRef ref, const std::vector<FieldValue> &fields,
                           const Actor &actor)
{
    HEADWAY_TRY(record, load(connection, ref));
    return setFieldsEditOf(connection, record, fields, actor);
}

Result<Edit> setFieldsEditOf(sql::Connection &connection, const Record &record,
                             const std::vector<FieldValue> &fields, const Actor &actor)
{
    HEADWAY_CHECK(checkLive(record));
    std::vector<FieldDelta> changes;
    for (const FieldValue &value : fields) {
        if (FieldDelta *earlier = deltaOf(changes, value.field))
            earlier->after = value.value;
        else
            changes.push_back({value.field, record.row[size_t(value.field)], value.value});
    }
    return fieldsEdit(connection, record, changes, actor);
}

Result<Edit> deleteEditOf(sql::Connection &connection, const Record &record)
{
    HEADWAY_CHECK(checkLive(record));
    const EntityRef ref = record.ref;
    const QString title = titleOf(ref.kind, record.row);
    Edit edit{.label = Sentence(steps::deleted).arg(nameInSentence(ref, title)), .changes = {remove(ref)}};
    if (isPicklistValue(ref.kind)) {
        HEADWAY_TRY(changes, picklistRemoval(connection, record));
        edit.changes = std::move(changes);
    }
    if (ref.kind == EntityKind::CustomField)
        HEADWAY_CHECK(checkOwnFieldRemoval(connection, record));
    if (isChildRecord(ref.kind)) {
        HEADWAY_TRY(label, removalLabel(connection, record));
        edit.label = label;
    }
    if (!holdsOthers(ref.kind))
        return edit;
    HEADWAY_TRY(user, firstDependant(connection, {ref}));
    if (!user)
        return edit;
    const bool mayRest = ref.kind == EntityKind::User;
    return failure(ErrorCode::Conflict,
                   (mayRest ? Sentence::tr("Cannot delete %1: %2 Make them inactive instead.")
                            : Sentence::tr("Cannot delete %1: %2"))
                       .arg(nameInSentence(ref, title), *user));
}

Result<Edit> deleteEdit(sql::Connection &connection, const std::vector<EntityRef> &records)
{
    Edit edit;
    for (const EntityRef &ref : records) {
        HEADWAY_TRY(record, load(connection, ref));
        HEADWAY_TRY(one, deleteEditOf(connection, record));
        edit.changes.insert(edit.changes.end(), one.changes.begin(), one.changes.end());
        edit.label = one.label;
    }
    if (records.size() > 1)
        edit.label = deletionLabel(records, qint64(records.size()));
    return edit;
}

Sentence deletionLabel(const std::vector<EntityRef> &records, qint64 count)
{
    const EntityKind kind = records.front().kind;
    const bool isOneKind = std::all_of(records.begin(), records.end(),
                                       [kind](const EntityRef &ref) { return ref.kind == kind; });
    if (!isOneKind)
        return Sentence(steps::mixedDeleted).arg(count);
    return Sentence(steps::manyDeleted).arg(count, counted(count, kind));
}

} // namespace headway::store
