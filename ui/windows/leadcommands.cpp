// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/leadcommands.h"

#include "app/leads/leadedits.h"
#include "domain/records/lead.h"
#include "domain/rules/conversion.h"
#include "ui/leads/conversionpanel.h"
#include "ui/leads/leadform.h"
#include "ui/pages/bookcontext.h"
#include "ui/record/detailpane.h"
#include "ui/shell/shell.h"

using namespace Qt::StringLiterals;

namespace headway::ui {

LeadCommands::LeadCommands(BookContext &context, Shell &shell, const DetailPane &detail, QObject *parent)
    : QObject(parent), m_context(context), m_detail(detail),
      m_panel(new ConversionPanel(context.editors(), &shell)), m_form(new LeadForm(context.editors(), &shell))
{
    connect(m_panel, &ConversionPanel::converted, this, &LeadCommands::converted);
    connect(m_panel, &ConversionPanel::failed, this, &LeadCommands::failed);
    add({.id = u"lead.convert"_s,
         .text = tr("Con&vert the lead…"),
         .iconName = u"go-next"_s,
         .shortcuts = {QKeySequence(u"Ctrl+Shift+U"_s)},
         .alsoCalled = {tr("Qualify"), tr("Make a deal of it")}},
        [this](const Lead &lead) { convert(lead.id); });
    add({.id = u"lead.disqualify"_s,
         .text = tr("Dis&qualify the lead…"),
         .iconName = u"edit-delete-remove"_s,
         .shortcuts = {QKeySequence(u"Ctrl+Shift+X"_s)},
         .alsoCalled = {tr("Give it up")}},
        [this](const Lead &lead) { disqualify(lead); });
    add({.id = u"lead.sleep"_s,
         .text = tr("Put the lead to s&leep…"),
         .iconName = u"media-playback-pause"_s,
         .shortcuts = {QKeySequence(u"Ctrl+Shift+B"_s)},
         .alsoCalled = {tr("Nurture"), tr("Wake it up on a day"), tr("Later")}},
        [this](const Lead &lead) { putToSleep(lead); });
}

LeadCommands::~LeadCommands() = default;

void LeadCommands::convert(LeadId lead)
{
    m_panel->ask(lead);
}

void LeadCommands::disqualify(const Lead &lead)
{
    m_form->ask({.way = LeadForm::Way::Disqualify, .what = quotedName(lead)},
                [this, id = lead.id](const LeadTransition &answer) {
                    app::disqualifyLead(m_context.workspace(), this, id, answer.reason, answer.note,
                                        [this](const Result<ChangeSet> &set) { conclude(set); });
                });
}

void LeadCommands::putToSleep(const Lead &lead)
{
    m_form->ask({.way = LeadForm::Way::Sleep, .what = quotedName(lead), .nextStep = lead.nextStep},
                [this, id = lead.id](const LeadTransition &answer) {
                    app::putLeadToSleep(m_context.workspace(), this, id, answer.until, answer.step,
                                        [this](const Result<ChangeSet> &set) { conclude(set); });
                });
}

QString LeadCommands::quotedName(const Lead &lead) const
{
    return m_context.display().quoted(lead.name);
}

void LeadCommands::conclude(const Result<ChangeSet> &set)
{
    m_form->conclude(set ? std::nullopt : std::optional(set.error()));
}

std::optional<Lead> LeadCommands::lead() const
{
    const Record *shown = m_detail.loaded(EntityKind::Lead);
    return shown && shown->ref.id ? std::optional(as<Lead>(*shown)) : std::nullopt;
}

void LeadCommands::add(app::Command command, const std::function<void(const Lead &)> &run)
{
    command.areas = app::Area::List | app::Area::LeadBoard | app::Area::Detail | app::Area::Today;
    command.menu = {tr("&Record")};
    command.section = 25; // below what is logged
    command.isEnabled = [this] {
        const auto chosen = lead();
        return chosen && checkUnconverted(*chosen);
    };
    command.whyNot = tr("Choose a lead that was not converted yet");
    command.run = [this, run] {
        if (const auto chosen = lead())
            run(*chosen);
    };
    m_context.commands().add(std::move(command));
}

} // namespace headway::ui
