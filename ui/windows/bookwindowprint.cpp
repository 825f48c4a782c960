// SPDX-License-Identifier: GPL-3.0-or-later
// What of a BookWindow goes on paper.
#include "ui/windows/bookwindow.h"

#include "app/lists/listmodel.h"
#include "app/lists/sheet.h"
#include "ui/board/boardpage.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/prompts.h"
#include "ui/lists/filterbar.h"
#include "ui/lists/listpage.h"
#include "ui/print/sheetpainter.h"
#include "ui/shell/shell.h"

#include <QPrinter>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

// What one takes along to a meeting about the board.
std::vector<app::Column> boardColumns()
{
    return app::columnsNamed(EntityKind::Deal,
                             {u"name"_s, u"company_id"_s, u"amount"_s, u"probability"_s, u"expected_close"_s,
                              u"owner_id"_s, u"next_step"_s});
}

} // namespace

void BookWindow::addPrintCommand()
{
    m_shell.commands().add(
        {.id = u"page.print"_s,
         .text = tr("&Print this page…"),
         .iconName = u"document-print"_s,
         .shortcuts = {QKeySequence(u"Ctrl+P"_s)},
         .menu = {tr("&Book")},
         .section = 10,
         .isEnabled = [this] { return currentList() || m_shell.place().page == u"board"_s; },
         .run = [this] { print(); }});
}

// Read on another thread; the preview opens when it is there.
void BookWindow::print()
{
    app::SheetRequest request{.title = m_workspace->title(),
                              .viewer = m_workspace->viewer(),
                              .today = m_workspace->today(),
                              .display = m_display,
                              .lookups = m_workspace->lookups()};
    PipelineId pipeline;
    if (ListPage *list = currentList()) {
        request.title += u" – "_s + m_display.kindPlural(list->kind());
        request.filter = list->filterBar().text();
        request.summary = list->summary();
        request.query = list->model().query();
        if (request.query.order.empty())
            request.query.order = defaultOrder(list->kind());
        request.columns = list->model().columns();
    } else {
        pipeline = m_board->board().pipeline();
        const Pipeline *known = request.lookups.pipeline(pipeline);
        request.title += known ? u" – "_s + known->name : QString();
        request.filter = m_shell.place().inside;
        request.summary = m_board->summary();
        request.query.filter = m_board->board().filter();
        request.columns = boardColumns();
    }
    m_paper = m_workspace->read<app::Sheet>(
        this,
        [request, pipeline](sql::Connection &connection) {
            return pipeline ? app::boardSheet(connection, request, pipeline)
                            : app::listSheet(connection, request);
        },
        [this](Result<app::Sheet> sheet) {
            if (!sheet) {
                m_shell.messages().sayError(sheet.error());
                return;
            }
            m_prompts.preview(
                &m_shell, tr("Print %1").arg(sheet->title),
                [sheet = std::move(*sheet)](QPrinter &printer) { SheetPainter(sheet).paint(printer); });
        });
}

} // namespace headway::ui
