// SPDX-License-Identifier: GPL-3.0-or-later
// The log file: written without delay, since the last lines before a crash matter most; kept small by
// rotation. main starts it for the life of the program; any thread may log, and logging before the start or
// after the end is dropped. Ids and counts only: never names, addresses, file contents or parameters of
// statements.
#pragma once

#include "app/program/settings.h"
#include "domain/result.h"

#include <QString>

namespace headway::app {

// The log file within the program's state folder.
QString logFile(const QString &stateFolder);

void logDebug(const QString &text); // kept in memory, and written only if an error follows
void logInfo(const QString &text);
void logWarning(const QString &text);
void logError(const QString &text);
void logError(const Error &error); // with its detail

// From construction to destruction, the log and Qt's own messages go to `file`.
class Logging
{
public:
    // Creates the folder. `started()` returns an error if the file cannot be written; the program
    // continues.
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
