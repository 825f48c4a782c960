// SPDX-License-Identifier: GPL-3.0-or-later
// What an e-mail address looks like: one rule for forms, imports and the command line. Pure; any thread;
// nothing fails.
#pragma once

#include <QStringView>

namespace headway {

// name@company.com: one @, something before it, a domain with a dot behind it, no spaces. Surrounding spaces do not
// matter.
bool isEmailAddress(QStringView text);

} // namespace headway
