// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/windows.h"

#include "app/input/drafts.h"
#include "app/program/serveraddress.h"
#include "app/program/settings.h"
#include "app/text/capital.h"
#include "app/workspace/newbook.h"
#include "domain/rules/deals.h"
#include "domain/rules/users.h"
#include "sample/samplebook.h"
#include "ui/connect/serverpanel.h"
#include "ui/controls/dialogs.h"
#include "ui/controls/menutext.h"
#include "ui/people/whopage.h"
#include "ui/shell/shell.h"
#include "ui/shell/startpage.h"
#include "ui/windows/bookwindow.h"
#include "ui/windows/filedrop.h"
#include "ui/windows/recordwindow.h"
#include "ui/windows/whoworks.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTimer>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

constexpr quint64 sampleSeed = 1;
constexpr int mostRecent = 9; // in the menu; each has a digit

const QString bookFilter = Windows::tr("Headway books (*.headway)");

// The name of the first user of a new book, until it is edited.
QString loginName()
{
    const QString login = qEnvironmentVariable("USER");
    return login.isEmpty() ? Windows::tr("Me") : app::withCapital(login, QLocale());
}

// By name, e-mail address or number.
std::optional<UserId> userNamed(const std::vector<User> &users, const QString &name)
{
    if (const auto named = userOfLogin(users, {name}))
        return named;
    const auto numbered = std::find_if(users.begin(), users.end(), [&name](const User &user) {
        return user.active && QString::number(user.id.value) == name;
    });
    return numbered == users.end() ? std::nullopt : std::optional(numbered->id);
}

} // namespace

Windows::Windows(app::Settings &settings, Dialogs &dialogs, const ProgramContext &program)
    : m_settings(settings), m_dialogs(dialogs), m_program(program)
{
}

Windows::~Windows() = default;

Shell &Windows::adopt(Shell *shell)
{
    shell->setAttribute(Qt::WA_DeleteOnClose);
    addCommands(*shell);
    connect(&m_settings, &app::Settings::changed, shell, [this, shell](QLatin1StringView name) {
        if (name == app::setting::recentBooks.name)
            addRecentBooks(*shell);
    });
    connect(shell, &QObject::destroyed, this, [this, shell] {
        m_opening.remove(shell);
        m_books.remove(shell);
        QTimer::singleShot(0, this, &Windows::letGoOfClosedBooks); // later: the shell holds its book
    });
    return *shell;
}

Shell &Windows::showStart()
{
    Shell &shell = adopt(new Shell(m_settings, m_program.ticks, Shell::Form::Book));
    showStartIn(shell);
    shell.show();
    return shell;
}

void Windows::showStartIn(Shell &shell)
{
    auto *start = new StartPage;
    start->showRecent(m_settings.value(app::setting::recentBooks));
    connect(start, &StartPage::sampleChosen, &shell, [this, &shell] { openSample(shell); });
    connect(start, &StartPage::emptyChosen, &shell, [this, &shell] { makeEmpty(shell, Then::Work); });
    connect(start, &StartPage::importChosen, &shell, [this, &shell] {
        m_dropped.remove(&shell); // of a book that was not made after all
        makeEmpty(shell, Then::Import);
    });
    connect(new FileDrop(*start), &FileDrop::dropped, &shell,
            [this, &shell](const QStringList &paths) { takeDropped(shell, paths); });
    connect(start, &StartPage::openChosen, &shell, [this, &shell] { chooseBook(shell); });
    connect(start, &StartPage::connectChosen, &shell, [this, &shell] { askServer(shell, {}); });
    connect(start, &StartPage::bookChosen, &shell,
            [this, &shell](const QString &book) { open(shell, optionsFor(book), Then::Work); });
    shell.showStart(start);
}

// A book is opened, other files go into a new one.
void Windows::takeDropped(Shell &shell, const QStringList &paths)
{
    if (paths.size() == 1 && paths.front().endsWith(".headway"_L1, Qt::CaseInsensitive)) {
        open(shell, optionsFor(paths.front()), Then::Work);
        return;
    }
    m_dropped.insert(&shell, paths);
    makeEmpty(shell, Then::Import);
}

