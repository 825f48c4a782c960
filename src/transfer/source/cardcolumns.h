// SPDX-License-Identifier: GPL-3.0-or-later
// The columns that an address book has as a table, by the names that resources/presets/vcard.tsv knows, and the cells of
// an entry in them. Pure; any thread; nothing fails.
#pragma once

#include "exchange/vcard/cardentry.h"

#include <QStringList>

#include <vector>

namespace headway::transfer {

// How many numbers, e-mail addresses and pages of one entry have columns; further ones are kept with the rest.
inline constexpr int mostCardPoints = 12;

struct CardColumn {
    QString name = {};
    bool isAlways = false; // though no card has anything there: by these the table is known as one of cards
    std::function<QString(const exchange::CardEntry &entry)> cell = {};
};

// All there are, in their order; the first says what a row is.
[[nodiscard]] const std::vector<CardColumn> &cardColumns();

// Moves what has no column into the rest: of a company further pages, of anybody what is too much.
void keepBeyondColumns(exchange::CardEntry &entry);

} // namespace headway::transfer
