// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program/crash.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <array>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <exception>

#include <execinfo.h>
#include <fcntl.h>
#include <unistd.h>

namespace headway::app {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array fatalSignals{SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};
constexpr int deepest = 96; // frames

int reportFile = -1;
volatile std::sig_atomic_t isReported = 0;
alignas(16) std::array<char, 64 * 1024> handlerStack;

// All functions up to the end of handleSignal are called while crashing: they must not allocate, lock or
// format.
void writeText(const char *text)
{
    size_t left = std::strlen(text);
    while (left > 0) {
        const ssize_t written = ::write(reportFile, text, left);
        if (written <= 0)
            return;
        text += written;
        left -= size_t(written);
    }
}

const char *nameOf(int signal)
{
    switch (signal) {
    case SIGSEGV: return "SIGSEGV: memory that is not there\n";
    case SIGABRT: return "SIGABRT: stopped by a check\n";
    case SIGBUS: return "SIGBUS: memory that cannot be read\n";
    case SIGFPE: return "SIGFPE: impossible arithmetic\n";
    case SIGILL: return "SIGILL: impossible instruction\n";
    default: return "unknown signal\n";
    }
}

void handleSignal(int signal)
{
    if (reportFile >= 0 && !isReported) {
        isReported = 1;
        writeText("Headway " HEADWAY_VERSION "\n");
        writeText(nameOf(signal));
        std::array<void *, deepest> frames;
        const int count = ::backtrace(frames.data(), deepest);
        ::backtrace_symbols_fd(frames.data(), count, reportFile);
        ::fsync(reportFile);
    }
    ::raise(signal); // SA_RESETHAND: this time the default action ends the process
}

[[noreturn]] void endByException()
{
    if (reportFile >= 0)
        writeText("an exception nobody caught\n");
    std::abort();
}

void installHandlers()
{
    // The first call loads a library, which must not happen while crashing.
    std::array<void *, 1> frame;
    ::backtrace(frame.data(), int(frame.size()));

    stack_t stack = {};
    stack.ss_sp = handlerStack.data();
    stack.ss_size = handlerStack.size();
    ::sigaltstack(&stack, nullptr);

    struct sigaction action = {};
    action.sa_handler = handleSignal;
    action.sa_flags = int(SA_ONSTACK | SA_RESETHAND);
    for (const int signal : fatalSignals)
        ::sigaction(signal, &action, nullptr);
    std::set_terminate(endByException);
}

bool isRunning(const QString &file)
{
    const QString name = QFileInfo(file).completeBaseName();
    const pid_t process = pid_t(name.section(u'-', -1).toInt());
    return process > 0 && ::kill(process, 0) == 0;
}

} // namespace

QString crashFolder(const QString &stateFolder)
{
    return stateFolder + QStringLiteral("/crashes");
}

std::optional<CrashReport> pendingReport(const QString &folder)
{
    std::optional<CrashReport> newest;
    const QFileInfoList files = QDir(folder).entryInfoList({u"crash-*.txt"_s}, QDir::Files, QDir::Time);
    for (const QFileInfo &info : files) {
        if (info.size() == 0) {
            if (!isRunning(info.filePath()))
                QFile::remove(info.filePath());
            continue;
        }
        QFile file(info.filePath());
        if (!newest && file.open(QIODevice::ReadOnly))
            newest = CrashReport{info.filePath(), info.lastModified(), QString::fromUtf8(file.readAll())};
    }
    return newest;
}

void dismissReport(const CrashReport &report)
{
    QFile::remove(report.file);
}

CrashReports::CrashReports(const QString &folder)
    : m_file(u"%1/crash-%2.txt"_s.arg(folder).arg(QCoreApplication::applicationPid()))
{
    QDir().mkpath(folder);
    reportFile =
        ::open(QFile::encodeName(m_file).constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (reportFile < 0) {
        m_started = failure(ErrorCode::Unreadable, Sentence::tr("Crash reports cannot be written."), m_file);
        return;
    }
    installHandlers();
}

CrashReports::~CrashReports()
{
    if (reportFile < 0)
        return;
    for (const int signal : fatalSignals)
        std::signal(signal, SIG_DFL);
    ::close(reportFile);
    reportFile = -1;
    QFile::remove(m_file);
}

} // namespace headway::app
