// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a book filled with the sample company, small for looking around, large for measuring. Called
// by the first start and by `headwayctl demo`, on a thread that may take its time. Fails with Conflict
// if there is a book at the address already, Cancelled, or as the database does; then a new file is
// gone again.
#pragma once

#include "app/progress.h"
#include "app/sample/sample.h"
#include "domain/result.h"

#include <QDate>
#include <QString>

namespace headway::app {

[[nodiscard]] Result<> makeSampleBook(const QString &address, const SampleScale &scale, quint64 seed,
                                      QDate today, const Progress &progress);

} // namespace headway::app
