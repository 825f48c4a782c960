// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/bookactions.h"

#include "app/edits/bulkedits.h"
#include "app/lists/printtable.h"
#include "domain/records/record.h"
#include "ui/controls/dialogs.h"
#include "ui/pages/bookcontext.h"
#include "ui/pages/bookpage.h"
#include "ui/print/printtablepainter.h"
#include "ui/record/detailpane.h"
#include "ui/shell/shell.h"
#include "ui/stages/closingcommands.h"
#include "ui/stages/dealmover.h"
#include "ui/transfer/importopener.h"
#include "ui/windows/filedrop.h"
#include "ui/windows/longwork.h"

#include <QPrinter>

#include <utility>

using namespace Qt::StringLiterals;

namespace headway::ui {

BookActions::BookActions(BookContext &context, Shell &shell, DetailPane &detail, PageInSight pageInSight)
    : m_context(context), m_shell(shell), m_detail(detail), m_pageInSight(std::move(pageInSight)),
      m_mover(new DealMover(context.editors(), &shell)),
      m_importer(new ImportOpener(context.workspace(), context.display(), context.dialogs(), shell))
{
    addImportCommand();
    addDealCommands();
    addDeleteCommand();
    addPrintCommand();
}

BookActions::~BookActions() = default;

void BookActions::addImportCommand()
{
    m_context.commands().add({.id = u"book.import"_s,
                              .text = tr("&Import files…"),
                              .iconName = u"document-import"_s,
                              .shortcuts = {QKeySequence(u"Ctrl+I"_s)},
                              .menu = {tr("&Book")},
                              .section = 10,
                              .alsoCalled = {tr("Bring my data")},
                              .run = [this] { importFile(); }});
    m_context.commands().add({.id = u"book.importFolder"_s,
                              .text = tr("Import a &folder of files…"),
                              .iconName = u"document-import"_s,
                              .menu = {tr("&Book")},
                              .section = 10,
                              .alsoCalled = {tr("Bring my data, a folder")},
                              .run = [this] { importFolder(); }});
    m_context.commands().add({.id = u"book.pasteTable"_s,
                              .text = tr("&Paste a table…"),
                              .iconName = u"edit-paste"_s,
                              .shortcuts = {QKeySequence(u"Ctrl+Shift+I"_s)},
                              .menu = {tr("&Book")},
                              .section = 10,
                              .alsoCalled = {tr("Import from the clipboard")},
                              .run = [this] { importPasted(); }});
    connect(m_importer, &ImportOpener::listWanted, this, &BookActions::listWanted);
    connect(new FileDrop(m_shell), &FileDrop::dropped, m_importer, &ImportOpener::open);
}

void BookActions::importFile()
{
    const QString known =
        tr("Tables and address books (*.csv *.tsv *.txt *.xlsx *.xlsm *.ods *.vcf *.vcard)");
    m_context.dialogs().chooseFiles(&m_shell,
                                    {.title = tr("Choose the files to import"),
                                     .purpose = u"import"_s,
                                     .nameFilters = {known, tr("All files (*)")}},
                                    [this](const QStringList &paths) { m_importer->open(paths); });
}

void BookActions::importFiles(const QStringList &paths)
{
    m_importer->open(paths);
}

void BookActions::importPasted()
{
    if (const auto path = m_pasted.take())
        m_importer->open({*path});
    else
        m_shell.messages().say(
            tr("There is no table to paste. Copy one in a spreadsheet program, with its column names."));
}

void BookActions::importFolder()
{
    m_context.dialogs().chooseFolder(
        &m_shell, {.title = tr("Choose the folder to import"), .purpose = u"import"_s, .nameFilters = {}},
        [this](const std::optional<QString> &path) {
            if (path)
                m_importer->open({*path});
        });
}

void BookActions::addDealCommands()
{
    connect(m_mover, &DealMover::failed, this, &BookActions::failed);
    m_detail.moveDealsBy(
        [this](const Record &deal, const Stage &to) { m_mover->move(as<Deal>(deal), to, anchor()); });
    for (app::Command &command : closingCommands(
             ClosingPlace::Elsewhere, [this] { return !closableDeals().empty(); },
             [this](StageType type) { closeDeals(type); }))
        m_context.commands().add(std::move(command));
}

// The deals named by the visible page, else the one in the detail pane.
std::vector<DealId> BookActions::closableDeals() const
{
    const BookPage *page = m_pageInSight();
    if (const auto deals = page ? page->dealsToClose() : std::nullopt)
        return *deals;
    const EntityRef shown = m_detail.record();
    const bool isDeal = shown.kind == EntityKind::Deal && shown.id;
    return isDeal ? std::vector<DealId>{{shown.id}} : std::vector<DealId>();
}

// As loaded by the detail pane or the visible page; null if neither has it yet.
const Record *BookActions::recordOf(DealId deal) const
{
    const Record *shown = m_detail.deal();
    if (shown && shown->ref.id == deal.value)
        return shown;
    const BookPage *page = m_pageInSight();
    return page ? page->record({EntityKind::Deal, deal.value}) : nullptr;
}

void BookActions::closeDeals(StageType type)
{
    const std::vector<DealId> deals = closableDeals();
    if (deals.empty())
        return;
    std::vector<Deal> known;
    for (const DealId deal : deals) {
        if (const Record *record = recordOf(deal))
            known.push_back(as<Deal>(*record));
    }
    // Not the name in the pane, which may show another one for a moment.
    const QString what = deals.size() == 1 && known.size() == 1
        ? u"“%1”"_s.arg(known.front().name)
        : m_context.display().counted(qint64(deals.size()), EntityKind::Deal);
    m_mover->close(deals, known, what, type, anchor());
}

// The top of the detail pane, in the window's coordinates.
QRect BookActions::anchor() const
{
    const QWidget &place = m_detail.isVisible() ? m_detail : static_cast<const QWidget &>(m_shell);
    return {place.mapTo(&m_shell, QPoint(0, 0)), QSize(place.width(), 80)};
}

void BookActions::addDeleteCommand()
{
    m_context.commands().add(
        {.id = u"record.delete"_s,
         .text = tr("&Delete"),
         .iconName = u"edit-delete"_s,
         .shortcuts = {QKeySequence(QKeySequence::Delete)},
         .areas = app::Area::List | app::Area::Board | app::Area::LeadBoard | app::Area::Today,
         .menu = {tr("&Record")},
         .section = 40,
         .isEnabled = [this] { return !deletableRecords().empty(); },
         .run = [this] { deleteRecords(); }});
}

std::vector<EntityRef> BookActions::deletableRecords() const
{
    const BookPage *page = m_pageInSight();
    return page ? page->deletable() : std::vector<EntityRef>();
}

void BookActions::deleteRecords()
{
    const std::vector<EntityRef> records = deletableRecords();
    if (records.empty())
        return;
    const auto count = qint64(records.size());
    const LongWork work =
        beginLongWork(m_shell.messages(), m_context.workspace(),
                      tr("Deleting %1").arg(m_context.display().counted(count, records.front().kind)), count);
    app::deleteRecords(m_context.workspace(), this, records, work.report,
                       [this, id = work.id](const Result<app::BulkReport> &report) {
                           m_shell.messages().endWork(id);
                           if (!report)
                               m_shell.messages().sayError(report.error());
                       });
}

void BookActions::addPrintCommand()
{
    m_context.commands().add({.id = u"page.print"_s,
                              .text = tr("&Print this page…"),
                              .iconName = u"document-print"_s,
                              .shortcuts = {QKeySequence(u"Ctrl+P"_s)},
                              .menu = {tr("&Book")},
                              .section = 10,
                              .isEnabled = [this] { return m_pageInSight() && m_pageInSight()->sheet(); },
                              .run = [this] { print(); }});
}

// Rows are read on another thread; the preview opens afterwards.
void BookActions::print()
{
    const app::Workspace &workspace = m_context.workspace();
    app::PrintRequest request = *m_pageInSight()->sheet();
    request.title =
        request.title.isEmpty() ? workspace.title() : workspace.title() + u" – "_s + request.title;
    request.viewer = workspace.viewer();
    request.today = workspace.today();
    request.lookups = workspace.lookups();
    m_paper =
        app::readPrintTable(m_context.workspace(), this, request, [this](Result<app::PrintTable> sheet) {
            if (!sheet) {
                m_shell.messages().sayError(sheet.error());
                return;
            }
            m_context.dialogs().preview(
                &m_shell, tr("Print %1").arg(sheet->title), PrintTablePainter::orientationFor(*sheet),
                [sheet = std::move(*sheet)](QPrinter &printer) { PrintTablePainter(sheet).paint(printer); });
        });
}

} // namespace headway::ui
