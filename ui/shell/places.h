// SPDX-License-Identifier: GPL-3.0-or-later
// Where one has been in a window, for back and forward. A value of the shell; no widgets; nothing
// fails.
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace headway::ui {

struct Place {
    QString page;           // id
    QString inside = {};    // what the page itself needs to show it again; its own language
    QStringList trail = {}; // behind the page's name: {"Board", "Q4 New business"}

    // Where it is, not what it is called: renaming a record does not make a new place.
    bool operator==(const Place &other) const { return page == other.page && inside == other.inside; }
};

class Places
{
public:
    // Coming to a new place forgets the way forward; the same place again only renews its trail.
    void visit(const Place &place);

    bool canGoBack() const { return m_here > 0; }
    bool canGoForward() const { return m_here + 1 < m_places.size(); }
    std::optional<Place> goBack();
    std::optional<Place> goForward();
    std::optional<Place> here() const;

private:
    std::vector<Place> m_places;
    size_t m_here = 0;
};

} // namespace headway::ui
