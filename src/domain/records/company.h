// SPDX-License-Identifier: GPL-3.0-or-later
// An organisation to sell to (or through, or against).
#pragma once

#include "domain/fields/field.h"

namespace headway {

enum class CompanyType { Unstated, Prospect, Customer, Partner, Reseller, Investor, Competitor };
template <>
struct Choices<CompanyType> {
    static constexpr std::array list{Choice{"", ""},
                                     Choice{"prospect", Label::tr("Prospect")},
                                     Choice{"customer", Label::tr("Customer")},
                                     Choice{"partner", Label::tr("Partner")},
                                     Choice{"reseller", Label::tr("Reseller")},
                                     Choice{"investor", Label::tr("Investor")},
                                     Choice{"competitor", Label::tr("Competitor")}};
};

struct Company {
    CompanyId id = {};
    qint64 version = 0;
    QString name = {};
    QString nameKey = {};
    QString legalName = {};
    CompanyType type = CompanyType::Unstated;
    QString sector = {};
    CompanyId parent = {};
    UserId owner = {};
    QString website = {};
    QString email = {}; // the primary one of its contact points
    QString phone = {};
    QString city = {}; // of its first address
    QString country = {};
    std::optional<qint64> employees = {};
    std::optional<qint64> revenue = {}; // per year, in minor units of `currency`
    QString currency = {};
    std::optional<qint64> founded = {}; // year
    QString registrationNumber = {};
    SourceId source = {};
    QString description = {};
    Instant lastActivity = {};
    Instant nextActivity = {};
    QDate lastDay = {};    // of the last activity, if that took the whole day; see wholeday.h
    QDate nextDay = {};    // likewise
    QString cardRest = {}; // of its vCard, what no field has; see exchange/vcard/cardwriter.h
    QString custom = {};

    bool operator==(const Company &) const = default;
};

template <>
struct Table<Company> {
    static constexpr EntityKind kind = EntityKind::Company;
    static std::span<const Field<Company>> fields();
};

} // namespace headway
