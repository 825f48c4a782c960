// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/bookwindow.h"

#include "app/lists/listmodel.h"
#include "app/program/settings.h"
#include "app/text/presentation.h"
#include "domain/records/record.h"
#include "ui/board/boardpage.h"
#include "ui/commands/commandactions.h"
#include "ui/history/historypage.h"
#include "ui/lists/filterbar.h"
#include "ui/lists/listpage.h"
#include "ui/record/detailpane.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/shell.h"
#include "ui/style/kindicons.h"
#include "ui/today/todaypage.h"
#include "ui/windows/booksteps.h"
#include "ui/windows/recordfinder.h"
#include "ui/windows/whoworks.h"

#include <QCoreApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

QString pageOf(EntityKind kind)
{
    const QString page = QString::fromLatin1(app::presentationOf(kind).page);
    return page.isEmpty() ? u"deals"_s : page;
}

} // namespace

BookWindow::BookWindow(Shell &shell, std::shared_ptr<app::Workspace> workspace,
                       std::shared_ptr<app::Drafts> drafts, app::Settings &settings, Prompts &prompts,
                       const Computer &computer)
    : QObject(&shell), m_shell(shell), m_workspace(std::move(workspace)), m_drafts(std::move(drafts)),
      m_settings(settings), m_prompts(prompts), m_computer(computer),
      m_display(QLocale(), m_workspace->zone()), m_steps(new BookSteps(shell, *m_workspace, prompts)),
      m_finder(new RecordFinder(
          shell.paletteSearch(), *m_workspace, settings, m_display,
          [this](EntityRef record) { showRecord(record, Where::ItsPage); }, this)),
      m_who(new WhoWorks(shell, *m_workspace, settings, computer.loginNames))
{
    addDetail();
    addPages();
    m_shell.placeDetail(m_detail); // Tab comes to it after the pages
    addCommands();
    connect(&m_shell, &Shell::placeChanged, this, &BookWindow::followPage);
    m_shell.showPage(m_settings.value(app::setting::lastPage)); // where one left, if it is there
    m_shell.showBook(m_workspace->title());
    m_shell.messages().showAsOf(tr("now"), MessageBar::Time::Now);
}

BookWindow::~BookWindow() = default;

void BookWindow::addDetail()
{
    m_detail = new DetailPane(*m_workspace, m_settings, *m_drafts, m_shell.commands(), m_display);
    connect(m_detail, &DetailPane::failed, m_steps, &BookSteps::sayError);
    connect(m_detail, &DetailPane::opened, this, [this](EntityRef record) { m_finder->remember(record); });
    connect(m_detail, &DetailPane::wanted, &m_shell, &Shell::showDetail);
}

// A form in the detail pane; nothing is in the book until it is saved.
void BookWindow::create(EntityKind kind)
{
    m_shell.showDetail();
    m_detail->create(kind, entityInfo(kind).defaults);
}

void BookWindow::addPages()
{
    addBoardPage();
    addTodayPage();
    for (const app::Presentation &each : app::listPages())
        addListPage(pageOf(each.kind), QCoreApplication::translate("Presentation", each.title),
                    iconOf(each.kind), each.kind, 1);
    addHistoryPage();
    addSettingsPage();
}

