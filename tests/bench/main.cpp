// SPDX-License-Identifier: GPL-3.0-or-later
// Measures what users wait for against the bare engine; docs/performance.md explains the table. A slow result
// is no failure: the exit status is 0 once everything was measured.
#include "bench/families.h"
#include "bench/measure.h"
#include "bench/print.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

struct Wishes {
    QStringList scales = {};
    QStringList only = {};
    QString serverScale = {};
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
        u"scale"_s, u"5000"_s);
    const QCommandLineOption tenth(u"growth"_s, u"Also at a tenth and a hundredth of the scale large."_s);
    const QCommandLineOption only(u"only"_s, u"Rows whose names begin so; may be repeated."_s, u"name"_s);
    const QCommandLineOption json(u"json"_s, u"For comparison with another run."_s);
    const QCommandLineOption markdown(u"markdown"_s, u"For docs/performance.md."_s);
    parser.addOptions({scale, serverScale, tenth, only, json, markdown});
    parser.process(program);
    Wishes wishes{parser.values(scale), parser.values(only), parser.value(serverScale)};
    if (parser.isSet(tenth))
        wishes.scales = QStringList{u"5000"_s, u"medium"_s, u"large"_s};
    if (parser.isSet(json))
        wishes.form = bench::Form::Json;
    if (parser.isSet(markdown))
        wishes.form = bench::Form::Markdown;
    return wishes;
}

// The reads that all users wait for, on any engine.
void measureReading(bench::Bench &bench)
{
    bench::measureRecords(bench);
    bench::measureLists(bench);
    bench::measureBoard(bench);
    bench::measureSearch(bench);
    bench::measureTimes(bench);
}

// Only the rows that depend on the server. The others are about files, or about this computer.
std::vector<bench::Measurement> measureOn(const QString &server, const QString &scale,
                                          const QStringList &only)
{
    bench::Bench bench(bench::must(bench::sampleBookOn(server, scale)), u"PostgreSQL, "_s + scale, only);
    measureReading(bench);
    bench::measureCommits(bench);
    return bench.measurements();
}

std::vector<bench::Measurement> measure(const QString &scale, const QStringList &only)
{
    bench::Bench bench(bench::must(bench::sampleBook(scale)), scale, only);
    measureReading(bench);
    bench::measureWideBoard(bench);
    bench::measureExport(bench);
    bench::measureStart(bench);
    bench::measureCommits(bench);
    bench::measureImport(bench);
    bench::measureFreshImport(bench);
    return bench.measurements();
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1 && QByteArrayView(argv[1]) == "--start")
        return bench::startAndTell(argc, argv);
    const QCoreApplication program(argc, argv);
    const Wishes wishes = readWishes(program);
    bench::listenToEveryConnection();
    std::vector<bench::Measurement> all;
    for (const QString &scale : wishes.scales) {
        const std::vector<bench::Measurement> more = measure(scale, wishes.only);
        all.insert(all.end(), more.begin(), more.end());
    }
    // The scripts that run this start a server; without one, only SQLite is measured.
    if (const QString server = qEnvironmentVariable("HEADWAY_TEST_PG"); !server.isEmpty()) {
        const std::vector<bench::Measurement> more = measureOn(server, wishes.serverScale, wishes.only);
        all.insert(all.end(), more.begin(), more.end());
    }
    bench::print(all, wishes.form);
    return 0;
}
