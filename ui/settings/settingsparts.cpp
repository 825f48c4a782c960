// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the settings, and the commands that open them.
#include "app/text/presentation.h"
#include "ui/pages/bookcontext.h"
#include "ui/settings/aboutform.h"
#include "ui/settings/booksettingsform.h"
#include "ui/settings/computersettings.h"
#include "ui/settings/keysettings.h"
#include "ui/settings/picklistsettings.h"
#include "ui/settings/settingspage.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace headway::ui {

void SettingsPage::addParts()
{
    const auto add = [this](const QString &part, const QString &name, const QString &icon, int section,
                            const auto &make) {
        addPart({.id = part, .name = name, .iconName = icon, .section = section, .make = make});
    };
    add(u"computer"_s, tr("This computer"), u"computer"_s, 0, [this](QWidget *parent) {
        return new ComputerSettings(m_context.settings(), m_context.display(), m_context.workspace().today(),
                                    parent);
    });
    add(u"keys"_s, tr("Keys"), u"input-keyboard"_s, 0, [this](QWidget *parent) {
        return new KeySettings(m_context.commands(), m_context.dialogs(), parent);
    });
    add(u"book"_s, tr("This book"), u"address-book-new"_s, 1, [this](QWidget *parent) {
        return new BookSettingsForm(m_context.workspace(), m_context.display().locale(), parent);
    });
    addLists();
    add(u"about"_s, tr("About Headway"), u"help-about"_s, 2, [this](QWidget *parent) {
        return new AboutForm(m_context.workspace(), m_context.settings(), m_context.stateFolder(), parent);
    });
}

// Each part has a command in the palette; About is also in the Help menu.
void SettingsPage::addCommands()
{
    for (const QString &part : parts()) {
        const QString name = nameOf(part);
        const bool isAbout = part == u"about"_s;
        m_ownCommands.add({.id = u"settings."_s + part,
                           .text = isAbout ? tr("&About Headway") : tr("Settings: %1").arg(name),
                           .iconName = isAbout ? u"help-about"_s : u"configure"_s,
                           .menu = isAbout ? QStringList{tr("&Help")} : QStringList(),
                           .section = 90,
                           .run = [this, part, name] { Q_EMIT placeWanted(part, {name}); }});
    }
}

void SettingsPage::addLists()
{
    const auto say = [](const char *text) { return QCoreApplication::translate("Presentation", text); };
    for (const app::Presentation &list : app::settingsLists()) {
        const PicklistSettings::Text text{say(list.title), say(list.purpose)};
        addPart({.id = QString::fromLatin1(list.settingsPart),
                 .name = text.title,
                 .iconName = QString::fromLatin1(list.iconName),
                 .section = 1,
                 .make = [this, kind = list.kind, text](QWidget *parent) {
                     return new PicklistSettings(kind, text, m_context.editors(), parent);
                 }});
    }
}

} // namespace headway::ui
