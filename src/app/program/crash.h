// SPDX-License-Identifier: GPL-3.0-or-later
// Crash reports: the stack at the crash, in a file that the next start offers to show. main keeps one
// CrashReports for the life of the program. While crashing, only async-signal-safe calls are made, on a
// separate stack, into a file opened beforehand.
#pragma once

#include "domain/result.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace headway::app {

// The folder of reports within the program's state folder.
QString crashFolder(const QString &stateFolder);

struct CrashReport {
    QString file;
    QDateTime at;
    QString text; // signal, version, addresses; nothing of the book
};

// The newest report in `folder` that has not been dismissed, usually none. Also removes the empty files of
// runs that did not crash.
std::optional<CrashReport> pendingReport(const QString &folder);

void dismissReport(const CrashReport &report);

class CrashReports
{
public:
    // From now on a crash of this process writes into `folder`, which is created.
    explicit CrashReports(const QString &folder);
    ~CrashReports();
    CrashReports(const CrashReports &) = delete;
    CrashReports &operator=(const CrashReports &) = delete;

    const Result<> &started() const { return m_started; }

private:
    QString m_file;
    Result<> m_started;
};

} // namespace headway::app
