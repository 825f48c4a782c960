// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/commands/importanswers.h"

#include "ctl/choiceoption.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

constexpr std::array durationUnits{
    Word<exchange::DurationUnit>{"minutes"_L1, exchange::DurationUnit::Minutes},
    Word<exchange::DurationUnit>{"seconds"_L1, exchange::DurationUnit::Seconds},
    Word<exchange::DurationUnit>{"milliseconds"_L1, exchange::DurationUnit::Milliseconds},
    Word<exchange::DurationUnit>{"hours"_L1, exchange::DurationUnit::Hours}};
constexpr std::array percentScales{
    Word<exchange::PercentScale>{"percent"_L1, exchange::PercentScale::Percent},
    Word<exchange::PercentScale>{"fraction"_L1, exchange::PercentScale::Fraction}};
constexpr std::array roundings{Word<exchange::Rounding>{"nearest"_L1, exchange::Rounding::Nearest},
                               Word<exchange::Rounding>{"down"_L1, exchange::Rounding::Down},
                               Word<exchange::Rounding>{"up"_L1, exchange::Rounding::Up}};

// As one word of a shell.
QString inQuotes(const QString &text)
{
    return u'\'' + QString(text).replace(u'\'', u"'\\''"_s) + u'\'';
}

// What to write to answer a question; empty if only the file can.
QString answerOf(const transfer::ImportQuestion &question)
{
    using About = transfer::ImportQuestion::About;
    const QString choices = question.answers.join(u'|');
    switch (question.about) {
    case About::Word:
        return question.text.isEmpty()
            ? u"--word '*=tag'"_s
            : u"--word "_s + inQuotes(question.target + u':' + question.text + u'=' + choices + u"|tag"_s);
    case About::DurationUnit: return u"--duration-unit "_s + choices;
    case About::PercentScale: return u"--percent "_s + choices;
    case About::Rounding: return u"--round "_s + choices;
    case About::ClosingDay: return u"--closed-on %1|COLUMN"_s.arg(choices);
    // Where the file has a column, only its blank cells are meant.
    case About::ActivityKind:
        return question.column.isEmpty() ? u"--set 'kind=%1'"_s.arg(choices)
                                         : u"--values 'kind:=%1'"_s.arg(choices);
    case About::ActivityDay:
        return question.column.isEmpty() ? u"--set 'at=2026-03-04'"_s : u"--values 'at:=2026-03-04'"_s;
    case About::NotUnderstood:
        return u"--values "_s + inQuotes(question.target + u':' + question.text + u"=…"_s);
    case About::Misfit: return u"--map "_s + inQuotes(question.column + u'=' + choices + u"|FIELD"_s);
    case About::Spoilt: break;
    }
    return {};
}

} // namespace

Result<> readAnswers(const Arguments &arguments, transfer::ImportRequest &request)
{
    for (const QString &text : arguments.values(u"--word"_s)) {
        HEADWAY_TRY(rule, transfer::parseWordRule(text));
        request.meanings.push_back(rule);
    }
    if (const QString word = arguments.value(u"--duration-unit"_s); !word.isEmpty()) {
        HEADWAY_TRY(unit, oneOf(u"--duration-unit"_s, word, durationUnits));
        request.durationUnit = unit;
    }
    if (const QString word = arguments.value(u"--percent"_s); !word.isEmpty()) {
        HEADWAY_TRY(scale, oneOf(u"--percent"_s, word, percentScales));
        request.percent = scale;
    }
    if (const QString word = arguments.value(u"--round"_s); !word.isEmpty()) {
        HEADWAY_TRY(rounding, oneOf(u"--round"_s, word, roundings));
        request.rounding = rounding;
    }
    using Closing = transfer::ImportRequest::Closing;
    const QString closing = arguments.value(u"--closed-on"_s);
    if (closing == "import"_L1)
        request.closing = Closing::ImportDay;
    else if (closing == "none"_L1)
        request.closing = Closing::None;
    else
        request.closingColumn = closing;
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
        if (const QString answer = answerOf(question); !answer.isEmpty())
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
                             {u"option"_s, answerOf(question)}};
    return array;
}

} // namespace headway::ctl
