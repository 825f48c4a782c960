// SPDX-License-Identifier: GPL-3.0-or-later
// A page adds itself; settings of a page that no longer exists do no harm.
#include "ui/pages/bookpage.h"

#include "app/workspace/newbook.h"
#include "support/catch_qt.h"
#include "ui/pages/bookcontext.h"
#include "ui/record/detailpane.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/shell.h"
#include "ui/windows/windowroom.h"

#include <QSettings>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

// A minimal page.
class Notebook : public BookPage
{
public:
    static PageFace face(const BookContext &context, const QString &id)
    {
        return {.id = id,
                .title = u"Notebook of %1"_s.arg(context.workspace().title()),
                .iconName = u"document-edit"_s,
                .areas = app::Area::List,
                .section = PageFace::Section::Past,
                .creates = EntityKind::Company,
                .way = app::Command{.id = u"notebook.look"_s, .text = u"Look into the notebook"_s}};
    }
    Notebook(BookContext &context, const QString &id) : m_context(context) { setObjectName(id); }

    void showPlace(const QString &inside) override { m_place = inside; }
    QStringList picturedPlaces() const override { return {u"first"_s, u"second"_s}; }
    std::vector<EntityRef> deletable() const override { return m_chosen; }
    std::optional<app::PrintRequest> sheet() const override
    {
        return app::PrintRequest{.title = u"Notes"_s, .display = m_context.display()};
    }

    QString m_place;
    std::vector<EntityRef> m_chosen;

private:
    BookContext &m_context;
};

struct Room : WindowRoom {
    QString path = folder.filePath(u"sales.headway"_s);

    Room() { REQUIRE(app::createNewBook(path, u"Cara"_s, Instant{5})); }

    Shell &shell() const { return window->shell(); }
    bool canRun(QStringView command) const
    {
        const app::Command *found = shell().commands().find(command);
        return found && app::isEnabled(*found);
    }
};

} // namespace

TEST_CASE("A page that is plugged in is found, made when it is shown, and acted on", "[ui]")
{
    Room room;
    room.open(room.path);
    room.window->addPage<Notebook>(u"notebook"_s);
    CHECK(room.window->pages().last() == u"notebook"_s);
    CHECK_FALSE(room.shell().findChild<BookPage *>(u"notebook"_s));

    REQUIRE(room.shell().commands().run(u"notebook.look"));
    REQUIRE(room.shell().place().page == u"notebook"_s);
    CHECK(room.shell().windowTitle().startsWith(u"Notebook of "_s));
    auto *page = static_cast<Notebook *>(room.shell().findChild<BookPage *>(u"notebook"_s));
    REQUIRE(page);
    CHECK(room.canRun(u"page.print"));
    CHECK_FALSE(room.canRun(u"record.delete"));
    page->m_chosen = {{EntityKind::Company, 1}};
    CHECK(room.canRun(u"record.delete"));

    Q_EMIT page->placed(u"second"_s, {u"Second page"_s});
    CHECK(room.shell().place().trail == QStringList{u"Second page"_s});
    room.shell().showPage(u"today"_s);
    room.shell().go({.page = u"notebook"_s, .inside = u"third"_s});
    CHECK(page->m_place == u"third"_s);

    auto *details = room.shell().findChild<DetailPane *>();
    Q_EMIT page->selected({EntityKind::Company, 7});
    CHECK(details->record() == EntityRef{EntityKind::Company, 7});
    REQUIRE(room.shell().commands().run(u"record.new"));
    CHECK(details->isCreating());
    const auto places = room.window->picturePlaces();
    CHECK(places.back().page == u"notebook"_s);
    CHECK(places.back().inside == u"second"_s);
}

TEST_CASE("What the settings remember of pages that are gone is passed over, and kept", "[ui]")
{
    Room room;
    room.open(room.path);
    const QString group = u"book-"_s + room.window->workspace().uuid() + u'/';
    delete room.window->parent();
    const QVariant rubbish = GENERATE(QVariant(u"crystal-ball"_s), QVariant(QByteArray("\xff\x00\x80", 3)),
                                      QVariant(QStringList{u"deals"_s, u"today"_s}), QVariant(-1));
    {
        QSettings file(room.settings.file(), QSettings::IniFormat);
        file.setValue(group + u"lastPage"_s, rubbish);
        const QStringList keys{group + u"columns-crystal-ball"_s,
                               group + u"columns-deals"_s,
                               group + u"recentRecords"_s,
                               u"program/windowGeometry"_s,
                               u"program/splitterSizes-detail"_s,
                               u"program/detailPane"_s,
                               u"program/dateOrder"_s,
                               u"program/look"_s,
                               u"program/recentCommands"_s,
                               u"program/shortcuts-crystal.gaze"_s};
        for (const QString &key : keys)
            file.setValue(key, rubbish);
    }
    room.open(room.path);
    CHECK(room.shell().place().page == room.window->pages().first());
    CHECK(room.shell().messages().message().isEmpty());
    for (const QString &page : room.window->pages())
        room.shell().showPage(page); // with its columns
    CHECK(room.shell().messages().message().isEmpty());
    const QSettings file(room.settings.file(), QSettings::IniFormat);
    for (const QString &key :
         QStringList{group + u"columns-crystal-ball"_s, u"program/shortcuts-crystal.gaze"_s}) {
        CHECK(file.value(key).toString() == rubbish.toString());
        CHECK(file.value(key).toStringList() == rubbish.toStringList());
    }
}

TEST_CASE("A place that is no longer there leads to the first of its page, or nowhere", "[ui]")
{
    Room room;
    room.open(room.path);
    const NavigationPlace before = room.shell().place();
    room.shell().go({.page = u"crystal-ball"_s, .inside = u"tomorrow"_s});
    CHECK(room.shell().place() == before);
    room.shell().showPage(u"crystal-ball"_s);
    CHECK(room.shell().place() == before);
    room.shell().go({.page = u"settings"_s, .inside = u"crystal-ball"_s});
    const auto *settings = room.shell().findChild<SettingsPage *>();
    CHECK(settings->currentPart() == settings->parts().first());
    room.shell().go({.page = u"today"_s, .inside = u"the-neighbours"_s});
    CHECK(room.shell().place().page == u"today"_s);
    room.shell().go(
        {.page = u"deals"_s, .inside = u"amount:rubbish"_s}); // shown with the reason why it cannot be parsed
    CHECK(room.shell().place().page == u"deals"_s);
    CHECK(room.shell().messages().message().isEmpty());
    room.shell().goBack();
    CHECK(room.shell().place().page == u"today"_s);
}
