// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/importwrite.h"

#include "domain/changes/derive.h"
#include "domain/changes/validate.h"
#include "domain/records/activity.h"
#include "domain/records/record.h"
#include "domain/records/user.h"
#include "store/rows/records.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

bool isEmpty(const Value &value)
{
    const auto *text = std::get_if<QString>(&value);
    return isNull(value) || (text && text->isEmpty());
}

// What an empty cell of an export of ours stands for.
Value emptyValue(const EntityInfo &info, int index)
{
    for (const Choice &choice : info.field(index).choices) {
        if (*choice.code == '\0')
            return QString::fromLatin1("");
    }
    return info.defaults[size_t(index)];
}

// After the checks nothing can be wrong with the row any more: what fails now ends the import.
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

Result<> checkRow(EntityKind kind, const Row &row)
{
    const std::vector<Problem> problems = problemsOf(kind, row);
    if (problems.empty())
        return {};
    const int field = problems.front().field;
    const QString name = field < 0 ? QString() : QString(entityInfo(kind).field(field).name);
    return failure(rowProblem(name, problems.front().text));
}

} // namespace

RowWriter::RowWriter(const ImportContext &context, References &references, sql::Connection &connection,
                     store::Step &step)
    : m_context(context), m_references(references), m_connection(connection), m_step(step),
      m_info(entityInfo(context.kind())), m_belongings(context, connection)
{
    if (context.kind() == EntityKind::Deal)
        m_deals.emplace(context, references, connection);
}

Result<MergedRow> RowWriter::merge(const Draft &draft, Existing policy, const Row &before) const
{
    MergedRow merged{before, {}};
    Row &row = merged.row;
    const auto mayChange = [&](int field) {
        return policy != Existing::Fill || isEmpty(before[size_t(field)]);
    };
    for (const auto &[field, value] : draft.values) {
        if (mayChange(field))
            row[size_t(field)] = value;
    }
    for (const auto &[field, named] : draft.references) {
        if (!mayChange(field))
            continue;
        row[size_t(field)] = named.id ? named.id : qint64(-1);
        if (!named.id)
            merged.pending.push_back({field, named});
    }
    mergeCustom(draft, policy, row);
    HEADWAY_CHECK(checkCurrency(draft, policy, before, row));
    return merged;
}

// An amount never takes on another currency by accident.
Result<> RowWriter::checkCurrency(const Draft &draft, Existing policy, const Row &before,
                                  const Row &after) const
{
    const int currency = m_info.indexOf(u"currency");
    if (currency < 0 || isEmpty(before[size_t(currency)]) || !draft.value(currency))
        return {};
    const QString held = textOf(before[size_t(currency)]);
    const QString given = textOf(*draft.value(currency));
    if (held == given)
        return {};
    for (const auto &[field, value] : draft.values) {
        const bool isAmount = m_info.field(field).kind == Kind::Money;
        const bool mixed = isAmount && after[size_t(field)] != before[size_t(field)]
            && (policy == Existing::Fill || draft.currency == Draft::Currency::Assumed);
        if (mixed)
            return failure(rowProblem(
                QString(m_info.field(field).name),
                Sentence::tr("The amount is in %1, the record in the book in %2.").arg(given, held)));
    }
    return {};
}

void RowWriter::mergeCustom(const Draft &draft, Existing policy, Row &row) const
{
    const int at = m_info.indexOf(u"custom");
    if (at < 0 || draft.custom.isEmpty())
        return;
    const QJsonObject before = QJsonDocument::fromJson(textOf(row[size_t(at)]).toUtf8()).object();
    QJsonObject after = before;
    for (auto it = draft.custom.begin(); it != draft.custom.end(); ++it) {
        if (policy != Existing::Fill || !before.contains(it.key()))
            after.insert(it.key(), it.value());
    }
    if (after != before)
        row[size_t(at)] = QString::fromUtf8(QJsonDocument(after).toJson(QJsonDocument::Compact));
}