// The window stays empty while the book is opened; the start page is shown only if that fails.
Shell &Windows::openBook(const QString &book)
{
    // It is opened beside the making of the window, which takes about as long; the answer comes as an event.
    const auto shown = std::make_shared<QPointer<Shell>>();
    app::Workspace::open(this, optionsFor(book),
                         [this, shown, book](const Result<std::shared_ptr<app::Workspace>> &opened) {
                             if (*shown)
                                 take(**shown, book, opened, Then::Work);
                         });
    Shell &shell = adopt(new Shell(m_settings, m_program.ticks, Shell::Form::Book));
    *shown = &shell;
    m_opening.insert(&shell);
    shell.showStart(new QWidget);
    shell.show();
    return shell;
}

app::WorkspaceOptions Windows::optionsFor(const QString &address) const
{
    return {.address = address, .clock = m_program.clock, .zone = m_program.zone};
}

void Windows::open(Shell &shell, const app::WorkspaceOptions &options, Then then)
{
    if (m_opening.contains(&shell))
        return;
    m_opening.insert(&shell);
    app::Workspace::open(&shell, options,
                         [this, &shell, address = options.address,
                          then](const Result<std::shared_ptr<app::Workspace>> &opened) {
                             take(shell, address, opened, then);
                         });
}

void Windows::take(Shell &shell, const QString &address,
                   const Result<std::shared_ptr<app::Workspace>> &opened, Then then)
{
    m_opening.remove(&shell);
    if (opened) {
        enter(shell, *opened, then);
        return;
    }
    if (!shell.findChild<StartPage *>())
        showStartIn(shell);
    tellRefusal(shell, address, opened.error());
}

// Of a server more than the file's name may be wrong: its address is asked for again.
void Windows::tellRefusal(Shell &shell, const QString &address, const Error &error)
{
    shell.messages().sayError(error);
    if (app::isServerAddress(address))
        askServer(shell, app::withoutPasswords(address)).refuse(error);
    Q_EMIT refused(error);
}

ServerPanel &Windows::askServer(Shell &shell, const QString &address)
{
    auto *panel = shell.findChild<ServerPanel *>();
    if (!panel) {
        panel = new ServerPanel(&shell);
        connect(panel, &ServerPanel::wanted, &shell,
                [this, &shell](const QString &server) { openBeside(shell, server); });
    }
    panel->ask(address);
    return *panel;
}

// A window that already shows a book keeps it.
void Windows::openBeside(Shell &shell, const QString &book)
{
    open(shell.isBookShown() ? showStart() : shell, optionsFor(book), Then::Work);
}

void Windows::enter(Shell &shell, const std::shared_ptr<app::Workspace> &workspace, Then then)
{
    m_settings.rememberBook(workspace->address());
    m_settings.enterBook(workspace->uuid());
    m_books.insert(&shell, workspace->address());
    m_open.push_back(workspace);
    if (const auto user = userOf(*workspace, then)) {
        if (then == Then::LookAround)
            m_settings.change(app::setting::worksAs, workspace->uuid(), user->value);
        workspace->beginAs(*user);
        begin(shell, workspace, then);
    } else {
        askWho(shell, workspace, then);
    }
}

// None: the user must be asked.
std::optional<UserId> Windows::userOf(const app::Workspace &workspace, Then then) const
{
    const std::vector<User> &users = workspace.lookups().users;
    if (!m_program.user.isEmpty())
        return userNamed(users, m_program.user);
    if (const auto known = knownUser(workspace, m_settings))
        return known;
    if (then == Then::LookAround) // in the sample company, the visitor is the user
        return userOfLogin(users, {sample::visitor()});
    if (m_program.stranger == ProgramContext::Stranger::IsTheFirst)
        return likeliestFirst(activeUsers(users), m_program.loginNames).front().id;
    return std::nullopt;
}

