// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lists/exportnames.h"

#include "app/text/presentation.h"
#include "support/salesbook.h"
#include "support/transfer.h"

using namespace headway;
using namespace headway::app;
using namespace Qt::StringLiterals;

TEST_CASE("Every list can be exported with the columns it shows", "[app]")
{
    test::FreshBook book(sql::Engine::Sqlite);
    for (const Presentation &each : listPages()) {
        CAPTURE(int(each.kind));
        for (const std::vector<Column> &columns : {defaultColumns(each.kind), allColumns(each.kind)})
            CHECK_FALSE(test::exported(book, each.kind, exportNames(each.kind, columns)).isEmpty());
    }
}

TEST_CASE("A next step is exported with the time it is planned for, an amount with its currency", "[app]")
{
    CHECK(exportNames(EntityKind::Deal,
                      columnsNamed(EntityKind::Deal, {u"next_step"_s, u"amount"_s, u"owner_id"_s}))
          == QStringList{u"next_step"_s, u"amount"_s, u"owner"_s, u"currency"_s, u"next_activity"_s});
    CHECK(exportNames(EntityKind::Deal, columnsNamed(EntityKind::Deal, {u"next_activity"_s, u"next_step"_s}))
          == QStringList{u"next_activity"_s, u"next_step"_s});
}