void BookWindow::addBoardPage()
{
    const QString id = u"board"_s;
    m_board = new BoardPage(m_workspace, m_detail->surroundings(), m_shell.commands(), m_shell.actions());
    auto *filterBar = new FilterBar(EntityKind::Deal, [this] { return m_workspace->calendar(); });
    filterBar->showChips(chipsFor(EntityKind::Deal));
    m_board->placeFilterBar(filterBar);
    m_shell.addPage({.id = id,
                     .name = tr("Board"),
                     .iconName = u"view-calendar-workweek"_s,
                     .widget = m_board,
                     .areas = app::Area::Board,
                     .section = 0,
                     .open = [filterBar](const QString &filter) { filterBar->setText(filter); },
                     .create = [this] { create(EntityKind::Deal); }});
    connect(filterBar, &FilterBar::filterChanged, this, [this, id, filterBar](const Filter &filter) {
        m_board->setFilter(filter);
        const QString text = filterBar->text();
        m_shell.visit(
            {.page = id, .inside = text, .trail = text.isEmpty() ? QStringList() : QStringList{text}});
    });
    keepInTime(*filterBar);
    connect(filterBar, &FilterBar::leave, m_board, qOverload<>(&QWidget::setFocus));
    connect(m_board, &BoardPage::failed, m_steps, &BookSteps::sayError);
    connect(m_board, &BoardPage::selected, this,
            [this](const EntityRef &record) { showRecord(record, Where::Here); });
    connect(m_board, &BoardPage::opened, this, &BookWindow::openRecord);
    m_shell.commands().add({.id = u"board.filter"_s,
                            .text = tr("&Filter the board"),
                            .iconName = u"view-filter"_s,
                            .shortcuts = {QKeySequence(u"/"_s)},
                            .areas = app::Area::Board,
                            .menu = {tr("&View")},
                            .run = [filterBar] { filterBar->takeFocus(); }});
}

// "today" and "this-quarter" are other days tomorrow, and with another fiscal year.
void BookWindow::keepInTime(FilterBar &filterBar)
{
    connect(m_workspace.get(), &app::Workspace::lookupsChanged, &filterBar, &FilterBar::read);
    connect(m_workspace.get(), &app::Workspace::dayChanged, &filterBar, &FilterBar::read);
}

void BookWindow::addListPage(const QString &id, const QString &name, const QString &iconName, EntityKind kind,
                             int section)
{
    m_shell.addPage({.id = id,
                     .name = name,
                     .iconName = iconName,
                     .make = [this, id, kind] { return makeList(id, kind); },
                     .areas = app::Area::List,
                     .section = section,
                     .open = [this, id](const QString &filter) { m_lists[id]->filterBar().setText(filter); },
                     .create = [this, kind] { create(kind); }});
}

ListPage *BookWindow::makeList(const QString &id, EntityKind kind)
{
    auto *page = new ListPage(m_detail->surroundings(), m_display, m_settings, m_shell.commands(), kind);
    m_lists.insert(id, page);
    connectList(*page);
    keepInTime(page->filterBar());
    connect(page, &ListPage::filterTextChanged, this, [this, id](const QString &filter) {
        m_shell.visit(
            {.page = id, .inside = filter, .trail = filter.isEmpty() ? QStringList() : QStringList{filter}});
    });
    return page;
}

void BookWindow::addTodayPage()
{
    m_today = new TodayPage(*m_workspace, m_display, m_shell.commands(), m_shell.actions());
    m_shell.addPage({.id = u"today"_s,
                     .name = tr("Today"),
                     .iconName = u"view-pim-tasks"_s,
                     .widget = m_today,
                     .areas = app::Area::Today,
                     .section = 0,
                     .open = [this](const QString &whose) { m_today->show(whose); },
                     .create = [this] { create(EntityKind::Activity); }});
    connectToday();
}

// What is beside the list is what the row is about, and Ctrl+D means the row itself.
void BookWindow::connectToday()
{
    const auto showCurrent = [this] {
        if (const EntityRef record = m_today->record(); record.id) {
            showRecord(record, Where::Here);
            m_detail->aimAt(m_today->currentPlanned());
        }
    };
    connect(m_today, &TodayPage::selected, this, showCurrent);
    connect(m_today, &TodayPage::opened, this, [this, showCurrent] {
        showCurrent();
        m_finder->remember(m_today->record());
        m_shell.showDetail();
    });
    connect(m_today, &TodayPage::listWanted, this, [this](EntityKind kind, const QString &filter) {
        m_shell.go({.page = pageOf(kind), .inside = filter, .trail = {filter}});
    });
    connect(m_today, &TodayPage::whoseChanged, this, [this](const QString &whose, const QString &name) {
        const bool isMine = m_today->model().whose() == Whose::Me;
        m_shell.visit({.page = u"today"_s,
                       .inside = isMine ? QString() : whose,
                       .trail = isMine ? QStringList() : QStringList{name}});
    });
    connect(m_today, &TodayPage::failed, m_steps, &BookSteps::sayError);
    connect(&m_today->model(), &app::TodayModel::loaded, this,
            [this] { m_shell.showCount(u"today"_s, m_today->model().ownDue()); });
}

