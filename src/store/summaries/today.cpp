// SPDX-License-Identifier: GPL-3.0-or-later
// Queried owner by owner, because only then an index has the rows in order: the first rows of each are
// merged.
#include "store/summaries/today.h"

#include "domain/records/wholeday.h"

#include <QDateTime>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

// A user; none for records without an owner.
using Owner = std::optional<qint64>;

qint64 startOf(QDate day, const QTimeZone &zone)
{
    return day.startOfDay(zone).toMSecsSinceEpoch();
}

Clause plannedBy(const Owner &owner)
{
    const QString text = u" FROM activity WHERE deleted_at IS NULL AND state = 'planned' AND owner_id "_s;
    return owner ? Clause{text + u"= ?"_s, {*owner}} : Clause{text + u"IS NULL"_s, {}};
}

// The times of a part in the viewer's zone, as a condition.
struct Span {
    QString text = {};
    sql::Values binds = {};
};

// An all-day activity planned in another zone: the part in which the viewer's zone would put it, and the
// part to which it belongs.
struct Displaced {
    Activity activity = {};
    std::optional<TodayPart> seen = {};
    std::optional<TodayPart> due = {};
};

struct Candidate {
    bool allDay = false; // filled for Today only
    Instant at = {};
    qint64 id = 0;

    auto operator<=>(const Candidate &) const = default;
};

class Reader
{
public:
    Reader(sql::Connection &connection, const TodayRequest &request, const Viewer &viewer)
        : m_connection(connection), m_request(request), m_viewer(viewer),
          m_start(startOf(request.today, viewer.zone)), m_end(startOf(request.today.addDays(1), viewer.zone)),
          m_horizon(startOf(request.today.addDays(daysAhead + 1), viewer.zone))
    {
    }

    Result<> begin(Whose whose)
    {
        HEADWAY_TRY(owners, ownersOf(whose));
        m_owners = std::move(owners);
        m_displaced.clear();
        for (const Owner &owner : m_owners)
            HEADWAY_CHECK(findDisplaced(owner));
        return {};
    }

    Result<qint64> due() const
    {
        HEADWAY_TRY(late, count(TodayPart::Overdue));
        HEADWAY_TRY(onTime, count(TodayPart::Today));
        return late + onTime;
    }

    Result<qint64> count(TodayPart part) const
    {
        return added(part, u"count(*)"_s, [](const Activity &) { return qint64(1); });
    }

    // As long as all of the part takes, where that is planned.
    Result<qint64> seconds(TodayPart part) const
    {
        return added(part, u"CAST(coalesce(sum(duration), 0) AS BIGINT)"_s,
                     [](const Activity &each) { return each.duration.value_or(0); });
    }

    Result<PlannedPart> planned(TodayPart part) const
    {
        PlannedPart result;
        HEADWAY_TRY(all, count(part));
        result.count = all;
        HEADWAY_TRY(ids, firstIds(part));
        HEADWAY_TRY(found, rows(m_connection, EntityKind::Activity, ids));
        std::vector<std::pair<Activity, size_t>> order;
        for (size_t i = 0; i < found.size(); ++i)
            order.emplace_back(as<Activity>(found[i].record), i);
        std::sort(order.begin(), order.end(), [this](const auto &a, const auto &b) {
            return isDueBefore(a.first, b.first, m_viewer.zone);
        });
        for (const auto &[activity, place] : order)
            result.rows.push_back(std::move(found[place]));
        return result;
    }

