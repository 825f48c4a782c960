// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/timelinemodel.h"

#include "app/text/plaintip.h"
#include "domain/changes/derive.h"
#include "domain/records/record.h"
#include "domain/rules/activities.h"
#include "domain/rules/today.h"
#include "domain/text/text.h"
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

// A step that was taken back, and what took it back or did it again: neither has happened to the record.
bool isUndone(const Operation &step)
{
    return step.revertedBy || isTakingBack(step.origin);
}

bool isSameThing(const TimelineItem &a, const TimelineItem &b)
{
    return a.type == b.type && a.id == b.id && (a.type != TimelineItem::Type::Heading || a.text == b.text);
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
    reload(); // the old rows stay until the new ones are read, to avoid flicker
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
        m_items = entriesOf(loaded);
        m_isLoaded = true;
        endResetModel();
    }
    Q_EMIT this->loaded();
}

TimelineItem TimelineModel::loggedActivity(const LoadedRecord &row, TimelineItem::Type type) const
{
    TimelineItem item{.type = type, .id = row.record.ref.id, .activity = as<Activity>(row.record)};
    item.activity.version = 0; // not a visible difference
    item.at = item.activity.at;
    if (item.activity.allDay)
        item.day = dueDay(item.activity, m_workspace.zone());
    item.text = item.activity.subject.isEmpty()
        ? m_display.choice(row.record.info().field(row.record.info().indexOf(u"kind")),
                           textOf(row.record.value(u"kind")))
        : item.activity.subject;
    item.outcome = row.titleOf(row.record.info().indexOf(u"outcome_id"));
    item.who = row.titleOf(row.record.info().indexOf(u"owner_id"));
    if (type == TimelineItem::Type::Planned)
        item.due = dueMark(item.activity, m_workspace.now(), m_workspace.zone());
    return item;
}

// The lines of a change; in a timeline, a deal that was closed begins with a sentence about that.
QStringList TimelineModel::linesOf(const Change &change, const Loaded &loaded) const
{
    const FieldDelta *moved = change.ref.kind == EntityKind::Deal && m_content == Content::Everything
        ? deltaOf(change, u"stage_id")
        : nullptr;
    const Stage *stage = moved ? m_workspace.lookups().stage({integerOf(moved->after)}) : nullptr;
    if (change.kind != ChangeKind::Update || !stage || !isClosed(stage->type))
        return changeLines(change, loaded.row, loaded.names, m_display);
    Change others = change;
    std::erase_if(others.fields, [](const FieldDelta &delta) {
        const QLatin1StringView name = entityInfo(EntityKind::Deal).field(delta.field).name;
        return name == "stage_id"_L1 || name == "closed_on"_L1 || name == "lost_reason_id"_L1
            || name == "close_note"_L1 || name == "probability_override"_L1;
    });
    return QStringList{closing(change, stage->type, loaded.names)}
    + changeLines(others, loaded.row, loaded.names, m_display);
}

// "Lost to Timing – Move postponed by 18 months"
QString TimelineModel::closing(const Change &change, StageType type, const Names &names)
{
    const FieldDelta *because = deltaOf(change, u"lost_reason_id");
    const QString reason =
        because ? names.value({EntityKind::LostReason, integerOf(because->after)}) : QString();
    const FieldDelta *told = deltaOf(change, u"close_note");
    const QString note = told ? textOf(told->after).simplified() : QString();
    QString text = tr("Won");
    if (type == StageType::Lost)
        text = reason.isEmpty() ? tr("Lost") : tr("Lost to %1").arg(reason);
    return note.isEmpty() ? text : tr("%1 – %2").arg(text, note);
}

std::vector<TimelineItem> TimelineModel::entriesOf(const Loaded &loaded) const
{
    std::vector<TimelineItem> planned;
    for (const LoadedRecord &row : loaded.timeline.planned)
        planned.push_back(loggedActivity(row, TimelineItem::Type::Planned));
    std::stable_sort(planned.begin(), planned.end(), [this](const TimelineItem &a, const TimelineItem &b) {
        return dayOfItem(a) < dayOfItem(b);
    });

    std::vector<TimelineItem> past;
    for (const LoadedRecord &row : loaded.timeline.past)
        past.push_back(loggedActivity(row, TimelineItem::Type::Past));
    for (const store::LoggedChange &change : loaded.changes) {
        if (m_content == Content::Everything && isUndone(change.operation))
            continue;
        const User *user = m_workspace.lookups().user(change.operation.actor);
        TimelineItem item{.type = TimelineItem::Type::Change,
                          .id = change.operation.id,
                          .text = m_display.words(change.operation.label),
                          .at = change.operation.at,
                          .who = user ? user->name : QString(),
                          .changes = linesOf(change.change, loaded),
                          .isTakenBack = change.operation.revertedBy != 0};
        if (change.change.kind == ChangeKind::Create) {
            item.at = loaded.createdAt;
            item.changes = {tr("Created")};
        } else if (change.change.kind == ChangeKind::Remove) {
            item.changes = {tr("Deleted")};
        } else if (change.change.kind == ChangeKind::Restore) {
            item.changes = {tr("Restored")};
        }
        if (!item.changes.isEmpty())
            past.push_back(std::move(item));
    }

    // Where one of the two lists was cut off, the other is cut off, too.
    Instant since;
    if (int(loaded.timeline.past.size()) >= loaded.most)
        since = past[loaded.timeline.past.size() - 1].at;
    if (int(loaded.changes.size()) >= loaded.most)
        since = std::max(since, loaded.changes.back().operation.at);
    std::erase_if(past, [since](const TimelineItem &item) { return item.at < since; });
    // Within a day, what took the whole of it is at the end, as at the beginning of that day.
    std::stable_sort(past.begin(), past.end(), [this](const TimelineItem &a, const TimelineItem &b) {
        const auto key = [this](const TimelineItem &item) {
            return std::pair(dayOfItem(item), item.day.isValid() ? Instant() : item.at);
        };
        return key(a) > key(b);
    });

    planned.insert(planned.end(), past.begin(), past.end());
    addHeadings(planned);
    return planned;
}

