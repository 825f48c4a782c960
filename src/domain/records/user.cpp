// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/user.h"

namespace headway {

std::span<const Field<Team>> Table<Team>::fields()
{
    static constexpr std::array table{
        field<&Team::name>("name", "Name", Kind::Text, Trait::Required),
        field<&Team::nameKey>("name_key", "", Kind::Text, Trait::Derived | Trait::Internal),
        field<&Team::manager>("manager_id", "Manager", Kind::Reference),
        field<&Team::region>("region", "Region", Kind::Text),
    };
    return table;
}

std::span<const Field<User>> Table<User>::fields()
{
    static constexpr std::array table{
        field<&User::name>("name", "Name", Kind::Text, Trait::Required),
        field<&User::nameKey>("name_key", "", Kind::Text, Trait::Derived | Trait::Internal),
        field<&User::email>("email", "E-mail", Kind::Email),
        field<&User::phone>("phone", "Phone", Kind::Phone),
        field<&User::role>("role", "Role", Kind::Choice),
        field<&User::team>("team_id", "Team", Kind::Reference),
        field<&User::region>("region", "Region", Kind::Text),
        field<&User::active>("active", "Active", Kind::YesNo),
    };
    return table;
}

} // namespace headway
