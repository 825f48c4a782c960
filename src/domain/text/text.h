// SPDX-License-Identifier: GPL-3.0-or-later
// One normalisation of text for sorting, searching and finding duplicates, done here so that SQLite and
// PostgreSQL agree. Pure functions, any thread.
#pragma once

#include <QString>
#include <QStringList>

namespace headway {

// Decomposed (NFKD), marks dropped, case folded, white space collapsed: "Ana  MÜLLER" → "ana muller".
// Letters that Unicode does not decompose but people type in a simpler form are replaced, too (ø → o, ł →
// l, ß → ss). Idempotent. Compared bytewise, it sorts the same on both engines.
QString fold(QStringView text);

// The folded words of `text`: runs of letters and digits. What the search index holds.
QStringList words(QStringView text);

// The digits in a text, without a leading 00: "+49 (30) 123-45" → "493012345". What number that is: phonenumber.h.
QString phoneDigits(QStringView text);

// Whether two names differ only in case, marks, spaces and punctuation: "GTXPro" and "GTX Pro".
bool isNearMatch(QStringView a, QStringView b);

// The first characters of `text`, at most `longest` code units, never splitting a character.
QString beginning(QStringView text, qsizetype longest);

// The parts that are not empty, with `between` between them.
QString joinFilled(QStringList parts, const QString &between);

// What isNearMatch compares: the folded letters and digits without anything between them.
QString looseKey(QStringView text);

} // namespace headway
