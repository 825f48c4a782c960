// SPDX-License-Identifier: GPL-3.0-or-later
// The test program started a second time as another process, running one hidden test case: to be killed,
// to hold a lock, to be a user with fewer rights.
#pragma once

#include <QProcess>
#include <QString>

#include <memory>

namespace headway::test {

enum class As { Myself, Nobody };

// Starts the hidden test `name` with HEADWAY_SECOND_SELF set to `argument`. Its standard output is read
// through the process; As::Nobody gives up the rights of root, where we have them.
std::unique_ptr<QProcess> startSecondSelf(const QString &name, const QString &argument, As as);

// First in the hidden test: the argument it was given; null when somebody starts it by hand. From here on
// it has the rights it shall have.
QString secondSelfArgument();

// Writes a line to standard output at once, past all buffers.
void tell(const QString &line);

} // namespace headway::test
