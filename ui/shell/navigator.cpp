// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigator.h"

#include <utility>

namespace headway::ui {

namespace {

constexpr size_t mostRemembered = 100;

} // namespace

NavigationPlace Navigator::here() const
{
    return m_visited.empty() ? NavigationPlace() : m_visited[m_here];
}

NavigationPlace Navigator::lastIn(const QString &page) const
{
    return m_last.value(page, NavigationPlace{page});
}

Arrival Navigator::go(const NavigationPlace &place)
{
    visit(place);
    return arrive();
}

std::optional<Arrival> Navigator::goBack()
{
    if (!canGoBack())
        return {};
    --m_here;
    return arrive();
}

std::optional<Arrival> Navigator::goForward()
{
    if (!canGoForward())
        return {};
    ++m_here;
    return arrive();
}

bool Navigator::note(const NavigationPlace &place)
{
    remember(place);
    if (place.page != here().page)
        return false;
    visit(place);
    return true;
}

Arrival Navigator::arrive()
{
    const NavigationPlace place = here();
    const bool isElsewhere = m_shown.value(place.page, NavigationPlace{place.page}) != place;
    remember(place);
    return {place, isElsewhere};
}

void Navigator::remember(const NavigationPlace &place)
{
    m_shown[place.page] = place;
    if (place.row.isEmpty())
        m_last[place.page] = place;
}

void Navigator::visit(const NavigationPlace &place)
{
    if (!m_visited.empty() && m_visited[m_here] == place) {
        m_visited[m_here] = place;
        return;
    }
    if (!m_visited.empty())
        m_visited.resize(m_here + 1);
    m_visited.push_back(place);
    if (m_visited.size() > mostRemembered)
        m_visited.erase(m_visited.begin());
    m_here = m_visited.size() - 1;
}

} // namespace headway::ui
