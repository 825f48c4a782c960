// SPDX-License-Identifier: GPL-3.0-or-later
// Where the people of the sample book live: countries with their conventions (currency, phone numbers,
// streets) and real cities with matching postal and area codes. Constant tables, any thread.
#pragma once

#include "sample/dice.h"

#include <QString>
#include <QStringView>

#include <span>

namespace headway::sample {

// Decides the names, streets and company forms.
enum class Culture { German, English, French, Italian, Spanish, Dutch, Nordic, Czech, Polish, Japanese };
inline constexpr int cultureCount = 10;

struct Country {
    QStringView name;
    QStringView currency;
    Culture culture;
    QStringView phone; // {a} the city's area code, # any digit
    QStringView mobile;
    QStringView language;
    int team; // 0 … 7: the team for customers there
};

struct City {
    QStringView name;
    int country; // index into countries()
    QStringView postalCode;
    QStringView areaCode;
};

std::span<const Country> countries();
// The first ones get the most companies.
std::span<const City> cities();
inline const Country &countryOf(const City &city)
{
    return countries()[size_t(city.country)];
}

// Index of the city of that name; an unknown name is a mistake in a table.
int cityNamed(QStringView name);

// A street and house number, written as in that country.
QString streetIn(Culture culture, Dice &dice);
QString phoneIn(const City &city, Dice &dice);
QString mobileIn(const City &city, Dice &dice);

} // namespace headway::sample