void BookWindow::addHistoryPage()
{
    m_shell.addPage({.id = u"history"_s,
                     .name = tr("History"),
                     .iconName = u"document-open-recent"_s,
                     .make = [this] { return makeHistory(); },
                     .areas = app::Area::Report,
                     .section = 2,
                     .open = [this](const QString &user) { m_history->narrowTo({user.toLongLong()}); }});
    connect(m_who, &WhoWorks::historyWanted, this, [this](UserId user) {
        const User *known = m_workspace->lookups().user(user);
        m_shell.go({.page = u"history"_s,
                    .inside = QString::number(user.value),
                    .trail = known ? QStringList{known->name} : QStringList()});
    });
}

HistoryPage *BookWindow::makeHistory()
{
    m_history = new HistoryPage(*m_workspace, m_display);
    connect(m_history, &HistoryPage::failed, m_steps, &BookSteps::sayError);
    connect(m_history, &HistoryPage::narrowed, this, [this](UserId user, const QString &name) {
        m_shell.visit({.page = u"history"_s,
                       .inside = user ? QString::number(user.value) : QString(),
                       .trail = user ? QStringList{name} : QStringList()});
    });
    return m_history;
}

void BookWindow::connectList(ListPage &page)
{
    connect(&page, &ListPage::failed, m_steps, &BookSteps::sayError);
    connect(&page, &ListPage::exportWanted, this,
            [this, &page](const exchange::CsvDialect &dialect, app::ExportColumns columns) {
                exportList(page, dialect, columns);
            });
    connect(&page, &ListPage::changeWanted, this,
            [this, &page](const app::BulkChange &change) { changeRecords(page, change); });
    connect(&page, &ListPage::selected, this, [this](EntityRef record) { showRecord(record, Where::Here); });
    connect(&page, &ListPage::opened, this, &BookWindow::openRecord);
    connect(&page, &ListPage::menuWanted, this, [this](const QPoint &position) {
        QStringList actions{u"record.window"_s,       QString(),          u"activity.logCall"_s,
                            u"activity.logMeeting"_s, u"activity.task"_s, QString()};
        if (!closableDeals().empty())
            actions += {u"deals.won"_s, u"deals.lost"_s, QString()};
        actions +=
            {u"list.editCell"_s, u"list.change"_s, u"list.copy"_s, u"list.export"_s, u"record.delete"_s};
        m_shell.actions().contextMenu(actions, &m_shell)->popup(position);
    });
}

ListPage *BookWindow::currentList() const
{
    return m_lists.value(m_shell.place().page);
}

std::vector<EntityRef> BookWindow::selection() const
{
    if (m_shell.place().page == u"today"_s)
        return m_today->selection();
    return currentList() ? currentList()->selection() : std::vector<EntityRef>();
}

// What is selected on a page that comes up is what the details are about.
void BookWindow::followPage()
{
    if (m_page == m_shell.place().page)
        return;
    m_page = m_shell.place().page;
    const ListPage *list = currentList();
    const EntityRef current = list ? list->current()
        : m_page == u"board"_s     ? m_board->current()
                                   : EntityRef();
    if (current.id && !m_detail->isCreating())
        m_detail->show(current);
}

