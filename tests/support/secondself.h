// SPDX-License-Identifier: GPL-3.0-or-later
// The test program started a second time as another process, running one hidden test case: to be killed,
// to hold a lock, to be a user with fewer rights.
#pragma once

#include <QProcess>
#include <QString>

#include <memory>

namespace headway::test {

enum class As { Myself, Nobody };

// Starts the hidden test `name` with HEADWAY_SECOND_SELF set to `argument`. Its standard output is read from
// the process; As::Nobody drops the rights of root, if we have them.
std::unique_ptr<QProcess> startSecondSelf(const QString &name, const QString &argument, As as);

// First call in the hidden test: returns the argument; null if the test was started by hand. Also drops the
// rights that it must not have.
QString secondSelfArgument();

// Writes a line to standard output at once, unbuffered.
void tell(const QString &line);

} // namespace headway::test
