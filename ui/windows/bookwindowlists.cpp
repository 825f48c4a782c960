// SPDX-License-Identifier: GPL-3.0-or-later
// What BookWindow does with the records of a list: delete them, write them to a file, read more from one.
#include "ui/windows/bookwindow.h"

#include "app/edits/bulkedits.h"
#include "app/lists/copyrows.h"
#include "app/lists/listmodel.h"
#include "app/program/settings.h"
#include "app/workspace/handover.h"
#include "domain/records/record.h"
#include "transfer/export/exporter.h"
#include "ui/controls/prompts.h"
#include "ui/lists/listcolumns.h"
#include "ui/lists/listpage.h"
#include "ui/shell/shell.h"
#include "ui/transfer/importdialog.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QPointer>

#include <array>
#include <atomic>
#include <functional>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

constexpr qint64 worthTelling = 200; // records: less is done before one could read it

// The columns of a list as the exporter calls them: of a reference the name, which is what the list
// shows, and beside amounts their currency, without which they mean nothing.
QStringList exportNames(EntityKind kind, const std::vector<app::Column> &columns)
{
    QStringList names;
    bool hasMoney = false;
    for (const app::Column &column : columns) {
        const bool isField = column.field >= 0;
        const Kind shown = isField ? entityInfo(kind).field(column.field).kind : Kind::Text;
        names += shown == Kind::Reference ? column.id.chopped(3) : column.id;
        hasMoney |= shown == Kind::Money || column.computed == app::Computed::Weighted;
    }
    if (hasMoney && !names.contains(u"currency"_s))
        names += u"currency"_s;
    return names;
}

} // namespace

void BookWindow::addColumnCommands()
{
    struct ColumnCommand {
        QString id;
        QString text;
        QString icon;
        QString key;
        std::function<void(ListColumns &)> run;
    };
    const std::array all{
        ColumnCommand{u"list.columns"_s, tr("&Choose the columns…"), u"view-file-columns"_s,
                      u"Ctrl+Shift+C"_s, [](ListColumns &columns) { columns.openMenu(); }},
        ColumnCommand{u"list.columnLeft"_s, tr("Move this column to the &left"), u"go-previous"_s,
                      u"Ctrl+Shift+Left"_s,
                      [](ListColumns &columns) { columns.moveCurrent(ListColumns::Direction::Left); }},
        ColumnCommand{u"list.columnRight"_s, tr("Move this column to the &right"), u"go-next"_s,
                      u"Ctrl+Shift+Right"_s,
                      [](ListColumns &columns) { columns.moveCurrent(ListColumns::Direction::Right); }},
        ColumnCommand{u"list.columnWider"_s, tr("Make this column &wider"), u"zoom-in"_s,
                      u"Alt+Shift+Right"_s,
                      [](ListColumns &columns) { columns.resizeCurrent(ListColumns::Size::Wider); }},
        ColumnCommand{u"list.columnNarrower"_s, tr("Make this column &narrower"), u"zoom-out"_s,
                      u"Alt+Shift+Left"_s,
                      [](ListColumns &columns) { columns.resizeCurrent(ListColumns::Size::Narrower); }},
        ColumnCommand{u"list.standardColumns"_s,
                      tr("&Standard columns"),
                      u"edit-reset"_s,
                      {},
                      [](ListColumns &columns) { columns.showStandard(); }}};
    for (const ColumnCommand &each : all) {
        m_shell.commands().add(
            {.id = each.id,
             .text = each.text,
             .iconName = each.icon,
             .shortcuts = each.key.isEmpty() ? QList<QKeySequence>() : QList{QKeySequence(each.key)},
             .areas = app::Area::List,
             .menu = {tr("&View"), tr("&Columns")},
             .isEnabled = [this] { return currentList() != nullptr; },
             .run = [this, run = each.run] { run(currentList()->columns()); }});
    }
}

void BookWindow::addSelectionCommands()
{
    app::Commands &commands = m_shell.commands();
    const auto onRecord = [this] { return currentList() && !currentList()->selection().empty(); };
    commands.add({.id = u"list.editCell"_s,
                  .text = tr("&Edit this cell"),
                  .iconName = u"document-edit"_s,
                  .shortcuts = {QKeySequence(u"F2"_s)},
                  .areas = app::Area::List,
                  .menu = {tr("&Record")},
                  .isEnabled = onRecord,
                  .run = [this] { currentList()->editCell(); }});
    commands.add({.id = u"list.copy"_s,
                  .text = tr("&Copy the rows"),
                  .iconName = u"edit-copy"_s,
                  .shortcuts = {QKeySequence(QKeySequence::Copy)},
                  .areas = app::Area::List,
                  .menu = {tr("&Edit")},
                  .section = 10,
                  .isEnabled = onRecord,
                  .run = [this] { copySelection(); }});
    commands.add({.id = u"list.change"_s,
                  .text = tr("&Change all that are selected…"),
                  .iconName = u"document-multiple"_s,
                  .shortcuts = {QKeySequence(u"Ctrl+E"_s)},
                  .areas = app::Area::List,
                  .menu = {tr("&Record")},
                  .isEnabled = [this, onRecord] { return onRecord() && !m_isChanging; },
                  .run = [this] { currentList()->changeSelection(); }});
    commands.add({.id = u"record.delete"_s,
                  .text = tr("&Delete"),
                  .iconName = u"edit-delete"_s,
                  .shortcuts = {QKeySequence(QKeySequence::Delete)},
                  .areas = app::Area::List | app::Area::Today,
                  .menu = {tr("&Record")},
                  .isEnabled = [this] { return !selection().empty(); },
                  .run = [this] { deleteSelection(); }});
}

