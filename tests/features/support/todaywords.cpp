// SPDX-License-Identifier: GPL-3.0-or-later
// The words of stories about the page Today.
#include "domain/records/deal.h"
#include "features/support/expect.h"
#include "features/support/story.h"
#include "store/actions/actions.h"
#include "store/rows/records.h"
#include "ui/controls/sidebar.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/shell.h"
#include "ui/today/todayview.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::test {

ui::TodayView &Story::today() const
{
    auto *view = shell().findChild<ui::TodayView *>();
    REQUIRE(view);
    return *view;
}

void Given::a_planned_call(const QString &subject, const QString &deal, int days)
{
    const Actor ana{UserId{1}, story.m_now};
    const auto deals = valueOf(store::loadAll<Deal>(story.book()));
    const auto found =
        std::find_if(deals.begin(), deals.end(), [&](const Deal &each) { return each.name == deal; });
    REQUIRE(found != deals.end());
    const Edit edit = valueOf(
        store::logActivityEdit(story.book(),
                               {.activity = {.kind = ActivityKind::Call,
                                             .state = ActivityState::Planned,
                                             .subject = subject,
                                             .at = {story.m_now.ms + (days * 24 + 1) * qint64(3'600'000)},
                                             .timeZone = u"UTC"_s},
                                .links = {{EntityKind::Deal, found->id.value}}},
                               ana));
    valueOf(store::commit(story.book(), edit, ana));
}

void When::I_open_today()
{
    I_open_the_book();
    I_press(u"Ctrl+2"_s);
    REQUIRE(await([&] { return story.shell().place().page == u"today"_s; }));
    REQUIRE(await([&] { return story.today().hasFocus() && story.today().current(); }));
}

void Then::the_message_begins(const QString &text) const
{
    expect([&] { return story.shell().messages().message().startsWith(text); }, text,
           [&] { return story.shell().messages().message(); });
}

void Then::today_shows(const QStringList &wanted) const
{
    const auto rows = [&] {
        QStringList texts;
        const QAbstractItemModel &model = *story.today().model();
        for (int row = 0; row < model.rowCount(); ++row)
            texts += model.index(row, 0).data().toString();
        return texts;
    };
    expect([&] { return rows() == wanted; }, wanted.join(u" | "_s), [&] { return rows().join(u" | "_s); });
}

void Then::the_current_row_of_today_is(const QString &text) const
{
    const ui::TodayView &view = story.today();
    const auto seen = [&]() -> QString {
        return view.currentIndex().data().toString()
            + (view.hasFocus() ? QString() : u" (without the keyboard)"_s);
    };
    expect([&] { return seen() == text; }, text, seen);
}

void Then::the_sidebar_counts(const QString &page, int count) const
{
    const QAbstractItemModel &pages = *story.shell().findChild<ui::Sidebar *>()->model();
    const QString wanted = count ? u"%1, %2 waiting"_s.arg(page).arg(count) : page;
    const auto said = [&] {
        const auto found = pages.match(pages.index(0, 0), Qt::DisplayRole, page, 1, Qt::MatchExactly);
        return found.isEmpty() ? QString() : found.front().data(Qt::AccessibleTextRole).toString();
    };
    expect([&] { return said() == wanted; }, wanted, said);
}

} // namespace headway::test