void Windows::askWho(Shell &shell, const std::shared_ptr<app::Workspace> &workspace, Then then)
{
    auto *page = new WhoPage(*workspace, m_program.loginNames);
    connect(page, &WhoPage::chosen, &shell, [this, &shell, workspace, then](UserId user) {
        m_settings.change(app::setting::worksAs, workspace->uuid(), user.value);
        workspace->beginAs(user);
        begin(shell, workspace, then);
    });
    connect(page, &WhoPage::failed, &shell.messages(), &MessageBar::sayError);
    const auto showDoors = [this, &shell] {
        m_books.remove(&shell);
        showStartIn(shell);
        letGoOfClosedBooks();
    };
    connect(page, &WhoPage::otherBookWanted, &shell, showDoors,
            Qt::QueuedConnection); // they replace the page that emits the signal
    shell.showStart(page);
    if (!m_program.user.isEmpty())
        shell.messages().say(tr("Nobody called %1 works in this book.").arg(m_program.user));
}

void Windows::begin(Shell &shell, const std::shared_ptr<app::Workspace> &workspace, Then then)
{
    BookWindow &window = attach(shell, workspace);
    const QStringList dropped = m_dropped.take(&shell);
    if (then == Then::Import && !dropped.isEmpty())
        window.importFiles(dropped);
    else if (then == Then::Import)
        window.importFile();
}

BookWindow &Windows::attach(Shell &shell, const std::shared_ptr<app::Workspace> &workspace)
{
    auto *window = new BookWindow(shell, workspace, draftsOf(workspace->uuid()), m_settings, m_dialogs,
                                  {m_program.stateFolder, m_program.loginNames});
    connect(window, &BookWindow::windowWanted, this,
            [this, workspace](EntityRef record) { openRecord(workspace, record); });
    Q_EMIT opened(window);
    return *window;
}

// A book without windows may still be writing: it is released when that is done, so that no other window has
// to wait. The end of the program waits for it.
void Windows::letGoOfClosedBooks()
{
    const auto isInUse = [](const auto &workspace) { return workspace.use_count() > 1; };
    const auto closed = std::stable_partition(m_open.begin(), m_open.end(), isInUse);
    for (auto it = closed; it != m_open.end(); ++it) {
        app::Workspace *workspace = it->get();
        const auto remove = [this, workspace] {
            std::erase_if(m_closing, [&](const auto &each) { return each.get() == workspace; });
        };
        workspace->whenWritten(this, [this, remove] { QTimer::singleShot(0, this, remove); });
        m_closing.push_back(std::move(*it));
    }
    m_open.erase(closed, m_open.end());
}

void Windows::openRecord(const std::shared_ptr<app::Workspace> &workspace, EntityRef record)
{
    Shell &shell = adopt(new Shell(m_settings, m_program.ticks, Shell::Form::Record));
    m_books.insert(&shell, workspace->address());
    new RecordWindow(shell, workspace, draftsOf(workspace->uuid()), m_settings, m_dialogs, record,
                     m_program.loginNames);
    shell.show();
}

std::shared_ptr<app::Drafts> Windows::draftsOf(const QString &bookUuid)
{
    std::shared_ptr<app::Drafts> drafts = m_drafts.value(bookUuid).lock();
    if (!drafts) {
        QDir().mkpath(m_program.stateFolder + u"/drafts"_s);
        drafts = std::make_shared<app::Drafts>(m_program.stateFolder + u"/drafts/"_s + bookUuid + u".json"_s,
                                               m_program.clock);
        m_drafts.insert(bookUuid, drafts);
    }
    return drafts;
}

void Windows::openSample(Shell &shell)
{
    QDir().mkpath(m_program.stateFolder);
    const QString file = m_program.stateFolder + u"/sample company.headway"_s;
    app::WorkspaceOptions options = optionsFor(file);
    if (!QFile::exists(file)) {
        const QDate today = dayOf(m_program.clock(), m_program.zone);
        options.prepare = [file, today] {
            return sample::makeSampleBook(file, sample::SampleScale::small(), sampleSeed, today, {});
        };
    }
    open(shell, options, Then::LookAround);
}

