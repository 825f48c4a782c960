// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/rows/importwrite.h"

#include "domain/changes/derive.h"
#include "domain/records/activity.h"
#include "domain/records/record.h"
#include "domain/records/user.h"
#include "domain/rules/leads.h"
#include "store/actions/nextstepactions.h"
#include "store/rows/records.h"
#include "transfer/rows/importcells.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

bool isEmpty(const Value &value)
{
    const auto *text = std::get_if<QString>(&value);
    return isNull(value) || (text && text->isEmpty());
}

// The value of an empty cell in an export of ours.
Value emptyValue(const EntityInfo &info, int index)
{
    for (const Choice &choice : info.field(index).choices) {
        if (*choice.code == '\0')
            return QString::fromLatin1("");
    }
    return info.defaults[size_t(index)];
}

// After the checks the row can have no more errors: a failure now ends the import.
Error final(Error error)
{
    if (error.code == ErrorCode::Invalid || error.code == ErrorCode::NotFound)
        error.code = ErrorCode::Internal;
    return error;
}

template <class T>
Result<T> final(Result<T> result)
{
    return result ? std::move(result) : Result<T>(failure(final(result.error())));
}

} // namespace

RowWriter::RowWriter(const ImportContext &context, References &references, sql::Connection &connection,
                     store::StepWriter &step)
    : m_context(context), m_references(references), m_connection(connection), m_step(step),
      m_info(entityInfo(context.kind())), m_children(context, connection)
{
    if (context.kind() == EntityKind::Deal)
        m_deals.emplace(context, references, connection);
}

Result<MergedRow> RowWriter::merge(const ImportedRecord &imported, DuplicatePolicy policy,
                                   const Row &before) const
{
    MergedRow merged{before, {}};
    Row &row = merged.row;
    const auto mayChange = [&](int field) {
        return policy != DuplicatePolicy::Fill || isEmpty(before[size_t(field)]);
    };
    for (const auto &[field, value] : imported.values) {
        if (mayChange(field))
            row[size_t(field)] = value;
    }
    for (const auto &[field, named] : imported.references) {
        if (!mayChange(field))
            continue;
        row[size_t(field)] = named.id ? named.id : qint64(-1);
        if (!named.id)
            merged.pending.push_back({field, named});
    }
    mergeCustom(imported, policy, row);
    if (m_context.kind() == EntityKind::Activity) {
        const int at = m_info.indexOf(u"at");
        if (imported.value(at) && mayChange(at))
            placeWholeDay(m_context, imported, before, row);
    }
    HEADWAY_CHECK(checkCurrency(imported, policy, before, row));
    return merged;
}

// The column that goes to a field, else the field.
QString RowWriter::columnOf(int field) const
{
    if (field < 0)
        return {};
    const auto &inputs = m_context.plan.inputs;
    const auto input = std::find_if(inputs.begin(), inputs.end(), [field](const exchange::ImportInput &each) {
        using exchange::TargetRole;
        return each.target.field == field
            && (each.target.role == TargetRole::Field || each.target.role == TargetRole::Name);
    });
    return input == inputs.end() ? QString(m_info.field(field).name) : input->columnName;
}

Result<> RowWriter::checkRow(const ImportedRecord &imported, DuplicatePolicy policy, const Row &before,
                             MergedRow &merged) const
{
    std::vector<Problem> problems = problemsOf(m_info.kind, merged.row);
    if (!problems.empty() && keepProblems(imported, policy, before, merged, problems))
        problems = problemsOf(m_info.kind, merged.row);
    if (problems.empty())
        return {};
    for (const Problem &problem : problems) {
        const QString field = problem.field < 0 ? QString() : QString(m_info.field(problem.field).name);
        const bool isUnnamed = problem.field < 0 || field == "name"_L1;
        const QString target = problem.field < 0 ? u"last_name"_s : field;
        m_context.reasons->add({columnOf(problem.field),
                                target,
                                {},
                                problem.text,
                                isUnnamed ? Remedy::SetField : Remedy::OtherValue});
    }
    return failure(rowProblem(columnOf(problems.front().field), problems.front().text));
}

