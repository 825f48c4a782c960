// SPDX-License-Identifier: GPL-3.0-or-later
// The current user of a window: asked once for a book of several users, remembered for it on this computer,
// shown in the message bar and changed there.
#include "app/program/settings.h"
#include "domain/rules/users.h"
#include "store/book/book.h"
#include "store/commit/changelog.h"
#include "store/commit/commit.h"
#include "store/rows/records.h"
#include "support/await.h"
#include "support/catch_qt.h"
#include "ui/controls/dialogs.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/searchline.h"
#include "ui/history/historypage.h"
#include "ui/people/peoplelist.h"
#include "ui/people/whopage.h"
#include "ui/people/whopanel.h"
#include "ui/shell/shell.h"
#include "ui/windows/bookwindow.h"
#include "ui/windows/whoworks.h"
#include "ui/windows/windows.h"

#include <QComboBox>
#include <QListView>
#include <QTemporaryDir>
#include <QTest>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

class Office
{
public:
    explicit Office(const Windows::ProgramContext &around = {}) : m_windows(settings, m_dialogs, with(around))
    {
        QObject::connect(&m_windows, &Windows::opened, &m_windows,
                         [this](BookWindow *opened) { m_opened.emplace_back(opened); });
    }
    ~Office()
    {
        for (const QPointer<Shell> &shell : m_shells)
            delete shell.data();
    }

    UserId add(const QString &name, const QString &email = {})
    {
        const User user{.name = name, .email = email, .role = Role::Administrator};
        const auto set = valueOf(store::commit(book(), {Sentence::verbatim(u"Add"_s), {create(user)}}, {}));
        return {set.changes.front().ref.id};
    }
    void makeInactive(UserId user)
    {
        const User before = valueOf(store::load<User>(book(), user));
        User after = before;
        after.active = false;
        valueOf(store::commit(book(), {Sentence::verbatim(u"Left"_s), {update(before, after)}}, {}));
    }
    sql::Connection &book()
    {
        if (!m_book)
            m_book = valueOf(store::createBook(path()));
        return *m_book;
    }

    // Opens a window on the book, which may show the question first.
    Shell &open()
    {
        Shell &shell = m_windows.openBook(path());
        m_shells.emplace_back(&shell);
        const size_t before = m_opened.size();
        REQUIRE(await([&] { return m_opened.size() > before || question(shell); }));
        return shell;
    }
    size_t bookWindows() const { return m_opened.size(); }
    BookWindow &window() const
    {
        REQUIRE(!m_opened.empty());
        return *m_opened.back();
    }
    BookWindow &firstWindow() const { return *m_opened.front(); }
    Shell &start()
    {
        Shell &shell = m_windows.showStart();
        m_shells.emplace_back(&shell);
        return shell;
    }
    static WhoPage *question(const Shell &shell) { return shell.findChild<WhoPage *>(); }
    UserId user() const { return window().workspace().user(); }

    app::Settings &settingsOfComputer() { return settings; }

private:
    QString path() const { return m_folder.filePath(u"team.headway"_s); }
    Windows::ProgramContext with(Windows::ProgramContext around) const
    {
        around.clock = [] { return Instant{1'773'144'000'000}; };
        around.ticks = [] { return qint64(0); };
        around.stateFolder = m_folder.path();
        return around;
    }

    QTemporaryDir m_folder;
    app::Settings settings{m_folder.filePath(u"headway.ini"_s)};
    Dialogs m_dialogs{settings};
    Windows m_windows;
    std::unique_ptr<sql::Connection> m_book;
    std::vector<QPointer<BookWindow>> m_opened;
    std::vector<QPointer<Shell>> m_shells;
};

FlatButton *button(const QWidget &window, const QString &text)
{
    for (FlatButton *each : window.findChildren<FlatButton *>()) {
        if (each->text() == text && each->isVisibleTo(&window))
            return each;
    }
    return nullptr;
}

QStringList offered(const QWidget &window)
{
    QStringList names;
    const auto *list = window.findChild<PeopleList *>()->findChild<QListView *>();
    for (int row = 0; row < list->model()->rowCount(); ++row)
        names += list->model()->index(row, 0).data().toString();
    return names;
}

void type(const QWidget &window, const QString &text)
{
    QTest::keyClicks(&window.findChild<PeopleList *>()->line(), text);
}

void press(const QWidget &window, Qt::Key key)
{
    QTest::keyClick(&window.findChild<PeopleList *>()->line(), key);
}

} // namespace

