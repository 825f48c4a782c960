// SPDX-License-Identifier: GPL-3.0-or-later
// How things are timed: ours and the bare engine take turns in rounds, in rotated order, over the same
// parameters, after a pass that is not measured, because the first who touches a page pays for it. What
// counts is the ratio of the medians; the absolute stands beside it. On one thread. Where other programs
// want the processors too, the slowest hundredth tells of them: what only reads is therefore judged by
// the time that the processor worked for it.
#pragma once

#include "bench/rawengine.h"
#include "bench/samplebooks.h"
#include "sql/connection.h"
#include "store/reading/query.h"

#include <functional>
#include <memory>
#include <optional>
#include <random>
#include <vector>

namespace headway::bench {

// What PERFORMANCE.md allows; 0: nothing said.
struct Budget {
    double ratio = 0;  // of the median to the bare engine's
    double p99 = 0;    // ms
    double median = 0; // ms
};

struct Measurement {
    QString name = {};
    QString scale = {};
    int samples = 0;
    double median = 0; // ms
    double p99 = 0;
    double rawMedian = 0; // 0: there is nothing to compare with
    double rawP99 = 0;
    double p99Work = 0;  // of the processor's time alone; 0: not known
    double lowRatio = 0; // of the rounds
    double highRatio = 0;
    Budget budget = {};
    QString note = {}; // "500,000 rows, 180,000 rows/s"

    double ratio() const { return rawMedian > 0 ? median / rawMedian : 0; }
    bool isMet() const;
    // Missed, and by the bare engine as well: the ratio is as it should be, the machine is too slow for the time.
    bool isMissedByRaw() const;

private:
    bool keepsRatio() const { return budget.ratio == 0 || rawMedian == 0 || ratio() <= budget.ratio; }
    double slowest() const { return p99Work > 0 ? p99Work : p99; }
};

struct Case {
    QString name = {};
    Budget budget = {};
    int parameters = 50; // how many different ones
    QString note = {};
};

class Bench
{
public:
    Bench(SampleBook book, QString scale, QStringList only);
    ~Bench();

    const SampleBook &book() const { return m_book; }
    const QString &scale() const { return m_scale; }
    sql::Connection &reader() { return *m_reader; }
    sql::Connection &writer() { return *m_writer; }
    store::Viewer viewer(int sample) const; // one of the sales people
    // Ids spread over all of a kind, the same in each run.
    std::vector<qint64> someIds(EntityKind kind, int count);

    // Whether the user asked for it: a name, or the beginning of one.
    bool wants(const QString &name) const;

    // `job` reads with the parameter of that number; the same statements go to the bare engine.
    using Job = std::function<Result<>(sql::Connection &, int parameter)>;
    void compareReading(const Case &what, const Job &job);
    // Each call of `job` is one committed step; the bare engine writes the same rows in one transaction.
    void compareWriting(const Case &what, const Job &job);
    // Any two ways, each called with the number of the parameter.
    using Way = std::function<void(int parameter)>;
    Measurement &compare(const Case &what, const Way &ours, const Way &raw);
    // Nothing to compare with.
    void time(const Case &what, const Way &ours);
    // What was measured elsewhere, in ms.
    void add(const Case &what, std::vector<double> samples);
    void addPair(const Case &what, const std::vector<double> &ours, const std::vector<double> &raw);

    // What is no time.
    void note(const QString &name, const QString &note);

    const std::vector<Measurement> &measurements() const { return m_measurements; }

private:
    Measurement &keep(const Case &what, std::vector<double> ours, std::vector<double> raw,
                      const std::vector<double> &ratios);

    SampleBook m_book;
    QString m_scale;
    QStringList m_only;
    std::unique_ptr<sql::Connection> m_reader;
    std::unique_ptr<sql::Connection> m_writer;
    std::vector<Measurement> m_measurements;
};

// The value, or the program ends with the error's words: a benchmark has nobody to tell.
void orGiveUp(const Error &error);
template <class T>
T must(Result<T> result)
{
    if (!result)
        orGiveUp(result.error());
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

} // namespace headway::bench