void RowWriter::complain(const ImportedRecord &imported) const
{
    Row row = m_info.defaults;
    for (const auto &[field, value] : imported.values)
        row[size_t(field)] = value;
    nameNameless(m_info.kind, imported, row);
    for (const Problem &problem : problemsOf(m_info.kind, row)) {
        // What a rule or another record gives is not missing yet.
        const bool isName = problem.field < 0 || m_info.field(problem.field).name == "name"_L1;
        if (isName && !m_context.reasons->isAbout(columnOf(problem.field)))
            m_context.reasons->add({columnOf(problem.field),
                                    problem.field < 0 ? u"last_name"_s : u"name"_s,
                                    {},
                                    problem.text,
                                    Remedy::SetField});
    }
}

// Whether something was kept.
bool RowWriter::keepProblems(const ImportedRecord &imported, DuplicatePolicy policy, const Row &before,
                             MergedRow &merged, const std::vector<Problem> &problems) const
{
    if (m_context.fidelity == Fidelity::Exact || !canKeep(m_info.kind))
        return false;
    QStringList kept;
    for (const Problem &problem : problems) {
        const Value *value = problem.field < 0 ? nullptr : imported.value(problem.field);
        if (!value || m_info.field(problem.field).has(Trait::Required))
            continue;
        const QString column = columnOf(problem.field);
        const QString text = exchange::writeCell(m_info.field(problem.field), *value, {}).simplified();
        merged.row[size_t(problem.field)] = before[size_t(problem.field)];
        kept += column + u": "_s + text;
        m_context.questions->ask(ImportQuestion::About::NotUnderstood,
                                 QString(m_info.field(problem.field).name), column, text);
    }
    if (policy == DuplicatePolicy::Overwrite)
        keepWithRow(m_info.kind, kept, merged.row);
    return !kept.isEmpty();
}

// An amount must not get another currency by accident.
Result<> RowWriter::checkCurrency(const ImportedRecord &imported, DuplicatePolicy policy, const Row &before,
                                  const Row &after) const
{
    const int currency = m_info.indexOf(u"currency");
    if (currency < 0 || isEmpty(before[size_t(currency)]) || !imported.value(currency))
        return {};
    const QString held = textOf(before[size_t(currency)]);
    const QString given = textOf(*imported.value(currency));
    if (held == given)
        return {};
    for (const auto &[field, value] : imported.values) {
        const bool isAmount = m_info.field(field).type == FieldType::Money;
        const bool mixed = isAmount && after[size_t(field)] != before[size_t(field)]
            && (policy == DuplicatePolicy::Fill || imported.currency == ImportedRecord::Currency::Assumed);
        if (mixed)
            return failure(rowProblem(
                QString(m_info.field(field).name),
                Sentence::tr("The amount is in %1, the record in the book in %2.").arg(given, held)));
    }
    return {};
}

void RowWriter::mergeCustom(const ImportedRecord &imported, DuplicatePolicy policy, Row &row) const
{
    const int at = m_info.indexOf(u"custom");
    if (at < 0 || imported.custom.isEmpty())
        return;
    const QJsonObject before = QJsonDocument::fromJson(textOf(row[size_t(at)]).toUtf8()).object();
    QJsonObject after = before;
    for (auto it = imported.custom.begin(); it != imported.custom.end(); ++it) {
        if (policy != DuplicatePolicy::Fill || !before.contains(it.key()))
            after.insert(it.key(), it.value());
    }
    if (after != before)
        row[size_t(at)] = QString::fromUtf8(QJsonDocument(after).toJson(QJsonDocument::Compact));
}

// Who is made for a deal is one of the company in the same row: nothing else is known of them.
Result<Row> RowWriter::withReferences(MergedRow merged)
{
    const int company = m_info.kind == EntityKind::Deal ? m_info.indexOf(u"company_id") : -1;
    std::stable_partition(merged.pending.begin(), merged.pending.end(), [](const MergedRow::Pending &each) {
        return each.named.kind != EntityKind::Contact;
    });
    for (MergedRow::Pending &each : merged.pending) {
        if (company >= 0 && each.named.kind == EntityKind::Contact)
            each.named.company = integerOf(merged.row[size_t(company)]);
        HEADWAY_TRY(id, m_references.make(m_step, each.named));
        merged.row[size_t(each.field)] = id;
    }
    return std::move(merged.row);
}

Result<> RowWriter::applyAll(const std::vector<Change> &changes)
{
    for (const Change &change : changes)
        HEADWAY_CHECK(m_step.apply(change));
    return {};
}

