// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/questions/importquestions.h"

#include "domain/text/quoted.h"
#include "domain/text/text.h"
#include "exchange/cells/vocabulary.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

constexpr int mostWords = 100; // of a field; more are no fixed choices
constexpr qsizetype longestSample = 60;
constexpr qsizetype mostNames = 100'000; // counted one by one

// Asked once for each word; the others once for each column.
bool isOfWord(ImportQuestion::About about)
{
    using About = ImportQuestion::About;
    return about == About::Word || about == About::ListedName || about == About::ClosedStage
        || about == About::RowKind;
}

// Of a field that no column is: a whole sentence for each, since other languages say it in their ways.
Sentence noColumn(const QString &target)
{
    if (target == "amount"_L1)
        return Sentence::tr("No column is the amount: is it %1? It holds %2.");
    if (target == "currency"_L1)
        return Sentence::tr("No column is the currency: is it %1? It holds %2.");
    if (target == "status"_L1)
        return Sentence::tr("No column is the status: is it %1? It holds %2.");
    if (target == "stage"_L1)
        return Sentence::tr("No column is the stage: is it %1? It holds %2.");
    if (target == "close"_L1)
        return Sentence::tr("No column is the closing day: is it %1? It holds %2.");
    if (target == "email"_L1)
        return Sentence::tr("No column is the e-mail address: is it %1? It holds %2.");
    if (target == "phone"_L1)
        return Sentence::tr("No column is the phone number: is it %1? It holds %2.");
    if (target == "owner"_L1)
        return Sentence::tr("No column is the owner: is it %1? It holds %2.");
    return Sentence::tr("No column is the name: is it %1? It holds %2.");
}

// The numbers that telephones write for kinds of calls; they may mean something else in another file.
Sentence meantByTelephones(const ImportQuestion &question)
{
    if (question.target != "direction"_L1)
        return {};
    const auto code = exchange::Vocabulary::own().code(u"phone_call_code", question.text);
    if (!code)
        return {};
    if (*code == "incoming"_L1)
        return Sentence::tr("In the log of a telephone it is an incoming call.");
    if (*code == "outgoing"_L1)
        return Sentence::tr("In the log of a telephone it is an outgoing call.");
    if (*code == "missed"_L1)
        return Sentence::tr("In the log of a telephone it is a missed call.");
    if (*code == "voicemail"_L1)
        return Sentence::tr("In the log of a telephone it is a message left by a caller.");
    return Sentence::tr("In the log of a telephone it is a call that was turned away.");
}

// Of words and names, and of what they mean.
Sentence sentenceOfWord(const ImportQuestion &question)
{
    using About = ImportQuestion::About;
    const Quoted text{question.text};
    const Quoted column{question.column};
    switch (question.about) {
    case About::Word:
        if (question.text.isEmpty())
            return Sentence::tr("%1: more words that no choice is called; is it the right column?")
                .arg(column);
        if (const Sentence meant = meantByTelephones(question); !meant.isEmpty())
            return Sentence::tr("What does %1 mean in %2? %3").arg(text, column, meant);
        return Sentence::tr("What does %1 mean in %2?").arg(text, column);
    case About::NewName:
        if (question.names > 1)
            return Sentence::tr("%1 and %2 more in %3 are not in the book: shall they be made? The names "
                                "stay as text.")
                .arg(text, question.names - 1, column);
        return Sentence::tr("%1 in %2 is not in the book: shall it be made? The name stays as text.")
            .arg(text, column);
    case About::ListedName:
        if (question.text.isEmpty())
            return Sentence::tr("%1: more words that are not in the book; is it the right column?")
                .arg(column);
        return Sentence::tr("%1 in %2 is not in the book: which is it, or a new one? It stays as text.")
            .arg(text, column);
    case About::SeveralNames:
        return Sentence::tr("Which one is %1 in %2? %3 The name stays as text.")
            .arg(text, column, question.reason);
    case About::NamesInCell:
        return Sentence::tr("Is %1 in %2 one name, or are there several? It stays as text.")
            .arg(text, column);
    case About::TakenApart:
        return Sentence::tr("Is %1 in %2 one person? It was taken for several.").arg(text, column);
    default: return {};
    }
}

