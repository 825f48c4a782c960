// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/today/todaymodel.h"

#include "app/text/plaintip.h"

#include <algorithm>

namespace headway::app {

namespace {

constexpr int mostRows = 100;      // of each part; a list shows all
constexpr int mostRowSteps = 1000; // beyond this, the model is reset
constexpr int settle = 50;         // ms: steps that come together cause one read
constexpr int minute = 60'000;

// An item that moves to another part counts as a different row, so the cursor stays in the first part.
qint64 keyOf(const TodayItem &item)
{
    return (qint64(item.type) << 59) | (qint64(item.part) << 56) | item.id;
}

std::vector<qint64> keysOf(const std::vector<TodayItem> &items)
{
    std::vector<qint64> keys;
    keys.reserve(items.size());
    for (const TodayItem &item : items)
        keys.push_back(keyOf(item));
    return keys;
}

} // namespace

TodayModel::TodayModel(Workspace &workspace, const Display &display, Extent extent)
    : m_workspace(workspace), m_display(display), m_extent(extent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(settle);
    connect(&m_soon, &QTimer::timeout, this, &TodayModel::reload);
    connect(&m_minute, &QTimer::timeout, this, &TodayModel::lookAtClock);
    m_minute.start(minute);
    connect(&workspace, &Workspace::changed, this, [this] { m_soon.start(); });
    reload();
}

TodayModel::~TodayModel() = default;

void TodayModel::read(Extent extent)
{
    const bool isMore = extent == Extent::Rows && m_extent != extent;
    m_extent = extent;
    if (isMore && (m_isOld || !m_isLoaded || m_workspace.today() != m_day))
        reload();
}

void TodayModel::show(Whose whose)
{
    if (whose == m_whose)
        return;
    m_whose = whose;
    reload();
}

void TodayModel::group(Grouped grouped)
{
    if (grouped == m_grouped)
        return;
    m_grouped = grouped;
    if (m_isLoaded)
        write();
}

void TodayModel::lookAtClock()
{
    m_workspace.lookAtClock(); // on a new day everything is read again
    if (m_isLoaded && !m_isOld && m_workspace.today() == m_day)
        write();
}

void TodayModel::reload()
{
    m_soon.stop();
    m_day = m_workspace.today();
    m_extent == Extent::Rows ? readRows() : readNumberDue();
}

void TodayModel::readNumberDue()
{
    m_isOld = true;
    m_ticket = m_workspace.read<qint64>(
        this,
        [day = m_day, viewer = m_workspace.viewer()](sql::Connection &connection) {
            return store::ownDue(connection, day, viewer);
        },
        [this](const Result<qint64> &number) {
            if (!number) {
                Q_EMIT failed(number.error());
                return;
            }
            m_ownDue = *number;
            Q_EMIT counted(m_ownDue);
        });
}

void TodayModel::readRows()
{
    m_ticket = m_workspace.read<store::Today>(
        this,
        [request = store::TodayRequest{m_whose, m_day, mostRows}, viewer = m_workspace.viewer()](
            sql::Connection &connection) { return store::today(connection, request, viewer); },
        [this](Result<store::Today> today) {
            if (today)
                take(*std::move(today));
            else
                Q_EMIT failed(today.error());
        });
}

void TodayModel::take(store::Today today)
{
    m_today = std::move(today);
    m_ownDue = m_today.ownDue;
    m_isLoaded = true;
    m_isOld = false;
    write();
    Q_EMIT loaded();
    Q_EMIT counted(m_ownDue);
}

void TodayModel::write()
{
    std::vector<TodayItem> items =
        todayItems(m_today, m_whose, m_grouped, m_workspace.lookups(), m_display, m_workspace.now());
    const auto changes = rowChanges(keysOf(m_items), keysOf(items), mostRowSteps);
    if (!changes) {
        beginResetModel();
        m_items = std::move(items);
        endResetModel();
        return;
    }
    change(m_items, items, *changes);
    exchange(m_items, std::move(items));
}

QString TodayModel::summary() const
{
    return m_isLoaded ? todaySummary(m_today, m_display) : QString();
}

int TodayModel::rowOf(TodayItem::Type type, qint64 id) const
{
    const auto found = std::find_if(m_items.begin(), m_items.end(), [&](const TodayItem &item) {
        return item.type == type && item.id == id;
    });
    return found == m_items.end() ? -1 : int(found - m_items.begin());
}

int TodayModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant TodayModel::data(const QModelIndex &index, int role) const
{
    const TodayItem &item = at(index.row());
    switch (role) {
    case Qt::DisplayRole: return item.text;
    case Qt::AccessibleTextRole: return item.spoken;
    case Qt::ToolTipRole: return plainTip(item.toolTip);
    default: return {};
    }
}

Qt::ItemFlags TodayModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || !at(index.row()).isRow())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace headway::app
