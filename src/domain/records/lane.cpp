// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/lane.h"

namespace headway {

qint64 Lane::id() const
{
    return std::visit([](const auto &of) { return of.id.value; }, m_of);
}

const QString &Lane::name() const
{
    return std::visit([](const auto &of) -> const QString & { return of.name; }, m_of);
}

const QString &Lane::colour() const
{
    return std::visit([](const auto &of) -> const QString & { return of.colour; }, m_of);
}

bool Lane::isClosed() const
{
    return std::visit([](const auto &of) { return headway::isClosed(of.type); }, m_of);
}

bool Lane::takesCards() const
{
    return !status() || status()->active;
}

bool Lane::isAside() const
{
    return isClosed() || (status() && status()->type == LeadState::Nurture);
}

} // namespace headway
