// SPDX-License-Identifier: GPL-3.0-or-later
// Who works in the book: users and their teams.
#pragma once

#include "domain/fields/field.h"

namespace headway {

enum class Role { Salesperson, Manager, Administrator };
template <>
struct Choices<Role> {
    static constexpr std::array list{Choice{"salesperson", Label::tr("Salesperson")},
                                     Choice{"manager", Label::tr("Manager")},
                                     Choice{"administrator", Label::tr("Administrator")}};
};

struct Team {
    TeamId id = {};
    qint64 version = 0;
    QString name = {};
    QString nameKey = {};
    UserId manager = {};
    QString region = {};

    bool operator==(const Team &) const = default;
};

struct User {
    UserId id = {};
    qint64 version = 0;
    QString name = {};
    QString nameKey = {};
    QString email = {};
    QString phone = {};
    Role role = Role::Salesperson;
    TeamId team = {};
    QString region = {};
    bool active = true;

    bool operator==(const User &) const = default;
};

template <>
struct Table<Team> {
    static constexpr EntityKind kind = EntityKind::Team;
    static std::span<const Field<Team>> fields();
};
template <>
struct Table<User> {
    static constexpr EntityKind kind = EntityKind::User;
    static std::span<const Field<User>> fields();
};

} // namespace headway
