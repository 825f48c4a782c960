// SPDX-License-Identifier: GPL-3.0-or-later
// How times are measured: ours and the bare engine take turns in rounds, in rotated order, with the same
// parameters, after a warm-up pass, because the first access to a page costs more. What counts is the ratio
// of the medians; the absolute time is shown as well. On one thread. Other programs that use the processors
// distort the slowest hundredth: reads are therefore judged by processor time.
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

// What docs/performance.md allows; 0: no limit.
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
    double rawMedian = 0; // 0: no comparison
    double rawP99 = 0;
    double p99Work = 0;  // of processor time only; 0: unknown
    double lowRatio = 0; // of the rounds
    double highRatio = 0;
    Budget budget = {};
    QString note = {}; // "500,000 rows, 180,000 rows/s"

    double ratio() const { return rawMedian > 0 ? median / rawMedian : 0; }
    bool isMet() const;
    // Missed, but by the bare engine as well: the ratio is met, the machine is too slow.
    bool isMissedByRaw() const;

private:
    bool keepsRatio() const { return budget.ratio == 0 || rawMedian == 0 || ratio() <= budget.ratio; }
    double slowest() const { return p99Work > 0 ? p99Work : p99; }
};

struct Case {
    QString name = {};
    Budget budget = {};
    int parameters = 50; // number of different ones
    QString note = {};
};

class Bench
{
public:
    Bench(SampleBook book, QString scale, QStringList only);
    ~Bench();

    const SampleBook &book() const { return m_book; }
    const QString &scale() const { return m_scale; }
    const QStringList &only() const { return m_only; }
    sql::Connection &reader() { return *m_reader; }
    sql::Connection &writer() { return *m_writer; }
    store::Viewer viewer(int sample) const; // one of the salespeople
    // Ids spread over all records of a kind, the same in each run.
    std::vector<qint64> someIds(EntityKind kind, int count);

    // Whether the user asked for it, by its name or the beginning of its name.
    bool wants(const QString &name) const;

    // `job` reads with the parameter of that number; the recorded statements are run by the bare engine.
    using Job = std::function<Result<>(sql::Connection &, int parameter)>;
    void compareReading(const Case &what, const Job &job);
    // Each call of `job` is one committed step; the bare engine writes the same rows in one transaction.
    void compareWriting(const Case &what, const Job &job);
    // Any two ways, each called with the number of the parameter.
    using Way = std::function<void(int parameter)>;
    Measurement &compare(const Case &what, const Way &ours, const Way &raw);
    // Without a comparison.
    void time(const Case &what, const Way &ours);
    // Samples measured elsewhere, in ms.
    void add(const Case &what, std::vector<double> samples);
    void addPair(const Case &what, const std::vector<double> &ours, const std::vector<double> &raw);

    // What was measured on another book.
    void addAll(const std::vector<Measurement> &measurements);

    // A result that is not a time.
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

// The value; on an error, prints it and ends the program.
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
