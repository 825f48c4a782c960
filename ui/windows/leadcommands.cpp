// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/leadcommands.h"

#include "app/leads/leadedits.h"
#include "domain/records/lead.h"
#include "domain/rules/conversion.h"
#include "ui/leads/bulkconversionpanel.h"
#include "ui/leads/conversionpanel.h"
#include "ui/leads/leadform.h"
#include "ui/pages/bookcontext.h"
#include "ui/pages/bookpage.h"
#include "ui/record/detailpane.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/shell.h"
#include "ui/windows/longwork.h"

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

constexpr size_t mostAtOnce = 20'000; // leads in one step: some minutes

} // namespace

LeadCommands::LeadCommands(BookContext &context, Shell &shell, const DetailPane &detail,
                           PageInSight pageInSight, QObject *parent)
    : QObject(parent), m_context(context), m_shell(shell), m_detail(detail),
      m_pageInSight(std::move(pageInSight)), m_panel(new ConversionPanel(context.editors(), &shell)),
      m_bulk(new BulkConversionPanel(context.editors(), &shell)),
      m_form(new LeadForm(context.editors(), &shell))
{
    connect(m_bulk, &BulkConversionPanel::lookWanted, this, &LeadCommands::look);
    connect(m_bulk, &BulkConversionPanel::cancelled, this, &LeadCommands::stopLooking);
    connect(m_bulk, &BulkConversionPanel::convertWanted, this, [this](const app::BulkConversion &wanted) {
        runConversion(tr("Converting"), wanted, nullptr,
                      [this](const Result<app::BulkConverted> &done) { sayHowItWent(done); });
    });
    connect(m_panel, &ConversionPanel::converted, this, &LeadCommands::converted);
    connect(m_panel, &ConversionPanel::failed, this, &LeadCommands::failed);
    add({.id = u"lead.convert"_s,
         .text = tr("Con&vert the lead…"),
         .iconName = u"go-next"_s,
         .shortcuts = {QKeySequence(u"Ctrl+Shift+U"_s)},
         .alsoCalled = {tr("Qualify"), tr("Make a deal of it")}},
        [this](const Lead &lead) { convert({lead.id}); });
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
    if (m_pageInSight)
        addPageCommand();
}

LeadCommands::~LeadCommands() = default;

void LeadCommands::addPageCommand()
{
    m_context.commands().add({.id = u"lead.convertPage"_s,
                              .text = tr("Convert these &leads…"),
                              .iconName = u"go-next"_s,
                              .shortcuts = {QKeySequence(u"Ctrl+Shift+Y"_s)},
                              .areas = app::Area::List | app::Area::LeadBoard,
                              .menu = {tr("&Record")},
                              .section = 25,
                              .isEnabled = [this] { return leadsInSight() != nullptr; },
                              .alsoCalled = {tr("Convert the selected leads"), tr("Bulk conversion")},
                              .whyNot = tr("Open a list of leads"),
                              .run = [this] { convertPage(); }});
}

void LeadCommands::convert(const std::vector<LeadId> &leads)
{
    if (leads.size() > mostAtOnce)
        Q_EMIT failed(
            {ErrorCode::Invalid,
             Sentence::tr("At most %1 leads are converted at once: narrow the list.").arg(qint64(mostAtOnce)),
             {}});
    else if (leads.size() == 1)
        m_panel->ask(leads.front());
    else if (!leads.empty())
        m_bulk->ask(leads);
}

const BookPage *LeadCommands::leadsInSight() const
{
    const BookPage *page = m_pageInSight();
    const std::optional<Query> listed = page ? page->listed() : std::nullopt;
    return listed && listed->kind == EntityKind::Lead ? page : nullptr;
}

// Those that are selected, else all that the list finds.
void LeadCommands::convertPage()
{
    const BookPage *page = leadsInSight();
    if (!page)
        return;
    std::vector<LeadId> chosen;
    for (const qint64 id : page->chosen())
        chosen.push_back({id});
    if (!chosen.empty()) {
        convert(chosen);
        return;
    }
    m_reading = app::readLeads(m_context.workspace(), this, *page->listed(),
                               [this](const Result<std::vector<LeadId>> &leads) {
                                   if (leads)
                                       convert(*leads);
                                   else
                                       Q_EMIT failed(leads.error());
                               });
}

// What is looked at is written and given up again: nobody should wait for one that nobody wants any more.
void LeadCommands::look(const app::BulkConversion &dryRun)
{
    stopLooking();
    m_look = std::make_shared<std::atomic_bool>(false);
    runConversion(tr("Looking who is there already"), dryRun, m_look,
                  [this](const Result<app::BulkConverted> &found) { m_bulk->show(found); });
}

void LeadCommands::stopLooking()
{
    if (m_look)
        *m_look = true;
    m_look = nullptr;
}

void LeadCommands::runConversion(const QString &text, const app::BulkConversion &wanted,
                                 const Stopped &stopped, std::function<void(Result<app::BulkConverted>)> then)
{
    const LongWork work =
        beginLongWork(m_shell.messages(), m_context.workspace(), text, qint64(wanted.leads.size()));
    const Progress progress = [report = work.report, stopped](qint64 done, qint64 all) {
        return !(stopped && *stopped) && (!report || report(done, all));
    };
    app::convertLeads(m_context.workspace(), this, wanted, progress,
                      [this, id = work.id, then = std::move(then)](const Result<app::BulkConverted> &done) {
                          m_shell.messages().endWork(id);
                          then(done);
                      });
}

// The step itself is said like any other; those that stay are told here.
void LeadCommands::sayHowItWent(const Result<app::BulkConverted> &converted)
{
    if (!converted) {
        if (converted.error().code != ErrorCode::Cancelled)
            Q_EMIT failed(converted.error());
        return;
    }
    for (const app::ConvertedLead &each : converted->leads) {
        if (!each.refusal.isEmpty()) {
            Q_EMIT failed({ErrorCode::Invalid, each.refusal, {}});
            return;
        }
    }
}

void LeadCommands::disqualify(const Lead &lead)
{
    m_form->ask({.way = LeadForm::Way::Disqualify, .what = quotedName(lead)},
                [this, id = lead.id](const LeadTransition &answer) {
                    app::disqualifyLead(m_context.workspace(), this, id, answer.reason, answer.note,
                                        [this, question = m_form->question()](const Result<ChangeSet> &set) {
                                            conclude(set, question);
                                        });
                });
}

void LeadCommands::putToSleep(const Lead &lead)
{
    m_form->ask({.way = LeadForm::Way::Sleep, .what = quotedName(lead), .nextStep = lead.nextStep},
                [this, id = lead.id](const LeadTransition &answer) {
                    app::putLeadToSleep(m_context.workspace(), this, id, answer.until, answer.step,
                                        [this, question = m_form->question()](const Result<ChangeSet> &set) {
                                            conclude(set, question);
                                        });
                });
}

QString LeadCommands::quotedName(const Lead &lead) const
{
    return m_context.display().quoted(lead.name);
}

// Meanwhile the form may ask about another lead: then the window says what was refused.
void LeadCommands::conclude(const Result<ChangeSet> &set, int question)
{
    if (question == m_form->question())
        m_form->conclude(set ? std::nullopt : std::optional(set.error()));
    else if (!set)
        Q_EMIT failed(set.error());
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
