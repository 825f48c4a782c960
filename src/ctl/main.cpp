// SPDX-License-Identifier: GPL-3.0-or-later
// headwayctl: reads the words, runs the command, turns what came of it into an exit status.
#include "app/program/login.h"
#include "ctl/commands.h"
#include "ctl/help.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace headway;
using namespace headway::ctl;

namespace {

// Where no language is chosen, numbers and amounts go with the English of the sentences.
QLocale readableLocale()
{
    const QLocale system;
    return system.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedKingdom) : system;
}

Surroundings surroundings()
{
    // The settings are the window's: what it opened last is the book here, too.
    QCoreApplication::setApplicationName(u"headway"_s);
    return {.now = {QDateTime::currentMSecsSinceEpoch()},
            .display = app::Display(readableLocale(), QTimeZone::systemTimeZone()),
            .loginNames = app::loginNames(),
            .book = qEnvironmentVariable("HEADWAY_BOOK"),
            .settingsFile =
                QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/headway.ini"_s};
}

ExitStatus statusOf(const Error &error)
{
    return error.code == ErrorCode::Invalid ? ExitStatus::WrongWords : ExitStatus::Failed;
}

ExitStatus complain(const Output &output, const Error &error)
{
    output.complain(error);
    return statusOf(error);
}

// Qt's own remarks, on a server that hung up for instance, are not for those who run a command; what
// went wrong is said by the command.
void ignoreQt(QtMsgType, const QMessageLogContext &, const QString &)
{
}

ExitStatus run(const QStringList &words)
{
    const auto line = readLine(words, commands(), globalOptions());
    if (!line)
        return complain(Output(Format::Text, Chatter::Normal), line.error());
    Session session(surroundings(), line->arguments);
    if (line->arguments.has(u"--version"_s)) {
        session.output().write(u"headwayctl " HEADWAY_VERSION "\n"_s);
        return ExitStatus::Done;
    }
    if (!line->command || line->arguments.has(u"--help"_s)) {
        session.output().write(line->command ? commandHelp(*line->command)
                                             : generalHelp(commands(), globalOptions()));
        return words.isEmpty() ? ExitStatus::WrongWords : ExitStatus::Done;
    }
    const auto status = line->command->run(session, line->arguments);
    return status ? *status : complain(session.output(), status.error());
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication program(argc, argv);
    qInstallMessageHandler(ignoreQt);
    return int(run(QCoreApplication::arguments().mid(1)));
}