TEST_CASE("A book of several people asks who sits there, and never again on this computer", "[ui]")
{
    Office office;
    office.add(u"Ana Ito"_s, u"ana@acme.example"_s);
    const UserId bea = office.add(u"Bea Okri"_s, u"bea@acme.example"_s);
    Shell &shell = office.open();
    WhoPage *question = Office::question(shell);
    REQUIRE(question);
    CHECK(office.bookWindows() == 0);
    CHECK(offered(*question) == QStringList{u"Ana Ito"_s, u"Bea Okri"_s});
    type(*question, u"okri"_s);
    CHECK(offered(*question) == QStringList{u"Bea Okri"_s, u"Somebody new: okri"_s});
    press(*question, Qt::Key_Return);
    REQUIRE(office.bookWindows() == 1);
    CHECK(office.user() == bea);
    CHECK(button(shell.messages(), u"Working as Bea Okri"_s));

    CHECK_FALSE(Office::question(office.open()));
    CHECK(office.user() == bea);
}

TEST_CASE("Beside somebody with a long name, another book can still be opened", "[ui]")
{
    Office office;
    const QString name = QString(u"Maximiliane & Söhne "_s).repeated(25).trimmed();
    office.add(name);
    office.add(u"Zoë"_s);
    Shell &shell = office.open();
    shell.resize(1024, 600);
    const WhoPage *question = Office::question(shell);
    REQUIRE(question);
    QApplication::processEvents();
    const FlatButton *other = button(*question, u"Open another book"_s);
    REQUIRE(other);
    CHECK(other->width() >= other->sizeHint().width());
    const FlatButton *begin = button(*question, u"I am "_s + QString(name).replace(u'&', u"&&"_s));
    REQUIRE(begin);
    CHECK(begin->width() < 520);
    CHECK(question->minimumSizeHint().width() <= 1024);
}

TEST_CASE("The question is answered with the arrow keys as well", "[ui]")
{
    Office office;
    office.add(u"Ana"_s);
    office.add(u"Bea"_s);
    const UserId cem = office.add(u"Cem"_s);
    const WhoPage *question = Office::question(office.open());
    REQUIRE(question);
    press(*question, Qt::Key_Down);
    press(*question, Qt::Key_Down);
    press(*question, Qt::Key_Down); // not past the end
    CHECK(button(*question, u"I am Cem"_s));
    press(*question, Qt::Key_Return);
    CHECK(office.user() == cem);
}

TEST_CASE("Whose login or e-mail address fits the system's user is offered first", "[ui]")
{
    Office office({.loginNames = {u"okri"_s, u"B. Okri"_s}});
    office.add(u"Ana"_s);
    const UserId bea = office.add(u"Bea"_s, u"okri@acme.example"_s);
    const WhoPage *question = Office::question(office.open());
    REQUIRE(question);
    CHECK(offered(*question) == QStringList{u"Bea"_s, u"Ana"_s});
    press(*question, Qt::Key_Return);
    CHECK(office.user() == bea);
}

TEST_CASE("Somebody new adds themselves, under nobody else's name", "[ui]")
{
    Office office;
    office.add(u"Ana"_s);
    office.add(u"Bea"_s);
    Shell &shell = office.open();
    const WhoPage *question = Office::question(shell);
    REQUIRE(question);
    type(*question, u"Dora Meier"_s);
    CHECK(offered(*question) == QStringList{u"Somebody new: Dora Meier"_s});
    CHECK(button(*question, u"Add me as Dora Meier"_s));
    press(*question, Qt::Key_Return);
    REQUIRE(await([&] { return office.bookWindows() == 1; }));
    const User dora = valueOf(store::load<User>(office.book(), office.user()));
    CHECK(dora.name == u"Dora Meier"_s);
    CHECK(dora.role == Role::Salesperson);
    CHECK(valueOf(store::operations(office.book(), 0, 1)).front().actor == UserId{});
    CHECK(await([&] { return button(shell.messages(), u"Working as Dora Meier"_s) != nullptr; }));
}

TEST_CASE("A book of one person, or of nobody yet, asks nothing", "[ui]")
{
    Office office;
    const bool isAlone = GENERATE(true, false);
    if (isAlone) {
        const UserId bill = office.add(u"Old Bill"_s);
        office.add(u"Ana"_s);
        office.makeInactive(bill);
    } else {
        office.book();
    }
    CHECK_FALSE(Office::question(office.open()));
    CHECK(office.bookWindows() == 1);
    CHECK(office.user().value == (isAlone ? 2 : 0));
}