Result<> RowWriter::applyChildRecords(std::vector<ChildRecord> children, EntityRef owner)
{
    for (ChildRecord &child : children) {
        if (child.named) {
            HEADWAY_TRY(id, m_references.make(m_step, *child.named));
            std::erase_if(child.change.fields,
                          [&](const FieldDelta &delta) { return delta.field == child.field; });
            child.change.fields.push_back({child.field, Value(), id});
        }
        for (FieldDelta &delta : child.change.fields) {
            const FieldType type = entityInfo(child.change.ref.kind).field(delta.field).type;
            if ((type == FieldType::Reference || type == FieldType::RecordId)
                && delta.after == Value(qint64(-1)))
                delta.after = owner.id;
        }
        HEADWAY_CHECK(m_step.apply(std::move(child.change)));
    }
    return {};
}

Result<RowWriter::Written> RowWriter::create(const ImportedRecord &imported)
{
    if (m_context.fidelity == Fidelity::Exact && imported.id) {
        HEADWAY_TRY(presence, presenceOf({m_context.kind(), imported.id}));
        if (presence == store::Presence::Live)
            return failure(
                rowProblem(u"id"_s,
                           Sentence::tr("There is %1 with the number %2 already.")
                               .arg(KindName{m_info.kind, Number::Any}, QString::number(imported.id))));
        if (presence == store::Presence::Removed)
            return restore(imported);
    }
    return createNew(imported);
}

Row RowWriter::emptied(Row row, const ImportedRecord &imported) const
{
    for (const int field : imported.blanks)
        row[size_t(field)] = emptyValue(m_info, field);
    return row;
}

Result<RowWriter::Written> RowWriter::createNew(const ImportedRecord &imported)
{
    const EntityKind kind = m_context.kind();
    HEADWAY_TRY(merged, merge(imported, DuplicatePolicy::Overwrite, emptied(m_info.defaults, imported)));
    if (m_deals) {
        HEADWAY_TRY(completed, m_deals->complete(imported, std::nullopt, std::move(merged)));
        merged = std::move(completed);
    }
    if (kind == EntityKind::Activity && m_context.fidelity == Fidelity::Sensible) {
        Activity activity = fromRow<Activity>(merged.row);
        const bool isDayless = !activity.at && imported.createdAt;
        completeActivity(m_context, imported, activity);
        m_onCreation += isDayless && activity.kind != ActivityKind::Note ? 1 : 0;
        merged.row = toRow(activity);
    }
    if (m_context.fidelity == Fidelity::Sensible) {
        m_named += nameNameless(kind, imported, merged.row) ? 1 : 0;
        keepWithRow(kind, imported.kept + merged.kept, merged.row);
    }
    if (kind == EntityKind::Lead)
        beginLead(imported, merged.row);
    noteStep(imported, merged.row);
    HEADWAY_CHECK(checkRow(imported, DuplicatePolicy::Overwrite, m_info.defaults, merged));
    HEADWAY_TRY(isStepNew, wantsStep(imported, {kind, 0}, merged.row));
    std::vector<ChildRecord> children = m_children.ofNew(imported);
    HEADWAY_CHECK(checkNew(children));

    const auto apply = [&]() -> Result<Written> {
        std::optional<RowHistory> history = std::move(merged.history);
        if (m_deals && history)
            HEADWAY_CHECK(m_deals->makeStages(*history, m_step));
        HEADWAY_TRY(row, withReferences(std::move(merged)));
        if (m_deals) {
            HEADWAY_TRY(placed, m_deals->placed(std::move(row), imported));
            row = std::move(placed);
        }
        Change change = createRow(kind, row, imported.id);
        change.createdAt = imported.createdAt;
        HEADWAY_TRY(ref, m_step.apply(std::move(change)));
        HEADWAY_CHECK(applyChildRecords(std::move(children), ref));
        if (isStepNew)
            HEADWAY_CHECK(planStep(imported, ref, row));
        if (m_deals && history) {
            HEADWAY_CHECK(applyAll(m_deals->stays({ref.id}, *history)));
        } else if (m_deals && m_context.fidelity == Fidelity::Sensible) {
            HEADWAY_CHECK(applyAll(m_deals->firstStay({ref.id}, row)));
        }
        HEADWAY_CHECK(setTeamManager(imported, row));
        m_references.added(ref, derive(kind, row));
        return Written{Outcome::Created, ref.id};
    };
    return final(apply());
}

