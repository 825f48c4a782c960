// SPDX-License-Identifier: GPL-3.0-or-later
#include "features/support/story.h"

#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/lead.h"
#include "domain/records/lookups.h"
#include "features/support/expect.h"
#include "golden/golden.h"
#include "sample/samplebook.h"
#include "store/actions/actions.h"
#include "store/book/book.h"
#include "store/book/defaults.h"
#include "store/book/newbook.h"
#include "store/reading/lookups.h"
#include "support/await.h"
#include "support/watchdog.h"
#include "transfer/archive.h"
#include "ui/board/cardlist.h"
#include "ui/commands/commandpalette.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/flatbutton.h"
#include "ui/history/historypage.h"
#include "ui/lists/listpage.h"
#include "ui/pages/filterbar.h"
#include "ui/record/detailpane.h"
#include "ui/shell/shell.h"
#include "ui/style/theme.h"
#include "ui/windows/bookwindow.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QHeaderView>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

namespace headway::test {

namespace {

constexpr auto opening = std::chrono::seconds(60);
constexpr auto longestAllowed = std::chrono::milliseconds(100);
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool areTimesReal = false; // a sanitizer takes several times as long
#else
constexpr bool areTimesReal = true;
#endif
const QDate storyDay(2026, 3, 10);

QString pictureFolder()
{
    return qEnvironmentVariable("HEADWAY_STORY_PICTURES");
}

// Made once for all stories; each uses a copy.
QString sampleFile()
{
    static const QTemporaryDir folder;
    static const QString file = [] {
        const QString path = folder.filePath(u"sample.headway"_s);
        valueOf(sample::makeSampleBook(path, sample::SampleScale::small(), 1, storyDay, {}));
        return path;
    }();
    return file;
}

QString textOf(const QModelIndex &index)
{
    return index.data().toString();
}

QTableView *tableIn(const QWidget &page)
{
    return page.findChild<QTableView *>();
}

QAbstractButton *buttonNamed(const QWidget &window, const QString &text)
{
    for (QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->text().remove(u'&') == text)
            return button;
    }
    return nullptr;
}

void pressOnFocus(ui::Shell &shell, const QKeyCombination &keys)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : &shell, keys.key(), keys.keyboardModifiers());
}

QStringList textsIn(const QWidget &widget)
{
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        if (label->isVisible())
            texts += label->text();
    }
    return texts;
}

int rowOfCard(const ui::CardList &list, const QString &deal)
{
    for (int row = 0; row < list.model()->rowCount(); ++row) {
        if (list.model()->index(row, 0).data().toString() == deal)
            return row;
    }
    return -1;
}

ui::CardList *cardListWith(const QWidget &window, const QString &deal)
{
    for (ui::CardList *list : window.findChildren<ui::CardList *>()) {
        if (rowOfCard(*list, deal) >= 0)
            return list;
    }
    return nullptr;
}

} // namespace

Story::Story()
    : m_windows(m_settings, m_dialogs,
                {.clock = [this] { return m_now; },
                 .zone = QTimeZone::utc(),
                 .ticks = [] { return qint64(0); },
                 .stateFolder = m_folder.filePath(u"state"_s),
                 .stranger = ui::Windows::ProgramContext::Stranger::IsTheFirst})
{
    if (!pictureFolder().isEmpty())
        ui::applyTheme(*qApp, app::Look::Light);
    QObject::connect(&m_windows, &ui::Windows::opened, &m_windows, [this] { ++m_opened; });
    forgetEvents();
}

// No event of a story may block the window for long, not even in a debug build.
Story::~Story()
{
    const ui::LongEvent slowest = longestEvent();
    if (std::uncaught_exceptions() == 0 && areTimesReal) {
        INFO("slowest: " << slowest.what().toStdString() << ", " << slowest.took.count() << " µs");
        CHECK(slowest.took < longestAllowed);
    }
    for (const QPointer<ui::Shell> &shell : m_shells)
        delete shell.data();
}

ui::Shell &Story::shell() const
{
    REQUIRE(m_current < m_shells.size());
    return *m_shells[m_current];
}

