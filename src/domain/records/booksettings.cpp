// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/booksettings.h"

#include <QDate>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

constexpr std::array weekdays{"mon"_L1, "tue"_L1, "wed"_L1, "thu"_L1, "fri"_L1, "sat"_L1, "sun"_L1};

} // namespace

std::span<const Field<BookSettings>> Table<BookSettings>::fields()
{
    static constexpr std::array table{
        field<&BookSettings::currency>("currency", Label::tr("Currency"), FieldType::Currency),
        field<&BookSettings::workingDays>("working_days", Label::tr("Working days"), FieldType::Text,
                                          Trait::Required),
        field<&BookSettings::yearBegins>("year_begins", Label::tr("Fiscal year begins in"),
                                         FieldType::Choice),
    };
    return table;
}

QLatin1StringView codeOfWeekday(int dayOfWeek)
{
    return weekdays[size_t(dayOfWeek - 1)];
}

bool isWorkingDay(const QString &workingDays, QDate day)
{
    return workingDays.split(u' ').contains(codeOfWeekday(day.dayOfWeek()));
}

QDate workingDayFrom(QDate day, const QString &workingDays)
{
    for (int later = 0; later < int(weekdays.size()); ++later) {
        if (isWorkingDay(workingDays, day.addDays(later)))
            return day.addDays(later);
    }
    return day;
}

Sentence workingDaysProblem(const QString &workingDays)
{
    const QStringList codes = workingDays.split(u' ', Qt::SkipEmptyParts);
    if (codes.isEmpty())
        return Sentence::tr("At least one day of the week is a working day.");
    for (const QString &code : codes) {
        if (std::find(weekdays.begin(), weekdays.end(), code) == weekdays.end())
            return Sentence::tr("Working days: %1 is not a day such as mon or sun.").arg(Quoted{code});
    }
    return {};
}

} // namespace headway
