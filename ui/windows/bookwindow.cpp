// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/bookwindow.h"

#include "app/edits/recordedits.h"
#include "app/program/settings.h"
#include "app/text/filterwords.h"
#include "app/text/presentation.h"
#include "domain/fields/codec.h"
#include "ui/board/boardpage.h"
#include "ui/board/leadboardpage.h"
#include "ui/calls/callbar.h"
#include "ui/history/historypage.h"
#include "ui/lists/listpage.h"
#include "ui/record/detailpane.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/shell.h"
#include "ui/today/todaypage.h"
#include "ui/windows/bookactions.h"
#include "ui/windows/booksteps.h"
#include "ui/windows/bookviews.h"
#include "ui/windows/callcommands.h"
#include "ui/windows/leadcommands.h"
#include "ui/windows/listactions.h"
#include "ui/windows/whoworks.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

Page::Beside besideOf(const PageFace &face)
{
    switch (face.beside) {
    case PageFace::Beside::Detail: return Page::Beside::Detail;
    case PageFace::Beside::WhenAsked: return Page::Beside::WhenAsked;
    case PageFace::Beside::Nothing: break;
    }
    return Page::Beside::Nothing;
}

// The page of the last session, which may be none that there is.
QString firstPage(const app::Settings &settings)
{
    const app::FirstPage chosen = settings.value(app::setting::firstPage);
    return chosen == app::FirstPage::Left ? settings.value(app::setting::lastPage)
                                          : textOf(Codec<app::FirstPage>::read(chosen));
}

} // namespace

BookWindow::BookWindow(Shell &shell, const std::shared_ptr<app::Workspace> &workspace,
                       std::shared_ptr<app::Drafts> drafts, app::Settings &settings, Dialogs &dialogs,
                       const Computer &computer)
    : QObject(&shell), m_shell(shell),
      m_context(std::make_unique<BookContext>(BookContext::Parts{.workspace = workspace,
                                                                 .drafts = std::move(drafts),
                                                                 .settings = settings,
                                                                 .dialogs = dialogs,
                                                                 .commands = shell.commands(),
                                                                 .actions = shell.actions(),
                                                                 .display = {QLocale(), workspace->zone()},
                                                                 .stateFolder = computer.stateFolder})),
      m_steps(new BookSteps(shell, *workspace, dialogs)),
      m_finder(new RecordFinder(shell.paletteSearch(), *workspace, settings, m_context->display(),
                                waysToFind(), this)),
      m_who(new WhoWorks(shell, *workspace, settings, computer.loginNames)),
      m_views(new BookViews(shell, *m_context, [this](const QString &id) { return pageNamed(id); }))
{
    shell.messages().writeAs(m_context->display());
    addPages();
    m_shell.showPage(firstPage(settings));
    if (BookPage *page = pageInSight())
        page->begin(); // so that its rows are there when the window is, which is then painted once
    addDetail();
    m_shell.placeDetail(m_detail); // Tab reaches it after the pages
    addActions();
    connect(&m_shell, &Shell::placeChanged, this, &BookWindow::followPage);
    connect(m_who, &WhoWorks::historyWanted, this, &BookWindow::showHistoryOf);
    connect(m_steps, &BookSteps::stepWanted, this,
            [this](qint64 step) { m_shell.go({.page = u"history"_s, .inside = u"step:%1"_s.arg(step)}); });
    followPage();
    m_shell.showBook(workspace->title());
    m_shell.messages().showAsOf(tr("now"), MessageBar::Time::Now);
}

BookWindow::~BookWindow() = default;

// What the palette can do with what it finds.
RecordFinder::Ways BookWindow::waysToFind()
{
    return {.show = [this](EntityRef record) { showRecord(record, Where::ItsPage); },
            .openInWindow = [this](EntityRef record) { Q_EMIT windowWanted(record); },
            .logCall = [this](EntityRef record) { logCallWith(record); },
            .create =
                [this](EntityKind kind, const QString &typed) {
                    m_shell.showDetail();
                    m_detail->create(kind, app::rowFromTyped(kind, typed));
                },
            .list = [this](EntityKind kind, const QString &filter) { showList(kind, filter); },
            .listInSight =
                [this] {
                    const auto plug = std::find_if(m_plugs.begin(), m_plugs.end(), [this](const Plug &each) {
                        return each.face.id == m_shell.place().page;
                    });
                    return plug == m_plugs.end() ? std::nullopt : plug->face.creates;
                }};
}

// Its page chooses it in its own time: the form opens when it is there, or choosing it would close the form.
void BookWindow::logCallWith(EntityRef record)
{
    showRecord(record, Where::ItsPage);
    m_detail->logCallWith(record);
}

void BookWindow::showList(EntityKind kind, const QString &filter)
{
    if (const Plug *list = pageOf(kind))
        m_shell.go({.page = list->face.id, .inside = filter, .trail = {inWords(kind, filter)}});
}

