// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/recordwindow.h"

#include "domain/records/record.h"
#include "domain/rules/deals.h"
#include "domain/text/reftext.h"
#include "ui/pages/bookcontext.h"
#include "ui/record/detailpane.h"
#include "ui/shell/shell.h"
#include "ui/stages/closingcommands.h"
#include "ui/stages/dealmover.h"
#include "ui/windows/booksteps.h"
#include "ui/windows/leadcommands.h"
#include "ui/windows/recordfinder.h"
#include "ui/windows/whoworks.h"

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

const QString pageId = u"record"_s;

} // namespace

RecordWindow::RecordWindow(Shell &shell, const std::shared_ptr<app::Workspace> &workspace,
                           std::shared_ptr<app::Drafts> drafts, app::Settings &settings, Dialogs &dialogs,
                           EntityRef record, const QStringList &loginNames)
    : QObject(&shell), m_shell(shell), m_context(new BookContext({.workspace = workspace,
                                                                  .drafts = std::move(drafts),
                                                                  .settings = settings,
                                                                  .dialogs = dialogs,
                                                                  .commands = shell.commands(),
                                                                  .actions = shell.actions(),
                                                                  .display = {QLocale(), workspace->zone()}},
                                                                 this)),
      m_steps(new BookSteps(shell, *workspace, dialogs)),
      m_detail(new DetailPane(m_context->editors(), shell.commands())),
      m_mover(new DealMover(m_context->editors(), &shell)),
      m_finder(new RecordFinder(shell.paletteSearch(), *workspace, settings, m_context->display(),
                                {.show = [this](EntityRef chosen) { showRecord(chosen); },
                                 .logCall =
                                     [this](EntityRef chosen) {
                                         showRecord(chosen);
                                         m_detail->log(ActivityKind::Call);
                                     }},
                                this))
{
    shell.messages().writeAs(m_context->display());
    addPage();
    addDealCommands();
    const auto *leads = new LeadCommands(*m_context, m_shell, *m_detail, {}, this);
    connect(leads, &LeadCommands::failed, m_steps, &BookSteps::sayError);
    connect(leads, &LeadCommands::converted, this, &RecordWindow::showRecord);
    connect(m_detail, &DetailPane::failed, m_steps, &BookSteps::sayError);
    connect(m_detail, &DetailPane::undoRefused, m_steps, &BookSteps::sayRefusal);
    connect(m_detail, &DetailPane::opened, this, [this](EntityRef opened) { m_finder->remember(opened); });
    connect(m_detail, &DetailPane::shown, this, &RecordWindow::tellPlace);
    connect(m_detail, &DetailPane::shown, m_finder, &RecordFinder::noteShown);
    showRecord(record);
    m_shell.showBook(workspace->title());
    new WhoWorks(m_shell, *workspace, settings, loginNames);
}

RecordWindow::~RecordWindow() = default;

// Links are opened in this window, and Back returns.
void RecordWindow::addPage()
{
    m_detail->spreadWhenWide();
    m_shell.addPage({.id = pageId,
                     .iconName = u"window-new"_s,
                     .widget = m_detail,
                     .areas = app::Area::Detail,
                     .open =
                         [this](const NavigationPlace &place) {
                             m_detail->show(refNamed(place.inside).value_or(EntityRef()));
                         },
                     .beside = Page::Beside::Nothing});
    m_shell.commands().remove(u"record.new"); // this window creates no records
    m_shell.commands().remove(u"view.detail");
}

void RecordWindow::addDealCommands()
{
    connect(m_mover, &DealMover::failed, m_steps, &BookSteps::sayError);
    const auto anchor = [this] { return QRect(0, 0, m_detail->width(), 80); };
    m_detail->moveDealsBy(
        [this, anchor](const Record &deal, const Stage &to) { m_mover->move(as<Deal>(deal), to, anchor()); });
    const auto isOnDeal = [this] { return m_detail->deal() != nullptr; };
    for (app::Command &command :
         closingCommands(ClosingPlace::Elsewhere, isOnDeal, [this, anchor](StageType type) {
             const Deal deal = as<Deal>(*m_detail->deal());
             m_mover->close({deal.id}, {deal}, u'“' + deal.name + u'”', type, anchor());
         }))
        m_shell.commands().add(std::move(command));
}

void RecordWindow::showRecord(EntityRef record)
{
    m_finder->remember(record);
    m_detail->show(record);
    m_detail->setFocus(Qt::OtherFocusReason);
}

void RecordWindow::tellPlace()
{
    m_shell.visit({.page = pageId, .inside = refText(m_detail->record()), .trail = {m_detail->title()}});
}

} // namespace headway::ui
