// SPDX-License-Identifier: GPL-3.0-or-later
#include "kinds/vehicle.h"

#include "app/text/presentation.h"
#include "store/schema/schema.h"

using namespace Qt::StringLiterals;

namespace headway {

using test::Vehicle;

std::span<const Field<Vehicle>> Table<Vehicle>::fields()
{
    static constexpr std::array table{
        field<&Vehicle::name>("name", "Name", FieldType::Text, Trait::Required | Trait::Searched),
        field<&Vehicle::nameKey>("name_key", "", FieldType::Text, Trait::Derived | Trait::Internal),
        field<&Vehicle::plate>("plate", "Plate", FieldType::Text, Trait::Searched),
        field<&Vehicle::company>("company_id", "Company", FieldType::Reference, Trait::Listed),
        field<&Vehicle::owner>("owner_id", "Owner", FieldType::Reference),
        field<&Vehicle::value>("value", "Value", FieldType::Money),
        field<&Vehicle::currency>("currency", "Currency", FieldType::Currency),
        field<&Vehicle::inspectionOn>("inspection_on", "Inspection on", FieldType::Day),
        field<&Vehicle::email>("email", "E-mail", FieldType::Email, Trait::Derived),
        field<&Vehicle::phone>("phone", "Phone", FieldType::Phone, Trait::Derived),
        field<&Vehicle::city>("city", "City", FieldType::Text, Trait::Derived),
        field<&Vehicle::country>("country", "Country", FieldType::Text, Trait::Derived),
        field<&Vehicle::description>("description", "Description", FieldType::LongText, Trait::Long),
        field<&Vehicle::lastActivity>("last_activity", "Last activity", FieldType::Moment, Trait::Derived),
        field<&Vehicle::nextActivity>("next_activity", "Next activity", FieldType::Moment, Trait::Derived),
        field<&Vehicle::custom>("custom", "", FieldType::Json, Trait::Internal),
    };
    return table;
}

namespace test {

namespace {

const auto script = u"CREATE TABLE vehicle (\n"
                    "    id {{id}},\n"
                    "    name {{text}} NOT NULL DEFAULT '',\n"
                    "    name_key {{text}} NOT NULL DEFAULT '',\n"
                    "    plate {{text}} NOT NULL DEFAULT '',\n"
                    "    company_id {{int}} REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED,\n"
                    "    owner_id {{int}} REFERENCES user_account (id) DEFERRABLE INITIALLY DEFERRED,\n"
                    "    value {{int}},\n"
                    "    currency {{text}} NOT NULL DEFAULT '',\n"
                    "    inspection_on {{text}},\n"
                    "    email {{text}} NOT NULL DEFAULT '',\n"
                    "    phone {{text}} NOT NULL DEFAULT '',\n"
                    "    city {{text}} NOT NULL DEFAULT '',\n"
                    "    country {{text}} NOT NULL DEFAULT '',\n"
                    "    description {{text}} NOT NULL DEFAULT '',\n"
                    "    last_activity {{int}},\n"
                    "    next_activity {{int}},\n"
                    "    custom {{text}} NOT NULL DEFAULT '',\n"
                    "    version {{int}} NOT NULL DEFAULT 1,\n"
                    "    created_at {{int}} NOT NULL,\n"
                    "    modified_at {{int}} NOT NULL,\n"
                    "    deleted_at {{int}}\n"
                    ") {{strict}};\n"
                    "CREATE INDEX vehicle_by_name ON vehicle (name_key, id) WHERE deleted_at IS NULL;\n"_s;

} // namespace

void registerVehicle()
{
    if (allEntityKinds().size() > size_t(entityKindCount))
        return;
    registerKind("vehicle"_L1,
                 describe<Vehicle>({.singular = "vehicle",
                                    .plural = "vehicles",
                                    .any = "a vehicle",
                                    .traits = KindTrait::HasContactPoints | KindTrait::HasActivities
                                        | KindTrait::HasTags | KindTrait::IsSearched | KindTrait::IsNumerous
                                        | KindTrait::IsNameable,
                                    .detail = "company_id",
                                    .worth = "value",
                                    .recognisedBy = "plate",
                                    .importRank = 8,
                                    .closeness = 2}));
    app::registerPresentation({.kind = vehicleKind,
                               .iconName = "mark-location",
                               .title = "Vehicles",
                               .page = "vehicles",
                               .columns = "name plate company_id value inspection_on owner_id",
                               .briefColumns = "name plate company_id value",
                               .head = {{"value", app::Presentation::Weight::Strong}},
                               .sections = {{"", "plate company_id value phone owner_id", "inspection_on"}},
                               .firstFields = "name plate company_id value phone owner_id"});
    store::registerMigration(u"vehicle"_s, script);
}

} // namespace test

} // namespace headway
