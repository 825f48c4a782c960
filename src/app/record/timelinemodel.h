// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline of one record, as a list: planned activities first, then past ones and changes of its fields
// merged by time, under headings of days, without steps that were taken back. Or its changes alone, for the
// history. Updates itself by the smallest row operations; reads more when a view reaches its end. GUI thread;
// read errors are reported by failed().
#pragma once

#include "app/lists/steadyrows.h"
#include "app/text/changetext.h"
#include "app/text/display.h"
#include "app/workspace/workspace.h"
#include "domain/records/activity.h"
#include "domain/records/loadedrecord.h"
#include "domain/rules/deals.h"

#include <QAbstractListModel>

namespace headway::app {

struct TimelineItem {
    enum class Type { Heading, Planned, Past, Change };
    Type type = Type::Heading;
    qint64 id = 0;     // of the activity, or of the operation
    QString text = {}; // heading; subject; the step's label
    Instant at = {};
    QDate day = {}; // for the user; valid for what takes the whole day
    Activity activity = {};
    DueState due = DueState::None; // of planned ones
    QString outcome = {};
    QString who = {};
    QStringList changes = {}; // "Stage: Offer → Negotiation"
    bool isTakenBack = false;

    bool isActivity() const { return type == Type::Planned || type == Type::Past; }
    bool operator==(const TimelineItem &) const = default;
};

class TimelineModel : public SteadyRows<QAbstractListModel>
{
    Q_OBJECT
public:
    enum class Content { Everything, Changes };
    TimelineModel(Workspace &workspace, const Display &display, Content content);
    ~TimelineModel() override;

    void show(EntityRef record);
    EntityRef record() const { return m_record; }
    Content content() const { return m_content; }
    bool isLoaded() const { return m_isLoaded; } // the rows are those of this record
    const TimelineItem &at(int row) const { return m_items[size_t(row)]; }
    // -1 if it is not in the list.
    int rowOf(TimelineItem::Type type, qint64 id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    // "Call, Reached, by Ana, 3 days ago": one line for lists and screen readers.
    QString sentence(const TimelineItem &item) const;
    QString explained(const TimelineItem &item) const;

Q_SIGNALS:
    void loaded();
    void failed(const headway::Error &error);

private:
    struct Loaded; // values only, made on a reader's thread
    static Result<Loaded> load(sql::Connection &connection, EntityRef record, Content content, int most);

    void reload();
    void take(const Loaded &loaded);
    std::vector<TimelineItem> entriesOf(const Loaded &loaded) const;
    QStringList linesOf(const Change &change, const Loaded &loaded) const;
    static QString closing(const Change &change, StageType type, const Names &names);
    TimelineItem loggedActivity(const LoadedRecord &row, TimelineItem::Type type) const;
    void addHeadings(std::vector<TimelineItem> &items) const;
    QString headingFor(QDate day) const;
    QDate dayOfItem(const TimelineItem &item) const;
    void replace(std::vector<TimelineItem> items);

    Workspace &m_workspace;
    Display m_display;
    Content m_content;
    EntityRef m_record;
    std::vector<TimelineItem> m_items;
    int m_most = 0;
    bool m_isLoaded = false;
    bool m_hasMore = false;
    Ticket m_ticket;
};

} // namespace headway::app
