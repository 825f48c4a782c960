// SPDX-License-Identifier: GPL-3.0-or-later
// The name of a person in one cell, in parts: titles, suffixes, the order of an address book, and companies that stand
// where people should. Pure; any thread; nothing fails: what cannot be told apart stays whole.
#pragma once

#include <QString>

namespace headway::exchange {

struct NameParts {
    QString salutation = {}; // "Dr.", "Frau Prof."
    QString first = {};      // with middle names
    QString last = {};
    QString suffix = {};    // "Jr.", "PhD"
    bool isCompany = false; // all of it is in `last`
};

// "Ilse Brandt", "Brandt, Ilse", "Dr. Ilse Brandt", "Rell, Tomas, Jr.", "Ludwig van Beethoven", "Smith & Sons, Ltd.".
NameParts nameParts(const QString &text);
// Of a cell with a family name alone: "Stone, MBA".
NameParts familyParts(const QString &text);

// What a company is called of which only an address is known: "www.acme.example/about", "https://acme.example",
// "ana@acme.example" → "acme.example", and by its page where many have one: "facebook.com/acme". Empty if there is none,
// or if the address is of a provider of mailboxes for everybody.
QString nameFromDomain(const QString &text);

} // namespace headway::exchange
