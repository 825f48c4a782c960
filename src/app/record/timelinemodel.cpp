// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/timelinemodel.h"

#include "app/text/changetext.h"
#include "domain/changes/derive.h"
#include "domain/records/record.h"
#include "domain/rules/activities.h"
#include "store/commit/changelog.h"
#include "store/rows/records.h"
#include "store/summaries/timeline.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

constexpr int firstPage = 60;
constexpr int nextPage = 200;

bool isSameThing(const TimelineEntry &a, const TimelineEntry &b)
{
    return a.type == b.type && a.id == b.id && (a.type != TimelineEntry::Type::Heading || a.text == b.text);
}

} // namespace

struct TimelineModel::Loaded {
    EntityRef record = {};
    Instant createdAt = {};
    Row row = {};
    store::Timeline timeline = {};
    std::vector<store::LoggedChange> changes = {};
    Names names = {};
    int most = 0;
};

TimelineModel::TimelineModel(Workspace &workspace, const Display &display, Content content)
    : m_workspace(workspace), m_display(display), m_content(content), m_most(firstPage)
{
    connect(&workspace, &Workspace::changed, this, &TimelineModel::reload);
}

TimelineModel::~TimelineModel() = default;

void TimelineModel::show(EntityRef record)
{
    if (record == m_record)
        return;
    m_record = record;
    m_most = firstPage;
    m_isLoaded = false;
    m_ticket.cancel();
    reload(); // what is shown stays until the other is there: no flicker
}

Result<TimelineModel::Loaded> TimelineModel::load(sql::Connection &connection, EntityRef record,
                                                  Content content, int most)
{
    Loaded loaded{.record = record, .most = most};
    HEADWAY_TRY(present, store::load(connection, record));
    loaded.createdAt = present.createdAt;
    loaded.row = std::move(present.row);
    if (content == Content::Everything) {
        HEADWAY_TRY(timeline, store::timeline(connection, record, most));
        loaded.timeline = std::move(timeline);
    }
    HEADWAY_TRY(changes, store::changesOf(connection, record, most));
    for (const store::LoggedChange &change : changes)
        HEADWAY_CHECK(collectNames(connection, change.change, loaded.names));
    loaded.changes = std::move(changes);
    return loaded;
}

void TimelineModel::reload()
{
    if (m_record.id <= 0)
        return;
    m_ticket = m_workspace.read<Loaded>(
        this,
        [record = m_record, content = m_content, most = m_most](sql::Connection &connection) {
            return load(connection, record, content, most);
        },
        [this](Result<Loaded> loaded) {
            if (loaded)
                take(*loaded);
            else
                Q_EMIT failed(loaded.error());
        });
}

void TimelineModel::take(const Loaded &loaded)
{
    const auto isFull = [&loaded](size_t count) { return int(count) >= loaded.most; };
    m_hasMore = isFull(loaded.timeline.past.size()) || isFull(loaded.changes.size());
    if (m_isLoaded) {
        replace(entriesOf(loaded));
    } else {
        beginResetModel();
        m_entries = entriesOf(loaded);
        m_isLoaded = true;
        endResetModel();
    }
    Q_EMIT this->loaded();
}

TimelineEntry TimelineModel::activityEntry(const store::ListRow &row, TimelineEntry::Type type) const
{
    TimelineEntry entry{.type = type, .id = row.record.ref.id, .activity = as<Activity>(row.record)};
    entry.activity.version = 0; // no difference that anybody sees
    entry.at = entry.activity.at;
    entry.text = entry.activity.subject.isEmpty()
        ? m_display.choice(row.record.info().field(row.record.info().indexOf(u"kind")),
                           textOf(row.record.value(u"kind")))
        : entry.activity.subject;
    entry.outcome = row.titleOf(row.record.info().indexOf(u"outcome_id"));
    entry.who = row.titleOf(row.record.info().indexOf(u"owner_id"));
    if (type == TimelineEntry::Type::Planned)
        entry.due = nextMark(entry.at, m_workspace.now(), m_workspace.zone());
    return entry;
}

