// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/rows/rowrecords.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

constexpr size_t mostRuns = 1'000'000; // a few dozen megabytes; what comes after is known by its keys

} // namespace

void RowRecords::append(std::vector<Run> &runs, const Run &run)
{
    if (!runs.empty()) {
        Run &last = runs.back();
        if (run.line == last.line + last.count && run.record == last.record + last.count) {
            last.count += run.count;
            return;
        }
    }
    if (runs.size() < mostRuns)
        runs.push_back(run);
}

void RowRecords::add(qint64 line, qint64 record)
{
    append(m_runs, {line, record, 1});
}

// For at() and lineOf().
void RowRecords::sort()
{
    std::stable_sort(m_runs.begin(), m_runs.end(),
                     [](const Run &a, const Run &b) { return a.line < b.line; });
    std::vector<Run> sorted = m_runs;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Run &a, const Run &b) { return a.record < b.record; });
    for (const Run &run : sorted) {
        const bool isSaid = !m_byRecord.empty() && m_byRecord.back().record == run.record
            && m_byRecord.back().count >= run.count; // by an earlier row
        if (isSaid)
            continue;
        const qint64 end = run.record + run.count;
        m_ends.push_back(m_ends.empty() ? end : std::max(m_ends.back(), end));
        m_byRecord.push_back(run);
    }
}

qint64 RowRecords::at(qint64 line) const
{
    const auto after = std::upper_bound(m_runs.begin(), m_runs.end(), line,
                                        [](qint64 wanted, const Run &run) { return wanted < run.line; });
    if (after == m_runs.begin())
        return 0;
    const Run &run = *std::prev(after);
    return line < run.line + run.count ? run.record + (line - run.line) : 0;
}

qint64 RowRecords::lineOf(qint64 record) const
{
    const auto after = std::upper_bound(m_byRecord.begin(), m_byRecord.end(), record,
                                        [](qint64 wanted, const Run &run) { return wanted < run.record; });
    qint64 line = 0;
    for (auto i = after - m_byRecord.begin(); i > 0 && m_ends[size_t(i - 1)] > record; --i) {
        const Run &run = m_byRecord[size_t(i - 1)];
        if (record >= run.record + run.count)
            continue;
        const qint64 here = run.line + (record - run.record);
        line = line ? std::min(line, here) : here;
    }
    return line;
}

QString RowRecords::text() const
{
    std::vector<Run> sorted = m_runs;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Run &a, const Run &b) { return a.line < b.line; });
    std::vector<Run> runs;
    for (const Run &run : sorted)
        append(runs, run);
    QString text;
    for (const Run &run : runs) {
        text += (text.isEmpty() ? QString() : u" "_s) + QString::number(run.line) + u':'
            + QString::number(run.record);
        if (run.count > 1)
            text += u'*' + QString::number(run.count);
    }
    return text;
}

RowRecords RowRecords::parse(const QString &text)
{
    RowRecords records;
    for (const QStringView part : QStringView(text).split(u' ', Qt::SkipEmptyParts)) {
        const qsizetype colon = part.indexOf(u':');
        const qsizetype star = part.indexOf(u'*');
        bool isLine = false;
        bool isRecord = false;
        bool isCount = true;
        Run run{part.left(std::max<qsizetype>(colon, 0)).toLongLong(&isLine),
                part.mid(colon + 1, star < 0 ? -1 : star - colon - 1).toLongLong(&isRecord),
                star < 0 ? 1 : part.mid(star + 1).toLongLong(&isCount)};
        constexpr qint64 most = Q_INT64_C(1) << 60; // so that sums do not overflow
        const bool isSound = isLine && isRecord && isCount && run.line > 0 && run.record > 0 && run.count > 0
            && run.line < most && run.record < most && run.count < most;
        if (isSound)
            append(records.m_runs, run);
    }
    records.sort();
    return records;
}

} // namespace headway::transfer
