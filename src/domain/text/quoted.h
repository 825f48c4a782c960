// SPDX-License-Identifier: GPL-3.0-or-later
// How messages quote a text that was typed or read from a file. Any thread; nothing fails.
#pragma once

#include <QString>
#include <QStringView>

namespace headway {

// “text”, on one line, shortened to 40 characters, without control or invisible direction
// characters.
[[nodiscard]] QString quoted(QStringView text);

// The same without the quotation marks, which depend on the language.
[[nodiscard]] QString shortened(QStringView text);

} // namespace headway
