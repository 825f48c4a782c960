// SPDX-License-Identifier: GPL-3.0-or-later
// The sample's companies: ninety written by hand, and as many composed ones as needed. Constant tables, any
// thread.
#pragma once

#include "sample/personnames.h"

#include <span>

namespace headway::sample {

// A customer's kind of dust, which decides the product series.
enum class Need { Wood, Oil, Fume, Any };

struct Sector {
    QStringView name;
    Need need;
    qint64 revenueEach; // thousand EUR per employee and year
};

std::span<const Sector> sectors();

enum class Standing { Customer, Partner, Reseller, Competitor };

struct KnownCompany {
    QStringView name;
    QStringView legalForm; // appended for the legal name; may be empty
    int sector;
    QStringView city;
    QStringView street;
    int employees;
    Standing standing = Standing::Customer;
};

std::span<const KnownCompany> knownCompanies();

struct ComposedName {
    QString name;
    QString legalName;
    QString domain; // weber-krause-metallbau.example
    int sector;
};

ComposedName composedName(const City &city, Dice &dice);

} // namespace headway::sample
