// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/against.h"

#include "bench/print.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <vector>

using namespace Qt::StringLiterals;

namespace headway::bench {

namespace {

enum Side { Old, New };

// What the runs of one row said, in their order.
struct Row {
    std::array<std::vector<double>, 2> medians = {}; // ms, of each run
    std::array<QString, 2> notes = {};
    std::array<bool, 2> isThere = {};
};

// The rows in the order in which they were first told of, by scale and name.
class Rows
{
public:
    void add(Side side, const QJsonObject &told)
    {
        const QString name = told.value("scale"_L1).toString() + u": "_s + told.value("name"_L1).toString();
        if (m_rows.find(name) == m_rows.end())
            m_order += name;
        Row &row = m_rows[name];
        row.isThere[side] = true;
        row.notes[side] = told.value("note"_L1).toString();
        if (const double median = told.value("median_ms"_L1).toDouble(); median > 0)
            row.medians[side].push_back(median);
    }

    const QStringList &names() const { return m_order; }
    const Row &row(const QString &name) const { return m_rows.at(name); }

private:
    QStringList m_order;
    std::map<QString, Row> m_rows;
};

double middle(std::vector<double> values)
{
    if (values.empty())
        return 0;
    const auto at = values.begin() + std::ssize(values) / 2;
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

// New to old, of the runs that came one after the other.
std::vector<double> ratiosOf(const Row &row)
{
    std::vector<double> ratios;
    for (size_t i = 0; i < std::min(row.medians[Old].size(), row.medians[New].size()); ++i)
        ratios.push_back(row.medians[New][i] / row.medians[Old][i]);
    return ratios;
}

QStringList cells(const QString &name, const Row &row)
{
    if (!row.isThere[Old] || !row.isThere[New])
        return {name, row.isThere[New] ? u"only in the new build"_s : u"only in the old build"_s,
                milliseconds(middle(row.medians[Old])), milliseconds(middle(row.medians[New])),
                row.notes[row.isThere[New] ? New : Old]};
    const std::vector<double> ratios = ratiosOf(row);
    QString ratio = u"–"_s;
    if (!ratios.empty()) {
        const auto [low, high] = std::minmax_element(ratios.begin(), ratios.end());
        ratio = u"%1 (%2–%3)"_s.arg(middle(ratios), 0, 'f', 2).arg(*low, 0, 'f', 2).arg(*high, 0, 'f', 2);
    }
    const QString notes =
        row.notes[Old] == row.notes[New] ? row.notes[New] : row.notes[Old] + u" → "_s + row.notes[New];
    return {name, ratio, milliseconds(middle(row.medians[Old])), milliseconds(middle(row.medians[New])),
            notes};
}

// What one run of a build says of the rows whose names begin like one of `only`.
QJsonArray measured(const QString &program, const Comparison &comparison, const QStringList &only)
{
    QStringList arguments = comparison.arguments + QStringList{u"--json"_s};
    for (const QString &name : only)
        arguments += {u"--only"_s, name};
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    if (!comparison.onServer) {
        QProcessEnvironment surroundings = QProcessEnvironment::systemEnvironment();
        surroundings.remove(u"HEADWAY_TEST_PG"_s);
        process.setProcessEnvironment(surroundings);
    }
    process.start(program, arguments);
    process.waitForFinished(-1);
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        std::fprintf(stderr, "%s did not measure %s; its rows are missing.\n", qPrintable(program),
                     qPrintable(only.join(u", "_s)));
    return QJsonDocument::fromJson(process.readAllStandardOutput()).array();
}

// What of a family was asked for: all of it, or what is narrower.
QStringList askedFor(const QString &family, const QStringList &only)
{
    if (only.isEmpty())
        return {family};
    QStringList asked;
    for (const QString &name : only) {
        if (name.startsWith(family))
            asked += name;
        else if (family.startsWith(name))
            asked += family;
    }
    return asked;
}

} // namespace

void compareBuilds(const Comparison &comparison)
{
    const std::array<QString, 2> programs{comparison.program, QCoreApplication::applicationFilePath()};
    Rows rows;
    for (const QString &family : comparison.families) {
        const QStringList asked = askedFor(family, comparison.only);
        for (int round = 0; !asked.isEmpty() && round < comparison.rounds; ++round) {
            for (const int turn : {round % 2, 1 - round % 2}) {
                const Side side = turn == 0 ? Old : New;
                std::fprintf(stderr, "%s, round %d of %d, %s build\n", qPrintable(family), round + 1,
                             comparison.rounds, side == Old ? "old" : "new");
                for (const auto &row : measured(programs[side], comparison, asked))
                    rows.add(side, row.toObject());
            }
        }
    }
    if (rows.names().isEmpty()) {
        std::fputs("No row was measured: there is none whose name begins so.\n", stderr);
        std::exit(1);
    }
    std::vector<QStringList> lines{{u"what"_s, u"new/old (rounds)"_s, u"old"_s, u"new"_s, u"note"_s}};
    for (const QString &name : rows.names())
        lines.push_back(cells(name, rows.row(name)));
    printLines(lines);
}

} // namespace headway::bench
