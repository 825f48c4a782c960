// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop program: its environment (settings, log, crash reports, look) and its first window.
#include "app/program/crash.h"
#include "app/program/logging.h"
#include "app/program/login.h"
#include "app/program/settings.h"
#include "domain/records/inenglish.h"
#include "domain/result.h"
#include "ui/controls/dialogs.h"
#include "ui/shell/shell.h"
#include "ui/style/motion.h"
#include "ui/style/theme.h"
#include "ui/windows/bookwindow.h"
#include "ui/windows/screenshots.h"
#include "ui/windows/watchdogapplication.h"
#include "ui/windows/windows.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDateTime>
#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cstdio>
#include <optional>

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

// These options must work without a display, too.
bool asksForText(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        const QByteArray argument(argv[i]);
        if (argument == "--version" || argument == "-v" || argument == "--help" || argument == "-h")
            return true;
    }
    return false;
}

struct Arguments {
    QString book = {};
    QString pictures = {}; // folder for screenshots; empty: none
    QSize size{1440, 900}; // of the screenshots
    std::optional<app::Look> look = {};
    QString user = {};
};

Arguments readArguments(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QApplication::tr("A desktop CRM for sales teams: one file is the whole book of business."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"book"_s, QApplication::tr("A .headway file or a postgresql:// address."),
                                 u"[book]"_s);
    const QCommandLineOption pictures(
        u"pictures"_s, QApplication::tr("Write pictures of the book's pages and quit."), u"folder"_s);
    const QCommandLineOption size(
        u"size"_s, QApplication::tr("The size of the pictures, 1440x900 by itself."), u"width>x<height"_s);
    const QCommandLineOption look(u"look"_s, QApplication::tr("light or dark, whatever the settings say."),
                                  u"look"_s);
    const QCommandLineOption user(
        u"as"_s, QApplication::tr("Who works in the book; else it asks where that is not clear."), u"user"_s);
    parser.addOptions({pictures, size, look, user});
    parser.process(application);
    Arguments arguments{.book = parser.positionalArguments().value(0),
                        .pictures = parser.value(pictures),
                        .user = parser.value(user)};
    if (const QStringList sides = parser.value(size).split(u'x'); sides.size() == 2)
        arguments.size = QSize(sides[0].toInt(), sides[1].toInt()).expandedTo({400, 300});
    if (parser.isSet(look))
        arguments.look = Codec<app::Look>::write(parser.value(look));
    return arguments;
}

// Takes the screenshots and quits: the exit status is 0 if all were written.
void takePictures(ui::Windows &windows, ui::Screenshots &pictures)
{
    QObject::connect(&windows, &ui::Windows::opened, &pictures,
                     [&pictures](ui::BookWindow *window) { pictures.takeOf(window->shell(), *window); });
    QObject::connect(&windows, &ui::Windows::refused, &pictures, [](const Error &error) {
        std::fprintf(stderr, "headway: %s\n", qPrintable(inEnglish(error.text)));
        QApplication::exit(1);
    });
    QObject::connect(&pictures, &ui::Screenshots::taken, &pictures,
                     [](const QString &file) { std::puts(qPrintable(file)); });
    QObject::connect(&pictures, &ui::Screenshots::finished, &pictures, [](const QString &problem) {
        if (!problem.isEmpty())
            std::fprintf(stderr, "headway: %s\n", qPrintable(problem));
        QApplication::exit(problem.isEmpty() ? 0 : 1);
    });
}

#ifndef NDEBUG
void tellLongEvent(const ui::LongEvent &event)
{
    app::logWarning(u"%1 took %2 ms"_s.arg(event.what()).arg(double(event.took.count()) / 1000, 0, 'f', 1));
}
#endif

void offerReport(ui::Shell &shell, const app::CrashReport &report)
{
    shell.messages().offer(
        QApplication::tr("Headway ended unexpectedly last time."), QApplication::tr("Show the report"),
        [&shell, report] {
            shell.messages().sayError(
                {ErrorCode::Internal, Sentence::tr("The report is in %1.").arg(report.file), report.text});
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
#ifdef NDEBUG
    QApplication application(argc, argv);
#else
    ui::WatchdogApplication application(argc, argv);
    application.watch(ui::oneFrame, tellLongEvent);
#endif
    const Arguments arguments = readArguments(application);
    const bool forPictures = !arguments.pictures.isEmpty();

    const Folders folders;
    const QTemporaryDir elsewhere; // screenshots show the program with its default settings
    app::Settings settings((forPictures ? elsewhere.path() : folders.settings) + u"/headway.ini"_s);
    app::Logging logging(app::logFile(folders.state), settings.value(app::setting::logLevel));
    const auto report = app::pendingReport(app::crashFolder(folders.state));
    const app::CrashReports crashReports(app::crashFolder(folders.state));

    const auto applyLook = [&application, &settings, &arguments] {
        ui::applyTheme(application, arguments.look.value_or(settings.value(app::setting::look)));
    };
    applyLook();
    ui::applyTextScale(settings.value(app::setting::textScale));
    if (!forPictures) // these show things where they are
        ui::Motion::follow(settings.value(app::setting::motion));
    QObject::connect(&settings, &app::Settings::changed, &application, [&](QLatin1StringView name) {
        if (name == app::setting::look.name)
            applyLook();
        else if (name == app::setting::motion.name && !forPictures)
            ui::Motion::follow(settings.value(app::setting::motion));
        else if (name == app::setting::logLevel.name)
            logging.changeLevel(settings.value(app::setting::logLevel));
    });

    QElapsedTimer ticks;
    ticks.start();
    ui::Dialogs dialogs(settings);
    using Stranger = ui::Windows::ProgramContext::Stranger;
    ui::Windows windows(settings, dialogs,
                        {.clock = [] { return Instant{QDateTime::currentMSecsSinceEpoch()}; },
                         .ticks = [&ticks] { return ticks.elapsed(); },
                         .stateFolder = folders.state,
                         .loginNames = forPictures ? QStringList() : app::loginNames(),
                         .user = arguments.user,
                         .stranger = forPictures ? Stranger::IsTheFirst : Stranger::IsAsked});
    ui::Screenshots pictures(arguments.pictures, arguments.size);
    if (forPictures)
        takePictures(windows, pictures);
    // Without an argument, the book that was used last is opened again.
    const QString book = arguments.book.isEmpty() ? settings.value(app::setting::lastBook) : arguments.book;
    ui::Shell &shell = book.isEmpty() ? windows.showStart() : windows.openBook(book);
    if (report)
        offerReport(shell, *report);
    return QApplication::exec();
}
