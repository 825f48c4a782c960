// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/historymodel.h"

#include "domain/records/loadedrecord.h"
#include "domain/records/record.h"
#include "store/commit/changelog.h"
#include "store/rows/records.h"

#include <QFont>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

constexpr int batch = 100;

QString valueText(sql::Connection &connection, const Display &display, const Row &row, EntityKind kind,
                  int field)
{
    const FieldInfo &info = entityInfo(kind).field(field);
    LoadedRecord shown{{{kind, 0}, 0, {}, {}, {}, row}, {}};
    if (info.type == FieldType::Reference && !isNull(row[size_t(field)])) {
        const auto title = store::titleOf(connection, {info.target, integerOf(row[size_t(field)])});
        shown.titles.emplace_back(field, title.value_or(QString()));
    }
    return display.cell(shown, field);
}

// Adds before and after of each visible field. Amounts are shown in the record's own currency, even if the
// step did not change that.
Result<> addLines(sql::Connection &connection, const Display &display, const Change &change,
                  std::vector<HistoryLine> &lines)
{
    const EntityKind kind = change.ref.kind;
    const EntityInfo &info = entityInfo(kind);
    HEADWAY_TRY(title, store::titleOf(connection, change.ref));
    const QString record = display.kindName(kind) + (title.isEmpty() ? QString() : u" “"_s + title + u'”');
    if (change.kind == ChangeKind::Remove || change.kind == ChangeKind::Restore) {
        const bool removed = change.kind == ChangeKind::Remove;
        lines.push_back(
            {record, {}, {}, removed ? HistoryModel::tr("deleted") : HistoryModel::tr("restored")});
        return {};
    }
    const Result<Record> present = store::load(connection, change.ref);
    Row before = present ? present->row : info.defaults;
    Row after = before;
    for (const FieldDelta &delta : change.fields) {
        before[size_t(delta.field)] = delta.before;
        after[size_t(delta.field)] = delta.after;
    }
    for (const FieldDelta &delta : change.fields) {
        const FieldInfo &field = info.field(delta.field);
        if (field.has(Trait::Internal) || field.type == FieldType::Rank)
            continue;
        lines.push_back({record, display.label(field),
                         change.kind == ChangeKind::Create
                             ? QString()
                             : valueText(connection, display, before, kind, delta.field),
                         valueText(connection, display, after, kind, delta.field)});
    }
    return {};
}

} // namespace

HistoryModel::HistoryModel(Workspace &workspace, const Display &display)
    : m_workspace(workspace), m_display(display)
{
    connect(&workspace, &Workspace::changed, this, &HistoryModel::apply);
}

HistoryModel::~HistoryModel() = default;

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_steps.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Operation &step = m_steps[size_t(index.row())];
    if (role == Qt::FontRole && step.revertedBy) {
        QFont struck;
        struck.setStrikeOut(true);
        return struck;
    }
    if (role == Qt::TextAlignmentRole && index.column() == Changes)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && index.column() == When)
        return m_display.momentAgo(step.at, m_workspace.now());
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case When: return m_display.moment(step.at);
    case Who: {
        const User *user = m_workspace.lookups().user(step.actor);
        return user ? user->name : QString();
    }
    case What:
        switch (const QString label = m_display.words(step.label); step.origin) {
        case Origin::Undo: return tr("Took back: %1").arg(label);
        case Origin::Redo: return tr("Did again: %1").arg(label);
        default: return step.revertedBy ? tr("%1 (taken back)").arg(label) : label;
        }
    default: return m_display.number(step.changeCount);
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Changes ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When: return tr("When");
    case Who: return tr("Who");
    case What: return tr("What");
    default: return tr("Changes");
    }
}

void HistoryModel::narrowTo(UserId user)
{
    if (m_user == user)
        return;
    beginResetModel();
    m_user = user;
    m_steps.clear();
    m_complete = false;
    m_more.cancel();
    endResetModel();
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_complete && !m_more.isPending();
}

void HistoryModel::fetchMore(const QModelIndex &)
{
    using Steps = std::vector<Operation>;
    const qint64 before = m_steps.empty() ? 0 : m_steps.back().id;
    m_more = m_workspace.read<Steps>(
        this,
        [before, user = m_user](sql::Connection &connection) {
            return user ? store::operationsOf(connection, user, before, batch)
                        : store::operations(connection, before, batch);
        },
        [this](Result<Steps> steps) {
            if (!steps) {
                Q_EMIT failed(steps.error());
                return;
            }
            m_complete = steps->size() < size_t(batch);
            if (steps->empty())
                return;
            beginInsertRows({}, rowCount(), rowCount() + int(steps->size()) - 1);
            m_steps.insert(m_steps.end(), steps->begin(), steps->end());
            endInsertRows();
        });
}

void HistoryModel::apply(const ChangeSet &set)
{
    if (set.operation.changeCount == 0)
        return;
    if (m_steps.empty() && !m_complete) {
        if (m_more.isPending())
            fetchMore({}); // the running read may have missed this step
        return;            // not shown yet: the first fetchMore() will read it
    }
    if (!m_user || m_user == set.operation.actor) {
        beginInsertRows({}, 0, 0);
        m_steps.insert(m_steps.begin(), set.operation);
        endInsertRows();
    }
    // An undo marks the step that it reverted; a redo clears the mark.
    for (size_t row = 0; row < m_steps.size(); ++row) {
        Operation &step = m_steps[row];
        if (step.id == set.operation.reverts)
            step.revertedBy = set.operation.id;
        else if (set.operation.reverts && step.revertedBy == set.operation.reverts)
            step.revertedBy = 0;
        else
            continue;
        Q_EMIT dataChanged(index(int(row), 0), index(int(row), ColumnCount - 1));
    }
}

Ticket readHistoryLines(Workspace &workspace, QObject *context, const Display &display, qint64 operation,
                        int most, std::function<void(Result<std::vector<HistoryLine>>)> then)
{
    using Lines = std::vector<HistoryLine>;
    return workspace.read<Lines>(
        context,
        [display, operation, most](sql::Connection &connection) -> Result<Lines> {
            HEADWAY_TRY(changes, store::changesOf(connection, operation, 0, most));
            Lines lines;
            for (auto it = changes.rbegin(); it != changes.rend() && int(lines.size()) < most; ++it)
                HEADWAY_CHECK(addLines(connection, display, it->change, lines));
            return lines;
        },
        std::move(then));
}

} // namespace headway::app
