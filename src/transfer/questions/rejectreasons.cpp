// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/questions/rejectreasons.h"

#include "domain/records/inenglish.h"
#include "domain/text/text.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

constexpr int mostValues = 50; // of a column; more are one line together
constexpr qsizetype longestValue = 60;

} // namespace

bool RejectReasons::isAbout(const QString &column) const
{
    return std::any_of(m_ofThisRow.begin(), m_ofThisRow.end(),
                       [&](const RejectReason &reason) { return reason.column == column; });
}

QString RejectReasons::columns() const
{
    QStringList columns;
    for (const RejectReason &reason : m_ofThisRow) {
        if (!reason.column.isEmpty() && !columns.contains(reason.column))
            columns += reason.column;
    }
    return columns.join(u", "_s);
}

Sentence RejectReasons::sentence() const
{
    Sentence all;
    for (const RejectReason &reason : m_ofThisRow)
        all = all.isEmpty() ? reason.reason : Sentence::tr("%1 %2").arg(all, reason.reason);
    return all;
}

void RejectReasons::countRow()
{
    for (RejectReason &reason : m_ofThisRow) {
        reason.value = beginning(reason.value.simplified(), longestValue);
        Key key{reason.column, fold(reason.value), inEnglish(reason.reason)};
        auto known = m_counted.find(key);
        const bool isNew = known == m_counted.end();
        if (isNew && !reason.value.isEmpty() && m_values[reason.column]++ >= mostValues) {
            reason.value.clear();
            reason.reason = Sentence::tr("%1 has more values that do not fit.").arg(reason.column);
            key = Key{reason.column, QString(), QString()};
            known = m_counted.find(key);
        }
        if (known == m_counted.end())
            known = m_counted.emplace(key, reason).first;
        ++known->second.rows;
    }
    m_ofThisRow.clear();
}

std::vector<RejectReason> RejectReasons::all() const
{
    std::vector<RejectReason> reasons;
    for (const auto &[key, reason] : m_counted)
        reasons.push_back(reason);
    std::stable_sort(reasons.begin(), reasons.end(),
                     [](const RejectReason &a, const RejectReason &b) { return a.rows > b.rows; });
    return reasons;
}

} // namespace headway::transfer
