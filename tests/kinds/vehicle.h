// SPDX-License-Identifier: GPL-3.0-or-later
// A kind of record that the program does not have, added in the same way as its own: a struct with its field
// table, a row in the table of kinds, a row of its presentation, a migration. The tests of this folder run
// everything on it that the program does with records. It stays registered for the whole process, so the
// tests are hidden and run separately: headway_tests "[kinds]".
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

// Registers the kind, once in a process. Must be the first call in each of these tests.
void registerVehicle();

} // namespace headway::test

template <>
struct headway::Table<headway::test::Vehicle> {
    static constexpr EntityKind kind = test::vehicleKind;
    static std::span<const Field<test::Vehicle>> fields();
};
