// SPDX-License-Identifier: GPL-3.0-or-later
// Measures what users wait for against the bare engine; docs/performance.md explains the table. A slow result
// is no failure: the exit status is 0 once everything was measured.
#include "bench/against.h"
#include "bench/families.h"
#include "bench/measure.h"
#include "bench/print.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

struct Wishes {
    QStringList scales = {};
    QStringList only = {};
    QString serverScale = {}; // empty if nothing was said of it
    QString against = {};     // the bench of another build
    int rounds = 5;
    bench::Form form = bench::Form::Table;
};

Wishes readWishes(const QCoreApplication &program)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Measures Headway against the bare engine."_s);
    parser.addHelpOption();
    const QCommandLineOption scale(
        u"scale"_s, u"small, medium, large or a number of deals; may be repeated."_s, u"scale"_s, u"large"_s);
    const QCommandLineOption serverScale(
        u"server-scale"_s, u"The same on the server that HEADWAY_TEST_PG names; 5000 by itself."_s,
        u"scale"_s);
    const QCommandLineOption against(
        u"against"_s, u"Compares with that bench, of another build, row by row in turn."_s, u"program"_s);
    const QCommandLineOption rounds(u"rounds"_s, u"How often each of the two is run: 5 by itself."_s,
                                    u"number"_s, u"5"_s);
    const QCommandLineOption tenth(u"growth"_s, u"Also at a tenth and a hundredth of the scale large."_s);
    const QCommandLineOption only(u"only"_s, u"Rows whose names begin so; may be repeated."_s, u"name"_s);
    const QCommandLineOption json(u"json"_s, u"For comparison with another run."_s);
    const QCommandLineOption markdown(u"markdown"_s, u"For docs/performance.md."_s);
    parser.addOptions({scale, serverScale, against, rounds, tenth, only, json, markdown});
    parser.process(program);
    Wishes wishes{parser.values(scale), parser.values(only), parser.value(serverScale), parser.value(against),
                  std::max(1, parser.value(rounds).toInt())};
    if (parser.isSet(tenth))
        wishes.scales = QStringList{u"5000"_s, u"medium"_s, u"large"_s};
    if (parser.isSet(json))
        wishes.form = bench::Form::Json;
    if (parser.isSet(markdown))
        wishes.form = bench::Form::Markdown;
    return wishes;
}

void measureImports(bench::Bench &bench)
{
    bench::measureImport(bench);
    bench::measureWorkbooks(bench);
    bench::measureFreshImport(bench);
}

// What is measured together, in the order of the table, and how the names of its rows begin.
struct Family {
    QStringList rows = {};
    void (*measure)(bench::Bench &) = nullptr;
    bool dependsOnServer = false; // the others are about files, or about this computer
};

const std::vector<Family> families{
    {{u"record."_s}, bench::measureRecords, true},
    {{u"list."_s}, bench::measureLists, true},
    {{u"board."_s}, bench::measureBoard, true},
    {{u"search."_s}, bench::measureSearch, true},
    {{u"timeline."_s, u"today"_s, u"forecast."_s, u"report."_s}, bench::measureTimes, true},
    {{u"board.wide."_s}, bench::measureWideBoard},
    {{u"export."_s}, bench::measureExport},
    {{u"start."_s, u"window."_s, u"memory."_s}, bench::measureStart},
    {{u"commit."_s}, bench::measureCommits, true},
    {{u"import."_s}, measureImports},
    {{u"bulk."_s}, bench::measureBulk, true}};

std::vector<bench::Measurement> measureOn(const QString &server, const QString &scale,
                                          const QStringList &only)
{
    bench::Bench bench(bench::must(bench::sampleBookOn(server, scale)), u"PostgreSQL, "_s + scale, only);
    for (const Family &family : families) {
        if (family.dependsOnServer)
            family.measure(bench);
    }
    return bench.measurements();
}

std::vector<bench::Measurement> measure(const QString &scale, const QStringList &only)
{
    bench::Bench bench(bench::must(bench::sampleBook(scale)), scale, only);
    for (const Family &family : families)
        family.measure(bench);
    return bench.measurements();
}

void compare(const Wishes &wishes)
{
    bench::Comparison comparison{.program = wishes.against, .only = wishes.only, .rounds = wishes.rounds};
    for (const QString &scale : wishes.scales)
        comparison.arguments += {u"--scale"_s, scale};
    comparison.onServer = !wishes.serverScale.isEmpty();
    if (comparison.onServer)
        comparison.arguments += {u"--server-scale"_s, wishes.serverScale};
    for (const Family &family : families) {
        for (const QString &rows : family.rows) {
            const bool isKnown = std::any_of(comparison.families.cbegin(), comparison.families.cend(),
                                             [&rows](const QString &each) { return rows.startsWith(each); });
            if (!isKnown)
                comparison.families += rows;
        }
    }
    bench::compareBuilds(comparison);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1 && QByteArrayView(argv[1]) == "--start")
        return bench::startAndTell(argc, argv);
    const QCoreApplication program(argc, argv);
    const Wishes wishes = readWishes(program);
    if (!wishes.against.isEmpty()) {
        compare(wishes);
        return 0;
    }
    bench::listenToEveryConnection();
    std::vector<bench::Measurement> all;
    for (const QString &scale : wishes.scales) {
        const std::vector<bench::Measurement> more = measure(scale, wishes.only);
        all.insert(all.end(), more.begin(), more.end());
    }
    // The scripts that run this start a server; without one, only SQLite is measured.
    if (const QString server = qEnvironmentVariable("HEADWAY_TEST_PG"); !server.isEmpty()) {
        const std::vector<bench::Measurement> more =
            measureOn(server, wishes.serverScale.isEmpty() ? u"5000"_s : wishes.serverScale, wishes.only);
        all.insert(all.end(), more.begin(), more.end());
    }
    bench::print(all, wishes.form);
    return 0;
}
