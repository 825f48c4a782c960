// SPDX-License-Identifier: GPL-3.0-or-later
// The log file: written at once, since the last lines before a crash are the ones wanted; kept
// small by rotation. main starts it for the life of the program; any thread may log, and logging
// before the start or after the end goes nowhere. Ids and counts only: never names, addresses, file
// contents or parameters of statements.
#pragma once

#include "app/program/settings.h"
#include "domain/result.h"

#include <QString>

namespace headway::app {

// Where the program keeps it below its folder of states.
QString logFile(const QString &stateFolder);

void logDebug(const QString &text); // kept in memory, and written only when an error follows
void logInfo(const QString &text);
void logWarning(const QString &text);
void logError(const QString &text);
void logError(const Error &error); // with its detail

// From construction to destruction, the log and Qt's own messages go to `file`.
class Logging
{
public:
    // Makes the folder. `started()` tells when the file cannot be written; the program goes on.
    Logging(const QString &file, LogLevel level);
    ~Logging();
    Logging(const Logging &) = delete;
    Logging &operator=(const Logging &) = delete;

    const Result<> &started() const { return m_started; }
    void changeLevel(LogLevel level); // from now on
    void flush();

private:
    Result<> m_started;
};

} // namespace headway::app