BookWindow::Work BookWindow::beginWork(const QString &text, qint64 size)
{
    if (size < worthTelling)
        return {};
    const auto cancelled = std::make_shared<std::atomic<bool>>(false);
    const QPointer<MessageBar> shownIn(&m_shell.messages());
    const int id = m_shell.messages().beginWork(text, [cancelled] { *cancelled = true; });
    // The workspace outlives its threads, which a window does not.
    return {id, [shownIn, id, cancelled, workspace = m_workspace.get()](qint64 done, qint64 all) {
                app::handOver(workspace, [shownIn, id, done, all] {
                    if (shownIn)
                        shownIn->showProgress(id, done, all);
                });
                return !*cancelled;
            }};
}

void BookWindow::changeRecords(ListPage &page, const app::BulkChange &change)
{
    const Work work =
        beginWork(tr("Changing %1").arg(m_display.counted(qint64(change.ids.size()), change.kind)),
                  qint64(change.ids.size()));
    m_isChanging = true;
    app::changeRecords(*m_workspace, this, change, work.report,
                       [this, id = work.id, alive = QPointer(&page)](const Result<app::BulkReport> &report) {
                           m_isChanging = false;
                           m_shell.messages().endWork(id);
                           if (alive)
                               alive->showReport(report);
                       });
}

void BookWindow::deleteSelection()
{
    const std::vector<EntityRef> records = selection();
    const Work work = beginWork(tr("Deleting %1 records").arg(m_display.number(qint64(records.size()))),
                                qint64(records.size()));
    app::deleteRecords(*m_workspace, this, records, work.report,
                       [this, id = work.id](const Result<app::BulkReport> &report) {
                           m_shell.messages().endWork(id);
                           if (!report)
                               m_shell.messages().sayError(report.error());
                       });
}

// As text for a mail, and as a table for a spreadsheet.
void BookWindow::copySelection()
{
    ListPage *list = currentList();
    app::CopyRequest request{.kind = list->kind(),
                             .columns = list->model().columns(),
                             .display = m_display,
                             .lookups = m_workspace->lookups()};
    for (const EntityRef &record : list->selection())
        request.ids.push_back(record.id);
    m_copy = m_workspace->read<app::CopiedRows>(
        this, [request](sql::Connection &connection) { return app::copyRows(connection, request); },
        [this, kind = request.kind](const Result<app::CopiedRows> &copied) {
            MessageBar &bar = m_shell.messages();
            if (!copied) {
                bar.sayError(copied.error());
                return;
            }
            auto *data = new QMimeData;
            data->setText(copied->tabbed);
            data->setData(u"text/csv"_s, copied->csv);
            QGuiApplication::clipboard()->setMimeData(data);
            bar.say(tr("Copied %1.").arg(m_display.counted(copied->rows, kind)));
        });
}

void BookWindow::importFile()
{
    m_prompts.chooseFile(
        &m_shell,
        {.title = tr("Which file shall be imported?"),
         .purpose = u"import"_s,
         .nameFilters = {tr("Tables (*.csv *.tsv *.txt)"), tr("All files (*)")}},
        [this](std::optional<QString> path) {
            if (path)
                (new ImportDialog(*m_workspace, m_display, m_prompts, *path, &m_shell))->open();
        });
}

void BookWindow::exportList(ListPage &list, const exchange::CsvDialect &dialect, app::ExportColumns columns)
{
    transfer::ExportRequest request{.query = list.model().query(), .viewer = m_workspace->viewer()};
    if (request.query.order.empty())
        request.query.order = defaultOrder(list.kind()); // as it is on the screen, not by number
    if (columns == app::ExportColumns::Shown)
        request.columns = exportNames(list.kind(), list.model().columns());
    const QString name = m_display.kindPlural(list.kind()) + u".csv"_s;
    m_prompts.chooseSaveFile(&m_shell,
                             {.title = tr("Export this list"),
                              .purpose = u"export"_s,
                              .nameFilters = {tr("CSV files (*.csv)")},
                              .suggestedName = name,
                              .defaultSuffix = u"csv"_s},
                             [this, request, dialect](std::optional<QString> path) {
                                 if (path)
                                     writeList(request, {*path, dialect});
                             });
}

void BookWindow::writeList(const transfer::ExportRequest &request, const transfer::TargetFile &file)
{
    const QString name = QFileInfo(file.path).fileName();
    const Work work = beginWork(tr("Exporting to %1").arg(name), worthTelling);
    m_export = m_workspace->read<transfer::ExportReport>(
        this,
        [request, file, progress = work.report](sql::Connection &connection) {
            return transfer::exportFile(connection, request, file, progress);
        },
        [this, id = work.id, name](Result<transfer::ExportReport> report) {
            MessageBar &messages = m_shell.messages();
            messages.endWork(id);
            if (!report)
                messages.sayError(report.error());
            else
                messages.say(report->rows == 1
                                 ? tr("1 row written to %1.").arg(name)
                                 : tr("%1 rows written to %2.").arg(m_display.number(report->rows), name));
        });
}

} // namespace headway::ui
