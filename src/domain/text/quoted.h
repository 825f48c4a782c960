// SPDX-License-Identifier: GPL-3.0-or-later
// How sentences for the user cite a text somebody typed or a file held. Any thread; nothing fails.
#pragma once

#include <QString>
#include <QStringView>

namespace headway {

// “text”, on one line, shortened to 40 characters, without control or invisible direction
// characters.
[[nodiscard]] QString quoted(QStringView text);

// The same without the quotation marks, which another language has of its own.
[[nodiscard]] QString shortened(QStringView text);

} // namespace headway
