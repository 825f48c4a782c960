// SPDX-License-Identifier: GPL-3.0-or-later
// A page of a window on a book, as the window sees it: its name, the place within it, what is selected, what
// is printed. To add one: a class with `static PageFace face(const BookContext &)` and a constructor that
// takes a BookContext, and one line in BookWindow::addPages(). GUI thread; errors are emitted by failed().
#pragma once

#include "app/commands/commands.h"
#include "app/lists/printtable.h"
#include "domain/query/filter.h"
#include "domain/records/activity.h"
#include "domain/records/record.h"
#include "domain/rules/views.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace headway::ui {

class FilterBar;

// What is known of a page before it is created.
struct PageFace {
    enum class Section { Work, Records, Past, Program }; // of the sidebar, from top to bottom
    // What is shown at its right: the detail pane; the pane only when it is asked for, over the page where the
    // window is not wide enough for both; nothing.
    enum class Beside { Detail, WhenAsked, Nothing };
    // WhenShown saves the cost of pages that are not opened: most people use a few each day.
    enum class Made { WhenShown, AtOnce };

    QString id; // kept in settings and places, so it must not change
    QString title;
    QString iconName;
    app::Areas areas = {}; // which commands work while the focus is in it
    Section section = Section::Work;
    QString shortcut = {}; // empty: Ctrl+1 … 9 by its position
    Beside beside = Beside::Detail;
    Made made = Made::WhenShown;
    std::optional<EntityKind> creates = {}; // Ctrl+N
    std::optional<EntityKind> records = {}; // the page that lists records of this kind
    std::optional<ViewPlace> views = {};  // it can be saved as a view of this place; with `creates`, its kind
    std::optional<app::Command> way = {}; // one more command that opens this page, without its `run`
};

class BookPage : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    ~BookPage() override;

    // Begins to read what it shows, if it has not begun; called before it is in sight by who knows that it will be.
    virtual void begin();
    // Shows a place within the page, as emitted by placed(). Empty or unknown: the first place.
    virtual void showPlace(const QString &inside);
    // Places to take screenshots of; an empty one is the first.
    virtual QStringList picturedPlaces() const;
    virtual void chooseFirst(); // so that a screenshot shows a selection

    // The record for the detail pane when the page is shown; id 0: the pane does not change.
    virtual EntityRef current() const;
    // The planned activity that "Mark as done" means, if the current row is one.
    virtual std::optional<Activity> planned() const;
    // What “Delete” removes, in the page's order; empty where Del has another meaning.
    virtual std::vector<EntityRef> deletable() const;
    // The deals to be won or lost together. Nullopt: the one in the detail pane; empty: the page has its own
    // commands.
    virtual std::optional<std::vector<DealId>> dealsToClose() const;
    // What a list shows, in its order; nullopt: the page is none.
    virtual std::optional<Query> listed() const;
    // What of the list is meant, in its order: several that are selected, or all of it if it is divided into groups, of
    // which the order of the query knows nothing. Empty: all that listed() finds. Costs as much as there are of them.
    virtual std::vector<qint64> chosen() const;
    // As loaded by the page; null if it is not.
    virtual const Record *record(EntityRef record) const;
    virtual void select(EntityRef record); // as soon as it is loaded
    // So many pixels at its end lie under the details: what is chosen stays in sight beside them.
    virtual void showCovered(int width);
    // What a new record made here begins with.
    virtual Row presetOf(EntityKind kind) const;

    // What it shows and how, to be saved as a view and shown again; nullopt: the page has no views. What a
    // page cannot show any more it says in its bar, and leaves out.
    enum class Whose { Own, View }; // own columns are remembered on this computer
    virtual std::optional<Arrangement> arrangement() const;
    virtual void arrange(const Arrangement &arrangement, Whose whose);
    // The line that narrows what the page shows, where the tools of views stand, too; null: it has none.
    virtual FilterBar *bar() const;

    // What is printed, without what all sheets share (viewer, day, names); nullopt: no printing.
    virtual std::optional<app::PrintRequest> sheet() const;

Q_SIGNALS:
    void selected(const headway::EntityRef &record);                      // for the detail pane; id 0: none
    void opened(const headway::EntityRef &record);                        // to be shown in full
    void addWanted(headway::EntityKind kind, const headway::Row &preset); // a form for a new record
    void callWanted(const headway::EntityRef &record);                    // to be logged in the details
    void convertWanted(const std::vector<headway::LeadId> &leads);        // what they become is to be asked
    void doneWanted(const headway::EntityRef &record); // the planned activity itself, or the next step
    // The page moved to another place; `trail` is shown after the page's name.
    void placed(const QString &inside, const QStringList &trail);
    void arranged(); // by the user: arrangement() differs
    void placeWanted(const QString &inside,
                     const QStringList &trail);                       // show the page at this place
    void listWanted(headway::EntityKind kind, const QString &filter); // records as a list
    void counted(qint64 count);                                       // the number next to its name
    void failed(const headway::Error &error);
};

} // namespace headway::ui
