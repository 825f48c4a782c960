// SPDX-License-Identifier: GPL-3.0-or-later
// Saving, arranging and finding views: the commands, the menu of a row in the sidebar, the last ten.
#include "ui/windows/bookviews.h"

#include "app/edits/viewedits.h"
#include "app/program/settings.h"
#include "app/text/capital.h"
#include "app/text/plaintip.h"
#include "ui/controls/menutext.h"
#include "ui/controls/sidebar.h"
#include "ui/pages/bookcontext.h"
#include "ui/pages/filterbar.h"
#include "ui/pages/viewform.h"
#include "ui/shell/shell.h"

#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

constexpr qsizetype mostRecent = 10;  // one for each digit
constexpr qsizetype longestName = 80; // of a view that is named after its filter

} // namespace

void BookViews::addCommands()
{
    const app::Areas pages = app::Area::List | app::Area::Board | app::Area::LeadBoard;
    m_commands.add({.id = u"view.save"_s,
                    .text = tr("&Save the view"),
                    .iconName = u"document-save"_s,
                    .shortcuts = {QKeySequence(u"Ctrl+S"_s)},
                    .areas = pages,
                    .menu = {tr("&View"), tr("&Saved views")},
                    .section = 40,
                    .isEnabled = [this] { return here() != nullptr; },
                    .run = [this] { save(); }});
    m_commands.add({.id = u"view.saveAs"_s,
                    .text = tr("Save as a &new view…"),
                    .iconName = u"document-save-as"_s,
                    .shortcuts = {QKeySequence(u"Ctrl+Shift+S"_s)},
                    .areas = pages,
                    .menu = {tr("&View"), tr("&Saved views")},
                    .section = 40,
                    .isEnabled = [this] { return here() != nullptr; },
                    .run = [this] { saveAs(); }});
    m_commands.add({.id = u"view.back"_s,
                    .text = tr("&Back to the view as it was saved"),
                    .iconName = u"edit-undo"_s,
                    .areas = pages,
                    .menu = {tr("&View"), tr("&Saved views")},
                    .section = 40,
                    .isEnabled = [this] { return here() && isChanged(here()->id); },
                    .run = [this] { backToView(); }});
    addArrangeCommands();
    m_commands.add({.id = u"view.recent"_s,
                    .text = tr("&Views used last…"),
                    .iconName = u"bookmarks"_s,
                    .shortcuts = {QKeySequence(u"Ctrl+0"_s)},
                    .menu = {tr("&Go")},
                    .section = 3,
                    .run = [this] { openRecent(); }});
}

void BookViews::addArrangeCommands()
{
    struct Arranging {
        QString id;
        QString text;
        QString icon;
        std::function<void(const SavedView &)> run;
        std::function<bool(const SavedView &)> isChecked = {};
    };
    const std::vector<Arranging> all{{u"view.rename"_s, tr("&Rename the view…"), u"edit-rename"_s,
                                      [this](const SavedView &view) { rename(view); }},
                                     {u"view.share"_s, tr("S&hare the view with everybody"),
                                      u"system-users"_s,
                                      [this](SavedView view) {
                                          const SavedView before = view;
                                          view.shared = !view.shared;
                                          change(before, view);
                                      },
                                      [](const SavedView &view) { return view.shared; }},
                                     {u"view.pin"_s, tr("&Keep the view in the sidebar"), u"window-pin"_s,
                                      [this](SavedView view) {
                                          const SavedView before = view;
                                          view.pinned = !view.pinned;
                                          change(before, view);
                                      },
                                      [](const SavedView &view) { return view.pinned; }},
                                     {u"view.up"_s, tr("Move the view &up"), u"go-up"_s,
                                      [this](const SavedView &view) { move(view, true); }},
                                     {u"view.down"_s, tr("Move the view &down"), u"go-down"_s,
                                      [this](const SavedView &view) { move(view, false); }},
                                     {u"view.delete"_s, tr("De&lete the view"), u"edit-delete"_s,
                                      [this](const SavedView &view) { remove(view); }}};
    for (const Arranging &each : all) {
        app::Command command{.id = each.id,
                             .text = each.text,
                             .iconName = each.icon,
                             .menu = {tr("&View"), tr("&Saved views")},
                             .section = 41,
                             .isEnabled = [this] { return viewHere() != nullptr; },
                             .run = [this, run = each.run] { run(SavedView(*viewHere())); }};
        if (each.isChecked)
            command.isChecked = [this, is = each.isChecked] { return viewHere() && is(*viewHere()); };
        m_commands.add(std::move(command));
    }
}

