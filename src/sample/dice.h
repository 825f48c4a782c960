// SPDX-License-Identifier: GPL-3.0-or-later
// Random numbers for the sample book: the same on every machine and compiler. A Dice is made for one record
// from (seed, stream, index), so any record can be computed again without the ones before. SplitMix64
// (Steele, Lea, Flood 2014); integers only. Nothing fails; any thread.
#pragma once

#include <QtGlobal>

namespace headway::sample {

enum class Stream : quint64 {
    Company = 1,
    CompanyDetail,
    Contact,
    ContactDetail,
    Lead,
    LeadDetail,
    Deal,
    DealDetail,
    Activity,
    ActivityText,
    LeadActivity,
    User,
    Size,
};

class Dice
{
public:
    Dice(quint64 seed, Stream stream, qint64 index)
        : m_state(mixed(seed + quint64(stream) * 0x9e3779b97f4a7c15ULL)
                  ^ (quint64(index) * 0xd1342543de82ef95ULL))
    {
    }

    quint32 next()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        return quint32(mixed(m_state) >> 32);
    }

    // 0 … count-1, uniformly; count is 1 … 2^31.
    qint64 below(qint64 count) { return qint64((quint64(next()) * quint64(count)) >> 32); }

    // lowest … highest, inclusive.
    qint64 between(qint64 lowest, qint64 highest) { return lowest + below(highest - lowest + 1); }

    // True in `percent` of a hundred cases.
    bool chance(int percent) { return below(100) < percent; }

    // 0 … count-1, the first ones far more often than the last, as with names and words.
    qint64 skewed(qint64 count)
    {
        const quint64 u = next();
        return qint64((((u * u) >> 32) * quint64(count)) >> 32);
    }

    // A random item of a table: a span, an array, a vector.
    template <class Table>
    const auto &pick(const Table &table)
    {
        return table[size_t(below(qint64(table.size())))];
    }
    template <class Table>
    const auto &pickSkewed(const Table &table)
    {
        return table[size_t(skewed(qint64(table.size())))];
    }

private:
    static constexpr quint64 mixed(quint64 z)
    {
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }

    quint64 m_state;
};

} // namespace headway::sample
