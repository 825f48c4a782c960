// SPDX-License-Identifier: GPL-3.0-or-later
// What an import could not decide: a word without a meaning, a number without a unit. Each is one question for all its
// rows, a value that windows show and the command line prints with what to write. Meanwhile nothing is lost: the rows
// are taken, and what was not understood stays with them as text. Memory does not grow with the file. On the writer's
// thread; nothing fails.
#pragma once

#include "domain/sentence.h"

#include <QString>
#include <QStringList>

#include <map>
#include <tuple>
#include <vector>

namespace headway::transfer {

struct ImportQuestion {
    enum class About {
        Word,          // no choice of the field is called so: what does it mean?
        DurationUnit,  // minutes, seconds, milliseconds?
        PercentScale,  // is 1 all or one of a hundred?
        Rounding,      // more decimals than the currency has; such rows are rejected
        ClosingDay,    // when was a closed deal closed?
        ActivityKind,  // a call, a meeting, a task?
        ActivityDay,   // on which day?
        NotUnderstood, // a cell that does not fit its field; kept as text
        Spoilt,        // a number that a spreadsheet has cut
        Misfit,        // a whole column does not hold what its name says; it is left out
    };
    About about = About::Word;
    QString target = {}; // the field, as on the command line: "status"
    QString column = {}; // of the file; empty: none
    QString text = {};   // the word, or the first sample; empty: several more of that column, or none at all
    qint64 rows = 0;
    QStringList answers = {}; // what may be meant, by code

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
             const QStringList &answers = {});
    void settleRow();

    std::vector<ImportQuestion> all() const;

private:
    using Key = std::tuple<ImportQuestion::About, QString, QString, QString>; // about, target, column, word
    std::map<Key, ImportQuestion> m_asked;
    std::map<QString, int> m_words; // of each target: how many different ones
    std::vector<ImportQuestion> m_ofThisRow;
};

} // namespace headway::transfer
