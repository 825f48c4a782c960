// SPDX-License-Identifier: GPL-3.0-or-later
// What is left of a crash: where the program stood, in a file that the next start offers to show.
// main keeps one CrashReports for the life of the program. While crashing, only calls that are safe
// in a signal handler are made, on a stack of its own, into a file opened beforehand.
#pragma once

#include "domain/result.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace headway::app {

// Where the program keeps reports below its folder of states.
QString crashFolder(const QString &stateFolder);

struct CrashReport {
    QString file;
    QDateTime at;
    QString text; // signal, version, addresses; nothing of the book
};

// The newest report in `folder` that has not been dismissed, and tidies up what runs without a
// crash left there. None is the usual answer.
std::optional<CrashReport> pendingReport(const QString &folder);

void dismissReport(const CrashReport &report);

class CrashReports
{
public:
    // From now on a crash of this process writes into `folder`, which is made.
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
