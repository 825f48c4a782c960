// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/user.h"

namespace headway {

std::span<const Field<Team>> Table<Team>::fields()
{
    static constexpr std::array table{
        field<&Team::name>("name", Label::tr("Name"), FieldType::Text, Trait::Required),
        field<&Team::nameKey>("name_key", "", FieldType::Text, Trait::Derived | Trait::Internal),
        field<&Team::manager>("manager_id", Label::tr("Manager"), FieldType::Reference),
        field<&Team::region>("region", Label::tr("Region"), FieldType::Text),
    };
    return table;
}

std::span<const Field<User>> Table<User>::fields()
{
    static constexpr std::array table{
        field<&User::name>("name", Label::tr("Name"), FieldType::Text, Trait::Required),
        field<&User::nameKey>("name_key", "", FieldType::Text, Trait::Derived | Trait::Internal),
        field<&User::email>("email", Label::tr("E-mail"), FieldType::Email),
        field<&User::phone>("phone", Label::tr("Phone"), FieldType::Phone),
        field<&User::role>("role", Label::tr("Role"), FieldType::Choice),
        field<&User::team>("team_id", Label::tr("Team"), FieldType::Reference),
        field<&User::region>("region", Label::tr("Region"), FieldType::Text),
        field<&User::active>("active", Label::tr("Active"), FieldType::YesNo),
    };
    return table;
}

} // namespace headway
