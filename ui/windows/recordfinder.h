// SPDX-License-Identifier: GPL-3.0-or-later
// The records of a book in a window's palette: recent ones, and those that match the input, by kinds; then what
// can be made of the input. One for each window on a book; GUI thread. A search that fails finds nothing.
#pragma once

#include "app/commands/palettesearch.h"
#include "app/record/recentrecords.h"
#include "app/workspace/workspace.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace headway::app {
class Display;
} // namespace headway::app

namespace headway::ui {

class RecordFinder : public QObject
{
    Q_OBJECT
public:
    // What can be done with what is found. What a window cannot do is none, and is not offered.
    struct Ways {
        std::function<void(EntityRef)> show;
        std::function<void(EntityRef)> openInWindow = {};
        std::function<void(EntityRef)> logCall = {};
        std::function<void(EntityKind, const QString &typed)> create = {}; // a form that begins with it
        std::function<void(EntityKind, const QString &filter)> list = {};
        std::function<std::optional<EntityKind>()> listInSight = {};
    };

    // All but the parent, which owns it, outlive it.
    RecordFinder(app::PaletteSearch &palette, app::Workspace &workspace, app::Settings &settings,
                 const app::Display &display, Ways ways, QObject *parent);
    ~RecordFinder() override;

    void remember(EntityRef record) { m_recent.remember(record); } // adds it to the recent records
    // Adds it if it is still the one that is shown after a moment: who looks at a record has opened it, who
    // moves on through a list has not.
    void noteShown(EntityRef record);

private:
    void find(const QString &query, const app::PaletteAnswer &answer);
    void tellFound(const QString &query, const std::vector<SearchGroup> &groups);
    app::PaletteItem itemOf(const SearchHit &hit, const QString &group) const;
    QString asideOf(const SearchHit &hit) const;
    app::PaletteItem restOf(const SearchGroup &group, const QString &title, const QString &query) const;
    app::PaletteItems recentItems(const std::vector<SearchHit> &hits) const;
    app::PaletteItems itemsToMake(const QString &query, bool isNothingFound) const;

    app::Workspace &m_workspace;
    const app::Display &m_display;
    const Ways m_ways;
    app::RecentRecords m_recent;
    EntityRef m_shown;
    QTimer m_moment;
    app::Ticket m_search;
    app::PaletteAnswer m_answer; // waiting for the search
    app::PaletteAnswer m_answerToMake;
};

} // namespace headway::ui
