// SPDX-License-Identifier: GPL-3.0-or-later
// headwayctl: its environment, and the run.
#include "app/program/login.h"
#include "ctl/program.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace headway;
using namespace headway::ctl;

namespace {

Environment environment()
{
    // Shares the window's settings: the default book is the one that the window opened last.
    QCoreApplication::setApplicationName(u"headway"_s);
    return {.now = {QDateTime::currentMSecsSinceEpoch()},
            .display = app::Display(QLocale(), QTimeZone::systemTimeZone()),
            .loginNames = app::loginNames(),
            .book = qEnvironmentVariable("HEADWAY_BOOK"),
            .settingsFile =
                QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/headway.ini"_s};
}

// Qt's own messages, for instance about a closed connection, are not for users of a command; the command
// itself reports what went wrong.
void ignoreQt(QtMsgType, const QMessageLogContext &, const QString &)
{
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication program(argc, argv);
    qInstallMessageHandler(ignoreQt);
    return int(runProgram(QCoreApplication::arguments().mid(1), environment()));
}
