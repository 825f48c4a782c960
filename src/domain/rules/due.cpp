// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/due.h"

#include <QDateTime>

namespace headway {

DueState dueState(QDate day, QDate today)
{
    if (!day.isValid())
        return DueState::None;
    if (day < today)
        return DueState::Overdue;
    return day == today ? DueState::Today : DueState::Later;
}

DueState dueState(Instant nextActivity, Instant now, const QTimeZone &zone)
{
    return nextActivity ? dueState(dayOf(nextActivity, zone), dayOf(now, zone)) : DueState::None;
}

QChar dueSymbol(DueState state)
{
    switch (state) {
    case DueState::Overdue: return u'▲';
    case DueState::Today: return u'●';
    case DueState::Later: return u'○';
    case DueState::None: return u'◇';
    }
    return u'○';
}

QDate dayOf(Instant at, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(at.ms, zone).date();
}

} // namespace headway
