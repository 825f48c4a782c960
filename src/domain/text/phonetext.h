// SPDX-License-Identifier: GPL-3.0-or-later
// What a text says that holds a telephone number: the number itself, an extension, letters that stand for digits, and
// words beside it, which are never digits. Which country it is of is said by phonenumber.h. Pure; any thread; nothing
// fails.
#pragma once

#include <QString>

#include <optional>

namespace headway {

// Without space around it; digits of any script, and a full-width plus, as those that are dialled.
QString withPlainDigits(QStringView text);

// "tel:305550123;phone-context=+49" → "+49305550123" (RFC 3966).
QString withoutPhoneScheme(QString text);

// "… ext. 12", "… x12", "… #12", ";ext=12", "… DW 12", "… доб. 12" behind a number of at least three digits.
struct PhoneExtension {
    qsizetype start = 0; // in the text, with the marks before the word
    qsizetype end = 0;
    QString digits = {};
};
std::optional<PhoneExtension> extensionIn(const QString &text);
// Whether what stands behind a number is an extension.
bool beginsWithExtension(const QString &text);
// Whether this word says that an extension follows: "ext.", "DW", "#".
bool isExtensionWord(const QString &word);

// "1-800-FLOWERS" → "18003569377", "+1 800 FLOWERS" → "+18003569377": the letters of a number as a telephone dials
// them, where the plan of a country has such numbers (free ones, and the personal ones of Germany). Empty for any
// other text.
QString dialledLetters(const QString &text);

// The parts of a text with a number in it. Digits of any script are plain ones.
struct PhoneText {
    // From its first + or digit to its last digit, with the marks between; empty: it is no number.
    QString number = {};
    QString extension = {};
};
PhoneText phoneTextIn(QStringView text);

// Whether the text is a number and nothing else.
bool isWrittenAsPhone(QStringView text);

} // namespace headway