    // Longest untouched first. All of them are read at once, both for the first rows and the sums; the
    // index deal_adrift holds just these.
    Result<> readAdrift(Today &into) const
    {
        const QString latest = m_connection.engine() == sql::Engine::Sqlite ? u"max"_s : u"greatest"_s;
        const QString text = u"SELECT "_s + latest
            + u"(coalesce(stage_entered_at, 0), coalesce(touched_at, 0), coalesce(last_activity, 0)), id,"
              " currency, amount FROM deal"
              " WHERE deleted_at IS NULL AND status = 'open' AND next_activity IS NULL AND owner_id "_s;
        std::vector<std::pair<qint64, qint64>> found; // touched, id
        std::map<QString, qint64> sums;
        for (const Owner &owner : m_owners) {
            const sql::Values binds = owner ? sql::Values{*owner} : sql::Values{};
            HEADWAY_CHECK(m_connection.each(text + (owner ? u"= ?"_s : u"IS NULL"_s), binds,
                                            [&](const sql::RowView &row) -> Result<> {
                                                found.emplace_back(row.integer(0), row.integer(1));
                                                if (!row.isNull(3))
                                                    sums[row.text(2)] += row.integer(3);
                                                return {};
                                            }));
        }
        into.unplannedCount = qint64(found.size());
        for (const auto &[currency, minor] : sums)
            into.unplannedSums.push_back({.currency = currency, .minor = minor});
        std::sort(into.unplannedSums.begin(), into.unplannedSums.end(), isLarger);
        HEADWAY_TRY(first, rows(m_connection, EntityKind::Deal, firstOf(std::move(found))));
        into.unplanned = std::move(first);
        return {};
    }

private:
    // What `sum` says of the rows of a part, with what `of` says of those that are due in another.
    Result<qint64> added(TodayPart part, const QString &sum, qint64 (*of)(const Activity &each)) const
    {
        qint64 all = 0;
        for (const Owner &owner : m_owners) {
            const Clause where = within(owner, spanOf(part));
            HEADWAY_TRY(cell, m_connection.cell(u"SELECT "_s + sum + where.text, where.binds));
            all += std::get<qint64>(cell);
        }
        for (const Displaced &each : m_displaced)
            all += ((each.due == part) - (each.seen == part)) * of(each.activity);
        return all;
    }

    Result<std::vector<Owner>> ownersOf(Whose whose) const
    {
        std::vector<Owner> owners{m_viewer.user.value};
        if (whose == Whose::Me)
            return owners;
        QString text = u"SELECT id FROM user_account WHERE id <> ?"_s;
        sql::Values binds{m_viewer.user.value};
        if (whose == Whose::MyTeam) {
            text += u" AND team_id = (SELECT team_id FROM user_account WHERE id = ?)"_s;
            binds.push_back(m_viewer.user.value);
        } else {
            owners.emplace_back(std::nullopt);
        }
        HEADWAY_CHECK(m_connection.each(text, binds, [&](const sql::RowView &row) -> Result<> {
            owners.emplace_back(row.integer(0));
            return {};
        }));
        return owners;
    }

    Span spanOf(TodayPart part) const
    {
        if (part == TodayPart::Overdue)
            return {u" AND at < ?"_s, {m_start}};
        const bool isToday = part == TodayPart::Today;
        return {u" AND at >= ? AND at < ?"_s, {isToday ? m_start : m_end, isToday ? m_end : m_horizon}};
    }

    static Clause within(const Owner &owner, const Span &span)
    {
        Clause clause = plannedBy(owner);
        clause.text += span.text;
        clause.binds.insert(clause.binds.end(), span.binds.begin(), span.binds.end());
        return clause;
    }

    // Midnight differs between zones: an all-day activity planned in another one may be on the other side
    // of the viewer's midnight. Only at the end of Next that does not matter.
    Result<> findDisplaced(const Owner &owner)
    {
        Clause where =
            within(owner, {u" AND at >= ? AND at < ?"_s, {m_start - farthestClocks, m_end + farthestClocks}});
        where.binds.push_back(QString::fromLatin1(m_viewer.zone.id()));
        return m_connection.each(u"SELECT id, at, time_zone, coalesce(duration, 0)"_s + where.text
                                     + u" AND all_day = 1 AND time_zone <> ?"_s,
                                 where.binds, [&](const sql::RowView &row) -> Result<> {
                                     Displaced each{{.id = {row.integer(0)},
                                                     .at = {row.integer(1)},
                                                     .allDay = true,
                                                     .timeZone = row.text(2),
                                                     .duration = row.integer(3)}};
                                     each.seen =
                                         partOf(dayOf(each.activity.at, m_viewer.zone), m_request.today);
                                     each.due = partOf(dueDay(each.activity, m_viewer.zone), m_request.today);
                                     if (each.seen != each.due)
                                         m_displaced.push_back(each);
                                     return {};
                                 });
    }

