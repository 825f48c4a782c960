// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/places.h"

namespace headway::ui {

namespace {

constexpr size_t mostRemembered = 100;

} // namespace

void Places::visit(const Place &place)
{
    if (!m_places.empty() && m_places[m_here] == place) {
        m_places[m_here] = place;
        return;
    }
    if (!m_places.empty())
        m_places.resize(m_here + 1);
    m_places.push_back(place);
    if (m_places.size() > mostRemembered)
        m_places.erase(m_places.begin());
    m_here = m_places.size() - 1;
}

std::optional<Place> Places::goBack()
{
    if (!canGoBack())
        return {};
    return m_places[--m_here];
}

std::optional<Place> Places::goForward()
{
    if (!canGoForward())
        return {};
    return m_places[++m_here];
}

std::optional<Place> Places::here() const
{
    if (m_places.empty())
        return {};
    return m_places[m_here];
}

} // namespace headway::ui
