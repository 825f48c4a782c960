// SPDX-License-Identifier: GPL-3.0-or-later
// What kind of field the values of a column fit, seen one after the other in constant memory: numbers, days, yes or
// no, a few words that repeat, else text. Careful: a number that is a code (007, +49 30), a day with a time and an
// amount with its currency stay text, so that nothing of them is lost. Pure; any thread; nothing fails.
#pragma once

#include "domain/records/lists.h"
#include "exchange/plan/fieldtext.h"

#include <QHash>
#include <QStringList>

#include <array>

namespace headway::exchange {

class ValueGuess
{
public:
    void note(const QString &cell);

    bool isEmpty() const { return m_values == 0; }
    const QString &sample() const { return m_sample; } // the first value
    // As long as nothing is known of how the file is written: days in any order, either decimal mark.
    CustomKind kind() const
    {
        return kind(m_isNumber[0] || m_isNumber[1], m_isDay[0] || m_isDay[1] || m_isDay[2]);
    }
    // In a file that is written so.
    CustomKind kind(const CellStyle &style) const;
    // For a field of choices, in the order in which they first stand; empty if there are too many for a list.
    QStringList choices() const;

private:
    CustomKind kind(bool isNumber, bool isDay) const;
    void noteNumber(const QString &text);
    void noteDay(const QString &text);
    void noteFlag(const QString &text);
    void noteChoice(const QString &text);
    bool isFlag() const;
    bool isOpen() const;

    qint64 m_values = 0;
    bool m_isMeant = false; // there was something else than "n/a"
    qsizetype m_longest = 0;
    bool m_hasBreak = false;
    QString m_sample;
    std::array<bool, 2> m_isNumber{true, true};    // all values so far: with a point, with a comma
    std::array<bool, 3> m_isDay{true, true, true}; // by DateOrder
    bool m_isFlag = true;
    bool m_hasYes = false;
    bool m_hasNo = false;
    bool m_isMark = true;               // nothing but x
    bool m_isWord = true;               // true and false, which mean nothing else
    QHash<QString, qsizetype> m_places; // of choices, by text without case
    QStringList m_choices;
    bool m_hasTooMany = false;
};

} // namespace headway::exchange
