// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/input/options.h"

#include "app/input/picklistrows.h"
#include "domain/records/deal.h"
#include "domain/records/lookups.h"
#include "domain/records/record.h"
#include "support/catch_qt.h"

using namespace headway;
using namespace headway::app;
using namespace Qt::StringLiterals;

namespace {

const Display display(QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc());

Lookups team()
{
    Lookups lists;
    lists.teams = {{.id = {1}, .name = u"North"_s, .manager = {1}}};
    lists.users = {{.id = {1}, .name = u"Ana"_s, .role = Role::Manager, .team = {1}},
                   {.id = {2}, .name = u"Ben"_s, .active = false},
                   {.id = {3}, .name = u"Cem"_s}};
    return lists;
}

QStringList ownersFor(const Deal &deal)
{
    QStringList names;
    const int owner = entityInfo(EntityKind::Deal).indexOf(u"owner_id");
    for (const Option &option : *optionsFor(EntityKind::Deal, toRow(deal), owner, team(), display))
        names += option.text;
    return names;
}

} // namespace

TEST_CASE("Who has left can no longer be chosen as an owner, and stays one", "[app]")
{
    CHECK(ownersFor({.name = u"Renewal"_s}) == QStringList{QString(), u"Ana"_s, u"Cem"_s});
    CHECK(ownersFor({.name = u"Renewal"_s, .owner = {2}})
          == QStringList{QString(), u"Ana"_s, u"Ben"_s, u"Cem"_s});
}

TEST_CASE("Users and teams are listed with what is worth knowing of them", "[app]")
{
    QStringList rows;
    for (const EntityKind kind : {EntityKind::User, EntityKind::Team}) {
        for (const PicklistRow &row : picklistRows(kind, team(), display))
            rows += row.name + u": "_s + row.note;
    }
    CHECK(rows == QStringList{u"Ana: Manager · North"_s, u"Ben: inactive"_s, u"Cem: "_s, u"North: Ana"_s});
}
