// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/listgroups.h"

#include "app/lists/listmodel.h"
#include "app/program/settings.h"
#include "domain/records/record.h"

#include <QKeyEvent>
#include <QTableView>

#include <utility>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

const QString ungrouped = u"none"_s;

QString settingsPart(const app::ListModel &model)
{
    return tableName(model.kind());
}

} // namespace

ListGroups::ListGroups(QTableView &view, app::ListModel &model, app::Settings &settings)
    : QObject(&view), m_view(view), m_model(model), m_settings(settings)
{
    m_model.setGrouping(own());
    connect(&model, &app::ListModel::loaded, this, &ListGroups::goBack);
}

ListGroups::~ListGroups() = default;

// What is due stands out until somebody chooses otherwise.
std::optional<Grouping> ListGroups::own() const
{
    const QString kept = m_settings.value(app::setting::groups, settingsPart(m_model));
    return kept.isEmpty() ? groupingByDue(m_model.kind()) : parseGrouping(m_model.kind(), kept);
}

bool ListGroups::hasGroups() const
{
    return m_model.grouping().has_value();
}

std::optional<Grouping> ListGroups::groupingHere() const
{
    const int at = m_view.currentIndex().column();
    if (at < 0 || at >= m_model.columnCount())
        return {};
    const SortKey key = app::sortKeyOf(m_model.columns()[size_t(at)], SortOrder::Ascending);
    const std::optional<Grouping> due = groupingByDue(m_model.kind());
    if (due && key.subject == due->subject && key.field == due->field)
        return due;
    return groupingBy(m_model.kind(), key.subject, key.field);
}

void ListGroups::toggle()
{
    std::optional<Grouping> wanted = groupingHere();
    const bool isOfHead = m_model.headAt(m_view.currentIndex().row()) != nullptr;
    if (hasGroups() && (!wanted || isOfHead)) {
        set({});
        return;
    }
    if (!wanted)
        wanted = groupingBy(m_model.kind(), Subject::Field, entityInfo(m_model.kind()).indexOf(u"owner_id"));
    const std::optional<Grouping> &now = m_model.grouping();
    const bool isSame = now && wanted && now->subject == wanted->subject && now->field == wanted->field;
    if (isSame && now->span == GroupSpan::Due)
        set(groupingBy(m_model.kind(), now->subject, now->field));
    else
        set(isSame ? std::nullopt : wanted);
}

bool ListGroups::canGroupByQuarters() const
{
    const std::optional<Grouping> here = groupingHere();
    return here && isByTime(*here);
}

void ListGroups::toggleQuarters()
{
    std::optional<Grouping> wanted = groupingHere();
    if (!wanted || !isByTime(*wanted))
        return;
    wanted->span = GroupSpan::Quarter;
    set(m_model.grouping() == wanted ? std::nullopt : wanted);
}

void ListGroups::set(const std::optional<Grouping> &grouping)
{
    const QModelIndex current = m_view.currentIndex();
    m_kept = m_model.recordAt(current.row()).id;
    m_keptColumn = current.column();
    m_model.setGrouping(grouping);
    if (m_isOwn && grouping == groupingByDue(m_model.kind()))
        m_settings.forget(app::setting::groups, settingsPart(m_model));
    else if (m_isOwn)
        m_settings.change(app::setting::groups, settingsPart(m_model), grouping ? text() : ungrouped);
    Q_EMIT changed();
}

QString ListGroups::text() const
{
    return m_model.grouping() ? groupingText(m_model.kind(), *m_model.grouping()) : QString();
}

void ListGroups::showAs(const QString &text)
{
    m_isOwn = false;
    m_model.setGrouping(parseGrouping(m_model.kind(), text));
}

void ListGroups::showOwn()
{
    if (!std::exchange(m_isOwn, true))
        m_model.setGrouping(own());
}

// The rows come in parts; the one that was chosen may be in none of the first.
void ListGroups::goBack()
{
    const qint64 record = std::exchange(m_kept, 0);
    const int row = record > 0 ? m_model.rowOf(record) : -1;
    if (row < 0)
        return;
    if (m_model.recordAt(m_view.currentIndex().row()).id != record)
        m_view.selectionModel()->setCurrentIndex(m_model.index(row, std::max(m_keptColumn, 0)),
                                                 QItemSelectionModel::ClearAndSelect
                                                     | QItemSelectionModel::Rows);
    m_view.doItemsLayout(); // else the scroll bar ends where the first part did
    m_view.scrollTo(m_view.currentIndex());
}

void ListGroups::goTo(int row)
{
    const int column = std::max(m_view.currentIndex().column(), 0);
    m_view.selectionModel()->setCurrentIndex(m_model.index(row, column),
                                             QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_view.scrollTo(m_view.currentIndex());
}

// A record that goes out of sight leaves the keyboard with its head.
void ListGroups::fold(int row, bool isFolded)
{
    if (isFolded && m_view.currentIndex().isValid() && m_model.headAbove(m_view.currentIndex().row()) == row)
        goTo(row);
    m_model.fold(row, isFolded);
}

void ListGroups::foldAll(bool areFolded)
{
    const int head = m_model.headAbove(m_view.currentIndex().row());
    const app::GroupHead *above = m_model.headAt(head);
    const qint64 id = above ? above->id : 0;
    if (areFolded && head >= 0)
        goTo(head);
    m_model.foldAll(areFolded);
    if (const int row = m_model.rowOf(id); id != 0 && areFolded && row >= 0)
        goTo(row);
}

bool ListGroups::takeKey(const QKeyEvent &key)
{
    if (!hasGroups() || key.modifiers().testFlag(Qt::ControlModifier)
        || key.modifiers().testFlag(Qt::ShiftModifier) || key.modifiers().testFlag(Qt::AltModifier))
        return false;
    const QModelIndex current = m_view.currentIndex();
    const app::GroupHead *head = m_model.headAt(current.row());
    const bool isMirrored = m_view.isRightToLeft();
    const int folding = isMirrored ? Qt::Key_Right : Qt::Key_Left;
    const int unfolding = isMirrored ? Qt::Key_Left : Qt::Key_Right;
    if (!head) {
        const bool isFirst = current.column() == 0;
        if (key.key() != folding || !isFirst || !current.isValid())
            return false;
        goTo(m_model.headAbove(current.row()));
        return true;
    }
    switch (key.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: fold(current.row(), !head->isFolded); return true;
    default: break;
    }
    if (key.key() != folding && key.key() != unfolding)
        return false;
    if (head->isFolded == (key.key() == folding) && key.key() == unfolding
        && current.row() + 1 < m_model.rowCount())
        goTo(current.row() + 1); // into the group that is unfolded already
    else
        fold(current.row(), key.key() == folding);
    return true;
}

bool ListGroups::takeClick(const QPoint &position)
{
    const int row = m_view.rowAt(position.y());
    const app::GroupHead *head = m_model.headAt(row);
    if (head)
        fold(row, !head->isFolded);
    return head != nullptr;
}

} // namespace headway::ui
