// SPDX-License-Identifier: GPL-3.0-or-later
// What an empty page says is heard, not only seen.
#include "ui/commands/emptypage.h"

#include "app/workspace/newbook.h"
#include "support/catch_qt.h"
#include "ui/heard.h"
#include "ui/shell/shell.h"
#include "ui/windows/windowroom.h"

#include <QDir>
#include <QLabel>
#include <QTreeView>
#include <QVBoxLayout>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

struct EmptyBook : WindowRoom {
    EmptyBook()
    {
        const QString path = folder.filePath(u"sales.headway"_s);
        REQUIRE(app::createNewBook(path, u"Cara"_s, Instant{5}));
        open(path);
    }
    QStringList heardOn(const QString &page, const QString &text) const
    {
        Shell &shell = window->shell();
        shell.showPage(page);
        QStringList names;
        CHECK(await([&] {
            names = heardIn(&shell);
            return names.contains(text);
        }));
        return names;
    }
};

} // namespace

TEST_CASE("A screen reader hears what belongs on an empty page, and its buttons", "[ui]")
{
    const EmptyBook room;
    for (const QString &kind : {u"deals"_s, u"contacts"_s, u"companies"_s, u"leads"_s, u"activities"_s}) {
        const QStringList heard = room.heardOn(kind, u"There are no %1 yet."_s.arg(kind));
        CHECK(heard.contains(u"Import a list"_s));
    }
    CHECK(room.heardOn(u"board"_s, u"Import a list"_s).contains(u"Add a deal"_s));
    CHECK(room.heardOn(u"today"_s, u"Plan an activity"_s).contains(u"Choose a deal to call about"_s));
}

TEST_CASE("An empty page stands in the middle of its view, wherever that is put", "[ui]")
{
    app::Settings settings(QString(QDir::tempPath() + u"/headway-none.ini"_s));
    app::Commands commands(settings);
    auto *view = new QTreeView;
    auto *empty = new EmptyPage(commands, view);
    empty->tell(u"Nothing yet."_s, {});
    empty->show();
    QWidget page;
    auto *column = new QVBoxLayout(&page);
    column->addWidget(new QLabel(u"Above"_s));
    column->addWidget(view, 1);
    page.resize(600, 500);
    page.show();
    CHECK(empty->parentWidget() == &page);
    REQUIRE(empty->isVisible());
    CHECK(std::abs(empty->geometry().center().x() - view->geometry().center().x()) <= 1);
    CHECK(view->geometry().contains(empty->geometry()));
    CHECK(heardIn(&page).contains(u"Nothing yet."_s));
}
