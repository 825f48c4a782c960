// SPDX-License-Identifier: GPL-3.0-or-later
// Telephone numbers as they are stored, compared and looked up, whichever way they are written: within the country or
// from abroad, with +, 00 or 011, with the zero of the country or without, with an extension or without. The only place
// that says so; docs/decisions/0018-telephone-numbers.md has the reasons. Pure; any thread; nothing fails.
//
// A number with a country code is complete. One without is of any country: it is the same as a complete one that is
// written so within its country.
#pragma once

#include <QString>
#include <QStringList>

namespace headway {

struct PhoneNumber {
    QString country = {}; // "49"; empty: it is written without
    // Behind the country code, as the plan of that country has it; else the digits as written.
    QString national = {};
    // The digits with the country code, without the zero that is not dialled from abroad.
    QString written = {};
    QString extension = {}; // "12"

    bool isEmpty() const { return national.isEmpty(); } // the text is no number
};
PhoneNumber readPhoneNumber(QStringView text);

// Whether numbers of the country of that code begin with a zero that is dialled from abroad, too: "39" of Italy.
bool isZeroDialledTo(const QString &country);

// By what a number is stored: "+49 (0)30 555-0123 ext. 12" → "305550123+49#12", "030 5550123" → "305550123". The
// folded text where it is no number.
QString phoneKey(QStringView text);
// What the keys of the same number begin with: each of these, or each with a "+" or "#" behind it.
QStringList phoneKeyHeads(const PhoneNumber &number);

enum class Extensions { Alike, MayBeMissing };
bool isSamePhone(QStringView a, QStringView b, Extensions extensions);

// The words by which the search finds a number: its digits and each end of them of at least four, so that any part
// finds it. One that is written without a country has one zero in front.
QStringList phoneWords(QStringView text);
// What such words begin with if a number is meant by what was typed, or the beginning of one. Empty for fewer than four
// digits.
QStringList phoneForms(const PhoneNumber &number);

} // namespace headway
