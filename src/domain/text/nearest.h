// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the word that was probably meant. Pure; nothing fails.
#pragma once

#include "domain/sentence.h"

#include <QString>
#include <QStringList>

namespace headway {

// How many letters are wrong, missing, too many or swapped between two texts: the optimal string alignment distance
// (Damerau and Levenshtein, no part edited twice). Takes the product of their lengths.
qsizetype slips(const QString &a, const QString &b);

// The candidate with the fewest typing errors in `typed` (a letter wrong, missing, too many, or two
// swapped) or, if it has several words, in some of them, or that begins with it; empty if none is similar. Case and
// marks are ignored.
QString nearest(const QString &typed, const QStringList &candidates);

// " Did you mean “board”?", or nothing; nobody meant otherwise what is typed just so.
Sentence didYouMean(const QString &typed, const QStringList &candidates);
// The same, else " There are: Open, Won, Lost." where that is a short list.
Sentence oneOfThese(const QString &typed, const QStringList &candidates);

} // namespace headway
