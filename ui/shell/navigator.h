// SPDX-License-Identifier: GPL-3.0-or-later
// Where one is in a window, where one has been, for back and forward, and how each page was left. A value of
// the shell, which shows it; no widgets; nothing fails.
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace headway::ui {

struct NavigationPlace {
    QString page;           // id
    QString inside = {};    // what the page itself needs to show it again; its own language
    QStringList trail = {}; // behind the page's name: {"Board", "Q4 New business"}

    // Where it is, not what it is called: renaming a record does not make a new place.
    bool operator==(const NavigationPlace &other) const
    {
        return page == other.page && inside == other.inside;
    }
};

// Coming to a place; whether its page was left somewhere else, and has to be told.
struct Arrival {
    NavigationPlace place;
    bool isElsewhere = false;
};

class Navigator
{
public:
    NavigationPlace here() const;                      // no page: one is nowhere yet
    NavigationPlace lastIn(const QString &page) const; // as the page was left

    // Coming to a new place forgets the way forward; the same place again only renews its trail.
    Arrival go(const NavigationPlace &place);
    bool canGoBack() const { return m_here > 0; }
    bool canGoForward() const { return m_here + 1 < m_visited.size(); }
    std::optional<Arrival> goBack();
    std::optional<Arrival> goForward();
    // A page tells that it is somewhere else now, or that its place has another name. Whether one is on it.
    bool note(const NavigationPlace &place);

private:
    void visit(const NavigationPlace &place);
    Arrival arrive();

    std::vector<NavigationPlace> m_visited;
    size_t m_here = 0;
    QHash<QString, NavigationPlace> m_last; // by page
};

} // namespace headway::ui
