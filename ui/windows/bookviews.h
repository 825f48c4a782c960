// SPDX-License-Identifier: GPL-3.0-or-later
// The saved views of a window: their rows under their pages in the sidebar, which view each page shows and
// whether it was changed since, saving, and the commands and keys for it all. A page knows no views; it tells
// and takes an arrangement. One for each window on a book; GUI thread; refusals are said in the message bar.
#pragma once

#include "app/commands/commands.h"
#include "app/workspace/workspace.h"
#include "domain/rules/views.h"
#include "ui/pages/bookpage.h"
#include "ui/shell/navigator.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <optional>
#include <vector>

class QMenu;

namespace headway::ui {

class BookContext;
class FlatButton;
class Shell;
class ViewForm;

class BookViews : public QObject
{
    Q_OBJECT
public:
    // A page as the window knows it; null: not made yet.
    using PageNamed = std::function<BookPage *(const QString &id)>;
    // Both outlive it.
    BookViews(Shell &shell, BookContext &context, PageNamed pageNamed);
    ~BookViews() override;

    // The window is about to have such a page; in the order of the sidebar.
    void addPage(const PageFace &face);
    void begin();                                   // the pages are there
    void follow(const QString &id, BookPage &page); // it was made
    // Shows a place of the page: as itself, or one of its views.
    void open(const QString &id, BookPage &page, const NavigationPlace &place);
    // Where the window is, now that the page is at this place.
    NavigationPlace placeOf(const QString &id, const QString &inside, const QStringList &trail) const;

    bool isChanged(const QString &id) const; // the view that the page shows, since it was saved

private:
    // A page and what it shows.
    struct Desk {
        QString id;
        EntityKind kind = EntityKind::Deal;
        ViewPlace place = ViewPlace::List;
        std::optional<SavedView> view =
            {};                       // as it was when it was last shown or saved; none: the page itself
        Arrangement shown = {};       // of the page then
        bool isChanged = false;       // whether the page was arranged since, as its button says
        Arrangement own = {};         // of the page before it showed a view
        FlatButton *button = nullptr; // null until the page is made
        ViewForm *form = nullptr;     // made on first use
    };

    Desk *deskOf(const QString &id);
    const Desk *deskOf(const QString &id) const;
    Desk *here(); // null: the page in sight has no views
    const SavedView *viewHere() const;
    std::vector<SavedView> views() const; // that the user sees
    std::vector<SavedView> viewsOn(const Desk &desk) const;
    std::optional<SavedView> viewNumbered(const QString &id) const;

    void addCommands();
    void addArrangeCommands();
    void addOpenCommands();
    void refresh();
    void catchUp(Desk &desk);
    void showRows();
    void showState(Desk &desk);
    void press(const Desk &desk); // its button
    void apply(Desk &desk, BookPage &page, const SavedView &view);
    void leave(Desk &desk);

    void show(const SavedView &view);
    void remember(const SavedView &view);
    void save();
    void saveAs();
    void backToView();
    void rename(const SavedView &view);
    void change(const SavedView &before, const SavedView &after);
    void remove(const SavedView &view);
    void move(const SavedView &view, bool up);
    ViewForm *formOn(Desk &desk);
    void openMenuOf(const SavedView &view, const QPoint &global);
    void openRecent();

    Shell &m_shell;
    BookContext &m_context;
    PageNamed m_pageNamed;
    std::vector<Desk> m_desks;
    app::OwnCommands m_commands;
    app::OwnCommands m_openCommands; // "View: Q4 New business"
    QStringList m_opened;            // the names of the latter, as they were added
    qint64 m_awaited = 0;            // a view just added, to be shown once it is known here; 0: none
    bool m_isOpening = false;
};

} // namespace headway::ui
