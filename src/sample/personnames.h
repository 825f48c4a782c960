// SPDX-License-Identifier: GPL-3.0-or-later
// Names of people by culture, the common ones first, and how they turn into an e-mail address.
// Tables folded once at first use; any thread.
#pragma once

#include "sample/dice.h"
#include "sample/places.h"

#include <QString>

#include <vector>

namespace headway::sample {

// A name and its form in addresses: "Zoë", "zoe".
struct Word {
    QString text;
    QString ascii;
};

struct PersonName {
    QString first;
    QString last;
    QString address; // zuzana.kralova
};

// The `nth` person of a company; `company` is a number unique to it. The first dozen of one company have
// different family names, all have different addresses.
PersonName personName(Culture culture, Dice &dice, qint64 company, qint64 nth);

// Family names used for companies, in the masculine form.
const std::vector<Word> &familyNames(Culture culture);

// "Müller & Söhne" → "mueller-soehne": letters and digits, runs of anything else become one hyphen.
QString addressForm(QStringView text);

} // namespace headway::sample
