// SPDX-License-Identifier: GPL-3.0-or-later
// One window: pages beside their sidebar, the detail pane, the bars above and below, the palette
// over it all, and where one has been. Pages are plugged in as widgets; the shell knows nothing of
// what they show. Made by main, one for each window; owns the window's commands. GUI thread;
// nothing fails.
#pragma once

#include "app/commands/commands.h"
#include "app/commands/palettesearch.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/navigator.h"

#include <QMainWindow>

#include <functional>
#include <vector>

class QSplitter;
class QStackedWidget;

namespace headway::app {
class Settings;
}

namespace headway::ui {

class CommandActions;
class CommandPalette;
class Sidebar;
class TopBar;

struct Page {
    enum class Beside { Detail, Nothing }; // what stands at its right

    QString id;
    QString name;
    QString iconName;
    QWidget *widget = nullptr; // the shell takes it
    // Without a widget: what makes it when the page is first shown.
    std::function<QWidget *()> make = {};
    app::Areas areas = {}; // which commands work while the focus is in it
    int section = 0;       // a gap stands between sections of the sidebar
    // Shows the place again that the page once told with visit(); none: the page has only one
    // place.
    std::function<void(const QString &inside)> open = {};
    std::function<void()> create = {}; // Ctrl+N; none: nothing can be made here
    QString shortcut = {};             // empty: Ctrl+1 … 9 by its place
    Beside beside = Beside::Detail;
};

class Shell : public QMainWindow
{
    Q_OBJECT
public:
    // With its sidebar, for a whole book; or for one thing of it.
    enum class Form { Book, Record };
    Shell(app::Settings &settings, MessageBar::Clock clock, Form form);
    ~Shell() override;

    app::Commands &commands() { return m_commands; }
    app::PaletteSearch &paletteSearch() { return m_search; }
    CommandActions &actions() { return *m_actions; }
    MessageBar &messages() { return *m_messages; }

    // In the order of the sidebar; the first nine get Ctrl+1 … Ctrl+9 unless they have a key of their own.
    void addPage(Page page);
    void showCount(QStringView page, qint64 count);

    // The pane at the right, F4. Its commands are those of Area::Detail.
    void placeDetail(QWidget *detail);
    void showDetail(); // if it was hidden
    void hideDetail();
    bool isDetailShown() const;

    // Without a book: only this widget. With one: the pages, beginning with the first.
    void showStart(QWidget *start);
    void showBook(const QString &name);
    bool isBookShown() const;

    void showPage(const QString &id);      // as it was left
    void go(const NavigationPlace &place); // and remembers the way back
    void goBack();
    void goForward();
    // A page tells that it is somewhere else now, or that its place has another name.
    void visit(const NavigationPlace &place);
    NavigationPlace place() const { return m_navigator.here(); }

    void togglePalette(const QString &text);

Q_SIGNALS:
    void placeChanged();
    void closing();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void build();
    void addCommands();
    void addGoCommands();
    void addViewCommands();
    void addPageCommand(const Page &page);
    const Page *find(QStringView id) const;
    const Page *currentPage() const;
    QWidget *widgetOf(const QString &id); // made by now
    void takeWidget(const Page &page);
    void orderFocus(QWidget &late);
    void showPlace(const Arrival &arrival);
    void showHere();
    void showShortcuts();
    void showBeside(const Page &page);
    void toggleDetail();
    void moveFocusToNextPart();
    void openShortcutSheet();
    void restoreWindow();
    void remember();

    app::Settings &m_settings;
    const Form m_form;
    app::Commands m_commands;
    app::PaletteSearch m_search;
    std::vector<Page> m_pages;
    Navigator m_navigator;
    QString m_bookName;
    QString m_besideOf; // the page that the detail pane was shown or hidden for

    CommandActions *m_actions = nullptr;
    QStackedWidget *m_whole = nullptr; // the start, or the work
    QWidget *m_start = nullptr;
    QWidget *m_work = nullptr;
    TopBar *m_topBar = nullptr;
    Sidebar *m_sidebar = nullptr;
    QSplitter *m_splitter = nullptr;
    QStackedWidget *m_stack = nullptr;
    QWidget *m_detail = nullptr;
    MessageBar *m_messages = nullptr;
    CommandPalette *m_palette = nullptr;
};

} // namespace headway::ui
