// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shell.h"

#include "app/program/settings.h"
#include "ui/commands/commandactions.h"
#include "ui/commands/commandpalette.h"
#include "ui/controls/sidebar.h"
#include "ui/shell/topbar.h"
#include "ui/shell/windowplace.h"
#include "ui/style/colours.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenuBar>
#include <QPainter>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>
#include <QWindow>

#include <algorithm>
#include <utility>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize firstSize{1280, 800};
constexpr QSize firstRecordSize{560, 760};
constexpr int mostWindows = 12; // side by side
constexpr QSize leastSize{640, 400};
constexpr QSize leastRecordSize{400, 400};
constexpr int narrow = 1100;      // pixels; below, the sidebar shows icons only
constexpr int wideForBoth = 1500; // pixels of the window; below, a page that needs the room keeps it
constexpr QStringView splitterName = u"detail";

QStringView formName(Shell::Form form)
{
    return form == Shell::Form::Book ? QStringView() : u"record";
}

// A line one pixel wide between two parts.
class Hairline : public QWidget
{
public:
    explicit Hairline(Qt::Orientation orientation, QWidget *parent) : QWidget(parent)
    {
        if (orientation == Qt::Horizontal)
            setFixedHeight(1);
        else
            setFixedWidth(1);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), colourRolesOf(*this).hairline);
    }
};

// As narrow as the page in sight can be: the board, once opened, must not widen the window of a list.
class PageStack : public QStackedWidget
{
public:
    explicit PageStack(QWidget *parent) : QStackedWidget(parent)
    {
        connect(this, &QStackedWidget::currentChanged, this, &QWidget::updateGeometry);
    }

    QSize minimumSizeHint() const override
    {
        const QWidget *page = currentWidget();
        return page ? page->minimumSizeHint().expandedTo(page->minimumSize())
                    : QStackedWidget::minimumSizeHint();
    }
};

class HairlineHandle : public QSplitterHandle
{
public:
    using QSplitterHandle::QSplitterHandle;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(contentsRect(), colourRolesOf(*this).hairline);
    }
};

class HairlineSplitter : public QSplitter
{
public:
    explicit HairlineSplitter(QWidget *parent) : QSplitter(Qt::Horizontal, parent)
    {
        setHandleWidth(1);
        setChildrenCollapsible(false);
    }

protected:
    QSplitterHandle *createHandle() override { return new HairlineHandle(orientation(), this); }
};

} // namespace

Shell::Shell(app::Settings &settings, MessageBar::Clock clock, Form form)
    : m_settings(settings), m_form(form), m_commands(settings), m_search(m_commands),
      m_messages(new MessageBar(std::move(clock)))
{
    setMinimumSize(form == Form::Book ? leastSize : leastRecordSize);
    build();
    addCommands();
    m_search.changeRecentCommands(settings.value(app::setting::recentCommands));
    connect(m_palette, &CommandPalette::ran, this,
            [this] { m_settings.change(app::setting::recentCommands, m_search.recentCommands()); });
    restoreWindow();
    showHere();
}

Shell::~Shell()
{
    // Pages and pane remove their commands from m_commands, so they must be deleted before it.
    m_commands.disconnect(this);
    delete takeCentralWidget();
}

void Shell::build()
{
    m_whole = new QStackedWidget(this);
    m_work = new QWidget(m_whole);
    m_topBar = new TopBar(m_commands, m_work);
    m_sidebar = new Sidebar(m_work);
    m_splitter = new HairlineSplitter(m_work);
    m_stack = new PageStack(m_splitter);
    m_splitter->addWidget(m_stack);
    m_splitter->setStretchFactor(0, 1);
    m_side = new SidePane(*m_splitter);

    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    if (m_form == Form::Book) {
        middle->addWidget(m_sidebar);
        middle->addWidget(new Hairline(Qt::Vertical, m_work));
    } else {
        m_sidebar->hide(); // there is only one page
    }
    middle->addWidget(m_splitter, 1);
    auto *work = new QVBoxLayout(m_work);
    work->setContentsMargins({});
    work->setSpacing(0);
    work->addWidget(m_topBar);
    work->addWidget(new Hairline(Qt::Horizontal, m_work));
    work->addLayout(middle, 1);
    m_whole->addWidget(m_work);

    auto *central = new QWidget(this);
    auto *column = new QVBoxLayout(central);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_whole, 1);
    column->addWidget(new Hairline(Qt::Horizontal, central));
    column->addWidget(m_messages);
    setCentralWidget(central);

    m_actions = new CommandActions(m_commands, this);
    m_actions->fill(menuBar(),
                    {tr("&Book"), tr("&Edit"), tr("&Record"), tr("&View"), tr("&Go"), tr("&Help")});
    m_palette = new CommandPalette(m_search, this);
    m_actions->attach(app::Area::Palette, m_palette);
    connect(m_side, &SidePane::covers, this, &Shell::covered);
    connect(m_sidebar, &Sidebar::chosen, this, &Shell::showPage);
    connect(m_sidebar, &Sidebar::rowChosen, this, &Shell::rowChosen);
    connect(m_sidebar, &Sidebar::rowMenuWanted, this, &Shell::rowMenuWanted);
    connect(m_actions, &CommandActions::refreshed, this, &Shell::showShortcuts);
    connect(m_actions, &CommandActions::refreshed, m_topBar, &TopBar::refresh);
    m_topBar->offerMore(*m_actions);
}

