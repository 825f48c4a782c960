// SPDX-License-Identifier: GPL-3.0-or-later
// The settings page of a BookWindow: which parts it has, and what holds at once in this window.
#include "ui/windows/bookwindow.h"

#include "app/input/entrytext.h"
#include "app/program/settings.h"
#include "ui/record/detailpane.h"
#include "ui/settings/aboutform.h"
#include "ui/settings/booksettingsform.h"
#include "ui/settings/computersettings.h"
#include "ui/settings/entrysettings.h"
#include "ui/settings/keysettings.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/shell.h"

using namespace Qt::StringLiterals;

namespace headway::ui {

void BookWindow::addSettingsPage()
{
    const QString id = u"settings"_s;
    auto *page = m_settingsPage = new SettingsPage;
    const auto addPart = [page](const QString &part, const QString &name, const QString &icon, int section,
                                const auto &make) {
        page->addPart({.id = part, .name = name, .iconName = icon, .section = section, .make = make});
    };
    addPart(u"computer"_s, tr("This computer"), u"computer"_s, 0, [this](QWidget *parent) {
        return new ComputerSettings(m_settings, m_display, m_workspace->today(), parent);
    });
    addPart(u"keys"_s, tr("Keys"), u"input-keyboard"_s, 0,
            [this](QWidget *parent) { return new KeySettings(m_shell.commands(), m_prompts, parent); });
    addPart(u"book"_s, tr("This book"), u"address-book-new"_s, 1, [this](QWidget *parent) {
        return new BookSettingsForm(*m_workspace, m_display.locale(), parent);
    });
    addLists(*page);
    addPart(u"about"_s, tr("About Headway"), u"help-about"_s, 2, [this](QWidget *parent) {
        return new AboutForm(*m_workspace, m_settings, m_computer.stateFolder, parent);
    });
    m_shell.addPage({.id = id,
                     .name = tr("Settings"),
                     .iconName = u"configure"_s,
                     .widget = page,
                     .section = 3,
                     .open = [page](const QString &part) { page->show(part); },
                     .shortcut = u"Ctrl+,"_s,
                     .beside = Page::Beside::Nothing});
    connect(page, &SettingsPage::shown, this, [this, id, page](const QString &part) {
        // The first is where one comes to without a word, and must be the same place.
        const QString inside = part == page->parts().constFirst() ? QString() : part;
        m_shell.visit({.page = id, .inside = inside, .trail = {page->nameOf(part)}});
    });
    addPartCommands();
    app::followDateOrder(m_settings, m_display, *m_workspace, this);
}

// Each part has its entry in the palette; the one about the program stands where people look for it.
void BookWindow::addPartCommands()
{
    for (const QString &part : m_settingsPage->parts()) {
        const QString name = m_settingsPage->nameOf(part);
        const bool isAbout = part == u"about"_s;
        m_shell.commands().add(
            {.id = u"settings."_s + part,
             .text = isAbout ? tr("&About Headway") : tr("Settings: %1").arg(name),
             .iconName = isAbout ? u"help-about"_s : u"configure"_s,
             .menu = isAbout ? QStringList{tr("&Help")} : QStringList(),
             .section = 90,
             .isEnabled = [this] { return m_shell.isBookShown(); },
             .run = [this, part,
                     name] { m_shell.go({.page = u"settings"_s, .inside = part, .trail = {name}}); }});
    }
}

void BookWindow::addLists(SettingsPage &page)
{
    struct List {
        EntityKind kind;
        QString id;
        QString icon;
        EntrySettings::Text text;
    };
    for (const List &list :
         {List{EntityKind::User,
               u"users"_s,
               u"system-users"_s,
               {tr("Users"),
                tr("Who works in this book. Who has left is made inactive and keeps their past.")}},
          List{EntityKind::Team,
               u"teams"_s,
               u"group"_s,
               {tr("Teams"), tr("Who works together, and who leads them.")}},
          List{EntityKind::Pipeline,
               u"pipelines"_s,
               u"view-calendar-workweek"_s,
               {tr("Pipelines"), tr("The ways to a sale, each with its stages in the order of the board.")}},
          List{EntityKind::Outcome,
               u"outcomes"_s,
               u"call-start"_s,
               {tr("Outcomes"), tr("How calls and talks end, in the order of the digits that choose them.")}},
          List{EntityKind::LostReason,
               u"reasons"_s,
               u"dialog-cancel"_s,
               {tr("Lost reasons"), tr("Why deals are lost, in the order of the digits that choose them.")}},
          List{EntityKind::Source,
               u"sources"_s,
               u"view-media-playlist"_s,
               {tr("Sources"), tr("Where leads, contacts, companies and deals come from.")}},
          List{
              EntityKind::Tag, u"tags"_s, u"tag"_s, {tr("Tags"), tr("Words that records are marked with.")}}})
        page.addPart({.id = list.id,
                      .name = list.text.title,
                      .iconName = list.icon,
                      .section = 1,
                      .make = [this, kind = list.kind, text = list.text](QWidget *parent) {
                          return new EntrySettings(kind, text, m_detail->surroundings(), parent);
                      }});
}

} // namespace headway::ui
