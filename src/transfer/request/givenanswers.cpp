// SPDX-License-Identifier: GPL-3.0-or-later
// GivenAnswers: what was said so far, and for which files it holds.
#include "domain/text/text.h"
#include "transfer/request/questionanswers.h"
#include "transfer/request/requestwords.h"

using namespace Qt::StringLiterals;

namespace headway::transfer {

using About = ImportQuestion::About;
using Is = Answer::Is;

namespace {

// Answers about where a column goes, or that it stays out.
bool isOfWholeColumn(About about)
{
    return about == About::Misfit || about == About::Groups || about == About::AgainstStatus
        || about == About::AgainstStage;
}

bool hasColumn(const ImportQuestion &question, const Answer &said, const QStringList &columns)
{
    const bool isAgainst = question.about == About::AgainstStatus || question.about == About::AgainstStage;
    return said.is == Is::Kept || columns.contains(isAgainst ? said.code : question.column);
}

} // namespace

// One unit, rounding or order is for the whole file, and a word means the same however it is capitalised.
GivenAnswers::Key GivenAnswers::keyOf(const ImportQuestion &question)
{
    if (isForAllRows(question.about))
        return {question.about, {}, {}, {}};
    if (question.about == About::NoColumn) // whichever column comes first
        return {question.about, question.target, {}, {}};
    return {question.about, question.target, question.column, fold(question.text)};
}

void GivenAnswers::give(const ImportQuestion &question, const Answer &answer)
{
    m_given.insert_or_assign(keyOf(question), std::pair(question, answer));
}

void GivenAnswers::withdraw(const ImportQuestion &question)
{
    m_given.erase(keyOf(question));
}

const Answer *GivenAnswers::to(const ImportQuestion &question) const
{
    const auto given = m_given.find(keyOf(question));
    return given == m_given.end() ? nullptr : &given->second.second;
}

std::vector<ImportQuestion> GivenAnswers::answered(const QStringList &columns) const
{
    std::vector<ImportQuestion> questions;
    for (const auto &[key, given] : m_given) {
        if (given.first.column.isEmpty() || columns.contains(given.first.column))
            questions.push_back(given.first);
    }
    return questions;
}

bool GivenAnswers::isOpen(const std::vector<ImportQuestion> &questions) const
{
    return std::any_of(questions.begin(), questions.end(),
                       [this](const ImportQuestion &each) { return to(each) == nullptr; });
}

std::optional<exchange::TableRows> GivenAnswers::tableRows() const
{
    for (const auto &[key, given] : m_given) {
        const About about = given.first.about;
        if (about == About::LoneCell || about == About::LastRow)
            return valueNamed(given.second.code, tableRowWords);
    }
    return std::nullopt;
}

void GivenAnswers::write(ImportRequest &request, const QStringList &columns, const QStringList &targets) const
{
    for (const auto &[key, given] : m_given) {
        const auto &[question, said] = given;
        const bool isSaid = (question.about == About::DayOrder && request.dateOrder)
            || (question.about == About::DecimalMark && request.decimalMark);
        if (isSaid) // elsewhere, and later
            continue;
        const bool isForAll = isForAllRows(question.about) || question.about == About::ClosingDay
            || question.about == About::Known || question.about == About::RowKind
            || question.about == About::NoColumn;
        const bool isThere = said.is != Is::Column || columns.contains(said.code);
        const bool isOfColumn = !question.column.isEmpty();
        // Without a column it is for files that have none.
        const bool fits = isOfColumn ? targets.contains(question.target) : !targets.contains(question.target);
        if (isOfWholeColumn(question.about) ? hasColumn(question, said, columns)
                                            : isThere && (isForAll || fits))
            answer(request, question, said);
    }
}

} // namespace headway::transfer