// All pages, in the order of the sidebar. The first is the default.
void BookWindow::addPages()
{
    addPage<BoardPage>();
    addPage<TodayPage>();
    addPage<LeadBoardPage>();
    for (const app::Presentation &each : app::listPages())
        addPage<ListPage>(each.kind);
    addPage<HistoryPage>();
    addPage<SettingsPage>();
    m_views->begin();
}

void BookWindow::addDetail()
{
    m_detail = new DetailPane(m_context->editors(), m_context->commands());
    connect(m_detail, &DetailPane::failed, m_steps, &BookSteps::sayError);
    connect(m_detail, &DetailPane::undoRefused, m_steps, &BookSteps::sayRefusal);
    connect(m_detail, &DetailPane::opened, this, [this](EntityRef record) { m_finder->remember(record); });
    connect(m_detail, &DetailPane::shown, m_finder, &RecordFinder::noteShown);
    connect(m_detail, &DetailPane::wanted, &m_shell, &Shell::showDetail);
    connect(m_detail, &DetailPane::created, this, &BookWindow::showAdded);
}

void BookWindow::addActions()
{
    m_context->commands().add(
        {.id = u"record.window"_s,
         .text = tr("Open in a &window of its own"),
         .iconName = u"window-new"_s,
         .shortcuts = {QKeySequence(u"Shift+Return"_s)},
         .areas =
             app::Area::List | app::Area::Board | app::Area::LeadBoard | app::Area::Detail | app::Area::Today,
         .menu = {tr("&Record")},
         .section = 10,
         .isEnabled = [this] { return m_detail->record().id && !m_detail->isCreating(); },
         .run = [this] { Q_EMIT windowWanted(m_detail->record()); }});
    const auto inSight = [this] { return pageInSight(); };
    m_listActions = std::make_unique<ListActions>(*m_context, m_shell.messages(), inSight, m_shell);
    for (const Plug &each : m_plugs) {
        if (each.page)
            m_listActions->follow(*each.page);
    }
    m_actions = std::make_unique<BookActions>(*m_context, m_shell, *m_detail, inSight);
    connect(m_actions.get(), &BookActions::failed, m_steps, &BookSteps::sayError);
    connect(m_actions.get(), &BookActions::listWanted, this, &BookWindow::showList);
    m_leads = new LeadCommands(*m_context, m_shell, *m_detail, inSight, this);
    connect(m_leads, &LeadCommands::failed, m_steps, &BookSteps::sayError);
    connect(m_leads, &LeadCommands::converted, this, &BookWindow::openRecord);
    const auto *calls = new CallCommands(*m_context, m_shell.messages(), inSight, this);
    m_detail->placeBelow(calls->bar());
    connect(calls, &CallCommands::failed, m_steps, &BookSteps::sayError);
    connect(calls, &CallCommands::callWanted, this, &BookWindow::logCallWith);
}

void BookWindow::plug(const PageFace &face, const std::function<BookPage *()> &makePage)
{
    Plug &added = m_plugs.emplace_back(Plug{face, makePage});
    m_views->addPage(face);
    const bool isMade = face.made == PageFace::Made::AtOnce;
    Page page{.id = face.id,
              .name = face.title,
              .iconName = face.iconName,
              .widget = isMade ? make(added) : nullptr,
              .make = [this, &added] { return make(added); },
              .areas = face.areas,
              .section = int(face.section),
              .open = [this, &added](
                          const NavigationPlace &place) { m_views->open(added.face.id, *added.page, place); },
              .shortcut = face.shortcut,
              .beside = besideOf(face)};
    if (face.creates)
        page.create = [this, &added, kind = *face.creates] {
            m_shell.showDetail();
            m_detail->create(kind, added.page ? added.page->presetOf(kind) : entityInfo(kind).defaults,
                             DetailPane::StageGiven::AtHand);
        };
    m_shell.addPage(std::move(page));
    if (std::optional<app::Command> way = face.way) {
        way->run = [this, id = face.id] { m_shell.showPage(id); };
        m_context->commands().add(std::move(*way));
    }
}

QWidget *BookWindow::make(Plug &plug)
{
    plug.page = plug.make();
    listenTo(*plug.page, plug.face.id);
    m_views->follow(plug.face.id, *plug.page);
    if (m_listActions)
        m_listActions->follow(*plug.page);
    return plug.page;
}