void Shell::addPage(Page page)
{
    m_pages.push_back(std::move(page));
    const Page &added = m_pages.back();
    if (added.widget)
        takeWidget(added);
    addPageCommand(added);
    m_sidebar->addPage({added.id, added.name, added.iconName,
                        m_commands.shortcutText(QString(u"page."_s + added.id)), added.section});
    if (place().page.isEmpty())
        m_navigator.go({added.id});
    showHere();
}

void Shell::takeWidget(const Page &page)
{
    m_stack->addWidget(page.widget);
    if (page.areas)
        m_actions->attach(page.areas, page.widget);
}

// A page is made when it is first shown: most people use a few each day.
QWidget *Shell::widgetOf(const QString &id)
{
    const auto page =
        std::find_if(m_pages.begin(), m_pages.end(), [&id](const Page &each) { return each.id == id; });
    if (!page->widget) {
        page->widget = page->make();
        takeWidget(*page);
        orderFocus(*page->widget);
    }
    return page->widget;
}

// Tab reaches the detail pane after the pages, also after a page that was made later.
void Shell::orderFocus(QWidget &late)
{
    const QWidget *detail = m_side->pane();
    if (!detail)
        return;
    QWidget *last = &late;
    std::vector<QWidget *> inDetail;
    for (QWidget *each = late.nextInFocusChain(); each != &late; each = each->nextInFocusChain()) {
        if (each->focusPolicy() == Qt::NoFocus)
            continue; // setTabOrder() ignores widgets without a focus policy
        if (late.isAncestorOf(each))
            last = each;
        else if (detail == each || detail->isAncestorOf(each))
            inDetail.push_back(each);
    }
    for (QWidget *each : inDetail)
        setTabOrder(std::exchange(last, each), each);
}

// In the tool tips of the sidebar; menus and sheets read the shortcuts when they open.
void Shell::showShortcuts()
{
    for (const Page &page : m_pages)
        m_sidebar->showShortcut(page.id, m_commands.shortcutText(QString(u"page."_s + page.id)));
}

void Shell::showCount(QStringView page, qint64 count)
{
    m_sidebar->showCount(page, count);
}

void Shell::showRows(QStringView page, const std::vector<SidebarRow> &rows)
{
    m_sidebar->showRows(page, rows);
    m_sidebar->showCurrent(place().page, place().row);
}

QWidget *Shell::sidebar() const
{
    return m_sidebar;
}

const Page *Shell::find(QStringView id) const
{
    const auto found =
        std::find_if(m_pages.begin(), m_pages.end(), [id](const Page &page) { return page.id == id; });
    return found == m_pages.end() ? nullptr : &*found;
}

const Page *Shell::currentPage() const
{
    return isBookShown() ? find(place().page) : nullptr;
}

void Shell::placeDetail(QWidget *detail)
{
    m_side->take(detail, m_settings.value(app::setting::splitterSizes, splitterName));
    m_actions->attach(app::Area::Detail, detail);
    m_besideOf.clear();
    const Page *page = currentPage();
    if (page)
        showBeside(*page);
    else if (m_settings.value(app::setting::detailPane) == app::Visibility::Shown)
        m_side->show(SidePane::Way::Beside);
}

bool Shell::isDetailShown() const
{
    return m_side->isShown();
}