// Of stages and ends of deals.
Sentence sentenceOfDeal(const ImportQuestion &question)
{
    using About = ImportQuestion::About;
    const Quoted text{question.text};
    const Quoted column{question.column};
    switch (question.about) {
    case About::ClosingDay:
        return question.rows == 1
            ? Sentence::tr("When was the closed deal closed that has no closing day?")
            : Sentence::tr("When were the closed deals closed that have no closing day?");
    case About::ClosedStage:
        if (question.text.isEmpty())
            return Sentence::tr("%1: more stages that may be won or lost; is it the right column?")
                .arg(column);
        return Sentence::tr("Is a deal that is %1 in %2 won, lost or still open? Until then it is open.")
            .arg(text, column);
    case About::AgainstStatus:
        return Sentence::tr("%1 in %2 contradicts the status. The status counts; the other stays as text.")
            .arg(text, column);
    case About::AgainstStage:
        return Sentence::tr("%1 in %2 contradicts the stage. The stage counts; the other stays as text.")
            .arg(text, column);
    default: return {};
    }
}

// Of how a cell is read.
Sentence sentenceOfCell(const ImportQuestion &question)
{
    using About = ImportQuestion::About;
    const Quoted text{question.text};
    const Quoted column{question.column};
    switch (question.about) {
    case About::DurationUnit:
        return Sentence::tr("Is %1 in %2 minutes, seconds or milliseconds?").arg(text, column);
    case About::PercentScale: return Sentence::tr("Is %1 in %2 all, or one percent?").arg(text, column);
    case About::Rounding:
        return Sentence::tr("%1 in %2 has more decimals than its currency: how is it rounded?")
            .arg(text, column);
    case About::AmountUnit:
        return Sentence::tr("Is %1 in %2 meant in thousands or millions? Until then it stays as text.")
            .arg(text, column);
    case About::AmountBeside:
        return Sentence::tr("%1 in %2: the amount was taken, and all of it stays as text.").arg(text, column);
    case About::OtherCurrency:
        return Sentence::tr("%1 in %2 is in another currency than its row; it stays as text.")
            .arg(text, column);
    case About::NotUnderstood:
        if (question.isOfSeveral)
            return Sentence::tr("What is meant by %1 and others in %2? They do not fit the field.")
                .arg(text, column);
        return Sentence::tr("What is meant by %1 in %2? It does not fit the field.").arg(text, column);
    case About::Spoilt:
        return Sentence::tr("%1 in %2 was spoilt by a spreadsheet, which left out digits; it stays as text.")
            .arg(text, column);
    case About::DayOrder:
        return Sentence::tr("Does the day or the month come first in %1 of %2?").arg(text, column);
    case About::DecimalMark:
        return Sentence::tr("Is the comma or the point the decimal mark in %1 of %2?").arg(text, column);
    default: return {};
    }
}

Sentence sentenceOfOneRepeat(const ImportQuestion &question)
{
    return question.column.isEmpty()
        ? Sentence::tr(
            "This row is about the record of an earlier row, it seems: is it one record, or one for each?")
        : Sentence::tr("This row has the %1 of an earlier row: are both one record, or one each? "
                       "If it is not the record's own id, leave that column out.");
}

Sentence sentenceOfRepeats(const ImportQuestion &question)
{
    return question.column.isEmpty()
        ? Sentence::tr("These rows are about the record of an earlier row, it seems: is it one record, "
                       "or one for each?")
        : Sentence::tr("These rows have the %1 of an earlier row: are both one record, or one each? "
                       "If it is not the record's own id, leave that column out.");
}

// Of which rows are records.
Sentence sentenceOfRows(const ImportQuestion &question)
{
    using About = ImportQuestion::About;
    const Quoted text{question.text};
    const Quoted column{question.column};
    switch (question.about) {
    case About::LoneCell:
        return Sentence::tr(
                   "Rows like %1 have nothing but their first cell: titles of those below, or records?")
            .arg(text);
    case About::LastRow:
        return Sentence::tr("Is %1, the last row, a record? It looks like a sum, and was left out.")
            .arg(text);
    case About::Deleted:
        return (question.rows == 1
                    ? Sentence::tr("By %1 this is deleted, and was left out. Should it go in?")
                    : Sentence::tr("By %1 these are deleted, and were left out. Should they go in?"))
            .arg(column);
    case About::Repeated:
        return (question.rows == 1 ? sentenceOfOneRepeat(question) : sentenceOfRepeats(question)).arg(column);
    case About::RowKind:
        if (question.text.isEmpty())
            return Sentence::tr("%1: more words that are no kind of record; is it the right column?")
                .arg(column);
        return Sentence::tr("What is a row that is %1 in %2?").arg(text, column);
    case About::Groups:
        return Sentence::tr("What do the titles of the groups say, such as %1? They are tags.").arg(text);
    case About::GroupBlanks:
        return Sentence::tr(
                   "Blank cells of %1 below a value such as %2: do they mean the value above, or none?")
            .arg(column, text);
    default: return {};
    }
}

} // namespace

