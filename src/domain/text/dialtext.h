// SPDX-License-Identifier: GPL-3.0-or-later
// A phone number as the address that a telephone program is given. Pure; any thread; nothing fails.
#pragma once

#include <QString>

namespace headway {

// "+49 (30) 12-3" → "tel:+4930123"; an extension is not dialled with the number: "030 1234 ext. 5" →
// "tel:0301234;ext=5".
QString dialAddress(const QString &number);

} // namespace headway
