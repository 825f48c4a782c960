// SPDX-License-Identifier: GPL-3.0-or-later
// The current place in a window, the history for back and forward, and the last place in each page. A value
// of the shell, which shows it; no widgets; nothing fails.
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace headway::ui {

struct NavigationPlace {
    QString page;           // id
    QString inside = {};    // the page's own description of the place, for showing it again
    QStringList trail = {}; // shown after the page's name: {"Board", "Q4 New business"}
    QString row = {};       // of the sidebar, under the page; empty: the page itself

    // Compares the place, not its name: renaming a record does not make a new place.
    bool operator==(const NavigationPlace &other) const
    {
        return page == other.page && inside == other.inside && row == other.row;
    }
};

// The result of going to a place; whether its page shows another one and must be told.
struct Arrival {
    NavigationPlace place;
    bool isElsewhere = false;
};

class Navigator
{
public:
    NavigationPlace here() const;                      // empty page: no place yet
    NavigationPlace lastIn(const QString &page) const; // the page's last place that is none of its rows

    // Going to a new place drops the way forward; the same place again only updates its trail.
    Arrival go(const NavigationPlace &place);
    bool canGoBack() const { return m_here > 0; }
    bool canGoForward() const { return m_here + 1 < m_visited.size(); }
    std::optional<Arrival> goBack();
    std::optional<Arrival> goForward();
    // A page moved to another place by itself, or its place has another name. Returns whether that page is
    // current.
    bool note(const NavigationPlace &place);

private:
    void visit(const NavigationPlace &place);
    void remember(const NavigationPlace &place);
    Arrival arrive();

    std::vector<NavigationPlace> m_visited;
    size_t m_here = 0;
    QHash<QString, NavigationPlace> m_shown; // by page: what it shows
    QHash<QString, NavigationPlace> m_last;  // by page: what it showed as itself
};

} // namespace headway::ui
