// SPDX-License-Identifier: GPL-3.0-or-later
// The other side of start.cpp: the process that is started, shows a window without a screen, and tells
// what it cost as JSON.
#include "bench/families.h"
#include "bench/memory.h"

#ifdef HEADWAY_UI
#include "app/settings.h"
#include "ui/bookwindow.h"
#include "ui/prompts.h"
#include "ui/shell.h"
#include "ui/theme.h"
#include "ui/watchedapplication.h"
#include "ui/windows.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMainWindow>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>

#include <chrono>
#include <cstdio>
#include <random>

using namespace Qt::StringLiterals;

namespace headway::bench {

namespace {

double sinceStart()
{
    const qint64 from = qEnvironmentVariable("HEADWAY_BENCH_STARTED").toLongLong();
    return double(std::chrono::steady_clock::now().time_since_epoch().count() - from) / 1e6;
}

int tell(const QJsonObject &numbers)
{
    std::puts(QJsonDocument(numbers).toJson(QJsonDocument::Compact).constData());
    return 0;
}

int showBareWindow()
{
    QMainWindow window;
    window.setCentralWidget(new QLabel(u"Headway"_s));
    window.resize(1200, 800);
    window.show();
    QApplication::processEvents();
    window.repaint();
    return tell({{u"first_paint"_s, QJsonArray{sinceStart()}},
                 {u"resident"_s, QJsonArray{double(memory().resident)}}});
}

double longestEvent = 0; // ms of the GUI thread's processor time

void keepLongest(const ui::LongEvent &event)
{
    const double took = double(event.took.count()) / 1000;
    longestEvent = std::max(longestEvent, took);
    if (event.took > ui::oneFrame) // for who starts it by hand
        std::fprintf(stderr, "%.1f ms: %s\n", took, qPrintable(event.what()));
}

// Lets the window live.
template <class Condition>
bool await(const Condition &condition)
{
    QElapsedTimer all;
    all.start();
    while (!condition()) {
        QApplication::processEvents(QEventLoop::WaitForMoreEvents, 1);
        if (all.elapsed() > 60'000)
            return false;
    }
    return true;
}

// The table that the user looks at. Found once: looking for it among all widgets again and again would
// take the time that the threads need which read.
QTableView *shownTable()
{
    for (QWidget *widget : QApplication::allWidgets()) {
        auto *table = qobject_cast<QTableView *>(widget);
        if (table && table->isVisible() && table->model())
            return table;
    }
    return nullptr;
}

bool showsRows(const QTableView *table)
{
    const QModelIndex first = table->indexAt({5, 5});
    return first.isValid() && !table->model()->index(first.row(), 0).data().isNull();
}

QJsonArray scroll(QTableView *table)
{
    QJsonArray frames;
    for (int frame = 0; frame < 60; ++frame) {
        QElapsedTimer clock;
        clock.start();
        table->verticalScrollBar()->setValue(table->verticalScrollBar()->value() + 3);
        QApplication::processEvents();
        table->viewport()->repaint();
        frames += double(clock.nsecsElapsed()) / 1e6;
    }
    return frames;
}

QJsonArray jump(QTableView *table)
{
    QJsonArray jumps;
    std::mt19937 dice(3);
    for (int i = 0; i < 60; ++i) {
        QElapsedTimer clock;
        clock.start();
        table->verticalScrollBar()->setValue(
            int(dice() % unsigned(table->verticalScrollBar()->maximum() + 1)));
        await([&] { return showsRows(table); });
        table->viewport()->repaint();
        jumps += double(clock.nsecsElapsed()) / 1e6;
    }
    return jumps;
}

int showBook(QApplication &application, const QString &book)
{
    const QTemporaryDir folder;
    // Beside the book: the first start, which is not counted, leaves off at the contacts.
    app::Settings settings(book + u".ini"_s);
    ui::applyTheme(application, settings.value(app::setting::look));
    ui::Prompts prompts(settings);
    ui::Windows windows(settings, prompts,
                        {.clock = [] { return Instant{QDateTime::currentMSecsSinceEpoch()}; },
                         .ticks = [] { return QDateTime::currentMSecsSinceEpoch(); },
                         .stateFolder = folder.path()});
    ui::BookWindow *window = nullptr;
    QObject::connect(&windows, &ui::Windows::opened, &application, [&](ui::BookWindow *opened) {
        window = opened;
        opened->showRecord({EntityKind::Contact, 1}, ui::BookWindow::Where::ItsPage);
    });
    ui::Shell &shell = windows.openBook(book);
    shell.resize(1200, 800);
    QTableView *table = nullptr;
    const auto isShown = [&] {
        if (window && !table)
            table = shownTable();
        return table && showsRows(table);
    };
    if (!await(isShown))
        return 1;
    table->viewport()->repaint();
    QJsonObject numbers{{u"first_rows"_s, QJsonArray{sinceStart()}}};
    int rows = -1;
    QElapsedTimer still; // all ids are there when no more came for a while
    double complete = sinceStart();
    still.start();
    await([&] {
        if (table->model()->rowCount() != rows) {
            rows = table->model()->rowCount();
            complete = sinceStart();
            still.restart();
        }
        return still.elapsed() > 1000;
    });
    numbers[u"all_ids"_s] = QJsonArray{complete};
    numbers[u"resident"_s] = QJsonArray{double(memory().resident)};
    numbers[u"frames"_s] = scroll(table);
    numbers[u"jumps"_s] = jump(table);
    numbers[u"scrolled"_s] = QJsonArray{double(memory().resident)};
    numbers[u"longest"_s] = QJsonArray{longestEvent};
    shell.close();
    return tell(numbers);
}

} // namespace

int startAndTell(int argc, char **argv)
{
    ui::WatchedApplication application(argc, argv);
    application.watch({}, keepLongest);
    return argc > 3 && QByteArrayView(argv[2]) == "window"
        ? showBook(application, QString::fromLocal8Bit(argv[3]))
        : showBareWindow();
}

} // namespace headway::bench

#else

namespace headway::bench {

int startAndTell(int, char **)
{
    return 1; // there is no window in this build
}

} // namespace headway::bench

#endif
