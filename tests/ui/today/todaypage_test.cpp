// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/todaypage.h"

#include "app/edits/recordedits.h"
#include "app/input/drafts.h"
#include "app/program/settings.h"
#include "support/await.h"
#include "support/motion.h"
#include "support/openbook.h"
#include "ui/commands/commandactions.h"
#include "ui/controls/flatbutton.h"
#include "ui/programcontext.h"
#include "ui/today/todayview.h"

#include <QLabel>
#include <QMainWindow>
#include <QSignalSpy>
#include <QTest>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 24 * 3'600'000;

struct Desk {
    OpenBook book{OpenBook::Content::Defaults};
    app::Settings settings{book.folderPath(u"headway.ini"_s)};
    app::Commands commands{settings};
    QMainWindow window;
    CommandActions actions{commands, &window};
    app::Drafts drafts{book.folderPath(u"drafts.json"_s)};
    PageContext given{lent(book.workspace()), drafts, settings, commands, actions};
    QPointer<TodayPage> page;
    TodayView *view = nullptr;

    void open()
    {
        page = new TodayPage(given.context);
        view = page->findChild<TodayView *>();
        window.setCentralWidget(page);
        actions.attach(app::Area::Today, page);
        window.resize(900, 600);
        window.show();
        window.activateWindow();
        REQUIRE(await([this] { return window.isActiveWindow() && page->model().isLoaded(); }));
        page->setFocus();
        REQUIRE(await([this] { return view->hasFocus(); }));
    }
    // The page must be deleted before its context.
    ~Desk() { delete page; }

    ActivityId plan(const QString &subject, qint64 fromNow)
    {
        return book.add(Activity{.kind = ActivityKind::Call,
                                 .state = ActivityState::Planned,
                                 .subject = subject,
                                 .at = {testNow.ms + fromNow},
                                 .owner = book.user()});
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(view, key, modifiers);
    }
    QString current() const { return view->currentIndex().data().toString(); }
};

} // namespace

