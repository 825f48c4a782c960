// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that the detail pane adds to its window.
#include "app/commands/commands.h"
#include "ui/record/detailpane.h"
#include "ui/style/kindicons.h"

#include <QCoreApplication>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int section = 20; // in the menu, below the commands that create and open records

app::Areas wherever()
{
    return app::Area::List | app::Area::Board | app::Area::LeadBoard | app::Area::Detail | app::Area::Today;
}

QStringList recordMenu()
{
    return {QCoreApplication::translate("headway::ui::Shell", "&Record")};
}

} // namespace

void DetailPane::addLogCommand(ActivityKind kind, const QString &id, const QString &text,
                               const QString &shortcut)
{
    m_ownCommands.add({.id = id,
                       .text = text,
                       .iconName = iconOf(kind),
                       .shortcuts = {QKeySequence(shortcut)},
                       .areas = wherever(),
                       .menu = recordMenu(),
                       .section = section,
                       .isEnabled = [this] { return canLog(); },
                       .whyNot = tr("Choose a record first"),
                       .run = [this, kind] { log(kind); }});
}

void DetailPane::addHereCommand(EntityKind kind, const QString &id, const QString &text,
                                const QString &shortcut)
{
    m_ownCommands.add(
        {.id = id,
         .text = text,
         .iconName = iconOf(kind),
         .shortcuts = shortcut.isEmpty() ? QList<QKeySequence>() : QList{QKeySequence(shortcut)},
         .areas = wherever(),
         .menu = recordMenu(),
         .section = section - 1,
         .isEnabled = [this, kind] { return canCreateHere(kind); },
         .whyNot = tr("Choose a company or a contact first"),
         .run = [this, kind] { createHere(kind); }});
}

void DetailPane::addRelatedCommand(EntityKind kind, const QString &id, const QString &text)
{
    m_ownCommands.add({.id = id,
                       .text = text,
                       .iconName = u"list-add"_s,
                       .areas = wherever(),
                       .menu = recordMenu() + QStringList{tr("Add to &it")},
                       .section = section + 1,
                       .isEnabled = [this, kind] { return canAddRelated(kind); },
                       .run = [this, kind] { addRelated(kind); }});
}

void DetailPane::addCommands()
{
    addHereCommand(EntityKind::Contact, u"record.newContactHere"_s, tr("New con&tact here"),
                   u"Ctrl+Shift+K"_s);
    addHereCommand(EntityKind::Deal, u"record.newDealHere"_s, tr("New &deal here"), u"Ctrl+Shift+D"_s);
    addHereCommand(EntityKind::Lead, u"record.newLeadHere"_s, tr("New l&ead here"), {});
    addLogCommand(ActivityKind::Call, u"activity.logCall"_s, tr("Log a &call"), u"Ctrl+L"_s);
    addLogCommand(ActivityKind::Meeting, u"activity.logMeeting"_s, tr("Log a &meeting"), u"Ctrl+M"_s);
    addLogCommand(ActivityKind::Visit, u"activity.logVisit"_s, tr("Log a &visit"), u"Ctrl+Shift+V"_s);
    addLogCommand(ActivityKind::Note, u"activity.logNote"_s, tr("Write a &note"), u"Ctrl+Shift+T"_s);
    addLogCommand(ActivityKind::Task, u"activity.task"_s, tr("Add a &task"), u"Ctrl+T"_s);
    m_ownCommands.add({.id = u"activity.done"_s,
                       .text = tr("Mark as &done"),
                       .iconName = u"dialog-ok-apply"_s,
                       .shortcuts = {QKeySequence(u"Ctrl+D"_s)},
                       .areas = wherever(),
                       .menu = recordMenu(),
                       .section = section,
                       .isEnabled = [this] { return m_record.isLoaded() || m_aim; },
                       .whyNot = tr("Choose a record first"),
                       .run = [this] { completePlanned(); }});
    m_ownCommands.add({.id = u"record.copyNumber"_s,
                       .text = tr("C&opy the phone number"),
                       .iconName = u"edit-copy"_s,
                       .shortcuts = {QKeySequence(u"Ctrl+Shift+C"_s)},
                       .areas = wherever(),
                       .menu = recordMenu(),
                       .section = section,
                       .isEnabled = [this] { return hasNumber(); },
                       .run = [this] { copyNumber(); }});
    addRelatedCommand(EntityKind::ContactPoint, u"record.addPoint"_s, tr("Add a num&ber or e-mail address"));
    addRelatedCommand(EntityKind::TagLink, u"record.addTag"_s, tr("Add a ta&g"));
    addRelatedCommand(EntityKind::Address, u"record.addAddress"_s, tr("Add an add&ress"));
    addRelatedCommand(EntityKind::DealContact, u"record.addDealRole"_s, tr("Add a r&ole in a deal"));
    addRelatedCommand(EntityKind::Affiliation, u"record.addCompanyRole"_s, tr("Add a role at a com&pany"));
    m_ownCommands.add({.id = u"record.save"_s,
                       .text = tr("&Save what is typed"),
                       .iconName = u"document-save"_s,
                       .shortcuts = {QKeySequence(u"Ctrl+S"_s)},
                       .areas = app::Area::Detail,
                       .menu = recordMenu(),
                       .section = section + 2,
                       .run = [this] { save(); }});
}

} // namespace headway::ui