SidePane::Way Shell::wayOfDetail() const
{
    const Page *page = find(place().page);
    const bool isNarrow = width() < wideForBoth;
    return page && page->beside == Page::Beside::WhenAsked && isNarrow ? SidePane::Way::Over
                                                                       : SidePane::Way::Beside;
}

// A page that shows the pane only when asked has a choice of its own; the others have one together.
void Shell::rememberDetail(app::Visibility visibility)
{
    const Page *page = find(place().page);
    if (page && page->beside == Page::Beside::WhenAsked)
        m_settings.change(app::setting::paneWhenAsked, page->id, visibility);
    else
        m_settings.change(app::setting::detailPane, visibility);
}

// What opens the pane to show something in it is no choice for the next time, where it is shown when asked.
void Shell::showDetail()
{
    m_side->slideIn(wayOfDetail());
    const Page *page = find(place().page);
    if (!page || page->beside != Page::Beside::WhenAsked)
        rememberDetail(app::Visibility::Shown);
}

void Shell::hideDetail()
{
    const QWidget *detail = m_side->pane();
    if (detail && detail->isAncestorOf(QApplication::focusWidget()))
        m_stack->currentWidget()->setFocus();
    m_side->slideOut();
    rememberDetail(app::Visibility::Hidden);
}

void Shell::toggleDetail()
{
    if (isDetailShown()) {
        hideDetail();
        return;
    }
    showDetail();
    rememberDetail(app::Visibility::Shown);
}

void Shell::showStart(QWidget *start)
{
    if (m_start != start) {
        delete m_start;
        m_start = start;
        m_whole->addWidget(start);
    }
    m_whole->setCurrentWidget(start);
    m_messages->showAsOf({}, MessageBar::Time::Now);
    start->setFocus();
    showHere();
}

void Shell::showBook(const QString &name)
{
    m_actions->addNew(); // what was plugged in meanwhile has its keys from the first one on
    m_bookName = name;
    if (find(place().page)) // first, else the page on top would be shown and loaded
        m_stack->setCurrentWidget(widgetOf(place().page));
    m_whole->setCurrentWidget(m_work);
    m_messages->showAsOf(tr("now"), MessageBar::Time::Now);
    showHere();
    if (const Page *page = currentPage())
        widgetOf(page->id)->setFocus();
}

bool Shell::isBookShown() const
{
    return m_whole->currentWidget() == m_work;
}

void Shell::showPage(const QString &id)
{
    go(m_navigator.lastIn(id));
}

void Shell::go(const NavigationPlace &place)
{
    if (find(place.page))
        showPlace(m_navigator.go(place));
}

void Shell::goBack()
{
    if (const auto arrival = m_navigator.goBack())
        showPlace(*arrival);
}

void Shell::goForward()
{
    if (const auto arrival = m_navigator.goForward())
        showPlace(*arrival);
}

void Shell::showPlace(const Arrival &arrival)
{
    const Page *page = find(arrival.place.page);
    if (!page)
        return;
    showHere();
    if (!m_sidebar->hasFocus())
        widgetOf(page->id)->setFocus();
    if (arrival.isElsewhere && page->open)
        page->open(arrival.place);
}

void Shell::visit(const NavigationPlace &place)
{
    if (m_navigator.note(place))
        showHere();
}

void Shell::showHere()
{
    const NavigationPlace here = place();
    QStringList title;
    if (const Page *page = currentPage()) {
        m_stack->setCurrentWidget(widgetOf(page->id));
        showBeside(*page);
        m_sidebar->showCurrent(page->id, here.row);
        // A page without a name is called by its trail (a record).
        const bool isNamed = !page->name.isEmpty();
        m_topBar->showTrail(isNamed ? QStringList{page->name} + here.trail : QStringList());
        title = (isNamed ? QStringList{page->name} : QStringList()) + here.trail;
        title += m_bookName;
    }
    title += tr("Headway");
    title.removeAll(QString());
    setWindowTitle(title.join(u" · "_s));
    m_topBar->refresh();
    Q_EMIT placeChanged();
}

// A user's choice to show or hide the pane on such a page lasts until they go to another page.
void Shell::showBeside(const Page &page)
{
    if (!m_side->pane() || page.id == std::exchange(m_besideOf, page.id))
        return;
    const bool isShown = page.beside == Page::Beside::Detail
        ? m_settings.value(app::setting::detailPane) == app::Visibility::Shown
        : page.beside == Page::Beside::WhenAsked
            && m_settings.value(app::setting::paneWhenAsked, page.id) == app::Visibility::Shown;
    if (isShown)
        m_side->show(wayOfDetail());
    else
        m_side->hide();
}