// A record that was deleted since it was exported is restored under its id.
Result<RowWriter::Written> RowWriter::restore(const ImportedRecord &imported)
{
    const EntityRef ref{m_context.kind(), imported.id};
    HEADWAY_TRY(record, store::load(m_connection, ref));
    HEADWAY_TRY(merged, merge(imported, DuplicatePolicy::Overwrite, emptied(record.row, imported)));
    HEADWAY_CHECK(checkRow(imported, DuplicatePolicy::Overwrite, record.row, merged));
    const auto apply = [&]() -> Result<Written> {
        HEADWAY_TRY(restored, withReferences(std::move(merged)));
        HEADWAY_CHECK(m_step.apply({ChangeKind::Restore, ref, {}, {}}));
        const std::vector<FieldDelta> fields = difference(ref.kind, record.row, restored);
        if (!fields.empty())
            HEADWAY_CHECK(m_step.apply({ChangeKind::Update, ref, fields, {}}));
        m_references.added(ref, derive(ref.kind, restored));
        return Written{Outcome::Created, ref.id};
    };
    return final(apply());
}

Result<store::Presence> RowWriter::presenceOf(EntityRef ref) const
{
    const auto past = m_step.past(ref);
    return store::presenceOf(m_connection, ref);
}

Result<Record> RowWriter::present(EntityRef ref) const
{
    const auto past = m_step.past(ref);
    return store::load(m_connection, ref);
}

Result<std::vector<ChildRecord>> RowWriter::missingParts(const ImportedRecord &imported, EntityRef ref) const
{
    const auto past = m_step.past(ref);
    return m_children.missing(imported, ref);
}

Result<RowWriter::Written> RowWriter::update(const ImportedRecord &imported, qint64 id)
{
    const EntityRef ref{m_context.kind(), id};
    const DuplicatePolicy policy = imported.existing;
    if (policy == DuplicatePolicy::Skip)
        return Written{Outcome::Unchanged, id};
    HEADWAY_TRY(record, present(ref));
    HEADWAY_TRY(merged, merge(imported, policy, record.row));
    if (m_deals) {
        HEADWAY_TRY(completed, m_deals->complete(imported, as<Deal>(record), std::move(merged)));
        merged = std::move(completed);
    }
    // A text that the user wants in the note is added to what stands there.
    if (policy == DuplicatePolicy::Overwrite || !m_context.noted.empty())
        keepWithRow(ref.kind, imported.kept + merged.kept, merged.row);
    noteStep(imported, merged.row);
    HEADWAY_CHECK(checkRow(imported, policy, record.row, merged));
    HEADWAY_TRY(isStepNew, wantsStep(imported, ref, merged.row));
    HEADWAY_TRY(children, missingParts(imported, ref));
    HEADWAY_CHECK(checkNew(children));
    if (difference(ref.kind, record.row, merged.row).empty() && children.empty() && !imported.manager
        && !isStepNew && !merged.history)
        return Written{Outcome::Unchanged, id};

    const auto apply = [&]() -> Result<Written> {
        const qint64 before = m_step.changeCount();
        std::optional<RowHistory> history = std::move(merged.history);
        if (m_deals && history)
            HEADWAY_CHECK(m_deals->makeStages(*history, m_step));
        HEADWAY_TRY(row, withReferences(std::move(merged)));
        const std::vector<FieldDelta> fields = difference(ref.kind, record.row, row);
        if (!fields.empty())
            HEADWAY_CHECK(m_step.apply({ChangeKind::Update, ref, fields, {}}));
        HEADWAY_CHECK(applyChildRecords(children, ref));
        if (isStepNew)
            HEADWAY_CHECK(planStep(imported, ref, row));
        if (m_deals) {
            HEADWAY_TRY(stay,
                        history ? Result<std::vector<Change>>(m_deals->stays({id}, *history))
                                : m_deals->stayAfter(record, row));
            HEADWAY_CHECK(applyAll(stay));
        }
        HEADWAY_CHECK(setTeamManager(imported, row));
        if (m_step.changeCount() == before)
            return Written{Outcome::Unchanged, id};
        m_references.added(ref, derive(ref.kind, row));
        return Written{Outcome::Updated, id};
    };
    return final(apply());
}