TEST_CASE("What undo brings back to Today is seen for a moment, and is there at once", "[ui]")
{
    Desk desk;
    const ActivityId call = desk.plan(u"Call Ada"_s, 60'000);
    desk.plan(u"Call Ben"_s, 120'000);
    desk.open();
    const auto isShown = [&] {
        return desk.page->model().rowOf(app::TodayItem::Type::Activity, call.value) >= 0;
    };
    bool isSeen = false; // for what I do myself
    const MovingWhile moving(app::MotionSetting::On);
    desk.book.commit({Sentence::verbatim(u"Away"_s), {remove({EntityKind::Activity, call.value})}});
    REQUIRE(await([&] {
        isSeen |= desk.window.findChild<Glide *>() != nullptr;
        return !isShown();
    }));
    CHECK_FALSE(isSeen);
    desk.book.workspace().undo();
    CHECK(await([&] { return glideIn(desk.window) != nullptr; }));
    CHECK(isShown());
    CHECK(await([&] { return !desk.window.findChild<Glide *>(); }));
}

TEST_CASE("On Today nothing lights up where nothing may move", "[ui]")
{
    Desk desk;
    const ActivityId call = desk.plan(u"Call Ada"_s, 60'000);
    desk.open();
    const auto isShown = [&] {
        return desk.page->model().rowOf(app::TodayItem::Type::Activity, call.value) >= 0;
    };
    desk.book.commit({Sentence::verbatim(u"Away"_s), {remove({EntityKind::Activity, call.value})}});
    REQUIRE(await([&] { return !isShown(); }));
    const MovingWhile still(app::MotionSetting::Off);
    bool isSeen = false;
    desk.book.workspace().undo();
    CHECK(await([&] {
        isSeen |= desk.window.findChild<Glide *>() != nullptr;
        return isShown();
    }));
    QCoreApplication::processEvents();
    CHECK_FALSE((isSeen || desk.window.findChild<Glide *>()));
}

TEST_CASE("The arrows, Home and End go over all parts and rest on rows only", "[ui]")
{
    Desk desk;
    desk.plan(u"Late"_s, -day);
    desk.plan(u"Now"_s, 60'000);
    desk.plan(u"Soon"_s, day);
    desk.open();
    CHECK(desk.current() == u"Late"_s);
    desk.press(Qt::Key_Down);
    CHECK(desk.current() == u"Now"_s);
    desk.press(Qt::Key_Down);
    CHECK(desk.current() == u"Soon"_s);
    desk.press(Qt::Key_Down);
    CHECK(desk.current() == u"Soon"_s);
    desk.press(Qt::Key_Home);
    CHECK(desk.current() == u"Late"_s);
    desk.press(Qt::Key_End);
    CHECK(desk.current() == u"Soon"_s);
    desk.press(Qt::Key_PageUp);
    CHECK(desk.current() == u"Late"_s);
    desk.press(Qt::Key_PageDown);
    CHECK(desk.current() == u"Soon"_s);
}

TEST_CASE("What is chosen together is put off together, as one step", "[ui]")
{
    Desk desk;
    const ActivityId first = desk.plan(u"First"_s, -2 * day);
    const ActivityId second = desk.plan(u"Second"_s, -day);
    desk.plan(u"Third"_s, 60'000);
    desk.open();
    desk.press(Qt::Key_Down, Qt::ShiftModifier);
    REQUIRE(desk.commands.run(u"today.move.1"));
    REQUIRE(await([&] { return desk.page->model().ownDue() == 1; }));
    CHECK(desk.book.lastStep() == u"Moved 2 activities to Tue 24 Nov 2026"_s);
    CHECK(desk.book.load<Activity>(first).at.ms == testNow.ms + day);
    CHECK(desk.book.load<Activity>(second).at.ms == testNow.ms + day);
    REQUIRE(await([&] { return desk.current() == u"Third"_s; }));
    CHECK(desk.commands.conflicts().empty());
}

TEST_CASE("A page that is not in sight tells of nothing", "[ui]")
{
    Desk desk;
    const ActivityId first = desk.plan(u"First"_s, -2 * day);
    desk.plan(u"Second"_s, -day);
    desk.open();
    desk.page->hide();
    const QSignalSpy selected(desk.page, &TodayPage::selected);
    desk.book.commit({Sentence::verbatim(u"Delete"_s), {remove({EntityKind::Activity, first.value})}});
    REQUIRE(await([&] { return desk.page->model().ownDue() == 1; }));
    CHECK(selected.isEmpty());
}

TEST_CASE("The way to all of a part opens it as a list", "[ui]")
{
    Desk desk;
    Edit edit{Sentence::verbatim(u"Plan"_s)};
    for (int i = 0; i < 150; ++i)
        edit.changes.push_back(create(Activity{.state = ActivityState::Planned,
                                               .subject = QString::number(i),
                                               .at = {testNow.ms - day - i},
                                               .owner = desk.book.user()}));
    desk.book.commit(edit);
    desk.open();
    QString wanted;
    QObject::connect(desk.page, &TodayPage::listWanted, desk.page,
                     [&](EntityKind, const QString &filter) { wanted = filter; });
    desk.press(Qt::Key_End);
    CHECK(desk.current() == u"Show all 150 as a list"_s);
    desk.press(Qt::Key_Return);
    CHECK(wanted == u"owner:me state:planned when:<2026-11-23"_s);
    CHECK(desk.page->subject().id == 0);
    CHECK(desk.page->selection().empty());
}

TEST_CASE("An empty page says what it is for; a team is offered to those who have one", "[ui]")
{
    Desk desk;
    desk.open();
    const auto said = [&] {
        for (const QLabel *label : desk.page->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().startsWith(u"Nothing is planned here."_s))
                return true;
        }
        return false;
    };
    CHECK(said());
    CHECK_FALSE(desk.page->findChild<FlatButton *>(u"team"_s)->isVisible());
    desk.plan(u"Now"_s, 60'000);
    REQUIRE(await([&] { return !said(); }));
    desk.page->findChild<FlatButton *>(u"everyone"_s)->click();
    CHECK(desk.page->model().whose() == Whose::Everyone);
    desk.page->showPlace(u"me"_s);
    CHECK(desk.page->model().whose() == Whose::Me);
    CHECK(desk.page->findChild<FlatButton *>(u"me"_s)->isChecked());
}

TEST_CASE("Enter and a click on the circle do what is planned; Space and a double click look at it", "[ui]")
{
    Desk desk;
    desk.plan(u"Ring"_s, 3'600'000);
    int done = 0;
    desk.commands.add({.id = u"activity.done"_s, .text = u"Done"_s, .run = [&done] { ++done; }});
    desk.open();
    QSignalSpy looked(desk.page, &TodayPage::opened);
    desk.press(Qt::Key_Return);
    CHECK(done == 1);
    CHECK(looked.isEmpty());
    desk.press(Qt::Key_Space);
    CHECK(looked.size() == 1);
    CHECK(done == 1);

    const QRect row = desk.view->visualRect(desk.view->currentIndex());
    const QPoint circle(row.left() + 22, row.top() + 16);
    QTest::mouseMove(desk.view->viewport(), circle);
    CHECK(await([&] { return desk.view->isOnCircle(desk.view->currentIndex()); }));
    QTest::mouseClick(desk.view->viewport(), Qt::LeftButton, {}, circle);
    CHECK(done == 2);
    QTest::mouseClick(desk.view->viewport(), Qt::LeftButton, {}, row.center());
    CHECK(done == 2); // elsewhere a click only chooses
    QTest::mouseMove(desk.view->viewport(), row.center());
    CHECK(await([&] { return !desk.view->isOnCircle(desk.view->currentIndex()); }));
}

TEST_CASE("A manager groups everybody's work by person", "[ui]")
{
    Desk desk;
    desk.plan(u"Mine"_s, 3'600'000);
    desk.book.add(Activity{.kind = ActivityKind::Call,
                           .state = ActivityState::Planned,
                           .subject = u"Ben's"_s,
                           .at = {testNow.ms + 1'800'000},
                           .owner = {2}});
    desk.open();
    auto *byPerson = desk.page->findChild<FlatButton *>(u"byPerson"_s);
    CHECK_FALSE(byPerson->isVisible()); // there is one person only
    desk.page->showPlace(u"everyone"_s);
    const auto texts = [&] {
        QStringList list;
        for (int row = 0; row < desk.page->model().rowCount(); ++row)
            list += desk.page->model().at(row).text;
        return list;
    };
    REQUIRE(await([&] { return texts().contains(u"Ben's"_s); }));
    CHECK(byPerson->isVisible());
    CHECK(texts().indexOf(u"Ben's"_s) < texts().indexOf(u"Mine"_s)); // it is due first
    byPerson->click();
    const Lookups &lookups = desk.book.workspace().lookups();
    const QString me = lookups.user(desk.book.user())->name;
    const QString ben = lookups.user({2})->name;
    CHECK(texts().mid(texts().indexOf(me), 2) == QStringList{me, u"Mine"_s});
    CHECK(texts().mid(texts().indexOf(ben), 2) == QStringList{ben, u"Ben's"_s});
    byPerson->click();
    CHECK_FALSE(texts().contains(ben));
}