void Story::enter(ui::Shell &shell)
{
    m_shells.emplace_back(&shell);
    m_current = m_shells.size() - 1;
    shell.resize(1440, 900);
    shell.activateWindow();
    REQUIRE(await([&] { return shell.isActiveWindow(); }));
}

sql::Connection &Story::book()
{
    if (!m_connection && QFile::exists(bookFile()))
        m_connection = valueOf(store::openBook(bookFile(), sql::Access::ReadWrite));
    if (!m_connection) {
        m_connection = valueOf(store::createBook(bookFile()));
        valueOf(store::fillNewBook(*m_connection, u"Ana"_s, m_now));
    }
    return *m_connection;
}

ui::ListPage &Story::list() const
{
    for (ui::ListPage *page : shell().findChildren<ui::ListPage *>()) {
        if (page->isVisible())
            return *page;
    }
    FAIL("no list is in sight");
    throw std::logic_error("unreachable");
}

QStringList Story::cellsInSight(int column) const
{
    const QAbstractItemModel &model = *tableIn(list())->model();
    QStringList cells;
    for (int row = 0; row < model.rowCount(); ++row)
        cells += textOf(model.index(row, column));
    return cells;
}

QByteArray Story::exportedWhole()
{
    const QTemporaryDir folder;
    valueOf(transfer::exportArchive(book(), folder.path()));
    QByteArray whole;
    for (const QString &name : QDir(folder.path()).entryList(QDir::Files, QDir::Name)) {
        QFile file(QDir(folder.path()).filePath(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        whole += name.toUtf8() + '\n' + file.readAll();
    }
    return whole;
}

QStringList Story::stagesInOrder()
{
    const Lookups lists = valueOf(store::loadLookups(book()));
    QStringList names;
    for (const Stage &stage : lists.stagesOf(lists.pipelines.front().id))
        names += stage.name;
    return names;
}

void Then::it_looks_like_this(const QString &picture) const
{
    const QString folder = pictureFolder();
    if (folder.isEmpty())
        return;
    QImage seen;
    QElapsedTimer stillFor;
    REQUIRE(await([&] { // until nothing on it has moved for a while
        const QImage now = pictureOf(story.shell(), 1);
        if (now != std::exchange(seen, now))
            stillFor.start();
        return stillFor.hasExpired(200);
    }));
    CHECK(seen.save(folder + u'/' + picture + u".png"_s));
}

// --- Given ---------------------------------------------------------------------------------------

void Given::an_empty_book()
{
    story.book();
}

void Given::the_sample_company() const
{
    REQUIRE(QFile::copy(sampleFile(), story.bookFile()));
}

void Given::a_person(const QString &firstName, const QString &lastName, const QString &phone)
{
    const Edit edit{Sentence::verbatim(u"Add “%1”"_s.arg(lastName)),
                    {create(Contact{.firstName = firstName, .lastName = lastName, .owner = {1}}, -1),
                     create(ContactPoint{.recordKind = EntityKind::Contact,
                                         .recordId = -1,
                                         .by = ContactPointType::Phone,
                                         .value = phone,
                                         .primary = true})}};
    valueOf(store::commit(story.book(), edit, {UserId{1}, story.m_now}));
}

void Given::a_lead(const QString &firstName, const QString &lastName, const QString &organisation)
{
    const Edit edit{Sentence::verbatim(u"Add “%1”"_s.arg(lastName)),
                    {create(Lead{.firstName = firstName,
                                 .lastName = lastName,
                                 .organisation = organisation,
                                 .status = store::defaults::newLead,
                                 .owner = {1}})}};
    valueOf(store::commit(story.book(), edit, {UserId{1}, story.m_now}));
}

void Given::a_company(const QString &name)
{
    const Edit edit{Sentence::verbatim(u"Add “%1”"_s.arg(name)),
                    {create(Company{.name = name, .owner = {1}})}};
    valueOf(store::commit(story.book(), edit, {UserId{1}, story.m_now}));
}

// --- When ----------------------------------------------------------------------------------------

void When::I_start_the_program()
{
    story.enter(story.m_windows.showStart());
}

void When::I_open_the_book()
{
    story.m_connection.reset();
    const int before = story.m_opened;
    story.enter(story.m_windows.openBook(story.bookFile()));
    REQUIRE(await([&] { return story.m_opened > before; }, opening));
}

void When::I_open_the_list_of_deals()
{
    I_open_the_book();
    I_press(u"Ctrl+3"_s);
    REQUIRE(await([&] { return story.shell().place().page == u"deals"_s; }));
}

void When::I_give_the_keyboard_to_the_board() const
{
    const auto first = [&]() -> ui::CardList * {
        for (ui::CardList *list : story.shell().findChildren<ui::CardList *>()) {
            if (list->isVisible() && list->model()->rowCount() > 0)
                return list;
        }
        return nullptr;
    };
    REQUIRE(await([&] { return first() != nullptr; }));
    first()->setFocus(Qt::ShortcutFocusReason);
}

void When::I_take_the_card(const QString &deal) const
{
    ui::CardList *list = nullptr;
    const auto found = [&] {
        list = cardListWith(story.shell(), deal);
        return list != nullptr;
    };
    REQUIRE(await(found));
    const int row = rowOfCard(*list, deal);
    list->setFocus();
    list->selectionModel()->setCurrentIndex(list->model()->index(row, 0),
                                            QItemSelectionModel::ClearAndSelect);
    REQUIRE(await([&] { return list->hasFocus(); }));
}

void When::I_use_window(int number)
{
    story.m_current = size_t(number - 1);
    story.shell().activateWindow();
    REQUIRE(await([&] { return story.shell().isActiveWindow(); }));
}

void When::I_click(const QString &name) const
{
    QAbstractButton *button = nullptr;
    INFO("button: " << name.toStdString());
    REQUIRE(await([&] { return (button = buttonNamed(story.shell(), name)) != nullptr; }));
    QTest::mouseClick(button, Qt::LeftButton);
}

void When::I_click_twice(const QString &name) const
{
    QPointer<QAbstractButton> button = buttonNamed(story.shell(), name);
    REQUIRE(button);
    QTest::mouseClick(button, Qt::LeftButton);
    if (button)
        QTest::mouseClick(button, Qt::LeftButton);
}

void When::I_press(const QString &keys) const
{
    const QKeySequence sequence(keys);
    for (int i = 0; i < sequence.count(); ++i)
        pressOnFocus(story.shell(), sequence[uint(i)]);
}

void When::I_type(const QString &text)
{
    QWidget *focus = QApplication::focusWidget();
    REQUIRE(focus);
    QTest::keyClicks(focus, text);
}

void When::I_filter_by(const QString &text) const
{
    story.list().filterBar().setText(text);
}

void When::I_sort_by(const QString &column, Qt::SortOrder order) const
{
    QTableView *table = tableIn(story.list());
    for (int i = 0; i < table->model()->columnCount(); ++i) {
        if (table->model()->headerData(i, Qt::Horizontal).toString() == column) {
            table->sortByColumn(i, order);
            return;
        }
    }
    FAIL("no column " << column.toStdString());
}

void When::I_select(const QStringList &names) const
{
    QTableView *table = tableIn(story.list());
    const auto rowOf = [&](const QString &name) { return int(story.cellsInSight(0).indexOf(name)); };
    table->clearSelection();
    for (const QString &name : names) {
        REQUIRE(await([&] { return rowOf(name) >= 0; }));
        table->selectionModel()->setCurrentIndex(table->model()->index(rowOf(name), 0),
                                                 QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    table->setFocus();
}

void When::I_choose_the_file(const QString &path)
{
    story.m_dialogs.answerNextFile(path);
}

void When::I_print_to(const QString &path)
{
    story.m_dialogs.answerNextPreview(path);
}

void When::I_choose_the_step(const QString &text) const
{
    auto *page = story.shell().findChild<ui::HistoryPage *>();
    REQUIRE(page);
    QTableView *table = tableIn(*page);
    const auto found = [&] {
        return table->model()->match(table->model()->index(0, 2), Qt::DisplayRole, text, 1, Qt::MatchExactly);
    };
    REQUIRE(await([&] { return !found().isEmpty(); }));
    table->setCurrentIndex(found().front());
}

// --- Then ----------------------------------------------------------------------------------------

void Then::the_window_shows(const QString &page) const
{
    REQUIRE(
        await([&] { return story.shell().isBookShown() && story.shell().place().page == page; }, opening));
}

void Then::the_list_shows(const QStringList &firstColumn) const
{
    expect([&] { return story.cellsInSight(0) == firstColumn; }, firstColumn.join(u" | "_s),
           [&] { return story.cellsInSight(0).join(u" | "_s); });
}

void Then::the_list_has(int rows) const
{
    expect([&] { return tableIn(story.list())->model()->rowCount() == rows; }, QString::number(rows),
           [&] { return QString::number(tableIn(story.list())->model()->rowCount()); });
}

void Then::the_cells_are_there() const
{
    const auto cells = [&] { return story.cellsInSight(0); };
    expect([&] { return !cells().isEmpty() && !cells().contains(QString()); }, u"no empty cell"_s,
           [&] { return cells().join(u" | "_s); });
}

void Then::the_summary_says(const QString &text) const
{
    expect([&] { return textsIn(story.list()).contains(text); }, text,
           [&] { return textsIn(story.list()).join(u" | "_s); });
}

void Then::the_page_says(const QString &text) const
{
    const auto texts = [&] { return textsIn(story.shell()).join(u'\n'); };
    expect([&] { return texts().contains(text); }, text, texts);
}

void Then::the_message_says(const QString &text) const
{
    expect([&] { return story.shell().messages().message() == text; }, text,
           [&] { return story.shell().messages().message(); });
}

void Then::the_selected_row_is(const QString &firstCell) const
{
    const auto current = [&] {
        const QModelIndex index = tableIn(story.list())->currentIndex();
        return textOf(index.siblingAtColumn(0));
    };
    expect([&] { return current() == firstCell; }, firstCell, current);
}

void Then::the_palette_offers(const QString &text) const
{
    const auto *palette = story.shell().findChild<ui::CommandPalette *>();
    REQUIRE(palette);
    const QAbstractItemModel &entries = *palette->findChild<QListView *>()->model();
    const auto first = [&] { return textOf(entries.index(0, 0)); };
    expect([&] { return first() == text; }, text, first);
}

void Then::the_history_shows(const QStringList &newest) const
{
    auto *page = story.shell().findChild<ui::HistoryPage *>();
    REQUIRE(page);
    const QAbstractItemModel &model = *tableIn(*page)->model();
    const auto steps = [&] {
        QStringList texts;
        for (int row = 0; row < std::min(model.rowCount(), int(newest.size())); ++row)
            texts += textOf(model.index(row, 2));
        return texts;
    };
    expect([&] { return steps() == newest; }, newest.join(u" | "_s), [&] { return steps().join(u" | "_s); });
}

void Then::there_is_one_book_window() const
{
    CHECK(story.m_opened == 1);
    CHECK(story.shell().findChildren<ui::BookWindow *>().size() == 1);
}

void Then::there_are_windows_on_the_book(int count)
{
    const auto onBook = [] {
        std::vector<ui::Shell *> shells;
        for (QWidget *window : QApplication::topLevelWidgets()) {
            auto *shell = qobject_cast<ui::Shell *>(window);
            if (shell && shell->isVisible() && shell->isBookShown())
                shells.push_back(shell);
        }
        return shells;
    };
    REQUIRE(await([&] { return int(onBook().size()) == count; }));
    QSet<QPair<int, int>> places;
    for (ui::Shell *shell : onBook()) {
        places.insert({shell->x(), shell->y()});
        CHECK(shell->windowTitle().contains(u"book"_s));
        if (shell != &story.shell())
            story.m_shells.emplace_back(shell);
    }
    CHECK(int(places.size()) == count);
}

void Then::the_detail_shows(const QString &title) const
{
    auto *pane = story.shell().findChild<ui::DetailPane *>();
    REQUIRE(pane);
    const auto texts = [&] {
        QStringList all = textsIn(*pane);
        for (const QLabel *label : pane->findChildren<QLabel *>())
            all += label->text();
        return all.join(u" | "_s);
    };
    expect([&] { return texts().contains(title); }, title, texts);
}

} // namespace headway::test
