// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edits/recordedits.h"
#include "domain/records/record.h"
#include "support/motion.h"
#include "ui/lists/listroom.h"

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

void rename(ListRoom &room, DealId deal, const QString &from, const QString &to)
{
    app::saveFields(room.book.workspace(), room.page, {EntityKind::Deal, deal.value},
                    {{entityInfo(EntityKind::Deal).indexOf(u"name"), from, to}},
                    [](const Result<ChangeSet> &) {});
    REQUIRE(await([&] { return room.names().contains(to) && !room.model().isLoading(); }));
}

} // namespace

TEST_CASE("A row that undo changes back is seen for a moment, and holds what it held at once", "[ui]")
{
    ListRoom room;
    rename(room, room.birch, u"Birch"_s, u"Beech"_s);
    const MovingWhile moving(app::MotionSetting::On);
    room.book.workspace().undo();
    CHECK(await([&] { return glideIn(room.window) != nullptr; }));
    CHECK(room.names().contains(u"Birch"_s));
    CHECK(await([&] { return !room.window.findChild<Glide *>(); }));
}

TEST_CASE("What I change myself does not light up, nor anything where nothing may move", "[ui]")
{
    ListRoom room;
    bool isSeen = false;
    const auto settles = [&](const QString &name) {
        return await([&] {
            isSeen |= room.window.findChild<Glide *>() != nullptr;
            return room.names().contains(name) && !room.model().isLoading();
        });
    };
    {
        const MovingWhile moving(app::MotionSetting::On);
        rename(room, room.birch, u"Birch"_s, u"Beech"_s);
        CHECK(settles(u"Beech"_s));
    }
    const MovingWhile still(app::MotionSetting::Off);
    room.book.workspace().undo();
    CHECK(settles(u"Birch"_s));
    QCoreApplication::processEvents();
    CHECK_FALSE((isSeen || room.window.findChild<Glide *>()));
}
