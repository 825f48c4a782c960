// SPDX-License-Identifier: GPL-3.0-or-later
// Divides records among owners, e.g. the contacts among the companies: every owner has at least one, the
// rest is distributed by weight, and each owner's records are consecutive, so that four bytes per owner
// suffice. Built once; then pure look-ups, any thread.
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <vector>

namespace headway::sample {

class Shares
{
public:
    // weights[i] ≥ 0; total is at least the number of weights.
    Shares(const std::vector<quint8> &weights, qint64 total)
    {
        const qint64 owners = qint64(weights.size());
        qint64 sum = 0;
        for (const quint8 weight : weights)
            sum += weight;
        qint64 before = 0;
        m_first.reserve(weights.size() + 1);
        for (qint64 i = 0; i < owners; ++i) {
            m_first.push_back(quint32(i + (total - owners) * before / std::max<qint64>(1, sum)));
            before += weights[size_t(i)];
        }
        m_first.push_back(quint32(total));
    }

    qint64 owners() const { return qint64(m_first.size()) - 1; }
    qint64 total() const { return m_first.back(); }
    qint64 first(qint64 owner) const { return m_first[size_t(owner)]; }
    qint64 count(qint64 owner) const { return first(owner + 1) - first(owner); }
    qint64 ownerOf(qint64 record) const
    {
        return std::upper_bound(m_first.begin(), m_first.end(), quint32(record)) - m_first.begin() - 1;
    }

private:
    std::vector<quint32> m_first;
};

} // namespace headway::sample