void Windows::makeEmpty(Shell &shell, Then then)
{
    m_dialogs.chooseSaveFile(&shell,
                             {.title = tr("Where should the new book be saved?"),
                              .purpose = u"book"_s,
                              .nameFilters = {bookFilter},
                              .suggestedName = tr("My book.headway"),
                              .defaultSuffix = u"headway"_s},
                             [this, &shell, then](std::optional<QString> file) {
                                 if (!file)
                                     return;
                                 app::WorkspaceOptions options = optionsFor(*file);
                                 options.prepare = [file = *file, name = loginName(),
                                                    now = m_program.clock()] {
                                     return app::createNewBook(file, name, now);
                                 };
                                 open(shell.isBookShown() ? showStart() : shell, options, then);
                             });
}

void Windows::chooseBook(Shell &shell)
{
    m_dialogs.chooseFile(
        &shell,
        {.title = tr("Open a book"), .purpose = u"book"_s, .nameFilters = {bookFilter}, .mayBeServer = true},
        [this, &shell](std::optional<QString> book) {
            if (book)
                openBeside(shell, *book);
        });
}

// "Sales – ~/books", the book of this window left out.
void Windows::addRecentBooks(Shell &shell)
{
    const QStringList books = m_settings.value(app::setting::recentBooks);
    for (qsizetype i = 0; i < mostRecent; ++i) {
        const QString id = u"book.recent.%1"_s.arg(i + 1);
        if (i >= books.size()) {
            shell.commands().remove(id);
            continue;
        }
        const QString &book = books.at(i);
        const QString where = app::isServerAddress(book) ? QUrl(book).host() : QFileInfo(book).absolutePath();
        const QString text = where.isEmpty()
            ? app::bookTitle(book)
            : tr("%1 – %2").arg(app::bookTitle(book), QDir::toNativeSeparators(where));
        shell.commands().add({.id = id,
                              .text = u"&%1  "_s.arg(i + 1) + withoutMnemonic(text),
                              .menu = {tr("&Book"), tr("&Recent books")},
                              .isEnabled =
                                  [this, &shell, book] {
                                      const QString mine = app::withoutPasswords(m_books.value(&shell));
                                      return book != mine
                                          && (app::isServerAddress(book) || QFile::exists(book));
                                  },
                              .run = [this, &shell, book] { openBeside(shell, book); }});
    }
}

void Windows::addCommands(Shell &shell)
{
    app::Commands &commands = shell.commands();
    commands.add({.id = u"book.new"_s,
                  .text = tr("&New book…"),
                  .iconName = u"document-new"_s,
                  .menu = {tr("&Book")},
                  .run = [this, &shell] { makeEmpty(shell, Then::Work); }});
    commands.add({.id = u"book.open"_s,
                  .text = tr("&Open a book…"),
                  .iconName = u"document-open"_s,
                  .shortcuts = {QKeySequence(QKeySequence::Open)},
                  .menu = {tr("&Book")},
                  .run = [this, &shell] { chooseBook(shell); }});
    addRecentBooks(shell);
    commands.add({.id = u"book.connect"_s,
                  .text = tr("Connect to a &server…"),
                  .iconName = u"network-server"_s,
                  .menu = {tr("&Book")},
                  .run = [this, &shell] { askServer(shell, {}); }});
    commands.add({.id = u"window.new"_s,
                  .text = tr("New &window"),
                  .iconName = u"window-new"_s,
                  .shortcuts = {QKeySequence(u"Ctrl+Shift+N"_s)},
                  .menu = {tr("&Book")},
                  .section = 5,
                  .run = [this, &shell] {
                      openBook(m_books.value(&shell, m_settings.value(app::setting::lastBook)));
                  }});
}

} // namespace headway::ui