Sentence sentenceOf(const ImportQuestion &question)
{
    using About = ImportQuestion::About;
    const Quoted text{question.text};
    switch (question.about) {
    case About::Word:
    case About::NewName:
    case About::ListedName:
    case About::SeveralNames:
    case About::NamesInCell:
    case About::TakenApart: return sentenceOfWord(question);
    case About::ClosingDay:
    case About::ClosedStage:
    case About::AgainstStatus:
    case About::AgainstStage: return sentenceOfDeal(question);
    case About::DurationUnit:
    case About::PercentScale:
    case About::Rounding:
    case About::AmountUnit:
    case About::AmountBeside:
    case About::OtherCurrency:
    case About::NotUnderstood:
    case About::Spoilt:
    case About::DayOrder:
    case About::DecimalMark: return sentenceOfCell(question);
    case About::LoneCell:
    case About::LastRow:
    case About::Deleted:
    case About::Repeated:
    case About::RowKind:
    case About::Groups:
    case About::GroupBlanks: return sentenceOfRows(question);
    case About::ActivityKind:
        return question.rows == 1 ? Sentence::tr("Is this a call, a meeting, a task or a note?")
                                  : Sentence::tr("Are these calls, meetings, tasks or notes?");
    case About::ActivityDay:
        return question.rows == 1 ? Sentence::tr("On which day was the activity that has none?")
                                  : Sentence::tr("On which day were the activities that have none?");
    case About::Known:
        return Sentence::tr("Is what is called like a record of the book, such as %1, that record?")
            .arg(text);
    case About::NoColumn: return noColumn(question.target).arg(Quoted{question.column}, text);
    case About::Misfit:
        return Sentence::tr("Where does %1 go? It holds %2, which does not fit its name, and is left out.")
            .arg(Quoted{question.column}, text);
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
    case About::Rounding:
    case About::NewName:
    case About::ListedName:
    case About::SeveralNames:
    case About::AgainstStatus:
    case About::AgainstStage:
    case About::AmountUnit:
    case About::AmountBeside:
    case About::OtherCurrency:
    case About::NotUnderstood:
    case About::NamesInCell:
    case About::Spoilt: return true;
    default: return false;
    }
}

void ImportQuestions::ask(ImportQuestion::About about, const QString &target, const QString &column,
                          const QString &text, const QStringList &answers, const Sentence &reason)
{
    m_ofThisRow.push_back(
        {about, target, column, beginning(text.simplified(), longestSample), 1, answers, reason});
}

void ImportQuestions::settleRow()
{
    std::set<Key> ofThisRow; // a cell with two names is one row
    for (ImportQuestion &question : m_ofThisRow) {
        const bool isWord = isOfWord(question.about);
        Key key{question.about, question.target, question.column, isWord ? fold(question.text) : QString()};
        auto known = m_asked.find(key);
        if (known == m_asked.end() && isWord && m_words[question.target]++ >= mostWords) {
            question.text.clear();
            std::get<3>(key).clear();
            known = m_asked.find(key);
        }
        if (question.about == ImportQuestion::About::NewName && m_newNames[key].size() < mostNames)
            m_newNames[key].insert(fold(question.text));
        const bool isCounted = !ofThisRow.insert(key).second;
        if (known == m_asked.end()) {
            m_asked.emplace(key, question);
        } else {
            known->second.rows += isCounted ? 0 : 1;
            known->second.isOfSeveral = known->second.isOfSeveral
                || (question.about == ImportQuestion::About::NotUnderstood
                    && question.text != known->second.text);
        }
    }
    m_ofThisRow.clear();
}

std::vector<ImportQuestion> ImportQuestions::all() const
{
    std::vector<ImportQuestion> questions;
    for (const auto &[key, question] : m_asked) {
        questions.push_back(question);
        if (const auto names = m_newNames.find(key); names != m_newNames.end())
            questions.back().names = names->second.size();
    }
    std::stable_sort(questions.begin(), questions.end(),
                     [](const ImportQuestion &a, const ImportQuestion &b) { return a.rows > b.rows; });
    return questions;
}

} // namespace headway::transfer
