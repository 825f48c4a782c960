// SPDX-License-Identifier: GPL-3.0-or-later
// Where somebody is, as time zones. Any thread; nothing fails. The zones of a country are those of the system's tz
// database (zone.tab), by way of Qt.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace headway {

// The zones of a country by its English name, its own name or its code: "Germany", "Deutschland", "DE", in any case.
// Empty: it is not known.
QList<QByteArray> zonesOfCountry(const QString &country);

} // namespace headway
