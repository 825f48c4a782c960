// SPDX-License-Identifier: GPL-3.0-or-later
// The theme's icon name for each kind of record and of activity, so that a thing looks the same everywhere.
// Pure; nothing fails.
#pragma once

#include "domain/records/activity.h"

#include <QString>

namespace headway::ui {

QString iconOf(EntityKind kind);
QString iconOf(ActivityKind kind);

} // namespace headway::ui