void BookWindow::openRecord(EntityRef record)
{
    m_finder->remember(record);
    m_detail->show(record);
    m_shell.showDetail();
}

void BookWindow::showRecord(EntityRef record, Where where)
{
    if (where == Where::Here) {
        m_detail->show(record);
        return;
    }
    m_shell.showPage(pageOf(record.kind));
    if (ListPage *list = currentList())
        list->select(record.id);
    openRecord(record);
}

QStringList BookWindow::pagesForPictures() const
{
    QStringList pages{u"board"_s,    u"deals"_s,     u"today"_s,      u"leads"_s,
                      u"contacts"_s, u"companies"_s, u"activities"_s, u"history"_s};
    for (const QString &part : m_settingsPage->parts())
        pages += u"settings-"_s + part;
    return pages;
}

void BookWindow::showFirstRecord()
{
    if (ListPage *list = currentList())
        list->takeFocus();
    else if (m_shell.place().page == u"board"_s)
        m_board->setFocus(Qt::OtherFocusReason);
    else if (m_shell.place().page == u"today"_s)
        m_today->setFocus(Qt::OtherFocusReason);
}

void BookWindow::addCommands()
{
    m_shell.commands().add({.id = u"edit.history"_s,
                            .text = tr("&History of steps"),
                            .iconName = u"document-open-recent"_s,
                            .shortcuts = {QKeySequence(u"Ctrl+H"_s)},
                            .menu = {tr("&Edit")},
                            .run = [this] { m_shell.showPage(u"history"_s); }});
    addRecordCommands();
    addListCommands();
    addDealCommands();
    addSelectionCommands();
    addPrintCommand();
    addColumnCommands();
}

void BookWindow::addRecordCommands()
{
    m_shell.commands().add(
        {.id = u"record.window"_s,
         .text = tr("Open in a &window of its own"),
         .iconName = u"window-new"_s,
         .shortcuts = {QKeySequence(u"Shift+Return"_s)},
         .areas = app::Area::List | app::Area::Board | app::Area::Detail | app::Area::Today,
         .menu = {tr("&Record")},
         .isEnabled = [this] { return m_detail->record().id && !m_detail->isCreating(); },
         .run = [this] { Q_EMIT windowWanted(m_detail->record()); }});
}

void BookWindow::addListCommands()
{
    app::Commands &commands = m_shell.commands();
    const auto onList = [this] { return currentList() != nullptr; };
    commands.add({.id = u"list.filter"_s,
                  .text = tr("&Filter this page"),
                  .iconName = u"view-filter"_s,
                  .shortcuts = {QKeySequence(u"/"_s)},
                  .areas = app::Area::List,
                  .menu = {tr("&View")},
                  .isEnabled = onList,
                  .run = [this] { currentList()->filterBar().takeFocus(); }});
    commands.add(
        {.id = u"list.clearFilter"_s,
         .text = tr("C&lear the filter"),
         .iconName = u"edit-clear"_s,
         .areas = app::Area::List,
         .menu = {tr("&View")},
         .isEnabled = [this] { return currentList() && !currentList()->filterBar().text().isEmpty(); },
         .run =
             [this] {
                 currentList()->filterBar().setText({});
                 currentList()->takeFocus();
             }});
    commands.add({.id = u"list.export"_s,
                  .text = tr("&Export this list as CSV…"),
                  .iconName = u"document-export"_s,
                  .shortcuts = {QKeySequence(u"Ctrl+Shift+E"_s)},
                  .menu = {tr("&Book")},
                  .isEnabled = onList,
                  .run = [this] { currentList()->askHowToExport(); }});
    commands.add({.id = u"book.import"_s,
                  .text = tr("&Import a CSV file…"),
                  .iconName = u"document-import"_s,
                  .shortcuts = {QKeySequence(u"Ctrl+I"_s)},
                  .menu = {tr("&Book")},
                  .run = [this] { importFile(); }});
}

} // namespace headway::ui
