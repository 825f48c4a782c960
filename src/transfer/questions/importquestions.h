// SPDX-License-Identifier: GPL-3.0-or-later
// What an import could not decide: a word without a meaning, a number without a unit. Each is one question for all its
// rows, a value that windows show and the command line prints with what to write. Meanwhile nothing is lost: the rows
// are taken, and what was not understood stays with them as text. Memory does not grow with the file. On the writer's
// thread; nothing fails.
#pragma once

#include "domain/sentence.h"

#include <QSet>
#include <QString>
#include <QStringList>

#include <map>
#include <tuple>
#include <vector>

namespace headway::transfer {

struct ImportQuestion {
    enum class About {
        Word,         // no choice of the field is called so: what does it mean?
        DurationUnit, // minutes, seconds, milliseconds?
        PercentScale, // is 1 all or one of a hundred?
        Rounding,     // more decimals than the currency has
        ClosingDay,   // when was a closed deal closed?
        ActivityKind, // a call, a meeting, a task?
        ActivityDay,  // on which day?
        NewName,      // of a company, person … that the book does not have, and that may not be made
        ClosedStage, // a stage made for the file, whose name may mean won, lost or a stage on the way: each word
        ListedName,   // the same of what people choose from a list (an outcome, a stage): once for each word
        SeveralNames, // several records are called so
        AgainstStatus, // a stage that contradicts the status, which counts; the answer is the column of the status
        AgainstStage,  // a status, or a closing day, that contradicts the stage, which counts
        AmountUnit,    // "Revenue (M)": thousands, millions?
        AmountBeside,  // an amount with something that is no part of it: 1200 EUR/year
        OtherCurrency, // an amount in another currency than its row
        NotUnderstood, // a cell that does not fit its field; kept as text
        Spoilt,        // a number that a spreadsheet has cut
        Misfit,        // a whole column does not hold what its name says; it is left out
        Known,         // is a record of the same name the row's? until then it is a new one
        LoneCell,      // rows with nothing but a first cell: titles of groups, or records?
        LastRow,       // "Total": a sum, or somebody's name? It is left out
        Deleted,       // rows that the other system has deleted; they are left out
        Repeated,      // rows about the same record as an earlier one
        RowKind, // a word of a column that says what each row is, which is no kind of record: once for each word
        Groups,      // what the titles of groups of rows say
        NoColumn,    // no column is the field, though some that nothing takes hold just that
        NamesInCell, // "Berg, Lund": one name, or two? it stays as text
        TakenApart,  // "García López, Ana María" was taken for two people
        GroupBlanks, // of a column that has a value only in some rows: does a blank mean the value above?
        DayOrder,    // 3/4/2026; nothing is imported before it is said
        DecimalMark, // 1.234; likewise
    };
    About about = About::Word;
    QString target = {}; // the field, as on the command line: "status"
    QString column = {}; // of the file; empty: none
    QString text = {};   // the word, or the first sample; empty: several more of that column, or none at all
    qint64 rows = 0;
    QStringList answers = {}; // what may be meant, by code
    Sentence reason = {};     // of SeveralNames: which ones, and what would tell them apart
    QStringList columns = {}; // of the file that may be the answer, the likeliest first
    bool isOfSeveral = false; // of NotUnderstood: there are other texts than this one
    qint64 names = 0;         // of NewName: how many different ones stand in those rows

    bool operator==(const ImportQuestion &) const = default;
};

// The question as a sentence, for the window and the command line alike.
[[nodiscard]] Sentence sentenceOf(const ImportQuestion &question);
// Whether what was not understood stays with its rows as text until the question is answered.
[[nodiscard]] bool isKeptAsText(const ImportQuestion &question);

class ImportQuestions
{
public:
    // What a row asks counts once it is settled; a row that waits for later ones will ask again.
    void beginRow() { m_ofThisRow.clear(); }
    void ask(ImportQuestion::About about, const QString &target, const QString &column, const QString &text,
             const QStringList &answers = {}, const Sentence &reason = {});
    void settleRow();

    std::vector<ImportQuestion> all() const;

private:
    using Key = std::tuple<ImportQuestion::About, QString, QString, QString>; // about, target, column, word
    std::map<Key, ImportQuestion> m_asked;
    std::map<QString, int> m_words;          // of each target: how many different ones
    std::map<Key, QSet<QString>> m_newNames; // bounded
    std::vector<ImportQuestion> m_ofThisRow;
};

} // namespace headway::transfer
