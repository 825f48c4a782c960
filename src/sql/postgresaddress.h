// SPDX-License-Identifier: GPL-3.0-or-later
// A server's URL as libpq takes it. Known to the files about PostgreSQL only; any thread. Fails with Invalid.
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QString>

namespace headway::sql {

// The URL as keyword='value' pairs, with defaults for what it omits.
Result<QByteArray> keywordsOf(const QString &url);

} // namespace headway::sql