void Shell::togglePalette(const QString &text)
{
    if (m_palette->isOpen())
        m_palette->dismiss();
    else
        m_palette->open(isBookShown() ? text : u">"_s); // without a book there are only commands
}

void Shell::moveFocusToNextPart()
{
    std::vector<QWidget *> parts{m_stack->currentWidget()};
    if (m_form == Form::Book)
        parts.insert(parts.begin(), m_sidebar);
    if (isDetailShown())
        parts.push_back(m_side->pane());
    const QWidget *focus = QApplication::focusWidget();
    size_t at = parts.size() - 1;
    for (size_t i = 0; i < parts.size(); ++i) {
        if (focus && parts[i] && (parts[i] == focus || parts[i]->isAncestorOf(focus)))
            at = i;
    }
    QWidget *next = parts[(at + 1) % parts.size()];
    if (next)
        next->setFocus(Qt::TabFocusReason);
}

void Shell::restoreWindow()
{
    resize((m_form == Form::Book ? firstSize : firstRecordSize).boundedTo(screen()->availableSize()));
    QMainWindow::restoreGeometry(m_settings.value(app::setting::windowGeometry, formName(m_form)));
    m_ownSize = size();
    if (isMaximized() || isFullScreen())
        return;
    // A further window is shifted, so that it does not cover another one.
    const QWidgetList windows = QApplication::topLevelWidgets();
    const auto isTaken = [&] {
        return std::any_of(windows.begin(), windows.end(), [this](const QWidget *other) {
            return other != this && other->isVisible() && qobject_cast<const Shell *>(other)
                && other->pos() == pos();
        });
    };
    for (int tries = 0; tries < mostWindows && isTaken(); ++tries) {
        m_shift += QPoint(space::huge, space::huge);
        move(pos() + QPoint(space::huge, space::huge));
    }
}

// The frame is known some time after the window was shown, and nothing tells when.
bool Shell::event(QEvent *event)
{
    const bool isHandled = QMainWindow::event(event);
    switch (event->type()) {
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Paint:
    case QEvent::WindowActivate:
        if (!m_isFitted)
            QTimer::singleShot(0, this, &Shell::fitFrame);
        break;
    default: break;
    }
    return isHandled;
}

// Once, and only a size that nobody has chosen since.
void Shell::fitFrame()
{
    if (m_isFitted || !isVisible() || !windowHandle())
        return;
    const bool isChosen = isMaximized() || isFullScreen() || size() != m_ownSize;
    const QMargins frame = windowHandle()->frameMargins();
    if (!isChosen && frame.isNull())
        return; // not known yet
    m_isFitted = true;
    if (isChosen)
        return;
    const QRect available = screen()->availableGeometry();
    auto place =
        placeOnScreen(geometry(), frame, available.adjusted(m_shift.x(), m_shift.y(), 0, 0), minimumSize());
    if (!place)
        place = placeOnScreen(geometry(), frame, available, minimumSize());
    if (!place)
        showMaximized();
    else if (*place != geometry())
        setGeometry(*place);
}

void Shell::remember()
{
    m_settings.change(app::setting::windowGeometry, formName(m_form), saveGeometry());
    if (m_form != Form::Book)
        return;
    if (m_side->pane())
        m_settings.change(app::setting::splitterSizes, splitterName, m_side->state());
    m_settings.change(app::setting::lastPage, place().page);
}

void Shell::closeEvent(QCloseEvent *event)
{
    remember();
    Q_EMIT closing();
    QMainWindow::closeEvent(event);
}

void Shell::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_sidebar->fold(width() < narrow ? Sidebar::Width::Icons : Sidebar::Width::Full);
    if (isDetailShown())
        m_side->show(wayOfDetail()); // the window may have become wide enough for both, or too narrow
}

// Esc that neither the page nor the pane has a use for: the pane that lies over the page gives it free, then the
// message goes.
void Shell::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_side->isOver())
        hideDetail();
    else if (event->key() == Qt::Key_Escape && !m_messages->message().isEmpty())
        m_messages->dismiss();
    else
        QMainWindow::keyPressEvent(event);
}

void Shell::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::BackButton)
        goBack();
    else if (event->button() == Qt::ForwardButton)
        goForward();
    else
        QMainWindow::mousePressEvent(event);
}

} // namespace headway::ui