std::vector<TimelineEntry> TimelineModel::entriesOf(const Loaded &loaded) const
{
    std::vector<TimelineEntry> planned;
    for (const store::ListRow &row : loaded.timeline.planned)
        planned.push_back(activityEntry(row, TimelineEntry::Type::Planned));

    std::vector<TimelineEntry> past;
    for (const store::ListRow &row : loaded.timeline.past)
        past.push_back(activityEntry(row, TimelineEntry::Type::Past));
    for (const store::LoggedChange &change : loaded.changes) {
        const User *user = m_workspace.lookups().user(change.operation.actor);
        TimelineEntry entry{.type = TimelineEntry::Type::Change,
                            .id = change.operation.id,
                            .text = m_display.words(change.operation.label),
                            .at = change.operation.at,
                            .who = user ? user->name : QString(),
                            .changes = changeLines(change.change, loaded.row, loaded.names, m_display),
                            .isTakenBack = change.operation.revertedBy != 0};
        if (change.change.kind == ChangeKind::Create) {
            entry.at = loaded.createdAt;
            entry.changes = {tr("Created")};
        } else if (change.change.kind == ChangeKind::Remove) {
            entry.changes = {tr("Deleted")};
        } else if (change.change.kind == ChangeKind::Restore) {
            entry.changes = {tr("Restored")};
        }
        if (!entry.changes.isEmpty())
            past.push_back(std::move(entry));
    }

    // Where one of the two lists ends early, the other must not go on alone.
    Instant since;
    if (int(loaded.timeline.past.size()) >= loaded.most)
        since = past[loaded.timeline.past.size() - 1].at;
    if (int(loaded.changes.size()) >= loaded.most)
        since = std::max(since, loaded.changes.back().operation.at);
    std::erase_if(past, [since](const TimelineEntry &entry) { return entry.at < since; });
    std::stable_sort(past.begin(), past.end(),
                     [](const TimelineEntry &a, const TimelineEntry &b) { return a.at > b.at; });

    planned.insert(planned.end(), past.begin(), past.end());
    addHeadings(planned);
    return planned;
}

QString TimelineModel::headingFor(Instant at) const
{
    const QDate day = dayOf(at, m_workspace.zone());
    const QDate today = m_workspace.today();
    const qint64 ago = day.daysTo(today);
    if (ago == 0)
        return tr("Today");
    if (ago == 1)
        return tr("Yesterday");
    if (ago > 1 && ago < 7)
        return m_display.locale().standaloneDayName(day.dayOfWeek());
    return m_display.locale().standaloneMonthName(day.month()) + u' ' + QString::number(day.year());
}

void TimelineModel::addHeadings(std::vector<TimelineEntry> &entries) const
{
    std::vector<TimelineEntry> result;
    QString last;
    for (TimelineEntry &entry : entries) {
        const QString heading =
            entry.type == TimelineEntry::Type::Planned ? tr("Planned") : headingFor(entry.at);
        if (heading != last)
            result.push_back({.type = TimelineEntry::Type::Heading, .text = heading});
        last = heading;
        result.push_back(std::move(entry));
    }
    entries = std::move(result);
}

// What is the same at both ends stays; only what is between them is exchanged.
void TimelineModel::replace(std::vector<TimelineEntry> entries)
{
    const size_t common = std::min(entries.size(), m_entries.size());
    size_t head = 0;
    while (head < common && isSameThing(m_entries[head], entries[head]))
        ++head;
    size_t tail = 0;
    while (tail < common - head
           && isSameThing(m_entries[m_entries.size() - 1 - tail], entries[entries.size() - 1 - tail]))
        ++tail;

    std::vector<RowChange> changes;
    if (const size_t end = m_entries.size() - tail; end > head)
        changes.push_back({RowChange::Kind::Remove, int(head), int(end - head), 0});
    if (const size_t end = entries.size() - tail; end > head)
        changes.push_back({RowChange::Kind::Insert, int(head), int(end - head), 0});
    change(m_entries, entries, changes);
    exchange(m_entries, std::move(entries));
}

int TimelineModel::rowOf(TimelineEntry::Type type, qint64 id) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const TimelineEntry &entry) {
        return entry.type == type && entry.id == id;
    });
    return found == m_entries.end() ? -1 : int(found - m_entries.begin());
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QString TimelineModel::sentence(const TimelineEntry &entry) const
{
    QStringList parts;
    if (entry.type == TimelineEntry::Type::Change) {
        parts = entry.changes;
    } else {
        parts = {entry.text, entry.outcome};
        if (entry.due == NextMark::Overdue)
            parts += tr("overdue");
    }
    parts += entry.who;
    if (entry.at)
        parts += m_display.momentAgo(entry.at, m_workspace.now());
    parts += entry.activity.note;
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    const TimelineEntry &entry = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return entry.type == TimelineEntry::Type::Change ? entry.changes.join(u" · "_s) : entry.text;
    case Qt::AccessibleTextRole:
        return entry.type == TimelineEntry::Type::Heading ? entry.text : sentence(entry);
    case Qt::ToolTipRole: return entry.at ? m_display.moment(entry.at) : QString();
    default: return {};
    }
}

Qt::ItemFlags TimelineModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || at(index.row()).type == TimelineEntry::Type::Heading)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

bool TimelineModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore && !m_ticket.isPending();
}

void TimelineModel::fetchMore(const QModelIndex &)
{
    if (!m_hasMore)
        return;
    m_most += nextPage;
    reload();
}

} // namespace headway::app