// So that the palette finds "View: Q4 New business".
void BookViews::addOpenCommands()
{
    const std::vector<SavedView> all = views();
    QStringList names;
    for (const SavedView &view : all)
        names += QString::number(view.id.value) + u' ' + view.name;
    if (names == m_opened)
        return;
    m_opened = names;
    m_openCommands.clear();
    for (const SavedView &view : all) {
        m_openCommands.add({.id = u"view.open.%1"_s.arg(view.id.value),
                            .text = tr("View: %1").arg(withoutMnemonic(view.name)),
                            .iconName = u"bookmarks"_s,
                            .run = [this, id = QString::number(view.id.value)] {
                                if (const auto now = viewNumbered(id))
                                    show(*now);
                            }});
    }
}

ViewForm *BookViews::formOn(Desk &desk)
{
    if (!desk.form)
        desk.form = new ViewForm(m_pageNamed(desk.id));
    return desk.form;
}

void BookViews::save()
{
    Desk *desk = here();
    if (!desk || !desk->view) {
        saveAs();
        return;
    }
    const Arrangement now = m_pageNamed(desk->id)->arrangement().value_or(Arrangement{});
    const SavedView before = *desk->view;
    const SavedView after = rearranged(before, desk->shown, now);
    if (after == before) {
        m_shell.messages().say(tr("The view is saved as it is."));
        return;
    }
    app::saveView(m_context.workspace(), this, before, after,
                  [this, id = desk->id, after, now](const Result<ChangeSet> &set) {
                      Desk &at = *deskOf(id);
                      if (!set) {
                          m_shell.messages().sayError(set.error());
                      } else if (at.view && at.view->id == after.id) {
                          at.view = after;
                          at.shown = now;
                          showState(at);
                          showRows();
                      }
                  });
}

void BookViews::saveAs()
{
    Desk *desk = here();
    if (!desk)
        return;
    BookPage *page = m_pageNamed(desk->id);
    const Arrangement now = page->arrangement().value_or(Arrangement{});
    SavedView view = desk->view ? rearranged(*desk->view, desk->shown, now) : SavedView();
    if (!desk->view) {
        view = rearranged(view, {}, now);
        const QString trail = page->bar() ? page->bar()->trail().join(u", "_s) : QString();
        view.name = app::withCapital(trail.left(longestName), m_context.display().locale());
    }
    view.id = {};
    view.version = 0;
    view.recordKind = desk->kind;
    view.place = desk->place;
    view.owner = m_context.workspace().user();
    view.shared = false;
    view.pinned = true;
    ViewForm *form = formOn(*desk);
    form->ask(tr("Save as a view"), tr("Save"), view, [this, form](const SavedView &chosen) {
        app::addView(m_context.workspace(), this, chosen, [this, form](const Result<ChangeSet> &set) {
            form->conclude(set ? QString() : m_shell.messages().words(set.error().text));
            if (!set)
                return;
            m_awaited = app::createdIn(*set, EntityKind::SavedView).id;
            refresh(); // it may be known by now
        });
    });
}

void BookViews::backToView()
{
    Desk *desk = here();
    const auto now = desk && desk->view ? viewNumbered(QString::number(desk->view->id.value)) : std::nullopt;
    if (!now)
        return;
    apply(*desk, *m_pageNamed(desk->id), *now);
    showState(*desk);
    showRows();
}

void BookViews::rename(const SavedView &view)
{
    Desk *desk = here();
    if (!desk)
        return;
    ViewForm *form = formOn(*desk);
    form->ask(tr("The view “%1”").arg(view.name.left(longestName)), tr("Save"), view,
              [this, form, view](const SavedView &chosen) {
                  if (chosen == view) {
                      form->conclude({});
                      return;
                  }
                  app::saveView(
                      m_context.workspace(), this, view, chosen, [this, form](const Result<ChangeSet> &set) {
                          form->conclude(set ? QString() : m_shell.messages().words(set.error().text));
                      });
              });
}

