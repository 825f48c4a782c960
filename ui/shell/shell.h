// SPDX-License-Identifier: GPL-3.0-or-later
// One window: pages and their sidebar, the detail pane, the bars above and below, the palette over it all,
// and the navigation history. Pages are added as widgets; the shell does not know what they show. Made by
// Windows, one for each window; owns the window's commands. GUI thread; nothing fails.
#pragma once

#include "app/commands/commands.h"
#include "app/commands/palettesearch.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/navigator.h"
#include "ui/shell/sidepane.h"

#include <QMainWindow>

#include <functional>
#include <vector>

class QSplitter;
class QStackedWidget;

namespace headway::app {
class Settings;
enum class Visibility;
} // namespace headway::app

namespace headway::ui {

class CommandActions;
class CommandPalette;
class Sidebar;
struct SidebarRow;
class TopBar;

struct Page {
    // What is shown at its right. The pane that is shown when asked for is over the page in a window that is not
    // wide enough for both.
    enum class Beside { Detail, WhenAsked, Nothing };

    QString id;
    QString name;
    QString iconName;
    QWidget *widget = nullptr; // the shell takes ownership
    // Without a widget: makes it when the page is first shown.
    std::function<QWidget *()> make = {};
    app::Areas areas = {}; // which commands work while the focus is in it
    int section = 0;       // sections of the sidebar are separated by a gap
    // Shows a place that the page passed to visit() before; null: the page has only one place.
    std::function<void(const NavigationPlace &place)> open = {};
    std::function<void()> create = {}; // Ctrl+N; null: nothing can be created here
    QString shortcut = {};             // empty: Ctrl+1 … 9 by its position
    Beside beside = Beside::Detail;
};

class Shell : public QMainWindow
{
    Q_OBJECT
public:
    // With a sidebar, for a whole book; or for a single record.
    enum class Form { Book, Record };
    Shell(app::Settings &settings, MessageBar::Clock clock, Form form);
    ~Shell() override;

    app::Commands &commands() { return m_commands; }
    app::PaletteSearch &paletteSearch() { return m_search; }
    CommandActions &actions() { return *m_actions; }
    MessageBar &messages() { return *m_messages; }

    // In the order of the sidebar; the first nine get Ctrl+1 … Ctrl+9 unless they have a shortcut of their
    // own.
    void addPage(Page page);
    void showCount(QStringView page, qint64 count);
    // Under the page in the sidebar; a place there names its row.
    void showRows(QStringView page, const std::vector<SidebarRow> &rows);
    QWidget *sidebar() const; // menus open beside it

    // The pane at the right, F4. Its commands are those of Area::Detail.
    void placeDetail(QWidget *detail);
    void showDetail(); // if it is hidden
    void hideDetail(); // the keyboard returns to the page
    bool isDetailShown() const;

    // showStart: only this widget, no book. showBook: the pages, beginning with the first.
    void showStart(QWidget *start);
    void showBook(const QString &name);
    bool isBookShown() const;

    void showPage(const QString &id);      // at its last place
    void go(const NavigationPlace &place); // and adds it to the history
    void goBack();
    void goForward();
    // A page moved to another place by itself, or its place has another name.
    void visit(const NavigationPlace &place);
    NavigationPlace place() const { return m_navigator.here(); }

    void togglePalette(const QString &text);

Q_SIGNALS:
    void placeChanged();
    void covered(int width); // so many pixels at the end of the page lie under the detail pane
    void rowChosen(const QString &page, const QString &row);
    void rowMenuWanted(const QString &page, const QString &row, const QPoint &global);
    void closing();

protected:
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void addCommands();
    void addEditCommands();
    void addGoCommands();
    void addPaletteCommand(const QString &id, const QString &text, const QString &shortcut,
                           const std::function<void()> &run);
    void addViewCommands();
    void addPageCommand(const Page &page);
    const Page *find(QStringView id) const;
    const Page *currentPage() const;
    QWidget *widgetOf(const QString &id); // makes it if needed
    void takeWidget(const Page &page);
    void orderFocus(QWidget &late);
    void showPlace(const Arrival &arrival);
    void showHere();
    void showShortcuts();
    void showBeside(const Page &page);
    void toggleDetail();
    SidePane::Way wayOfDetail() const;
    void rememberDetail(app::Visibility visibility);
    void moveFocusToNextPart();
    void openShortcutSheet();
    void restoreWindow();
    void fitFrame();
    void remember();

    app::Settings &m_settings;
    const Form m_form;
    app::Commands m_commands;
    app::PaletteSearch m_search;
    std::vector<Page> m_pages;
    Navigator m_navigator;
    QString m_bookName;
    QPoint m_shift;          // from where another window stands
    QSize m_ownSize;         // that the window was given here, before its frame was known
    bool m_isFitted = false; // with its frame
    QString m_besideOf;      // the page for which the detail pane was last shown or hidden

    CommandActions *m_actions = nullptr;
    QStackedWidget *m_whole = nullptr; // the start widget, or the pages
    QWidget *m_start = nullptr;
    QWidget *m_work = nullptr;
    TopBar *m_topBar = nullptr;
    Sidebar *m_sidebar = nullptr;
    QSplitter *m_splitter = nullptr;
    QStackedWidget *m_stack = nullptr;
    SidePane *m_side = nullptr;
    MessageBar *m_messages = nullptr;
    CommandPalette *m_palette = nullptr;
};

} // namespace headway::ui