void BookWindow::listenTo(BookPage &page, const QString &id)
{
    connect(&page, &BookPage::failed, m_steps, &BookSteps::sayError);
    connect(&m_shell, &Shell::covered, &page, &BookPage::showCovered);
    connect(&page, &BookPage::selected, this, [this, &page](const EntityRef &record) {
        if (&page != pageInSight())
            return; // its rows came after the user went on
        showRecord(record, Where::Here);
        m_detail->aimAt(page.planned());
    });
    connect(&page, &BookPage::opened, this, [this, &page](const EntityRef &record) {
        openRecord(record);
        m_detail->aimAt(page.planned());
    });
    connect(&page, &BookPage::addWanted, this, &BookWindow::create);
    const auto bring = [this](EntityRef record) {
        if (m_detail->record() != record)
            m_detail->show(record); // a link led somewhere else
    };
    connect(&page, &BookPage::convertWanted, this,
            [this](const std::vector<LeadId> &leads) { m_leads->convert(leads); });
    connect(&page, &BookPage::callWanted, this, [this, bring](const EntityRef &record) {
        bring(record);
        m_detail->logCallWith(record);
    });
    connect(&page, &BookPage::doneWanted, this, [this, bring](const EntityRef &record) {
        bring(record);
        m_detail->finishNextOf(record);
    });
    connect(&page, &BookPage::placed, this, [this, id](const QString &inside, const QStringList &trail) {
        m_shell.visit(m_views->placeOf(id, inside, trail));
    });
    connect(&page, &BookPage::placeWanted, this, [this, id](const QString &inside, const QStringList &trail) {
        m_shell.go({.page = id, .inside = inside, .trail = trail});
    });
    connect(&page, &BookPage::listWanted, this, &BookWindow::showList);
    if (const auto *history = qobject_cast<HistoryPage *>(&page))
        connect(history, &HistoryPage::refused, m_steps, &BookSteps::sayRefusal);
    connect(&page, &BookPage::counted, this, [this, id](qint64 count) { m_shell.showCount(id, count); });
}

// A filter is called by its words, not by its syntax.
QString BookWindow::inWords(EntityKind kind, const QString &filter) const
{
    const Calendar calendar = workspace().calendar();
    return app::filterTitle(kind,
                            readableParts(kind, filter, calendar, workspace().lookups().customFields).filter,
                            {m_context->display(), workspace().lookups(), calendar});
}

BookPage *BookWindow::pageNamed(const QString &id) const
{
    const auto found =
        std::find_if(m_plugs.begin(), m_plugs.end(), [&id](const Plug &each) { return each.face.id == id; });
    return found == m_plugs.end() ? nullptr : found->page;
}

BookPage *BookWindow::pageInSight() const
{
    return pageNamed(m_shell.place().page);
}

// The page that lists records of the kind; for a kind without one, the first page that lists records.
const BookWindow::Plug *BookWindow::pageOf(EntityKind kind) const
{
    const auto showing = [this](const auto &isIt) {
        const auto found = std::find_if(m_plugs.begin(), m_plugs.end(), isIt);
        return found == m_plugs.end() ? nullptr : &*found;
    };
    const Plug *page = showing([kind](const Plug &each) { return each.face.records == kind; });
    return page ? page : showing([](const Plug &each) { return each.face.records.has_value(); });
}

QStringList BookWindow::pages() const
{
    QStringList ids;
    for (const Plug &each : m_plugs)
        ids += each.face.id;
    return ids;
}

void BookWindow::showHistoryOf(UserId user)
{
    const User *known = workspace().lookups().user(user);
    m_shell.go({.page = u"history"_s,
                .inside = u"user:%1"_s.arg(user.value),
                .trail = known ? QStringList{known->name} : QStringList()});
}

// Opens a form in the detail pane; nothing is stored until it is saved.
void BookWindow::create(EntityKind kind, const Row &preset)
{
    m_shell.showDetail();
    m_detail->create(kind, preset);
}

// Selects what was just added where its page is in sight, and gives that page the keyboard.
void BookWindow::showAdded(EntityRef record)
{
    BookPage *page = pageInSight();
    const auto plug =
        std::find_if(m_plugs.begin(), m_plugs.end(), [page](const Plug &each) { return each.page == page; });
    if (!page || plug == m_plugs.end() || plug->face.creates != record.kind) {
        m_detail->setFocus(Qt::OtherFocusReason);
        return;
    }
    page->select(record);
    page->setFocus(Qt::OtherFocusReason);
}

// The detail pane follows the selection of the page that is shown.
void BookWindow::followPage()
{
    if (m_page == m_shell.place().page)
        return;
    m_page = m_shell.place().page;
    m_detail->forgetAwaited(); // whoever goes on to another page does not log that call any more
    const BookPage *page = pageInSight();
    const EntityRef current = page ? page->current() : EntityRef();
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
    const Plug *list = pageOf(record.kind);
    if (list && list->face.id != m_shell.place().page) // a view that is shown stays
        m_shell.showPage(list->face.id);
    if (BookPage *page = pageInSight())
        page->select(record);
    openRecord(record);
}

void BookWindow::importFile()
{
    m_actions->importFile();
}

void BookWindow::importFiles(const QStringList &paths)
{
    m_actions->importFiles(paths);
}

std::vector<BookWindow::PicturePlace> BookWindow::picturePlaces() const
{
    std::vector<PicturePlace> places;
    for (const Plug &each : m_plugs) {
        for (const QString &inside : each.page ? each.page->picturedPlaces() : QStringList{QString()})
            places.push_back({each.face.id, inside});
    }
    return places;
}

void BookWindow::chooseFirst()
{
    if (BookPage *page = pageInSight())
        page->chooseFirst();
}

} // namespace headway::ui
