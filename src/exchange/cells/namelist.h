// SPDX-License-Identifier: GPL-3.0-or-later
// Cells that name several people or companies at once: "Ann Lee, Bob Cole", "Alpha; Beta", and those that only look so:
// "Lee, Ann", "Smith & Sons, Ltd.". Pure; any thread; nothing fails: what cannot be told is said to be open.
#pragma once

#include <QStringList>

namespace headway::exchange {

enum class NamesOf { People, Companies };

// What the commas in a column of people are for, as its other cells show.
enum class Commas {
    Untold,
    Within,  // "Lee, Ann"
    Between, // "Ann Lee, Bob Cole" beside "Bob Cole"
    Both,
};
[[nodiscard]] Commas commasIn(const QStringList &cells);

struct NameList {
    enum class Reading {
        One,
        Several,
        Likely, // several, but "García López, Ana María" would look like that, too
        Open,
    };
    Reading reading = Reading::One;
    QString whole = {};     // the name if it is one, without marks around it; none in a cell of marks alone
    QStringList names = {}; // those that it would be taken apart into; of one, too
    QStringList links = {}; // addresses behind the names, which are no part of them
};
[[nodiscard]] NameList namesIn(const QString &cell, NamesOf what, Commas commas = Commas::Untold);

// Whether a cell has links behind its names: "Acme (https://www.notion.so/Acme-0a1b)".
[[nodiscard]] bool hasLinks(const QString &cell);

// Whether namesIn() may find more in it than the text itself: for the many cells that it need not look at.
[[nodiscard]] bool mayNameSeveral(const QString &cell);

} // namespace headway::exchange