// A new lead of which the file says no status begins in one that the book has. One of our own files says it of all.
void RowWriter::beginLead(const ImportedRecord &imported, Row &row) const
{
    const int status = m_info.indexOf(u"status_id");
    const bool isOurs = m_context.fidelity == Fidelity::Exact && m_context.plan.find(u"status_id"_s);
    if (!isOurs && !imported.value(status) && !imported.reference(status))
        row[size_t(status)] = Codec<LeadStatusId>::read(beginningStatus(m_context.leadStatuses));
}

// The state of a lead follows from its status when the row is written.
bool RowWriter::expectsStep(EntityRef ref, Row row) const
{
    if (ref.kind == EntityKind::Lead) {
        const LeadState state = stateOf(fromRow<Lead>(row).status, m_context.leadStatuses);
        row[size_t(m_info.indexOf(u"state"))] = Codec<LeadState>::read(state);
    }
    return expectsNextStep({.ref = ref, .row = std::move(row)});
}

void RowWriter::noteStep(const ImportedRecord &imported, Row &row) const
{
    const int noted = m_info.indexOf(u"noted_step");
    if (imported.step.isEmpty() || (editsStep(imported) && hasStep(row)) || expectsStep({m_info.kind, 0}, row)
        || !isEmpty(row[size_t(noted)]))
        return;
    row[size_t(noted)] = imported.step.text.value_or(QString());
    if (imported.step.at)
        row[size_t(noted) + 1] = Codec<QDate>::read(dayOf(*imported.step.at, m_context.style.zone));
}

// The column shows what is planned here, and was corrected; other systems' files know nothing of that.
bool RowWriter::editsStep(const ImportedRecord &imported) const
{
    return m_context.fidelity == Fidelity::Exact && imported.existing == DuplicatePolicy::Overwrite;
}

bool RowWriter::hasStep(const Row &row) const
{
    return !isNull(row[size_t(m_info.indexOf(u"next_activity"))]);
}

Result<bool> RowWriter::wantsStep(const ImportedRecord &imported, EntityRef ref, const Row &row) const
{
    if (imported.step.isEmpty())
        return false;
    if (editsStep(imported) && hasStep(row))
        return true; // of what is over, too
    if (!expectsStep(ref, row))
        return false;
    const bool isFilled = ref.id && imported.existing == DuplicatePolicy::Fill;
    if (!hasStep(row) && isFilled && imported.step.text) {
        HEADWAY_TRY(isDone, store::isStepKnown(m_connection, ref, *imported.step.text));
        return !isDone;
    }
    if (!hasStep(row))
        return true;
    if (imported.existing == DuplicatePolicy::Fill || !imported.step.text)
        return false;
    HEADWAY_TRY(isKnown, store::isStepPlanned(m_connection, ref, *imported.step.text));
    return !isKnown;
}

Result<> RowWriter::planStep(const ImportedRecord &imported, EntityRef ref, const Row &row)
{
    std::optional<Activity> present;
    if (editsStep(imported)) {
        HEADWAY_TRY(found, store::nextStepOf(m_connection, ref));
        present = std::move(found);
    }
    const UserId owner{integerOf(row[size_t(m_info.indexOf(u"owner_id"))])};
    return applyAll(stepChanges(imported.step,
                                {.record = {ref.kind, -1},
                                 .links = linksOfStep(ref, row),
                                 .present = std::move(present),
                                 .owner = owner ? owner : m_context.actor.user,
                                 .now = m_context.actor.now,
                                 .zone = m_context.style.zone}));
}

Result<> RowWriter::manageTeamOf(qint64 user, const ImportedRecord &imported)
{
    HEADWAY_TRY(record, store::load(m_connection, EntityRef{EntityKind::User, user}));
    return final(setTeamManager(imported, record.row));
}

Result<> RowWriter::setTeamManager(const ImportedRecord &imported, const Row &row)
{
    if (!imported.manager || imported.isManagerLater)
        return {};
    const qint64 id = integerOf(row[size_t(m_info.indexOf(u"team_id"))]);
    if (!id)
        return {};
    HEADWAY_TRY(team, store::load<Team>(m_connection, TeamId{id}));
    HEADWAY_TRY(manager, m_references.make(m_step, *imported.manager));
    if (team.manager.value == manager || (team.manager && imported.existing != DuplicatePolicy::Overwrite))
        return {};
    Team managed = team;
    managed.manager.value = manager;
    HEADWAY_CHECK(m_step.apply(headway::update(team, managed)));
    return {};
}

} // namespace headway::transfer
