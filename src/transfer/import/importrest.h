// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a file that nothing takes, on their way into the book: what their values are, the own fields that are
// made for them, and the texts that go into the note. On the writer's thread. Fails as the source does, and with
// Invalid where the user's rules contradict each other, the file or the book.
#pragma once

#include "exchange/plan/owncolumns.h"
#include "store/commit/commit.h"
#include "transfer/request/importrequest.h"

namespace headway::transfer {

// What the request says about such columns.
[[nodiscard]] exchange::RestRules restRulesOf(const ImportRequest &request);
// The rules of the plan, with which columns that have rules of their own are not recognised.
[[nodiscard]] Result<exchange::PlanRules> rulesWithout(exchange::PlanRules rules, const QStringList &columns,
                                                       const ImportRequest &request);

class ImportRest
{
public:
    // Puts those that go somewhere into the plan. If fields are to be made, all rows are read for it once: a kind that
    // is guessed fits all values. Numbers that the source knows are written with that mark, in the samples as well.
    Result<> plan(RowSource &source, const ImportRequest &request, const std::vector<QStringList> &samples,
                  QChar decimalMark, exchange::ImportPlan &plan);
    // How the file is written. New fields whose values are written in another way than the other columns do not
    // decide it: they become text. Invalid as detectStyle().
    Result<exchange::CellStyle> style(const exchange::ImportPlan &plan,
                                      const std::vector<QStringList> &samples,
                                      const exchange::StyleOptions &options) const;
    // Once it is known how the file is written.
    void settle(const ImportRequest &request, const exchange::CellStyle &style, exchange::ImportPlan &plan);
    // The fields that are not in the book yet.
    Result<> makeFields(store::StepWriter &step) const;

    // Of each row, once: how many have something in these columns.
    void count(const QStringList &cells);

    bool isTaken(const QString &column) const;
    const std::vector<exchange::RestColumn> &columns() const { return m_columns; }
    // Those whose text goes into the note.
    std::vector<exchange::RestColumn> noted() const;

private:
    std::vector<exchange::RestColumn> m_columns;
    std::map<qsizetype, exchange::ValueGuess> m_guesses; // by column
};

} // namespace headway::transfer
