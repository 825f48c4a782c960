// SPDX-License-Identifier: GPL-3.0-or-later
// What is being typed at a place of a filter's text, for those who offer how it could go on. The text may be
// unfinished: a quotation mark or a bracket still open. Places and lengths are in characters of the text. Pure;
// nothing fails; any thread.
#pragma once

#include "domain/query/filter.h"

namespace headway {

struct FilterTyping {
    enum class What {
        Nothing, // between the parts, or a text in quotation marks
        Name,    // a word, which may become the name of a field
        Operand, // what stands behind a colon
    };

    What what = What::Nothing;
    QString name = {};  // Operand: what stands before the colon, without a minus
    QString typed = {}; // of the name or value, up to the cursor, without quotation marks
    // What takes the place of the name (with its colon) or value when one is chosen.
    qsizetype position = 0;
    qsizetype length = 0;
    // The whole word or condition.
    qsizetype partPosition = 0;
    qsizetype partLength = 0;
    bool isCompared = false;   // "<", ">=" … before the value
    bool isUnfinished = false; // Operand: nothing stands behind the colon yet, or only a sign
    bool isOnlyValue = false;  // Operand: there is no comma in the condition
};

// The cursor stands behind the first `cursor` characters.
FilterTyping typingAt(QStringView text, qsizetype cursor);

// The text of what a record must meet besides the part that is being typed, to be what is looked for there: what
// stands side by side with it and around its brackets, but not what is tied to it by "or".
QString textBeside(const QString &text, const FilterTyping &typing);

} // namespace headway