TEST_CASE("Whom the computer remembers is asked for again once they have left", "[ui]")
{
    Office office;
    office.add(u"Ana"_s);
    office.add(u"Bea"_s);
    const UserId cem = office.add(u"Cem"_s);
    const WhoPage *question = Office::question(office.open());
    type(*question, u"cem"_s);
    press(*question, Qt::Key_Return);
    REQUIRE(office.user() == cem);
    office.makeInactive(cem);
    question = Office::question(office.open());
    REQUIRE(question);
    CHECK(offered(*question) == QStringList{u"Ana"_s, u"Bea"_s});
}

TEST_CASE("Another book can be opened instead of saying who one is", "[ui]")
{
    Office office;
    office.add(u"Ana"_s);
    office.add(u"Bea"_s);
    Shell &shell = office.open();
    button(shell, u"Open another book"_s)->click();
    REQUIRE(await([&] { return Office::question(shell) == nullptr; }));
    CHECK(button(shell, u"Open or connect"_s));
}

TEST_CASE("Who works can be changed at the foot, in all windows of the book, and is told so", "[ui]")
{
    Office office;
    const UserId ana = office.add(u"Ana"_s);
    const UserId bea = office.add(u"Bea"_s);
    Shell &first = office.open();
    press(*Office::question(first), Qt::Key_Return);
    Shell &second = office.open();
    REQUIRE(office.bookWindows() == 2);
    CHECK(office.user() == ana);

    button(second.messages(), u"Working as Ana"_s)->click();
    const auto *panel = second.findChild<WhoPanel *>();
    REQUIRE(panel);
    CHECK(button(*panel, u"I am Ana"_s)); // the current user is selected at first
    type(*panel, u"bea"_s);
    press(*panel, Qt::Key_Return);
    CHECK_FALSE(panel->isVisible());
    CHECK(office.user() == bea);
    CHECK(office.firstWindow().workspace().user() == bea);
    CHECK(button(first.messages(), u"Working as Bea"_s));
    CHECK(second.messages().message()
          == u"You work as Bea now. What was done before stays under the name of Ana."_s);
    CHECK_FALSE(Office::question(office.open()));
    CHECK(office.user() == bea);
}

TEST_CASE("What was done under the other name is shown by the history of that person", "[ui]")
{
    Office office;
    const UserId ana = office.add(u"Ana"_s);
    office.add(u"Bea"_s);
    Shell &shell = office.open();
    press(*Office::question(shell), Qt::Key_Return);
    shell.commands().run(u"book.user"_s);
    const auto *panel = shell.findChild<WhoPanel *>();
    press(*panel, Qt::Key_Down);
    press(*panel, Qt::Key_Return);
    button(shell.messages(), u"Show it"_s)->click();
    CHECK(shell.place().page == u"history"_s);
    CHECK(shell.windowTitle().startsWith(u"History"_s));
    const auto *people = shell.findChild<HistoryPage *>()->findChild<QComboBox *>();
    CHECK(people->currentText() == u"Ana"_s);
    CHECK(people->currentData().toLongLong() == ana.value);
}

TEST_CASE("Who is named when the program starts works in the book, and is not remembered", "[ui]")
{
    Office office({.user = GENERATE(u"bea"_s, u"2"_s)});
    office.add(u"Ana"_s);
    const UserId bea = office.add(u"Bea"_s);
    CHECK_FALSE(Office::question(office.open()));
    CHECK(office.user() == bea);
    CHECK_FALSE(knownUser(office.window().workspace(), office.settingsOfComputer()));
}

TEST_CASE("A name that works in no such book asks, and says so", "[ui]")
{
    Office office({.user = u"zoe"_s});
    office.add(u"Ana"_s);
    Shell &shell = office.open();
    CHECK(Office::question(shell));
    CHECK(shell.messages().message() == u"Nobody called zoe works in this book."_s);
}

TEST_CASE("Who looks around the sample company is asked nothing, also not when they come back", "[ui]")
{
    Office office;
    button(office.start(), u"Look around the sample company"_s)->click();
    REQUIRE(await([&] { return office.bookWindows() == 1; }, std::chrono::seconds(60)));
    const app::Workspace &workspace = office.window().workspace();
    CHECK(workspace.lookups().user(office.user())->name == u"Åsa Lindqvist"_s);
    CHECK(knownUser(workspace, office.settingsOfComputer()) == office.user());
}
