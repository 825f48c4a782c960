// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence in plain English, independent of the locale: for the log, and for tests. For people,
// app::Display writes it in their own language. Any thread; nothing fails.
#pragma once

#include "domain/sentence.h"

#include <QStringList>

namespace headway {

[[nodiscard]] QString inEnglish(const Sentence &sentence);
[[nodiscard]] QStringList linesInEnglish(const std::vector<Sentence> &sentences);

} // namespace headway
