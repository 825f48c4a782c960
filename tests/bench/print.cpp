// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/print.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace headway::bench {

QString milliseconds(double ms)
{
    if (ms <= 0)
        return u"–"_s;
    if (ms < 1)
        return QString::number(ms * 1000, 'f', ms < 0.01 ? 1 : 0) + u" µs"_s;
    return QString::number(ms, 'f', ms < 100 ? 1 : 0) + u" ms"_s;
}

namespace {

QString ratioOf(const Measurement &m)
{
    if (m.rawMedian <= 0 || m.samples == 0)
        return u"–"_s;
    return u"%1 (%2–%3)"_s.arg(m.ratio(), 0, 'f', 2).arg(m.lowRatio, 0, 'f', 2).arg(m.highRatio, 0, 'f', 2);
}

QString budgetOf(const Budget &budget)
{
    QStringList parts;
    if (budget.ratio > 0)
        parts += u"≤ %1 ×"_s.arg(budget.ratio);
    if (budget.median > 0)
        parts += u"≤ "_s + milliseconds(budget.median);
    if (budget.p99 > 0)
        parts += u"p99 ≤ "_s + milliseconds(budget.p99);
    return parts.join(u", "_s);
}

QString verdictOn(const Measurement &m)
{
    if (budgetOf(m.budget).isEmpty())
        return u"–"_s;
    if (m.isMet())
        return u"met"_s;
    return m.isMissedByRaw() ? u"missed, raw too"_s : u"MISSED"_s;
}

QStringList cells(const Measurement &m)
{
    return {m.name,
            ratioOf(m),
            milliseconds(m.median),
            m.rawMedian > 0 ? milliseconds(m.rawMedian) : u"–"_s,
            milliseconds(m.p99),
            m.p99Work > 0 ? milliseconds(m.p99Work) : u"–"_s,
            m.rawMedian > 0 ? milliseconds(m.rawP99) : u"–"_s,
            budgetOf(m.budget),
            verdictOn(m),
            m.note};
}

const QStringList headings{u"what"_s,        u"× raw (rounds)"_s, u"median"_s, u"raw"_s, u"p99"_s,
                           u"p99 of work"_s, u"raw p99"_s,        u"budget"_s, u""_s,    u"note"_s};

void printTable(const std::vector<Measurement> &measurements)
{
    std::vector<QStringList> lines{headings};
    for (const Measurement &m : measurements)
        lines.push_back(cells(m));
    printLines(lines);
}

void printMarkdown(const std::vector<Measurement> &measurements)
{
    std::puts((u"| "_s + headings.join(u" | "_s) + u" |"_s).toUtf8().constData());
    std::puts((u'|' + QString(u"---|"_s).repeated(headings.size())).toUtf8().constData());
    for (const Measurement &m : measurements)
        std::puts((u"| "_s + cells(m).join(u" | "_s) + u" |"_s).toUtf8().constData());
}

void printJson(const std::vector<Measurement> &measurements)
{
    QJsonArray rows;
    for (const Measurement &m : measurements)
        rows += QJsonObject{{u"name"_s, m.name},
                            {u"scale"_s, m.scale},
                            {u"samples"_s, m.samples},
                            {u"ratio"_s, m.ratio()},
                            {u"ratio_low"_s, m.lowRatio},
                            {u"ratio_high"_s, m.highRatio},
                            {u"median_ms"_s, m.median},
                            {u"p99_ms"_s, m.p99},
                            {u"p99_work_ms"_s, m.p99Work},
                            {u"raw_median_ms"_s, m.rawMedian},
                            {u"raw_p99_ms"_s, m.rawP99},
                            {u"budget"_s, budgetOf(m.budget)},
                            {u"met"_s, m.isMet()},
                            {u"verdict"_s, verdictOn(m)},
                            {u"note"_s, m.note}};
    std::fputs(QJsonDocument(rows).toJson().constData(), stdout);
}

} // namespace

void printLines(const std::vector<QStringList> &lines)
{
    std::vector<qsizetype> widths(size_t(lines.front().size()), 0);
    for (const QStringList &line : lines) {
        for (qsizetype i = 0; i < line.size(); ++i)
            widths[size_t(i)] = std::max(widths[size_t(i)], line[i].size());
    }
    for (const QStringList &line : lines) {
        QString text;
        for (qsizetype i = 0; i < line.size(); ++i)
            text += line[i].leftJustified(widths[size_t(i)] + 2);
        std::puts(text.trimmed().toUtf8().constData());
    }
}

void print(const std::vector<Measurement> &measurements, Form form)
{
    switch (form) {
    case Form::Table: return printTable(measurements);
    case Form::Markdown: return printMarkdown(measurements);
    case Form::Json: return printJson(measurements);
    }
}

} // namespace headway::bench
