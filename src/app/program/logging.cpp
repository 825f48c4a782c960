// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program/logging.h"

#include "domain/records/inenglish.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

#include <atomic>
#include <memory>

namespace headway::app {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t fileSize = 2 * 1024 * 1024; // bytes
constexpr size_t oldFiles = 3;
constexpr size_t linesBeforeAnError = 64;

// Replaced only while main starts and ends the log; read by every thread.
std::shared_ptr<spdlog::logger> theLogger;

spdlog::level::level_enum levelOf(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug: return spdlog::level::debug;
    case LogLevel::Info: return spdlog::level::info;
    case LogLevel::Warning: return spdlog::level::warn;
    case LogLevel::Error: return spdlog::level::err;
    }
    return spdlog::level::info;
}

void write(spdlog::level::level_enum level, const QString &text)
{
    const std::shared_ptr<spdlog::logger> logger = std::atomic_load(&theLogger);
    if (!logger)
        return;
    const QByteArray line = text.toUtf8();
    logger->log(level, spdlog::string_view_t(line.constData(), size_t(line.size())));
    if (level >= spdlog::level::err)
        logger->dump_backtrace();
}

void takeQtMessage(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    const QString line = context.category ? QString::fromLatin1(context.category) + u": "_s + text : text;
    switch (type) {
    case QtDebugMsg: write(spdlog::level::debug, line); break;
    case QtInfoMsg: write(spdlog::level::info, line); break;
    case QtWarningMsg: write(spdlog::level::warn, line); break;
    case QtCriticalMsg: write(spdlog::level::err, line); break;
    case QtFatalMsg: write(spdlog::level::critical, line); break;
    }
}

} // namespace

QString logFile(const QString &stateFolder)
{
    return stateFolder + QStringLiteral("/log/headway.log");
}

void logDebug(const QString &text)
{
    write(spdlog::level::debug, text);
}

void logInfo(const QString &text)
{
    write(spdlog::level::info, text);
}

void logWarning(const QString &text)
{
    write(spdlog::level::warn, text);
}

void logError(const QString &text)
{
    write(spdlog::level::err, text);
}

void logError(const Error &error)
{
    logError(u"error %1: %2"_s.arg(int(error.code))
                 .arg(error.detail.isEmpty() ? inEnglish(error.text) : error.detail));
}

Logging::Logging(const QString &file, LogLevel level)
{
    QDir().mkpath(QFileInfo(file).absolutePath());
    try {
        auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
            QFile::encodeName(file).toStdString(), fileSize, oldFiles);
        auto logger = std::make_shared<spdlog::logger>("headway", std::move(sink));
        logger->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %L %t %v");
        logger->set_level(levelOf(level));
        logger->flush_on(spdlog::level::info);
        logger->enable_backtrace(linesBeforeAnError);
        std::atomic_store(&theLogger, std::move(logger));
    } catch (const spdlog::spdlog_ex &problem) {
        m_started = failure(ErrorCode::Unreadable, Sentence::tr("The log cannot be written."),
                            QString::fromLocal8Bit(problem.what()));
        return;
    }
    qInstallMessageHandler(takeQtMessage);
}

Logging::~Logging()
{
    qInstallMessageHandler(nullptr);
    flush();
    std::atomic_store(&theLogger, std::shared_ptr<spdlog::logger>());
}

void Logging::changeLevel(LogLevel level)
{
    if (const auto logger = std::atomic_load(&theLogger))
        logger->set_level(levelOf(level));
}

void Logging::flush()
{
    if (const auto logger = std::atomic_load(&theLogger))
        logger->flush();
}

} // namespace headway::app
