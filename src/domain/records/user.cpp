// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/user.h"

namespace headway {

std::span<const Field<Team>> Table<Team>::fields()
{
    static constexpr std::array table{
        field<&Team::name>("name", "Name", FieldType::Text, Trait::Required),
        field<&Team::nameKey>("name_key", "", FieldType::Text, Trait::Derived | Trait::Internal),
        field<&Team::manager>("manager_id", "Manager", FieldType::Reference),
        field<&Team::region>("region", "Region", FieldType::Text),
    };
    return table;
}

std::span<const Field<User>> Table<User>::fields()
{
    static constexpr std::array table{
        field<&User::name>("name", "Name", FieldType::Text, Trait::Required),
        field<&User::nameKey>("name_key", "", FieldType::Text, Trait::Derived | Trait::Internal),
        field<&User::email>("email", "E-mail", FieldType::Email),
        field<&User::phone>("phone", "Phone", FieldType::Phone),
        field<&User::role>("role", "Role", FieldType::Choice),
        field<&User::team>("team_id", "Team", FieldType::Reference),
        field<&User::region>("region", "Region", FieldType::Text),
        field<&User::active>("active", "Active", FieldType::YesNo),
    };
    return table;
}

} // namespace headway
