// SPDX-License-Identifier: GPL-3.0-or-later
// The program as a whole: from the start to the first rows, frames while scrolling, jumps, and memory. Each
// start is a new process; another one with a bare window is measured for comparison.
#include "app/program/settings.h"
#include "bench/families.h"
#include "bench/measure.h"
#include "store/schema/schema.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <algorithm>
#include <chrono>
#include <map>

using namespace Qt::StringLiterals;

namespace headway::bench {

namespace {

constexpr double mebi = 1 << 20;

qint64 nanoseconds()
{
    return std::chrono::steady_clock::now().time_since_epoch().count();
}

using Told = std::map<QString, std::vector<double>>;

// Starts itself as `what` and adds the numbers that it prints.
void start(const QString &what, const QString &book, Told &told)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"HEADWAY_BENCH_STARTED"_s, QString::number(nanoseconds()));
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(), {u"--start"_s, what, book});
    process.waitForFinished(-1);
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        orGiveUp({ErrorCode::Internal,
                  Sentence::verbatim(u"The window did not show what is measured: "_s + what)});
    const QJsonObject numbers = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    for (const QString &name : numbers.keys()) {
        const QJsonArray list = numbers[name].toArray();
        for (const auto &number : list)
            told[name].push_back(number.toDouble());
    }
}

// The windows that are started know who works in the book, and need not ask.
void sayWhoWorks(Bench &bench)
{
    const QString uuid = must(store::bookValue(bench.reader(), u"uuid"_s));
    for (const QString &place : {u"contacts"_s, u"board"_s})
        app::Settings(settingsFile(bench.book().path, place)).change(app::setting::worksAs, uuid, qint64(1));
}

double median(std::vector<double> numbers)
{
    if (numbers.empty())
        return 0;
    std::nth_element(numbers.begin(), numbers.begin() + std::ssize(numbers) / 2, numbers.end());
    return numbers[numbers.size() / 2];
}

} // namespace

void measureStart(Bench &bench)
{
#ifdef HEADWAY_UI
    if (!bench.wants(u"start.first-rows"_s) && !bench.wants(u"window.frame"_s))
        return;
    Told bare;
    Told full;
    Told board;
    sayWhoWorks(bench);
    start(u"window"_s, bench.book().path, full); // not counted
    start(u"board"_s, bench.book().path, board);
    full.clear();
    board.clear();
    for (int round = 0; round < 15; ++round) {
        start(u"bare"_s, {}, bare);
        start(u"window"_s, bench.book().path, full);
        start(u"board"_s, bench.book().path, board);
    }
    const double floor = median(bare[u"first_paint"_s]);
    const double room = median(bare[u"resident"_s]);
    const auto beside = [&](const QString &unit, double number) {
        return u"bare window %1 %2"_s.arg(number, 0, 'f', 0).arg(unit);
    };
    bench.add({u"start.first-rows"_s, {.median = floor + 150}, 1, beside(u"ms"_s, floor)},
              full[u"first_rows"_s]);
    bench.add({u"start.all-ids"_s, {}, 1, {}}, full[u"all_ids"_s]);
    bench.add({u"window.frame"_s, {.p99 = 16.7}, 1, u"scrolling by three rows"_s}, full[u"frames"_s]);
    bench.add({u"window.jump"_s, {.p99 = 16.7}, 1, u"anywhere, until painted with its rows"_s},
              full[u"jumps"_s]);
    bench.add({u"window.board-frame"_s, {.p99 = 16.7}, 1, u"scrolling cards by a quarter of a column"_s},
              board[u"card_frames"_s]);
    bench.add({u"window.drag-frame"_s, {.p99 = 16.7}, 1, u"carrying a card up and down all columns"_s},
              board[u"drag_frames"_s]);
    bench.add({u"window.board-longest-event"_s, {.p99 = 16.7}, 1, u"of each start at the board"_s},
              board[u"longest"_s]);
    bench.add({u"window.longest-event"_s,
               {.p99 = 16.7},
               1,
               u"processor time of one event, the longest of each start"_s},
              full[u"longest"_s]);
    for (const auto &[name, what] : {std::pair(u"resident"_s, u"after the start"_s),
                                     std::pair(u"scrolled"_s, u"after scrolling all over the list"_s)})
        bench.note(
            u"memory."_s + name,
            u"%1 MiB %2, bare window %3 MiB, budget +100 MiB"_s.arg(median(full[name]) / mebi, 0, 'f', 0)
                .arg(what)
                .arg(room / mebi, 0, 'f', 0));
#else
    Q_UNUSED(bench)
#endif
}

} // namespace headway::bench
