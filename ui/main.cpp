// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop program: its surroundings (settings, log, crash reports, look) and its first window.
#include "app/crash.h"
#include "app/logging.h"
#include "app/settings.h"
#include "domain/result.h"
#include "ui/shell.h"
#include "ui/startpage.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QStandardPaths>

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

struct Folders {
    QString settings = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
    QString state = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
};

void nameProgram()
{
    QCoreApplication::setApplicationName(u"headway"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(HEADWAY_VERSION));
    QGuiApplication::setApplicationDisplayName(QCoreApplication::tr("Headway"));
    QGuiApplication::setDesktopFileName(u"headway"_s);
}

// Such questions are answered without a screen, too.
bool asksForText(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        const QByteArray argument(argv[i]);
        if (argument == "--version" || argument == "-v" || argument == "--help" || argument == "-h")
            return true;
    }
    return false;
}

void readArguments(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QApplication::tr("A desktop CRM for sales teams: one file is the whole book of business."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(application);
}

void offerReport(ui::Shell &shell, const app::CrashReport &report)
{
    shell.messages().offer(QApplication::tr("Headway ended unexpectedly last time."),
                           QApplication::tr("Show the report"), [&shell, report] {
                               shell.messages().sayError(
                                   {ErrorCode::Internal,
                                    QApplication::tr("The report is in %1.").arg(report.file),
                                    report.text});
                           });
}

} // namespace

int main(int argc, char **argv)
{
    nameProgram();
    if (asksForText(argc, argv)) {
        const QCoreApplication application(argc, argv);
        readArguments(application);
    }
    QApplication application(argc, argv);
    readArguments(application);

    const Folders folders;
    app::Settings settings(folders.settings + u"/headway.ini"_s);
    const app::Logging logging(folders.state + u"/log/headway.log"_s,
                               settings.value(app::setting::logLevel));
    const auto report = app::pendingReport(folders.state + u"/crashes"_s);
    const app::CrashReports crashReports(folders.state + u"/crashes"_s);

    const auto applyLook = [&application, &settings] {
        ui::applyTheme(application, settings.value(app::setting::look));
    };
    applyLook();
    QObject::connect(&settings, &app::Settings::changed, &application,
                     [applyLook](QLatin1StringView name) {
                         if (name == app::setting::look.name)
                             applyLook();
                     });

    QElapsedTimer clock;
    clock.start();
    ui::Shell shell(settings, [&clock] { return clock.elapsed(); });
    auto *start = new ui::StartPage;
    start->showRecent(settings.value(app::setting::recentBooks));
    shell.showStart(start);
    shell.show();
    if (report)
        offerReport(shell, *report);
    return QApplication::exec();
}
