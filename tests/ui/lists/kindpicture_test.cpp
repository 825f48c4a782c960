// SPDX-License-Identifier: GPL-3.0-or-later
// The list of activities says by a picture of which kind each is.
#include "domain/records/activity.h"
#include "ui/lists/listcolumns.h"
#include "ui/lists/listroom.h"
#include "ui/style/theme.h"

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

TEST_CASE("The kind of an activity is a picture in a narrow column, and a word for ears, mouse and paper",
          "[ui]")
{
    applyTheme(*qApp, app::Look::Light); // with its icons
    ListRoom room;
    const auto add = [&](ActivityKind kind, const QString &subject) {
        return room.book.add(Activity{.kind = kind, .subject = subject, .at = {1'000'000}, .owner = {1}});
    };
    const ActivityId call = add(ActivityKind::Call, u"Call Rubén"_s);
    const ActivityId fair = add(ActivityKind::TradeShow, u"Hall 3"_s);
    ListPage activities(room.given.context, EntityKind::Activity);
    activities.resize(1000, 400);
    activities.show();
    app::ListModel &model = activities.model();
    REQUIRE(await([&] {
        return model.rowCount() == 3 && model.headAt(0) && model.rowAt(1) && model.rowAt(2)
            && model.rowOf(call.value) >= 0;
    }));
    auto *view = activities.findChild<ListView *>();
    const auto &columns = model.columns();
    const int kind = int(std::find_if(columns.begin(), columns.end(),
                                      [](const app::Column &column) { return column.id == "kind"_L1; })
                         - columns.begin());
    const auto cell = [&](ActivityId activity) { return model.index(model.rowOf(activity.value), kind); };
    CHECK(cell(call).data(Qt::AccessibleTextRole).toString() == u"Call"_s);
    CHECK(cell(call).data(Qt::ToolTipRole).toString() == u"Call"_s);
    CHECK(cell(call).data().toString() == u"Call"_s); // what is copied
    CHECK(model.headerData(kind, Qt::Horizontal, Qt::DisplayRole).toString() == u"Kind"_s);
    CHECK(view->sizeHintForColumn(kind) == 32); // and not wider for a longer word
    const auto seen = [&](ActivityId activity) {
        return view->viewport()->grab(view->visualRect(cell(activity)).adjusted(0, 0, 0, -1)).toImage();
    };
    CHECK(seen(call) != seen(fair));
    view->setLayoutDirection(Qt::RightToLeft);
    CHECK(view->sizeHintForColumn(kind) == 32);
}
