// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/maintenance/check.h"

#include "domain/records/record.h"
#include "store/maintenance/checkparts.h"
#include "store/rows/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

constexpr int mostOfAKind = 20;

Result<> readAll(sql::Connection &connection, FlawList &flaws, const Progress &progress)
{
    qint64 done = 2;
    const qint64 all = 5 + qint64(allEntityKinds().size());
    // All parts see one state of the book, though others go on writing.
    HEADWAY_TRY(snapshot, sql::Transaction::read(connection));
    for (const EntityKind kind : allEntityKinds()) {
        HEADWAY_CHECK(checkRows(connection, kind, flaws));
        HEADWAY_CHECK(checkDependents(connection, kind, flaws));
        HEADWAY_CHECK(checkLinks(connection, kind, flaws));
        HEADWAY_CHECK(checkLog(connection, kind, flaws));
        HEADWAY_CHECK(reportProgress(progress, ++done, all));
    }
    HEADWAY_CHECK(checkStages(connection, flaws));
    HEADWAY_CHECK(reportProgress(progress, ++done, all));
    HEADWAY_CHECK(checkOperations(connection, flaws));
    HEADWAY_CHECK(reportProgress(progress, ++done, all));
    HEADWAY_CHECK(checkSearchText(connection, flaws));
    HEADWAY_CHECK(reportProgress(progress, ++done, all));
    return snapshot.commit();
}

Sentence remainder(qint64 count)
{
    return Sentence::tr("… and %1 more.").arg(count);
}

} // namespace

bool CheckReport::isSound() const
{
    for (int i = 0; i < flawKindCount; ++i) {
        if (FlawKind(i) != FlawKind::RemovedLink && counts[size_t(i)])
            return false;
    }
    return true;
}

std::vector<Sentence> CheckReport::sentences() const
{
    std::vector<Sentence> list;
    for (int i = 0; i < flawKindCount; ++i) {
        qint64 shown = 0;
        for (const Flaw &flaw : flaws) {
            if (flaw.kind != FlawKind(i))
                continue;
            list.push_back(flaw.text);
            ++shown;
        }
        if (counts[size_t(i)] > shown)
            list.push_back(remainder(counts[size_t(i)] - shown));
    }
    return list;
}

void FlawList::add(FlawKind kind, EntityRef record, const Sentence &what)
{
    ++m_report.counts[size_t(kind)];
    if (m_kept[size_t(kind)]++ < mostOfAKind)
        m_report.flaws.push_back({kind, record, what});
}

Result<CheckReport> FlawList::report(sql::Connection &connection)
{
    for (Flaw &flaw : m_report.flaws) {
        if (!flaw.record.id)
            continue;
        HEADWAY_TRY(title, titleOf(connection, flaw.record));
        const QString id = QString::number(flaw.record.id);
        flaw.text = title.isEmpty()
            ? Sentence::tr("%1 %2: %3").arg(KindName{flaw.record.kind}, id, flaw.text)
            : Sentence::tr("%1 %2 “%3”: %4").arg(KindName{flaw.record.kind}, id, title.left(80), flaw.text);
    }
    return std::move(m_report);
}

Result<CheckReport> checkBook(sql::Connection &connection, CheckDepth depth, const Progress &progress)
{
    FlawList flaws;
    HEADWAY_CHECK(checkEngine(connection, depth, flaws));
    HEADWAY_CHECK(reportProgress(progress, 1, 0));
    HEADWAY_CHECK(checkSchema(connection, flaws));
    HEADWAY_TRY(early, FlawList(flaws).report(connection));
    // Further checks of a damaged file, or of one with other columns, would be meaningless.
    if (depth == CheckDepth::Quick || early.count(FlawKind::Damaged) || early.count(FlawKind::Schema))
        return early;
    HEADWAY_CHECK(checkSearchIndex(connection, flaws));
    HEADWAY_CHECK(readAll(connection, flaws, progress));
    return flaws.report(connection);
}

} // namespace headway::store
