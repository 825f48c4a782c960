// SPDX-License-Identifier: GPL-3.0-or-later
// The process that start.cpp starts: shows a window without a display, and prints what it cost as JSON.
#include "bench/families.h"
#include "bench/memory.h"

#ifdef HEADWAY_UI
#include "app/program/settings.h"
#include "ui/board/cardlist.h"
#include "ui/controls/dialogs.h"
#include "ui/shell/shell.h"
#include "ui/style/theme.h"
#include "ui/windows/bookwindow.h"
#include "ui/windows/watchdogapplication.h"
#include "ui/windows/windows.h"

#include <QDateTime>
#include <QDragEnterEvent>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMainWindow>
#include <QMimeData>
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
    if (event.took > ui::oneFrame) // for starting it by hand
        std::fprintf(stderr, "%.1f ms: %s\n", took, qPrintable(event.what()));
}

// Runs the event loop until the condition holds.
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

// The visible table. Call once: searching all widgets repeatedly would take processor time from the reading
// threads.
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

// A window on a book, as the program opens it.
struct Opened {
    // `place` names the settings file next to the book: the first start, which is not counted, leaves its
    // settings there.
    Opened(QApplication &application, const QString &book, const QString &place)
        : settings(settingsFile(book, place))
    {
        ui::applyTheme(application, settings.value(app::setting::look));
        QObject::connect(&windows, &ui::Windows::opened, &application,
                         [this](ui::BookWindow *opened) { window = opened; });
        shell = &windows.openBook(book);
        shell->resize(1200, 800);
    }
    ~Opened() { shell->close(); }

    const QTemporaryDir folder = {};
    app::Settings settings;
    ui::Dialogs dialogs{settings};
    ui::Windows windows{settings,
                        dialogs,
                        {.clock = [] { return Instant{QDateTime::currentMSecsSinceEpoch()}; },
                         .ticks = [] { return QDateTime::currentMSecsSinceEpoch(); },
                         .stateFolder = folder.path()}};
    ui::BookWindow *window = nullptr;
    ui::Shell *shell = nullptr;
};

// Waits until a number has not changed for a second; returns when it last changed, in ms since the start.
template <class Number>
double settled(const Number &number)
{
    auto last = number();
    double since = sinceStart();
    QElapsedTimer still;
    still.start();
    await([&] {
        if (const auto now = number(); now != last) {
            last = now;
            since = sinceStart();
            still.restart();
        }
        return still.elapsed() > 1000;
    });
    return since;
}

int showBook(QApplication &application, const QString &book)
{
    Opened open(application, book, u"contacts"_s);
    QTableView *table = nullptr;
    const auto isShown = [&] {
        if (open.window && !table) {
            open.window->showRecord({EntityKind::Contact, 1}, ui::BookWindow::Where::ItsPage);
            table = shownTable();
        }
        return table && showsRows(table);
    };
    if (!await(isShown))
        return 1;
    table->viewport()->repaint();
    QJsonObject numbers{{u"first_rows"_s, QJsonArray{sinceStart()}}};
    numbers[u"all_ids"_s] = QJsonArray{settled([&] { return table->model()->rowCount(); })};
    numbers[u"resident"_s] = QJsonArray{double(memory().resident)};
    numbers[u"frames"_s] = scroll(table);
    numbers[u"jumps"_s] = jump(table);
    numbers[u"scrolled"_s] = QJsonArray{double(memory().resident)};
    numbers[u"longest"_s] = QJsonArray{longestEvent};
    return tell(numbers);
}

// The column with the most cards, once they are loaded.
ui::CardList *shownCards(const ui::Shell &shell)
{
    ui::CardList *longest = nullptr;
    for (ui::CardList *list : shell.findChildren<ui::CardList *>()) {
        const int cards = list->isVisible() ? list->model()->rowCount() : 0;
        if (cards > 0 && (!longest || cards > longest->model()->rowCount()))
            longest = list;
    }
    return longest;
}

QJsonArray scrollCards(ui::CardList &list)
{
    QJsonArray frames;
    for (int frame = 0; frame < 60; ++frame) {
        QElapsedTimer clock;
        clock.start();
        list.verticalScrollBar()->setValue(list.verticalScrollBar()->value() + list.height() / 4);
        QApplication::processEvents();
        list.viewport()->repaint();
        frames += double(clock.nsecsElapsed()) / 1e6;
    }
    return frames;
}

// Simulates dragging the first card up and down every column.
QJsonArray dragCards(const ui::Shell &shell, const ui::CardList &from)
{
    QJsonArray frames;
    const std::unique_ptr<QMimeData> card(from.model()->mimeData({from.model()->index(0, 0)}));
    const auto send = [&](QWidget *target, auto event) { QApplication::sendEvent(target, &event); };
    for (ui::CardList *list : shell.findChildren<ui::CardList *>()) {
        if (!list->isVisible())
            continue;
        QWidget *target = list->viewport();
        send(target, QDragEnterEvent({20, 20}, Qt::MoveAction, card.get(), Qt::LeftButton, Qt::NoModifier));
        for (int step = 0; step < 20; ++step) {
            QElapsedTimer clock;
            clock.start();
            const QPoint place(20, 20 + (target->height() - 40) * step / 20);
            send(target, QDragMoveEvent(place, Qt::MoveAction, card.get(), Qt::LeftButton, Qt::NoModifier));
            QApplication::processEvents();
            target->repaint();
            frames += double(clock.nsecsElapsed()) / 1e6;
        }
        send(target, QDragLeaveEvent());
    }
    return frames;
}

int showBoard(QApplication &application, const QString &book)
{
    Opened open(application, book, u"board"_s);
    ui::CardList *cards = nullptr;
    const bool isShown = await([&] {
        if (open.window && !cards) {
            open.shell->showPage(u"board"_s);
            cards = shownCards(*open.shell);
        }
        return cards != nullptr;
    });
    if (!isShown)
        return 1;
    settled([&] {
        int all = 0;
        for (const ui::CardList *list : open.shell->findChildren<ui::CardList *>())
            all += list->model()->rowCount();
        return all;
    });
    return tell({{u"card_frames"_s, scrollCards(*cards)},
                 {u"drag_frames"_s, dragCards(*open.shell, *cards)},
                 {u"longest"_s, QJsonArray{longestEvent}}});
}

} // namespace

int startAndTell(int argc, char **argv)
{
    ui::WatchdogApplication application(argc, argv);
    application.watch({}, keepLongest);
    const QByteArrayView what(argv[2]);
    if (argc > 3 && what == "window")
        return showBook(application, QString::fromLocal8Bit(argv[3]));
    if (argc > 3 && what == "board")
        return showBoard(application, QString::fromLocal8Bit(argv[3]));
    return showBareWindow();
}

} // namespace headway::bench

#else

namespace headway::bench {

int startAndTell(int, char **)
{
    return 1; // this build has no window
}

} // namespace headway::bench

#endif
