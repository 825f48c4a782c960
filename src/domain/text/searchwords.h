// SPDX-License-Identifier: GPL-3.0-or-later
// The words by which a text is found, and typed words as they are looked for: one rule for the index, the query and
// what ranks the hits. Languages without spaces are found by any part; what a sign joins, by its parts and as a whole.
// Pure functions, any thread.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace headway {

// Longer words are cut, in the index and in what is looked for: a page of text pasted into a name could fill the index
// with one word.
inline constexpr qsizetype longestSearchWord = 60;

// The folded words of a text. Of a run without spaces ("株式会社田中商事") there is, from each of its letters on, a piece
// of three. "O'Brien", "E.ON" and "Jean-Pierre" are their parts and "obrien", "eon", "jeanpierre". A word may be there
// twice.
QStringList searchWords(QStringView text);

// Whether the letters of `word` belong to a script that is written without spaces between words.
bool isUnspaced(QStringView word);

struct SoughtPiece {
    QString text = {};
    bool isBeginning = true; // of a word; else a whole one
};
// A typed word is found where all its pieces are, or else by `whole` as the beginning of a word: "o'brien" by "o" and
// "brien", or by "obrien". Empty for a word that no sign joins.
struct SoughtWord {
    std::vector<SoughtPiece> pieces = {};
    QString whole = {};
};
std::vector<SoughtWord> soughtWords(QStringView typed);

// Whether a text of these searchWords() has the word.
bool isFound(const SoughtWord &word, const QStringList &words);

// A word by which a record is found without being called so (its city, an own field), as the index has it: marked, so
// that whoever is called Berlin can be looked for before all who live there. No word that is typed has the mark.
QString besideWord(const QString &word);
QStringList besideWords(const QStringList &words);
bool isBesideWord(const QString &word);

} // namespace headway
