// SPDX-License-Identifier: GPL-3.0-or-later
// headwayctl: what one run of it depends on outside, and the run.
#include "app/program/login.h"
#include "ctl/program.h"

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

Environment environment()
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

// Qt's own remarks, on a server that hung up for instance, are not for those who run a command; what
// went wrong is said by the command.
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