void BookViews::change(const SavedView &before, const SavedView &after)
{
    app::saveView(m_context.workspace(), this, before, after, [this](const Result<ChangeSet> &set) {
        if (!set)
            m_shell.messages().sayError(set.error());
    });
}

void BookViews::remove(const SavedView &view)
{
    app::deleteRecords(m_context.workspace(), this, {{EntityKind::SavedView, view.id.value}},
                       [this](const Result<ChangeSet> &set) {
                           if (!set)
                               m_shell.messages().sayError(set.error());
                       });
}

void BookViews::move(const SavedView &view, bool up)
{
    app::moveView(m_context.workspace(), this, view, up ? app::MoveDirection::Up : app::MoveDirection::Down,
                  [this](const Result<ChangeSet> &set) {
                      if (!set)
                          m_shell.messages().sayError(set.error());
                  });
}

// Of a row in the sidebar, which need not be the one that is shown.
void BookViews::openMenuOf(const SavedView &view, const QPoint &global)
{
    auto *menu = new QMenu(m_shell.sidebar());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(view.name);
    menu->addAction(tr("&Open"), this, [this, view] { show(view); });
    menu->addSeparator();
    menu->addAction(tr("&Rename…"), this, [this, view] {
        show(view);
        rename(view);
    });
    QAction *share = menu->addAction(tr("S&hare with everybody"), this, [this, view] {
        SavedView after = view;
        after.shared = !view.shared;
        change(view, after);
    });
    QAction *pin = menu->addAction(tr("&Keep in the sidebar"), this, [this, view] {
        SavedView after = view;
        after.pinned = !view.pinned;
        change(view, after);
    });
    share->setCheckable(true);
    share->setChecked(view.shared);
    pin->setCheckable(true);
    pin->setChecked(view.pinned);
    menu->addAction(tr("Move &up"), this, [this, view] { move(view, true); });
    menu->addAction(tr("Move &down"), this, [this, view] { move(view, false); });
    menu->addSeparator();
    menu->addAction(tr("&Delete"), this, [this, view] { remove(view); });
    menu->popup(global);
}

void BookViews::remember(const SavedView &view)
{
    const QString id = QString::number(view.id.value);
    QStringList kept = m_context.settings().value(app::setting::recentViews);
    kept.removeAll(id);
    kept.prepend(id);
    // One more, since the one that is shown is not offered.
    m_context.settings().change(app::setting::recentViews,
                                QStringList(kept.first(qMin(kept.size(), mostRecent + 1))));
}

// The views used last, each with a digit; those never used here fill up what is left.
void BookViews::openRecent()
{
    QStringList ids = m_context.settings().value(app::setting::recentViews);
    for (const SavedView &view : views())
        ids += QString::number(view.id.value);
    ids.removeDuplicates();
    if (const SavedView *shown = viewHere())
        ids.removeAll(QString::number(shown->id.value));
    auto *menu = new QMenu(&m_shell);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Views used last"));
    menu->setToolTipsVisible(true); // of names that are cut
    int digit = 0;
    for (const QString &id : ids) {
        const auto view = viewNumbered(id);
        if (!view || digit == mostRecent)
            continue;
        ++digit;
        // 10 is the key 0.
        const QString text =
            u"&%1   %2\t%3"_s.arg(QString::number(digit % 10), menuText(view->name, menu->fontMetrics()),
                                  m_context.display().kindPlural(view->recordKind));
        QAction *action = menu->addAction(text, this, [this, id] {
            if (const auto now = viewNumbered(id))
                show(*now);
        });
        action->setToolTip(app::plainTip(view->name));
    }
    if (digit == 0)
        menu->addAction(tr("No other views yet: filter a page, then save it as a view"))->setEnabled(false);
    else
        menu->setActiveAction(menu->actions().constFirst());
    QWidget *beside = m_shell.sidebar();
    menu->popup(beside->mapToGlobal(beside->rect().topRight()));
}

} // namespace headway::ui
