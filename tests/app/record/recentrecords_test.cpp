// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/recentrecords.h"

#include "app/edits/bulkedits.h"
#include "domain/records/deal.h"
#include "domain/records/searchhit.h"
#include "support/await.h"
#include "support/openbook.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

struct Desk {
    OpenBook book{OpenBook::Content::Defaults};
    app::Settings settings{book.folderPath(u"headway.ini"_s)};
    app::RecentRecords recent{settings};

    Desk() { settings.enterBook(book.workspace().uuid()); }

    EntityRef deal(const QString &name)
    {
        return {EntityKind::Deal, book.add(Deal{.name = name, .pipeline = {1}, .stage = {1}}).value};
    }
    QStringList names()
    {
        std::optional<QStringList> names;
        const auto ticket =
            recent.read(book.workspace(), &settings, [&names](const std::vector<SearchHit> &hits) {
                names.emplace();
                for (const SearchHit &hit : hits)
                    *names += hit.title;
            });
        REQUIRE(await([&names] { return names.has_value(); }));
        return *names;
    }
};

} // namespace

TEST_CASE("What was opened last comes first, once, and a dozen are kept", "[app]")
{
    Desk desk;
    CHECK(desk.names().isEmpty());
    const EntityRef first = desk.deal(u"First"_s);
    const EntityRef second = desk.deal(u"Second"_s);
    desk.recent.remember(first);
    desk.recent.remember(second);
    desk.recent.remember(first);
    desk.recent.remember({});
    CHECK(desk.names() == QStringList{u"First"_s, u"Second"_s});

    for (int i = 0; i < 20; ++i)
        desk.recent.remember({EntityKind::Contact, 1000 + i});
    CHECK(desk.recent.all().size() == 12);
    CHECK(desk.recent.all().front() == EntityRef{EntityKind::Contact, 1019});
}

TEST_CASE("What is gone from the book, or spoilt in the settings, is not offered", "[app]")
{
    Desk desk;
    const EntityRef kept = desk.deal(u"Kept"_s);
    const EntityRef removed = desk.deal(u"Removed"_s);
    desk.recent.remember(kept);
    desk.recent.remember(removed);
    bool isGone = false;
    app::deleteRecords(desk.book.workspace(), &desk.settings, {removed}, {},
                       [&isGone](const Result<app::BulkReport> &report) { isGone = report.has_value(); });
    REQUIRE(await([&isGone] { return isGone; }));
    CHECK(desk.names() == QStringList{u"Kept"_s});
    const QStringList good = desk.settings.value(app::setting::recentRecords);
    const QString deals = good.front().section(u'/', 0, 0);
    desk.settings.change(app::setting::recentRecords,
                         QStringList{deals + u"/0"_s, u"sorcerer/4"_s, deals, deals + u"/x"_s} + good);
    CHECK(desk.names() == QStringList{u"Kept"_s});
}
