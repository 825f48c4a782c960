// SPDX-License-Identifier: GPL-3.0-or-later
// Settings of a whole book, for all its users. A book has at most one such record; without it the defaults
// apply. Changed like any other record, so the history shows it.
#pragma once

#include "domain/fields/field.h"
#include "domain/sentence.h"
#include "domain/text/daterange.h"

namespace headway {

enum class Month {
    January,
    February,
    March,
    April,
    May,
    June,
    July,
    August,
    September,
    October,
    November,
    December
};
template <>
struct Choices<Month> {
    static constexpr std::array list{Choice{"january", Label::tr("January"), 1},
                                     Choice{"february", Label::tr("February"), 2},
                                     Choice{"march", Label::tr("March"), 3},
                                     Choice{"april", Label::tr("April"), 4},
                                     Choice{"may", Label::tr("May"), 5},
                                     Choice{"june", Label::tr("June"), 6},
                                     Choice{"july", Label::tr("July"), 7},
                                     Choice{"august", Label::tr("August"), 8},
                                     Choice{"september", Label::tr("September"), 9},
                                     Choice{"october", Label::tr("October"), 10},
                                     Choice{"november", Label::tr("November"), 11},
                                     Choice{"december", Label::tr("December"), 12}};
};

struct BookSettings {
    Id<EntityKind::BookSettings> id = {};
    qint64 version = 0;
    QString currency = {};                                       // of amounts without one
    QString workingDays = QStringLiteral("mon tue wed thu fri"); // codes in their order, see below
    Month yearBegins = Month::January;                           // of the fiscal year

    // By what days are typed, with the order of this computer.
    DayRules dayRules(std::optional<DateOrder> order) const { return {order, int(yearBegins) + 1}; }

    bool operator==(const BookSettings &) const = default;
};

template <>
struct Table<BookSettings> {
    static constexpr EntityKind kind = EntityKind::BookSettings;
    static std::span<const Field<BookSettings>> fields();
};

// "mon", Qt's day 1, to "sun".
QLatin1StringView codeOfWeekday(int dayOfWeek);
bool isWorkingDay(const QString &workingDays, QDate day);

// `day`, or the next working day after it. If there are no working days, `day` itself.
QDate workingDayFrom(QDate day, const QString &workingDays);

// What is wrong with a list of working days; empty if nothing is.
Sentence workingDaysProblem(const QString &workingDays);

} // namespace headway
