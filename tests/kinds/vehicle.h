// SPDX-License-Identifier: GPL-3.0-or-later
// A kind of record that the program has never heard of, added as one of its own would be: a struct with its
// field table, a row in the table of kinds, a row of how it is shown, a migration. The tests of this folder
// walk it through everything that the program does with records. It stays for the whole process, so they
// are hidden and run by themselves: headway_tests "[kinds]".
#pragma once

#include "domain/records/record.h"

namespace headway::test {

inline constexpr EntityKind vehicleKind = foreignKind;
using VehicleId = Id<vehicleKind>;

struct Vehicle {
    VehicleId id = {};
    qint64 version = 0;
    QString name = {};
    QString nameKey = {};
    QString plate = {};
    CompanyId company = {};
    UserId owner = {};
    std::optional<qint64> value = {};
    QString currency = {};
    QDate inspectionOn = {};
    QString email = {};
    QString phone = {};
    QString city = {};
    QString country = {};
    QString description = {};
    Instant lastActivity = {};
    Instant nextActivity = {};
    QString custom = {};
};

// Makes it known, once in a process. First in each of these tests.
void registerVehicle();

} // namespace headway::test

template <>
struct headway::Table<headway::test::Vehicle> {
    static constexpr EntityKind kind = test::vehicleKind;
    static std::span<const Field<test::Vehicle>> fields();
};
