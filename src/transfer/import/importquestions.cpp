// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/importquestions.h"

#include "domain/text/quoted.h"
#include "domain/text/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

constexpr int mostWords = 100; // of a field; more are no fixed choices
constexpr qsizetype longestSample = 60;

} // namespace

Sentence sentenceOf(const ImportQuestion &question)
{
    using About = ImportQuestion::About;
    const Quoted text{question.text};
    const Quoted column{question.column};
    switch (question.about) {
    case About::Word:
        if (question.text.isEmpty())
            return Sentence::tr("%1: more words that no choice is called; is it the right column?")
                .arg(column);
        return Sentence::tr("What does %1 mean in %2?").arg(text, column);
    case About::DurationUnit:
        return Sentence::tr("Is %1 in %2 minutes, seconds or milliseconds?").arg(text, column);
    case About::PercentScale: return Sentence::tr("Is %1 in %2 all, or one percent?").arg(text, column);
    case About::Rounding:
        return Sentence::tr("%1 in %2 has more decimals than its currency: how is it rounded?")
            .arg(text, column);
    case About::ClosingDay:
        return Sentence::tr("When were the closed deals closed that have no closing day?");
    case About::ActivityKind: return Sentence::tr("Are these calls, meetings, tasks or notes?");
    case About::ActivityDay: return Sentence::tr("On which day were the activities that have none?");
    case About::NotUnderstood:
        return Sentence::tr("%1 in %2 does not fit; it stays as text.").arg(text, column);
    case About::Spoilt:
        return Sentence::tr("%1 in %2 was spoilt by a spreadsheet, which left out digits; it stays as text.")
            .arg(text, column);
    case About::Misfit:
        return Sentence::tr("Where does %1 go? It holds %2, which does not fit its name, and is left out.")
            .arg(column, text);
    }
    return {};
}

bool isKeptAsText(const ImportQuestion &question)
{
    using About = ImportQuestion::About;
    switch (question.about) {
    case About::Word:
    case About::DurationUnit:
    case About::PercentScale:
    case About::NotUnderstood:
    case About::Spoilt: return true;
    default: return false;
    }
}

void ImportQuestions::ask(ImportQuestion::About about, const QString &target, const QString &column,
                          const QString &text, const QStringList &answers)
{
    m_ofThisRow.push_back({about, target, column, beginning(text.simplified(), longestSample), 1, answers});
}

void ImportQuestions::settleRow()
{
    for (ImportQuestion &question : m_ofThisRow) {
        const bool isWord = question.about == ImportQuestion::About::Word;
        Key key{question.about, question.target, question.column, isWord ? fold(question.text) : QString()};
        auto known = m_asked.find(key);
        if (known == m_asked.end() && isWord && m_words[question.target]++ >= mostWords) {
            question.text.clear();
            std::get<3>(key).clear();
            known = m_asked.find(key);
        }
        if (known == m_asked.end())
            m_asked.emplace(key, question);
        else
            ++known->second.rows;
    }
    m_ofThisRow.clear();
}

std::vector<ImportQuestion> ImportQuestions::all() const
{
    std::vector<ImportQuestion> questions;
    for (const auto &[key, question] : m_asked)
        questions.push_back(question);
    std::stable_sort(questions.begin(), questions.end(),
                     [](const ImportQuestion &a, const ImportQuestion &b) { return a.rows > b.rows; });
    return questions;
}

} // namespace headway::transfer