Result<Row> RowWriter::withReferences(MergedRow merged)
{
    for (const MergedRow::Pending &each : merged.pending) {
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

Result<> RowWriter::applyBelongings(const std::vector<Belonging> &belongings, EntityRef owner)
{
    for (Belonging belonging : belongings) {
        if (belonging.named) {
            HEADWAY_TRY(id, m_references.make(m_step, *belonging.named));
            std::erase_if(belonging.change.fields,
                          [&](const FieldDelta &delta) { return delta.field == belonging.field; });
            belonging.change.fields.push_back({belonging.field, Value(), id});
        }
        for (FieldDelta &delta : belonging.change.fields) {
            const Kind kind = entityInfo(belonging.change.ref.kind).field(delta.field).kind;
            if ((kind == Kind::Reference || kind == Kind::RecordId) && delta.after == Value(qint64(-1)))
                delta.after = owner.id;
        }
        HEADWAY_CHECK(m_step.apply(belonging.change));
    }
    return {};
}

Result<RowWriter::Written> RowWriter::create(const Draft &draft)
{
    if (m_context.fidelity == Fidelity::Exact && draft.id) {
        HEADWAY_TRY(presence, store::presenceOf(m_connection, {m_context.kind(), draft.id}));
        if (presence == store::Presence::Live)
            return failure(rowProblem(u"id"_s,
                                      Sentence::tr("There is a %1 %2 already.")
                                          .arg(KindName{m_info.kind}, QString::number(draft.id))));
        if (presence == store::Presence::Removed)
            return restore(draft);
    }
    return createNew(draft);
}

Row RowWriter::emptied(Row row, const Draft &draft) const
{
    for (const int field : draft.blanks)
        row[size_t(field)] = emptyValue(m_info, field);
    return row;
}

Result<RowWriter::Written> RowWriter::createNew(const Draft &draft)
{
    const EntityKind kind = m_context.kind();
    HEADWAY_TRY(merged, merge(draft, Existing::Overwrite, emptied(m_info.defaults, draft)));
    if (m_deals) {
        HEADWAY_TRY(completed, m_deals->complete(draft, std::nullopt, std::move(merged)));
        merged = std::move(completed);
    }
    if (kind == EntityKind::Activity && m_context.fidelity == Fidelity::Sensible) {
        Activity activity = fromRow<Activity>(merged.row);
        if (!activity.at && activity.state == ActivityState::Done)
            activity.at = draft.createdAt ? draft.createdAt : m_context.actor.now;
        if (!activity.doneAt && activity.state == ActivityState::Done)
            activity.doneAt = activity.at;
        merged.row = toRow(activity);
    }
    HEADWAY_CHECK(checkRow(kind, merged.row));
    const std::vector<Belonging> belongings = m_belongings.ofNew(draft);
    HEADWAY_CHECK(checkNew(belongings));

    const auto apply = [&]() -> Result<Written> {
        HEADWAY_TRY(row, withReferences(std::move(merged)));
        if (m_deals) {
            HEADWAY_TRY(placed, m_deals->placed(std::move(row), draft));
            row = std::move(placed);
        }
        Change change = createRow(kind, row, draft.id);
        change.createdAt = draft.createdAt;
        HEADWAY_TRY(ref, m_step.apply(change));
        HEADWAY_CHECK(applyBelongings(belongings, ref));
        if (m_deals && m_context.fidelity == Fidelity::Sensible)
            HEADWAY_CHECK(applyAll(m_deals->firstStay({ref.id}, row)));
        HEADWAY_CHECK(setTeamManager(draft, row));
        m_references.added(ref, derive(kind, row));
        return Written{Outcome::Created, ref.id};
    };
    return final(apply());
}

// A record that was deleted since it was exported comes back under its id.
Result<RowWriter::Written> RowWriter::restore(const Draft &draft)
{
    const EntityRef ref{m_context.kind(), draft.id};
    HEADWAY_TRY(record, store::load(m_connection, ref));
    HEADWAY_TRY(merged, merge(draft, Existing::Overwrite, emptied(record.row, draft)));
    HEADWAY_CHECK(checkRow(ref.kind, merged.row));
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

Result<RowWriter::Written> RowWriter::update(const Draft &draft, qint64 id)
{
    const EntityRef ref{m_context.kind(), id};
    const Existing policy = m_context.request.existing;
    if (policy == Existing::Skip)
        return Written{Outcome::Unchanged, id};
    HEADWAY_TRY(record, store::load(m_connection, ref));
    HEADWAY_TRY(merged, merge(draft, policy, record.row));
    if (m_deals) {
        HEADWAY_TRY(completed, m_deals->complete(draft, as<Deal>(record), std::move(merged)));
        merged = std::move(completed);
    }
    HEADWAY_CHECK(checkRow(ref.kind, merged.row));
    HEADWAY_TRY(belongings, m_belongings.missing(draft, ref));
    HEADWAY_CHECK(checkNew(belongings));
    if (difference(ref.kind, record.row, merged.row).empty() && belongings.empty() && !draft.manager)
        return Written{Outcome::Unchanged, id};

    const auto apply = [&]() -> Result<Written> {
        const qint64 before = m_step.changeCount();
        HEADWAY_TRY(row, withReferences(std::move(merged)));
        const std::vector<FieldDelta> fields = difference(ref.kind, record.row, row);
        if (!fields.empty())
            HEADWAY_CHECK(m_step.apply({ChangeKind::Update, ref, fields, {}}));
        HEADWAY_CHECK(applyBelongings(belongings, ref));
        if (m_deals) {
            HEADWAY_TRY(stay, m_deals->stayAfter(record, row));
            HEADWAY_CHECK(applyAll(stay));
        }
        HEADWAY_CHECK(setTeamManager(draft, row));
        if (m_step.changeCount() == before)
            return Written{Outcome::Unchanged, id};
        m_references.added(ref, derive(ref.kind, row));
        return Written{Outcome::Updated, id};
    };
    return final(apply());
}

Result<> RowWriter::setTeamManager(const Draft &draft, const Row &row)
{
    if (!draft.manager)
        return {};
    const qint64 id = integerOf(row[size_t(m_info.indexOf(u"team_id"))]);
    if (!id)
        return {};
    HEADWAY_TRY(team, store::load<Team>(m_connection, TeamId{id}));
    HEADWAY_TRY(manager, m_references.make(m_step, *draft.manager));
    if (team.manager.value == manager || (team.manager && m_context.request.existing != Existing::Overwrite))
        return {};
    Team managed = team;
    managed.manager.value = manager;
    HEADWAY_CHECK(m_step.apply(headway::update(team, managed)));
    return {};
}

} // namespace headway::transfer
