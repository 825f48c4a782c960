// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers the rows, passes them to the sink, reports progress. One thread; fails when the sink fails or the
// progress returns false.
#pragma once

#include "sample/sample.h"
#include "sample/samplerow.h"

namespace headway::sample {

class SampleWriter
{
public:
    SampleWriter(const SampleSink &sink, const Progress &progress, qint64 expected)
        : m_sink(sink), m_progress(progress), m_expected(expected)
    {
    }

    // The next id of its kind.
    Result<> put(const SampleRow &row, Instant createdAt)
    {
        return put(row.kind(), ++m_lastId[size_t(row.kind())], row.row(), createdAt);
    }

    Result<> put(EntityKind kind, qint64 id, const Row &row, Instant createdAt)
    {
        if ((++m_count & 0xfff) == 0 && m_progress && !m_progress(m_count, m_expected))
            return failure(ErrorCode::Cancelled, Sentence::tr("The sample book was not finished."));
        return m_sink(kind, id, row, createdAt);
    }

private:
    const SampleSink &m_sink;
    const Progress &m_progress;
    qint64 m_expected;
    qint64 m_count = 0;
    std::array<qint64, entityKindCount> m_lastId{};
};

inline qint64 idOf(qint64 index)
{
    return index + 1;
}

} // namespace headway::sample
