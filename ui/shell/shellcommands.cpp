// SPDX-License-Identifier: GPL-3.0-or-later
// The shell's own commands, which every window has.
#include "ui/shell/shell.h"

#include "app/program/settings.h"
#include "ui/commands/commandpalette.h"
#include "ui/commands/shortcutsheet.h"
#include "ui/shell/manualwindow.h"

#include <QApplication>

#include <algorithm>

namespace headway::ui {

using namespace Qt::StringLiterals;
using app::Area;
using app::Look;

void Shell::addCommands()
{
    m_commands.add({.id = u"record.new"_s,
                    .text = tr("&New"),
                    .iconName = u"list-add"_s,
                    .shortcuts = {QKeySequence(u"Ctrl+N"_s)},
                    .menu = {tr("&Record")},
                    .isEnabled = [this] { return currentPage() && currentPage()->create; },
                    .run = [this] { currentPage()->create(); }});
    addEditCommands();
    addViewCommands();
    addGoCommands();
    m_commands.add({.id = u"help.manual"_s,
                    .text = tr("&Manual"),
                    .iconName = u"help-contents"_s,
                    .shortcuts = {QKeySequence(QKeySequence::HelpContents)},
                    .menu = {tr("&Help")},
                    .run = [this] { (new ManualWindow(this))->show(); }});
    m_commands.add({.id = u"help.shortcuts"_s,
                    .text = tr("&Keyboard shortcuts"),
                    .iconName = u"input-keyboard"_s,
                    .shortcuts = {QKeySequence(u"?"_s)},
                    .menu = {tr("&Help")},
                    .run = [this] { openShortcutSheet(); }});
    m_commands.add({.id = u"window.close"_s,
                    .text = tr("&Close the window"), // no icon: those of this and Quit are alarming
                    .shortcuts = {QKeySequence(u"Ctrl+W"_s)},
                    .menu = {tr("&Book")},
                    .section = 90,
                    .run = [this] { close(); }});
    m_commands.add({.id = u"program.quit"_s,
                    .text = tr("&Quit"),
                    .shortcuts = {QKeySequence(u"Ctrl+Q"_s)},
                    .menu = {tr("&Book")},
                    .section = 90,
                    .run = [] { QApplication::closeAllWindows(); }});
}

void Shell::addPaletteCommand(const QString &id, const QString &text, const QString &shortcut,
                              const std::function<void()> &run)
{
    m_commands.add({.id = id,
                    .text = text,
                    .shortcuts = {QKeySequence(shortcut)},
                    .areas = Area::Palette,
                    .isEnabled = [this] { return m_palette->isOpen(); },
                    .run = run});
}

void Shell::addGoCommands()
{
    m_commands.add({.id = u"palette.open"_s,
                    .text = tr("&Search or type a command"),
                    .iconName = u"search"_s,
                    .shortcuts = {QKeySequence(u"Ctrl+K"_s)},
                    .menu = {tr("&Go")},
                    .run = [this] { togglePalette({}); }});
    m_commands.add({.id = u"palette.commands"_s,
                    .text = tr("Find a &command"),
                    .iconName = u"quickopen"_s,
                    .shortcuts = {QKeySequence(u"Ctrl+Shift+P"_s)},
                    .menu = {tr("&Go")},
                    .run = [this] { togglePalette(u">"_s); }});
    addPaletteCommand(u"palette.nextGroup"_s, tr("Next group of what was found"), u"Tab"_s,
                      [this] { m_palette->moveToGroup(1); });
    addPaletteCommand(u"palette.previousGroup"_s, tr("Previous group of what was found"), u"Shift+Tab"_s,
                      [this] { m_palette->moveToGroup(-1); });
    addPaletteCommand(u"palette.openInWindow"_s, tr("Open what was found in a window of its own"),
                      u"Shift+Return"_s, [this] { m_palette->act(CommandPalette::Deed::OpenInWindow); });
    addPaletteCommand(u"palette.logCall"_s, tr("Log a call with what was found"), u"Ctrl+Return"_s,
                      [this] { m_palette->act(CommandPalette::Deed::LogCall); });
    m_commands.add({.id = u"go.back"_s,
                    .text = tr("&Back"),
                    .iconName = u"go-previous"_s,
                    .shortcuts = {QKeySequence(u"Alt+Left"_s)},
                    .menu = {tr("&Go")},
                    .section = 1,
                    .isEnabled = [this] { return isBookShown() && m_navigator.canGoBack(); },
                    .run = [this] { goBack(); }});
    m_commands.add({.id = u"go.forward"_s,
                    .text = tr("&Forward"),
                    .iconName = u"go-next"_s,
                    .shortcuts = {QKeySequence(u"Alt+Right"_s)},
                    .menu = {tr("&Go")},
                    .section = 1,
                    .isEnabled = [this] { return isBookShown() && m_navigator.canGoForward(); },
                    .run = [this] { goForward(); }});
    m_commands.add({.id = u"go.nextPart"_s,
                    .text = tr("&Next part of the window"),
                    .shortcuts = {QKeySequence(u"F6"_s)},
                    .menu = {tr("&Go")},
                    .section = 1,
                    .isEnabled = [this] { return isBookShown(); },
                    .run = [this] { moveFocusToNextPart(); }});
}

void Shell::addViewCommands()
{
    m_commands.add({.id = u"view.detail"_s,
                    .text = tr("&Detail pane"),
                    .iconName = u"view-split-left-right"_s,
                    .shortcuts = {QKeySequence(u"F4"_s)},
                    .menu = {tr("&View")},
                    .isEnabled = [this] { return isBookShown() && m_side->pane(); },
                    .isChecked = [this] { return isDetailShown(); },
                    .run = [this] { toggleDetail(); }});
    m_commands.add({.id = u"view.message"_s,
                    .text = tr("&Message in full"),
                    .iconName = u"dialog-information"_s,
                    .shortcuts = {QKeySequence(u"Ctrl+J"_s)},
                    .menu = {tr("&View")},
                    .section = 70,
                    .isEnabled = [this] { return !m_messages->message().isEmpty(); },
                    .isChecked = [this] { return m_messages->isWhole(); },
                    .run = [this] { m_messages->toggleWhole(); }});
    struct Choice {
        Look look;
        QString id;
        QString text;
    };
    for (const Choice &choice : {Choice{Look::System, u"view.look.system"_s, tr("As the &system")},
                                 Choice{Look::Light, u"view.look.light"_s, tr("&Light")},
                                 Choice{Look::Dark, u"view.look.dark"_s, tr("&Dark")}}) {
        m_commands.add(
            {.id = choice.id,
             .text = choice.text,
             .menu = {tr("&View"), tr("&Look")},
             .section = 80,
             .isChecked = [this, look = choice.look] { return m_settings.value(app::setting::look) == look; },
             .run = [this, look = choice.look] { m_settings.change(app::setting::look, look); }});
    }
}

void Shell::addPageCommand(const Page &page)
{
    const auto number = std::count_if(m_pages.begin(), m_pages.end(), [](const Page &each) {
        return each.shortcut.isEmpty(); // the page was just added, too
    });
    QList<QKeySequence> shortcuts;
    if (!page.shortcut.isEmpty())
        shortcuts += QKeySequence(page.shortcut);
    else if (number <= 9)
        shortcuts += QKeySequence(u"Ctrl+%1"_s.arg(number));
    m_commands.add({.id = u"page."_s + page.id,
                    .text = page.name,
                    .iconName = page.iconName,
                    .shortcuts = shortcuts,
                    .menu = {tr("&Go")},
                    .section = 2,
                    .isEnabled = [this] { return isBookShown(); },
                    .run = [this, id = page.id] { showPage(id); }});
}

void Shell::openShortcutSheet()
{
    const Page *page = currentPage();
    (new ShortcutSheet(m_commands, page ? page->areas : app::Areas(Area::Global), this))->show();
}

} // namespace headway::ui
