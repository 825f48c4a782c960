// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/measure.h"

#include "domain/fields/entity.h"
#include "domain/records/inenglish.h"
#include "store/book/book.h"
#include "store/reading/lists.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;

namespace headway::bench {

namespace {

constexpr int fewestSamples = 30;
constexpr int fewestRounds = 6;
constexpr double patience = 1500; // ms for one row of the table, unless its samples need more

double now()
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

double quantile(std::vector<double> values, double part)
{
    if (values.empty())
        return 0;
    const auto at =
        values.begin() + std::min(std::ptrdiff_t(part * double(values.size())), std::ssize(values) - 1);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

double workNow()
{
    timespec time = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

std::vector<double> timed(const Bench::Way &way, int parameters)
{
    std::vector<double> times;
    for (int i = 0; i < parameters; ++i) {
        const double from = now();
        way(i);
        times.push_back(now() - from);
    }
    return times;
}

void append(std::vector<double> &all, const std::vector<double> &more)
{
    all.insert(all.end(), more.begin(), more.end());
}

int roundsFor(double onePass, int parameters)
{
    const int needed = std::max(fewestRounds, (fewestSamples + parameters - 1) / parameters);
    return std::max(needed, std::min(20, int(patience / std::max(onePass, 0.01))));
}

// Shows progress.
void say(const Measurement &m)
{
    std::fprintf(stderr, "  %-32s %6.2f x  %10.3f ms  p99 %10.3f ms  %s\n", qPrintable(m.name), m.ratio(),
                 m.median, m.p99, m.isMet() ? "" : "MISSED");
}

} // namespace

bool Measurement::isMet() const
{
    return keepsRatio() && (budget.p99 == 0 || slowest() <= budget.p99)
        && (budget.median == 0 || median <= budget.median);
}

bool Measurement::isMissedByRaw() const
{
    const auto allows = [](double most, double ours, double raw) {
        return most == 0 || ours <= most || raw > most;
    };
    return !isMet() && keepsRatio() && allows(budget.p99, slowest(), rawP99)
        && allows(budget.median, median, rawMedian);
}

void orGiveUp(const Error &error)
{
    std::fprintf(stderr, "%s %s\n", qPrintable(inEnglish(error.text)), qPrintable(error.detail));
    std::exit(1);
}

Bench::Bench(SampleBook book, QString scale, QStringList only)
    : m_book(std::move(book)), m_scale(std::move(scale)), m_only(std::move(only)),
      m_reader(must(store::openBook(m_book.path, sql::Access::Read))),
      m_writer(must(store::openBook(m_book.path, sql::Access::ReadWrite)))
{
}

Bench::~Bench() = default;

store::Viewer Bench::viewer(int sample) const
{
    constexpr int people = 8; // the smallest book has that many
    return {{2 + sample % (people - 2)}, QTimeZone::utc()};
}

std::vector<qint64> Bench::someIds(EntityKind kind, int count)
{
    const qint64 last = integerOf(must(m_reader->cell(u"SELECT max(id) FROM "_s + tableName(kind))));
    std::mt19937_64 dice(1);
    std::vector<qint64> ids;
    for (int i = 0; i < count; ++i)
        ids.push_back(1 + qint64(dice() % std::uint64_t(std::max<qint64>(last, 1))));
    return ids;
}

bool Bench::wants(const QString &name) const
{
    return m_only.isEmpty() || std::any_of(m_only.begin(), m_only.end(), [&](const QString &part) {
               return name.startsWith(part);
           });
}

void Bench::addAll(const std::vector<Measurement> &measurements)
{
    m_measurements.insert(m_measurements.end(), measurements.begin(), measurements.end());
}

void Bench::compareReading(const Case &what, const Job &job)
{
    if (!wants(what.name))
        return;
    const auto engine = RawEngine::open(m_book.path, RawEngine::Use::Read);
    std::vector<size_t> scripts;
    for (int i = 0; i < what.parameters; ++i) {
        const Recording recording(*m_reader);
        must(job(*m_reader, i));
        scripts.push_back(engine->prepare(recording.script()));
    }
    std::vector<double> work;
    const Way ours = [&](int i) {
        const double before = workNow();
        must(job(*m_reader, i));
        work.push_back(workNow() - before);
    };
    Measurement &result = compare(what, ours, [&](int i) { engine->run(scripts[size_t(i)]); });
    work.erase(work.begin(), work.begin() + what.parameters); // the warm-up pass
    // With a server, this thread's time does not include its work.
    if (m_reader->engine() == sql::Engine::Sqlite)
        result.p99Work = quantile(work, 0.99);
    say(result);
}

void Bench::compareWriting(const Case &what, const Job &job)
{
    if (!wants(what.name))
        return;
    const auto engine = RawEngine::open(m_book.path, RawEngine::Use::Write);
    std::vector<size_t> scripts;
    for (int i = 0; i < what.parameters; ++i) {
        const Recording recording(*m_writer);
        must(job(*m_writer, i));
        Script writes = writesOf(recording.script());
        for (Asked &asked : writes) {
            // The same words under a negative id, so that no search finds them.
            if (asked.statement.starts_with("INSERT INTO activity_index (rowid")
                || asked.statement.starts_with("INSERT INTO activity_doc"))
                asked.parameters[0] = -std::get<std::int64_t>(asked.parameters[0]);
        }
        scripts.push_back(engine->prepare(writes));
    }
    compare(
        what, [&](int i) { must(job(*m_writer, i)); }, [&](int i) { engine->run(scripts[size_t(i)]); });
    say(m_measurements.back());
    must(m_writer->checkpoint());
}

Measurement &Bench::compare(const Case &what, const Way &ours, const Way &raw)
{
    const double before = now();
    timed(ours, what.parameters);
    timed(raw, what.parameters);
    const int rounds = roundsFor(now() - before, what.parameters);
    std::vector<double> allOurs;
    std::vector<double> allRaw;
    std::vector<double> ratios;
    for (int round = 0; round < rounds; ++round) {
        std::vector<double> first = timed(round % 2 ? raw : ours, what.parameters);
        std::vector<double> second = timed(round % 2 ? ours : raw, what.parameters);
        if (round % 2)
            std::swap(first, second);
        ratios.push_back(quantile(first, 0.5) / quantile(second, 0.5));
        append(allOurs, first);
        append(allRaw, second);
    }
    return keep(what, std::move(allOurs), std::move(allRaw), ratios);
}

void Bench::time(const Case &what, const Way &ours)
{
    if (!wants(what.name))
        return;
    const double before = now();
    timed(ours, what.parameters);
    const int rounds = roundsFor(now() - before, what.parameters);
    std::vector<double> all;
    for (int round = 0; round < rounds; ++round)
        append(all, timed(ours, what.parameters));
    say(keep(what, std::move(all), {}, {}));
}

void Bench::add(const Case &what, std::vector<double> samples)
{
    say(keep(what, std::move(samples), {}, {}));
}

void Bench::addPair(const Case &what, const std::vector<double> &ours, const std::vector<double> &raw)
{
    std::vector<double> ratios;
    for (size_t i = 0; i < ours.size(); ++i)
        ratios.push_back(ours[i] / raw[i]);
    say(keep(what, ours, raw, ratios));
}

void Bench::note(const QString &name, const QString &note)
{
    m_measurements.push_back({.name = name, .scale = m_scale, .note = note});
}

Measurement &Bench::keep(const Case &what, std::vector<double> ours, std::vector<double> raw,
                         const std::vector<double> &ratios)
{
    Measurement result{.name = what.name, .scale = m_scale, .samples = int(ours.size())};
    result.median = quantile(ours, 0.5);
    result.p99 = quantile(ours, 0.99);
    result.rawMedian = quantile(raw, 0.5);
    result.rawP99 = quantile(raw, 0.99);
    result.lowRatio = quantile(ratios, 0);
    result.highRatio = quantile(ratios, 1);
    result.budget = what.budget;
    result.note = what.note;
    m_measurements.push_back(std::move(result));
    return m_measurements.back();
}

} // namespace headway::bench
