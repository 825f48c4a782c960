// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/commands/importanswers.h"

#include "domain/text/text.h"
#include "exchange/plan/lackingfields.h"
#include "transfer/request/questionanswers.h"
#include "transfer/request/requestwords.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::ctl {

Result<> readAnswers(const Arguments &arguments, transfer::ImportRequest &request)
{
    std::vector<transfer::WordRule> typed;
    for (const QString &text : arguments.values(u"--word"_s)) {
        HEADWAY_TRY(rule, transfer::parseWordRule(text));
        typed.push_back(rule);
        // A profile may say it of one field, which would go before what is said of all.
        std::erase_if(request.meanings, [&](const transfer::WordRule &other) {
            return fold(other.from) == fold(rule.from)
                && (rule.target.isEmpty() || rule.target == other.target);
        });
    }
    request.meanings.insert(request.meanings.end(), typed.begin(), typed.end());
    for (const QString &text : arguments.values(u"--cells"_s)) {
        HEADWAY_TRY(rule, transfer::parseCellRule(text));
        request.cells.push_back(rule); // the last one counts
    }
    using About = transfer::ImportQuestion::About;
    for (const auto &[option, about] :
         {std::pair(u"--duration-unit"_s, About::DurationUnit),
          std::pair(u"--percent"_s, About::PercentScale), std::pair(u"--round"_s, About::Rounding),
          std::pair(u"--deleted"_s, About::Deleted), std::pair(u"--amount-unit"_s, About::AmountUnit),
          std::pair(u"--repeats"_s, About::Repeated)}) {
        if (const QString word = arguments.value(option); !word.isEmpty())
            HEADWAY_CHECK(transfer::answerByWord(request, about, word));
    }
    if (const QString closing = arguments.value(u"--closed-on"_s); !closing.isEmpty()) {
        using Is = transfer::Answer::Is;
        const bool isWord = transfer::wordsOf(transfer::closingWords).contains(closing);
        transfer::answer(request, {.about = About::ClosingDay}, {isWord ? Is::Choice : Is::Column, closing});
    }
    for (const QString &field : arguments.listed(u"--without"_s)) {
        const QStringList known = exchange::fieldsThatMayLack();
        if (!known.contains(field))
            return failure(transfer::noSuchWord(u"--without"_s, field, known));
        if (!request.without.contains(field))
            request.without += field;
    }
    return {};
}

void tellQuestions(const Session &session, const transfer::ImportRequest &request,
                   const transfer::ImportReport &report)
{
    if (report.questions.empty())
        return;
    session.output().remark(Sentence::tr("  Open questions:"));
    for (const transfer::ImportQuestion &question : report.questions) {
        session.output().remark(
            (question.rows == 1 ? Sentence::tr("  %1 row: %2") : Sentence::tr("  %1 rows: %2"))
                .arg(session.display().number(question.rows), transfer::sentenceOf(question)));
        if (const QString answer = transfer::optionFor(question); !answer.isEmpty())
            session.output().remark(u"      "_s + answer);
    }
    if (request.mode == transfer::RunMode::Real && report.step.id)
        tellHowToAnswer(session, report.questions);
}

void tellHowToAnswer(const Session &session, const std::vector<transfer::ImportQuestion> &questions)
{
    if (std::any_of(questions.begin(), questions.end(), transfer::isKeptAsText))
        session.output().remark(Sentence::tr("  What was not understood stays with its rows as text."));
    if (!questions.empty())
        session.output().remark(
            Sentence::tr("  To answer, undo the import and repeat it with these options."));
}

QJsonArray questionsJson(const std::vector<transfer::ImportQuestion> &questions, const app::Display &display)
{
    QJsonArray array;
    for (const transfer::ImportQuestion &question : questions)
        array += QJsonObject{{u"field"_s, question.target},
                             {u"column"_s, question.column},
                             {u"text"_s, question.text},
                             {u"rows"_s, question.rows},
                             {u"question"_s, display.words(transfer::sentenceOf(question))},
                             {u"answers"_s, QJsonArray::fromStringList(question.answers)},
                             {u"columns"_s, QJsonArray::fromStringList(question.columns)},
                             {u"option"_s, transfer::optionFor(question)}};
    return array;
}

} // namespace headway::ctl
