// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/presentation.h"

#include "app/lists/columns.h"
#include "domain/query/filter.h"
#include "domain/records/record.h"
#include "support/catch_qt.h"

#include <algorithm>

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

bool isColumn(EntityKind kind, const QString &name)
{
    const std::vector<app::Column> columns = app::allColumns(kind);
    return std::any_of(columns.begin(), columns.end(),
                       [&name](const app::Column &column) { return column.id == name; });
}

} // namespace

TEST_CASE("How a kind is shown names only fields that it has", "[app]")
{
    for (const EntityKind kind : allEntityKinds()) {
        const EntityInfo &info = entityInfo(kind);
        const app::Presentation &row = app::presentationOf(kind);
        CAPTURE(info.singular);
        for (const QString &name : app::fieldNames(row.columns)) {
            CAPTURE(name);
            CHECK(isColumn(kind, name));
        }
        QStringList named = app::fieldNames(row.briefColumns) + app::fieldNames(row.firstFields);
        for (const app::Presentation::HeadField &field : row.head)
            named += QString::fromLatin1(field.name);
        for (const app::Presentation::Section &section : row.sections)
            named += app::fieldNames(section.always) + app::fieldNames(section.ifFilled);
        for (const QString &name : named) {
            CAPTURE(name);
            CHECK(info.indexOf(name) >= 0);
        }
        for (const app::Presentation::Chip &chip : row.chips) {
            CAPTURE(chip.condition);
            CHECK(parseFilter(kind, QString::fromLatin1(chip.condition), {QDate(2026, 11, 23), 1}));
        }
    }
}

TEST_CASE("Pages and lists in the settings stand in the order that people know", "[app]")
{
    QStringList pages;
    for (const app::Presentation &row : app::listPages())
        pages += QString::fromLatin1(row.title);
    CHECK(pages == QStringList{u"Deals"_s, u"Leads"_s, u"Contacts"_s, u"Companies"_s, u"Activities"_s});
    QStringList lists;
    for (const app::Presentation &row : app::settingsLists())
        lists += QString::fromLatin1(row.settingsPart);
    CHECK(lists
          == QStringList{u"users"_s, u"teams"_s, u"pipelines"_s, u"statuses"_s, u"outcomes"_s, u"reasons"_s,
                         u"sources"_s, u"tags"_s, u"own-fields"_s});
}
