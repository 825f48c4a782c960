// SPDX-License-Identifier: GPL-3.0-or-later
// The settings page of a BookWindow: which parts it has, and what holds at once in this window.
#include "ui/bookwindow.h"

#include "app/entrytext.h"
#include "app/settings.h"
#include "ui/computersettings.h"
#include "ui/keysettings.h"
#include "ui/settingspage.h"
#include "ui/shell.h"

using namespace Qt::StringLiterals;

namespace headway::ui {

void BookWindow::addSettingsPage()
{
    const QString id = u"settings"_s;
    auto *page = m_settingsPage = new SettingsPage;
    page->addPart({u"general"_s, tr("General"), u"configure"_s, 0,
                   new ComputerSettings(m_settings, m_display, m_workspace->today(), page)});
    page->addPart({u"keys"_s, tr("Keys"), u"input-keyboard"_s, 0,
                   new KeySettings(m_shell.commands(), m_prompts, page)});
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
    followSettings();
}

void BookWindow::followSettings()
{
    const auto writeDays = [this] {
        const app::DateOrder chosen = m_settings.value(app::setting::dateOrder);
        m_display.writeDays(chosen == app::DateOrder::System
                                ? std::nullopt
                                : std::optional(app::dateOrderOf(chosen, m_display.locale())));
    };
    writeDays();
    connect(&m_settings, &app::Settings::changed, this, [this, writeDays](QLatin1StringView name) {
        if (name != app::setting::dateOrder.name)
            return;
        writeDays();
        m_workspace->readAgain();
    });
}

} // namespace headway::ui
