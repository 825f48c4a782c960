// SPDX-License-Identifier: GPL-3.0-or-later
// What BookWindow does with the records of a list: delete them, write them to a file, read more from one.
#include "ui/bookwindow.h"

#include "app/exporter.h"
#include "app/listmodel.h"
#include "ui/importdialog.h"
#include "ui/listcolumns.h"
#include "ui/listpage.h"
#include "ui/prompts.h"
#include "ui/shell.h"

#include <QFileInfo>
#include <QPointer>

#include <array>
#include <atomic>
#include <functional>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

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

void BookWindow::deleteSelection()
{
    m_workspace->deleteRecords(selection());
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

void BookWindow::exportList()
{
    ListPage *list = currentList();
    app::ExportRequest request{.query = list->model().query(), .viewer = m_workspace->viewer()};
    if (request.query.order.empty())
        request.query.order = defaultOrder(list->kind()); // as it is on the screen, not by number
    request.columns = exportNames(list->kind(), list->model().columns());
    const QString name = m_display.kindPlural(list->kind()) + u".csv"_s;
    m_prompts.chooseSaveFile(&m_shell,
                             {.title = tr("Export this list"),
                              .purpose = u"export"_s,
                              .nameFilters = {tr("CSV files (*.csv)")},
                              .suggestedName = name,
                              .defaultSuffix = u"csv"_s},
                             [this, request](std::optional<QString> path) {
                                 if (path)
                                     writeList(request, *path);
                             });
}

void BookWindow::writeList(const app::ExportRequest &request, const QString &path)
{
    MessageBar &bar = m_shell.messages();
    const auto cancelled = std::make_shared<std::atomic<bool>>(false);
    const MessageBar::WorkId work = bar.beginWork(tr("Exporting to %1").arg(QFileInfo(path).fileName()),
                                                  [cancelled] { *cancelled = true; });
    const QPointer<MessageBar> shownIn(&bar);
    const auto progress = [shownIn, work, cancelled, this](qint64 done, qint64 all) {
        QMetaObject::invokeMethod(this, [shownIn, work, done, all] {
            if (shownIn)
                shownIn->showProgress(work, done, all);
        });
        return !*cancelled;
    };
    m_export = m_workspace->read<app::ExportReport>(
        this,
        [request, path, progress](sql::Connection &connection) {
            return app::writeCsvFile(connection, request, path, progress);
        },
        [this, work, path](Result<app::ExportReport> report) {
            MessageBar &messages = m_shell.messages();
            messages.endWork(work);
            if (!report)
                messages.sayError(report.error());
            else
                messages.say(tr("%1 rows written to %2.").arg(m_display.number(report->rows), path));
        });
}

} // namespace headway::ui
