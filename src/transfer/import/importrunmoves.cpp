// SPDX-License-Identifier: GPL-3.0-or-later
// A file of stage histories: its rows make no deals, they say where those of the book have been.
#include "exchange/plan/stagecolumns.h"
#include "transfer/import/importrun.h"

using namespace Qt::StringLiterals;

namespace headway::transfer {

// By what the deals of a stage history are known: nobody has to say it.
Result<> ImportRun::chooseKeysOfMoves()
{
    if (m_request.match.isEmpty()) {
        for (const QString &key : {u"external_id"_s, u"name"_s}) {
            if (m_request.match.isEmpty() && m_report.plan.find(key))
                m_request.match = {key};
        }
        const bool hasBoth =
            m_request.match == QStringList{u"external_id"_s} && m_report.plan.find(u"name"_s);
        m_request.matchElse = hasBoth ? QStringList{u"name"_s} : QStringList();
    }
    m_report.match = m_request.match;
    return StageMoves::require(m_report.plan, m_request.match);
}

// The row is refused with what it calls the deal.
Error ImportRun::noSuchDeal(const SourceRow &row, bool isOther, size_t matching)
{
    const QString key = (isOther ? m_request.matchElse : m_request.match).value(0);
    const exchange::ImportInput *input = m_report.plan.find(key);
    const QString column = input ? input->columnName : key;
    const Sentence reason = matching > 1
        ? Sentence::tr("%1 deals of the book are meant by it.").arg(qint64(matching))
        : Sentence::tr("The book has no such deal. Import the deals first.");
    m_reasons.add({column, key, input && input->column >= 0 ? row.cells[input->column] : QString(), reason});
    return rowProblem(column, reason);
}

Result<RowWriter::Written> ImportRun::putMove(const SourceRow &row, ImportedRecord &imported)
{
    if (!StageMoves::isOfStage(m_report.plan, imported)) {
        ++m_otherMoves;
        return RowWriter::Written{};
    }
    if (!imported.move.at) {
        const exchange::ImportInput *at = m_report.plan.find(exchange::TargetRole::MovedAt);
        return failure(rowProblem(at ? at->columnName : QString(),
                                  Sentence::tr("It is not said when the deal came into the stage.")));
    }
    const bool isOther = !m_request.matchElse.isEmpty() && m_matcher->isBlind(imported);
    HEADWAY_TRY(deals, (isOther ? *m_otherMatcher : *m_matcher).find(imported));
    if (deals.size() != 1)
        return failure(noSuchDeal(row, isOther, deals.size()));
    HEADWAY_CHECK(m_moves->add(deals.front(), imported));
    return RowWriter::Written{RowWriter::Outcome::Unchanged, deals.front()};
}

// Of the rows of a deal whose history is another one now, one is counted as the deal.
Result<> ImportRun::writeMoves()
{
    if (!m_moves)
        return {};
    HEADWAY_TRY(changed, m_moves->write(*m_writer));
    m_references->countAccepted();
    m_report.updated += changed;
    m_report.unchanged -= changed;
    if (const qint64 deals = m_moves->deals())
        m_report.notes.push_back(
            deals == 1 ? Sentence::tr("The rows are the stage history of 1 deal.")
                       : Sentence::tr("The rows are the stage history of %1 deals.").arg(deals));
    if (m_otherMoves > 0)
        m_report.notes.push_back(
            m_otherMoves == 1
                ? Sentence::tr("1 row tells of something else than the stage, and was passed over.")
                : Sentence::tr("%1 rows tell of something else than the stage, and were passed over.")
                      .arg(m_otherMoves));
    return {};
}

} // namespace headway::transfer
