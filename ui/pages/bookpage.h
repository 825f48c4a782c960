// SPDX-License-Identifier: GPL-3.0-or-later
// A page of a window that shows a book, as the window sees it: how it is called, where one is in it, what is
// selected, what goes on paper. To add one: a class of its own with `static PageFace face(const BookContext &)`
// and a constructor that takes a BookContext, and one line in BookWindow::addPages(). GUI thread; what fails
// is told by failed().
#pragma once

#include "app/commands/commands.h"
#include "app/lists/printtable.h"
#include "domain/records/activity.h"
#include "domain/records/record.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace headway::ui {

// What is known of a page before it is made.
struct PageFace {
    enum class Section { Work, Records, Past, Program }; // of the sidebar, from top to bottom
    enum class Beside { Detail, Nothing };               // what stands at its right
    // Most people open a few pages on a day; the others cost nothing.
    enum class Made { WhenShown, AtOnce };

    QString id; // in settings and places, so it stays
    QString title;
    QString iconName;
    app::Areas areas = {}; // which commands work while the focus is in it
    Section section = Section::Work;
    QString shortcut = {}; // empty: Ctrl+1 … 9 by its place
    Beside beside = Beside::Detail;
    Made made = Made::WhenShown;
    std::optional<EntityKind> creates = {}; // Ctrl+N
    std::optional<EntityKind> records = {}; // where records of this kind are looked up
    std::optional<app::Command> way = {};   // one more command that leads here, without its `run`
};

class BookPage : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    ~BookPage() override;

    // Where one is in the page, as it told with placed(). Empty or unknown: the first place.
    virtual void showPlace(const QString &inside);
    // Places worth a picture; an empty one is the first.
    virtual QStringList picturedPlaces() const;
    virtual void chooseFirst(); // so that a picture shows something chosen

    // What the details are about when the page comes up; id 0: what they showed before.
    virtual EntityRef current() const;
    // The planned activity that "Mark as done" means, if it is what the current row stands for.
    virtual std::optional<Activity> planned() const;
    // What is selected and goes by “Delete”, in its order; none where Del means something else.
    virtual std::vector<EntityRef> deletable() const;
    // The deals that are to be won or lost together. Nothing: the one in the details; none: the page has
    // commands of its own for that.
    virtual std::optional<std::vector<DealId>> dealsToClose() const;
    // As the page has it; null if it does not.
    virtual const Record *record(EntityRef record) const;
    virtual void select(EntityRef record); // as soon as it is there

    // What goes on paper, but for what is the same on each (viewer, day, names); nothing: it is not printed.
    virtual std::optional<app::PrintRequest> sheet() const;

Q_SIGNALS:
    void selected(const headway::EntityRef &record); // for the details; id 0: nothing is
    void opened(const headway::EntityRef &record);   // to be read or worked on
    // One is somewhere else in it now; `trail` is what stands behind the page's name.
    void placed(const QString &inside, const QStringList &trail);
    void placeWanted(const QString &inside,
                     const QStringList &trail);                       // the page itself is to be shown, there
    void listWanted(headway::EntityKind kind, const QString &filter); // records as a list
    void counted(qint64 count);                                       // the number beside its name
    void failed(const headway::Error &error);
};

} // namespace headway::ui
