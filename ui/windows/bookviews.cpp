// SPDX-License-Identifier: GPL-3.0-or-later
// Which view each page shows; the commands are in bookviewcommands.cpp.
#include "ui/windows/bookviews.h"

#include "app/edits/viewedits.h"
#include "app/program/settings.h"
#include "app/text/filterwords.h"
#include "domain/query/filterdays.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/sidebar.h"
#include "ui/pages/bookcontext.h"
#include "ui/pages/filterbar.h"
#include "ui/pages/viewform.h"
#include "ui/shell/shell.h"

#include <QMenu>
#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway::ui {

BookViews::BookViews(Shell &shell, BookContext &context, PageNamed pageNamed)
    : QObject(&shell), m_shell(shell), m_context(context), m_pageNamed(std::move(pageNamed)),
      m_commands(context.commands()), m_openCommands(context.commands())
{
    addCommands();
    connect(&context.workspace(), &app::Workspace::lookupsChanged, this, &BookViews::refresh);
    connect(&context.workspace(), &app::Workspace::userChanged, this, &BookViews::refresh);
    connect(&shell, &Shell::rowChosen, this, [this](const QString &, const QString &row) {
        if (const auto view = viewNumbered(row))
            show(*view);
    });
    connect(&shell, &Shell::rowMenuWanted, this,
            [this](const QString &, const QString &row, const QPoint &global) {
                if (const auto view = viewNumbered(row))
                    openMenuOf(*view, global);
            });
}

BookViews::~BookViews() = default;

void BookViews::addPage(const PageFace &face)
{
    if (!face.views || !face.creates)
        return;
    m_desks.push_back({.id = face.id, .kind = *face.creates, .place = *face.views});
}

void BookViews::begin()
{
    refresh();
}

void BookViews::follow(const QString &id, BookPage &page)
{
    Desk *desk = deskOf(id);
    if (!desk || !page.bar())
        return;
    desk->button = new FlatButton(FlatButton::Kind::Quiet);
    page.bar()->addTool(desk->button);
    connect(desk->button, &FlatButton::clicked, this, [this, id] { press(*deskOf(id)); });
    connect(&page, &BookPage::arranged, this, [this, id] {
        if (!m_isOpening) {
            showState(*deskOf(id));
            showRows();
        }
    });
    showState(*desk);
}

void BookViews::press(const Desk &desk)
{
    if (!desk.view) {
        saveAs();
        return;
    }
    auto *menu = new QMenu(desk.button);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(desk.view->name);
    for (const QStringView id : {u"view.save", u"view.saveAs", u"view.back", u"view.rename", u"view.share",
                                 u"view.pin", u"view.delete"}) {
        const app::Command &command = *m_context.commands().find(id);
        QAction *action =
            menu->addAction(command.text, this, [this, run = command.id] { m_context.commands().run(run); });
        action->setEnabled(app::isEnabled(command));
        action->setCheckable(bool(command.isChecked));
        action->setChecked(app::isChecked(command));
        if (id == u"view.back")
            menu->addSeparator();
    }
    menu->popup(desk.button->mapToGlobal(desk.button->rect().bottomLeft()));
}

BookViews::Desk *BookViews::deskOf(const QString &id)
{
    const auto found =
        std::find_if(m_desks.begin(), m_desks.end(), [&id](const Desk &desk) { return desk.id == id; });
    return found == m_desks.end() ? nullptr : &*found;
}

const BookViews::Desk *BookViews::deskOf(const QString &id) const
{
    return const_cast<BookViews *>(this)->deskOf(id);
}

BookViews::Desk *BookViews::here()
{
    Desk *desk = deskOf(m_shell.place().page);
    return desk && m_pageNamed(desk->id) ? desk : nullptr;
}

const SavedView *BookViews::viewHere() const
{
    const Desk *desk = deskOf(m_shell.place().page);
    return desk && desk->view ? &*desk->view : nullptr;
}

std::vector<SavedView> BookViews::views() const
{
    return viewsFor(m_context.workspace().lookups().views, m_context.workspace().user());
}

std::vector<SavedView> BookViews::viewsOn(const Desk &desk) const
{
    std::vector<SavedView> on = views();
    std::erase_if(on, [&desk](const SavedView &view) {
        return view.recordKind != desk.kind || view.place != desk.place;
    });
    return on;
}

std::optional<SavedView> BookViews::viewNumbered(const QString &id) const
{
    for (const SavedView &view : views()) {
        if (QString::number(view.id.value) == id)
            return view;
    }
    return {};
}

NavigationPlace BookViews::placeOf(const QString &id, const QString &inside, const QStringList &trail) const
{
    const Desk *desk = deskOf(id);
    if (!desk || !desk->view)
        return {.page = id, .inside = inside, .trail = trail};
    return {.page = id,
            .inside = inside,
            .trail = {desk->view->name},
            .row = QString::number(desk->view->id.value)};
}

bool BookViews::isChanged(const QString &id) const
{
    const Desk *desk = deskOf(id);
    const BookPage *page = m_pageNamed(id);
    return desk && desk->view && page && page->arrangement() != desk->shown;
}

