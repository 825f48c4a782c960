// SPDX-License-Identifier: GPL-3.0-or-later
// The settings page of a BookWindow: which parts it has, and what holds at once in this window.
#include "ui/windows/bookwindow.h"

#include "app/input/entrytext.h"
#include "app/program/settings.h"
#include "app/text/presentation.h"
#include "ui/record/detailpane.h"
#include "ui/settings/aboutform.h"
#include "ui/settings/booksettingsform.h"
#include "ui/settings/computersettings.h"
#include "ui/settings/entrysettings.h"
#include "ui/settings/keysettings.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/shell.h"

#include <QCoreApplication>

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
    const auto say = [](const char *text) { return QCoreApplication::translate("Presentation", text); };
    for (const app::Presentation &list : app::settingsLists()) {
        const EntrySettings::Text text{say(list.title), say(list.purpose)};
        page.addPart({.id = QString::fromLatin1(list.settingsPart),
                      .name = text.title,
                      .iconName = QString::fromLatin1(list.iconName),
                      .section = 1,
                      .make = [this, kind = list.kind, text](QWidget *parent) {
                          return new EntrySettings(kind, text, m_detail->surroundings(), parent);
                      }});
    }
}

} // namespace headway::ui