QDate TimelineModel::dayOfItem(const TimelineItem &item) const
{
    return item.day.isValid() ? item.day : dayOf(item.at, m_workspace.zone());
}

QString TimelineModel::headingFor(QDate day) const
{
    const QDate today = m_workspace.today();
    const qint64 ago = day.daysTo(today);
    if (ago == 0)
        return tr("Today");
    if (ago == 1)
        return tr("Yesterday");
    if (ago > 1 && ago < 7)
        return m_display.locale().standaloneDayName(day.dayOfWeek());
    return m_display.locale().standaloneMonthName(day.month()) + u' ' + m_display.year(day);
}

void TimelineModel::addHeadings(std::vector<TimelineItem> &items) const
{
    std::vector<TimelineItem> result;
    QString last;
    for (TimelineItem &item : items) {
        const QString heading =
            item.type == TimelineItem::Type::Planned ? tr("Planned") : headingFor(dayOfItem(item));
        if (heading != last)
            result.push_back({.type = TimelineItem::Type::Heading, .text = heading});
        last = heading;
        result.push_back(std::move(item));
    }
    items = std::move(result);
}

// Rows that are the same at both ends stay; those between them are replaced.
void TimelineModel::replace(std::vector<TimelineItem> items)
{
    const size_t common = std::min(items.size(), m_items.size());
    size_t head = 0;
    while (head < common && isSameThing(m_items[head], items[head]))
        ++head;
    size_t tail = 0;
    while (tail < common - head
           && isSameThing(m_items[m_items.size() - 1 - tail], items[items.size() - 1 - tail]))
        ++tail;

    std::vector<RowChange> changes;
    if (const size_t end = m_items.size() - tail; end > head)
        changes.push_back({RowChange::Kind::Remove, int(head), int(end - head), 0});
    if (const size_t end = items.size() - tail; end > head)
        changes.push_back({RowChange::Kind::Insert, int(head), int(end - head), 0});
    change(m_items, items, changes);
    exchange(m_items, std::move(items));
}

int TimelineModel::rowOf(TimelineItem::Type type, qint64 id) const
{
    const auto found = std::find_if(m_items.begin(), m_items.end(), [&](const TimelineItem &item) {
        return item.type == type && item.id == id;
    });
    return found == m_items.end() ? -1 : int(found - m_items.begin());
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QString TimelineModel::sentence(const TimelineItem &item) const
{
    QStringList parts;
    if (item.type == TimelineItem::Type::Change) {
        parts = item.changes;
    } else {
        parts = {item.text, item.outcome};
        if (item.due == DueState::Overdue)
            parts += tr("overdue");
    }
    parts += item.who;
    parts += item.day.isValid() ? m_display.dayAgo(item.day, m_workspace.today())
                                : m_display.momentAgo(item.at, m_workspace.now());
    parts += item.activity.note;
    return joinFilled(parts, u", "_s);
}

// The subject, which may be cut, and the whole time.
QString TimelineModel::explained(const TimelineItem &item) const
{
    if (!item.at)
        return {};
    const QString moment = item.day.isValid() ? m_display.day(item.day) : m_display.moment(item.at);
    return item.type == TimelineItem::Type::Change || item.text.isEmpty()
        ? moment
        : plainTip(item.text + u'\n' + moment);
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    const TimelineItem &item = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return item.type == TimelineItem::Type::Change ? item.changes.join(u" · "_s) : item.text;
    case Qt::AccessibleTextRole: return item.type == TimelineItem::Type::Heading ? item.text : sentence(item);
    case Qt::ToolTipRole: return explained(item);
    default: return {};
    }
}

Qt::ItemFlags TimelineModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || at(index.row()).type == TimelineItem::Type::Heading)
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
