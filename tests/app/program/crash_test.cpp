// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program/crash.h"

#include "support/catch_qt.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

using namespace headway;
using namespace headway::app;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &name, const QByteArray &text)
{
    QFile file(name);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(text);
}

} // namespace

TEST_CASE("A crash leaves a report that is offered until it is dismissed", "[app]")
{
    const QTemporaryDir folder;
    const pid_t child = ::fork();
    if (child == 0) {
        const CrashReports reports(folder.path());
        std::raise(SIGABRT);
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK(WIFSIGNALED(status)); // it still ends as a crash, for the system's own reports
    CHECK(WTERMSIG(status) == SIGABRT);

    const auto report = pendingReport(folder.path());
    REQUIRE(report);
    CHECK(report->text.startsWith(u"Headway "_s));
    CHECK(report->text.contains(u"SIGABRT"_s));
    CHECK(report->text.count(u'\n') > 4); // and a stack trace
    dismissReport(*report);
    CHECK(!pendingReport(folder.path()));
}

TEST_CASE("A run without a crash leaves nothing", "[app]")
{
    const QTemporaryDir folder;
    {
        const CrashReports reports(folder.path());
        CHECK(reports.started());
        CHECK(!pendingReport(folder.path()));
    }
    CHECK(QDir(folder.path()).isEmpty());
}

TEST_CASE("An empty report of a process that was killed is tidied up", "[app]")
{
    const QTemporaryDir folder;
    write(folder.filePath(u"crash-2000000000.txt"_s), {});
    CHECK(!pendingReport(folder.path()));
    CHECK(QDir(folder.path()).isEmpty());
}