    template <class T>
    std::vector<qint64> firstOf(std::vector<T> found) const
    {
        std::sort(found.begin(), found.end());
        found.resize(std::min(found.size(), size_t(m_request.most)));
        std::vector<qint64> ids;
        for (const T &each : found) {
            if constexpr (std::is_same_v<T, Candidate>)
                ids.push_back(each.id);
            else
                ids.push_back(each.second);
        }
        return ids;
    }

    Result<std::vector<qint64>> firstIds(TodayPart part) const
    {
        // Today begins with what has a time, though the index is by time only: that is cheap for one day.
        const bool isToday = part == TodayPart::Today;
        const QString columns = isToday ? u"SELECT id, at, all_day"_s : u"SELECT id, at, 0"_s;
        const QString order =
            isToday ? u" ORDER BY all_day, at, id LIMIT ?"_s : u" ORDER BY at, id LIMIT ?"_s;
        std::vector<Candidate> found;
        for (const Owner &owner : m_owners) {
            Clause where = within(owner, spanOf(part));
            where.binds.push_back(m_request.most + qint64(m_displaced.size()));
            HEADWAY_CHECK(m_connection.each(
                columns + where.text + order, where.binds, [&](const sql::RowView &row) -> Result<> {
                    found.push_back({row.integer(2) != 0, {row.integer(1)}, row.integer(0)});
                    return {};
                }));
        }
        for (const Displaced &each : m_displaced) {
            const qint64 id = each.activity.id.value;
            std::erase_if(found, [id](const Candidate &candidate) { return candidate.id == id; });
            if (each.due == part)
                found.push_back({isToday, each.activity.at, id});
        }
        return firstOf(std::move(found));
    }

    sql::Connection &m_connection;
    const TodayRequest &m_request;
    const Viewer &m_viewer;
    const qint64 m_start;   // of today
    const qint64 m_end;     // of today
    const qint64 m_horizon; // the end of the last day ahead
    std::vector<Owner> m_owners;
    std::vector<Displaced> m_displaced;
};

} // namespace

Result<Today> today(sql::Connection &connection, const TodayRequest &request, const Viewer &viewer)
{
    const auto snapshot = sql::Transaction::read(connection); // counts and rows of the same state
    if (!snapshot)
        return failure(snapshot.error());
    Reader read(connection, request, viewer);
    Today result;
    HEADWAY_CHECK(read.begin(request.whose));
    HEADWAY_TRY(overdue, read.planned(TodayPart::Overdue));
    HEADWAY_TRY(dueToday, read.planned(TodayPart::Today));
    HEADWAY_TRY(seconds, read.seconds(TodayPart::Today));
    HEADWAY_TRY(next, read.planned(TodayPart::Next));
    HEADWAY_CHECK(read.readAdrift(result));
    result.overdue = std::move(overdue);
    result.today = std::move(dueToday);
    result.todaySeconds = seconds;
    result.next = std::move(next);
    result.ownDue = result.overdue.count + result.today.count;
    if (request.whose == Whose::Me)
        return result;
    HEADWAY_CHECK(read.begin(Whose::Me));
    HEADWAY_TRY(due, read.due());
    result.ownDue = due;
    return result;
}

Result<qint64> ownDue(sql::Connection &connection, QDate today, const Viewer &viewer)
{
    const auto snapshot = sql::Transaction::read(connection);
    if (!snapshot)
        return failure(snapshot.error());
    const TodayRequest request{.whose = Whose::Me, .today = today};
    Reader read(connection, request, viewer);
    HEADWAY_CHECK(read.begin(request.whose));
    return read.due();
}

} // namespace headway::store