void BookViews::open(const QString &id, BookPage &page, const NavigationPlace &place)
{
    Desk *desk = deskOf(id);
    if (!desk) {
        page.showPlace(place.inside);
        return;
    }
    {
        const QScopedValueRollback opening(m_isOpening, true);
        const auto view = place.row.isEmpty() ? std::nullopt : viewNumbered(place.row);
        const bool isSame = desk->view && view && desk->view->id == view->id;
        if (!view && desk->view) {
            desk->own.filter = place.inside;
            leave(*desk);
        } else if (!view) {
            page.showPlace(place.inside);
        } else if (!isSame) {
            apply(*desk, page, *view);
        }
        if (view && page.arrangement().value_or(Arrangement{}).filter != place.inside)
            page.showPlace(place.inside); // as it was when one went away from here
    }
    showState(*desk);
    showRows();
}

// The page shows the view as it is saved.
void BookViews::apply(Desk &desk, BookPage &page, const SavedView &view)
{
    if (!desk.view)
        desk.own = page.arrangement().value_or(Arrangement{});
    desk.view = view;
    page.arrange(arrangementOf(view), BookPage::Whose::View);
    desk.shown = page.arrangement().value_or(Arrangement{});
}

// The page shows itself again.
void BookViews::leave(Desk &desk)
{
    desk.view.reset();
    if (BookPage *page = m_pageNamed(desk.id))
        page->arrange(desk.own, BookPage::Whose::Own);
}

void BookViews::refresh()
{
    addOpenCommands();
    for (Desk &desk : m_desks) {
        if (desk.view)
            catchUp(desk);
        showState(desk);
    }
    showRows();
    if (const auto added = m_awaited ? viewNumbered(QString::number(m_awaited)) : std::nullopt) {
        m_awaited = 0;
        show(*added);
    }
}

// Somebody renamed, changed or deleted the view that the page shows. What is changed here and not saved stays,
// and expects what it was made from, so that saving it tells who was faster.
void BookViews::catchUp(Desk &desk)
{
    BookPage *page = m_pageNamed(desk.id);
    const auto now = viewNumbered(QString::number(desk.view->id.value));
    if (!page)
        return;
    const QScopedValueRollback opening(m_isOpening, true);
    if (!now) {
        // What is shown stays, now as a filter without a name.
        const Arrangement left = page->arrangement().value_or(Arrangement{});
        desk.own.filter = left.filter;
        desk.own.pipeline = left.pipeline;
        leave(desk);
        m_shell.visit(placeOf(desk.id, left.filter, page->bar() ? page->bar()->trail() : QStringList()));
        return;
    }
    if (!desk.isChanged) // a stage was renamed: what the page shows is the same, and called otherwise
        desk.shown = page->arrangement().value_or(Arrangement{});
    const bool isRearranged = arrangementOf(*now) != arrangementOf(*desk.view);
    if (isRearranged && !isChanged(desk.id)) {
        apply(desk, *page, *now);
    } else {
        SavedView known = *now;
        if (isRearranged)
            known = rearranged(known, arrangementOf(*now), arrangementOf(*desk.view));
        desk.view = known;
    }
    m_shell.visit(placeOf(desk.id, page->arrangement().value_or(Arrangement{}).filter, {}));
}

void BookViews::showRows()
{
    for (const Desk &desk : m_desks) {
        std::vector<SidebarRow> rows;
        for (const SavedView &view : viewsOn(desk)) {
            const bool isHere = desk.view && desk.view->id == view.id;
            if (view.pinned || isHere) // the one that is shown can be seen to be so
                rows.push_back({QString::number(view.id.value), view.name, isHere && isChanged(desk.id)});
        }
        m_shell.showRows(desk.id, rows);
    }
}

// The button in the page's bar: a bookmark, or that the view was changed.
void BookViews::showState(Desk &desk)
{
    desk.isChanged = isChanged(desk.id);
    if (!desk.button)
        return;
    const bool isOther = desk.isChanged;
    desk.button->showIcon(isOther ? QString() : desk.view ? u"bookmarks"_s : u"bookmark-new"_s);
    desk.button->setText(isOther ? u"●  "_s + tr("Changed") : QString());
    const QString text = isOther ? tr("This view was changed: save it, or go back to it")
        : desk.view              ? tr("This view")
                                 : tr("Save as a view");
    desk.button->setAccessibleName(text);
    const QString key = m_context.commands().shortcutText(u"view.save");
    desk.button->setToolTip(key.isEmpty() ? text : tr("%1 (%2)", "what, key").arg(text, key));
}

void BookViews::show(const SavedView &view)
{
    const auto desk = std::find_if(m_desks.begin(), m_desks.end(), [&view](const Desk &each) {
        return each.kind == view.recordKind && each.place == view.place;
    });
    if (desk == m_desks.end())
        return;
    remember(view);
    const bool isShown = desk->view && desk->view->id == view.id;
    const BookPage *page = m_pageNamed(desk->id);
    const auto kept = isShown && page ? page->arrangement() : std::nullopt;
    const app::Workspace &workspace = m_context.workspace();
    m_shell.go({.page = desk->id,
                .inside = kept ? kept->filter // what is changed and not saved stays
                               : keptFilterText(view.recordKind, view.filter, workspace.calendar(),
                                                workspace.lookups().customFields),
                .trail = {view.name},
                .row = QString::number(view.id.value)});
}

} // namespace headway::ui
