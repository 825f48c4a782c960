// SPDX-License-Identifier: GPL-3.0-or-later
// Which answers the questions of an import have, and what each does to the request: the one table behind the choices
// of the window and the options of headwayctl. Values; any thread. Only a word that is no answer fails, with Invalid,
// in a sentence that names the option and those that it has.
#pragma once

#include "exchange/csv/csvdetect.h"
#include "transfer/request/importreport.h"

#include <map>
#include <tuple>

namespace headway::transfer {

struct Answer {
    enum class Is {
        Choice,  // one of the question's own, by code: "minutes", "nurture"
        Tag,     // the word becomes a tag
        Nothing, // it is left out
        Kept,    // it stays with its row as text, which is decided then
        Column,  // another column says it, by name
        Typed,   // what somebody typed: a day, the text that is meant
    };
    Is is = Is::Choice;
    QString code = {};

    bool operator==(const Answer &) const = default;
};

// What may be answered; the most usual first. `columns`: the file's. `today`: of the import.
[[nodiscard]] std::vector<Answer> answersTo(const ImportQuestion &question, const QStringList &columns,
                                            QDate today);
// Whether something that is none of those may be typed.
[[nodiscard]] bool mayBeTyped(const ImportQuestion &question);
// The answer as words. Empty: its code is the text, or a choice of a field, which has a label of its own.
[[nodiscard]] Sentence sentenceOf(const ImportQuestion &question, const Answer &said);

// Whether it says where a column goes, which is shown with the other columns.
[[nodiscard]] bool isOfColumn(const ImportQuestion &question, const Answer &said);

// The column goes there, whatever was said or left open of it before; empty: it stays out.
void sendColumn(ImportRequest &request, const QString &column, const QString &target);

// Whether one answer is for all rows of the file, whichever column asks.
[[nodiscard]] bool isForAllRows(ImportQuestion::About about);

// Tells the import. A column that goes elsewhere now does so instead of where it went.
void answer(ImportRequest &request, const ImportQuestion &question, const Answer &said);

// The same as a word behind an option that is for the whole file: --duration-unit, --percent, --round,
// --amount-unit, --deleted, --repeats.
[[nodiscard]] Result<> answerByWord(ImportRequest &request, ImportQuestion::About about, const QString &word);

// As one word of a shell.
[[nodiscard]] QString inQuotes(const QString &text);
// What to write on the command line: "--word 'status:Sleeping=new|nurture|tag'". Empty: only the file can answer.
[[nodiscard]] QString optionFor(const ImportQuestion &question);

// What was answered so far. Outlives the report that asked: an answer holds whenever its question comes again.
class GivenAnswers
{
public:
    void give(const ImportQuestion &question, const Answer &answer);
    void withdraw(const ImportQuestion &question);
    const Answer *to(const ImportQuestion &question) const; // null: none yet
    // Those that have an answer, and are about the file as a whole or about one of these columns.
    std::vector<ImportQuestion> answered(const QStringList &columns) const;
    // Whether somebody still has to say something.
    bool isOpen(const std::vector<ImportQuestion> &questions) const;
    // How the rows of a table are read, which is said to its source.
    std::optional<exchange::TableRows> tableRows() const;
    // Into the request; answers about a field are for files in which a column goes there.
    void write(ImportRequest &request, const QStringList &columns, const QStringList &targets) const;

private:
    using Key = std::tuple<ImportQuestion::About, QString, QString, QString>; // about, target, column, text
    static Key keyOf(const ImportQuestion &question);

    std::map<Key, std::pair<ImportQuestion, Answer>> m_given;
};

} // namespace headway::transfer
