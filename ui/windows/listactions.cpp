// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/listactions.h"

#include "app/edits/bulkedits.h"
#include "app/lists/copyrows.h"
#include "app/lists/exportnames.h"
#include "app/lists/listmodel.h"
#include "app/transfer/exportrecords.h"
#include "transfer/export/exporter.h"
#include "ui/controls/dialogs.h"
#include "ui/lists/listcolumns.h"
#include "ui/lists/listgroups.h"
#include "ui/lists/listpage.h"
#include "ui/pages/bookcontext.h"
#include "ui/pages/filterbar.h"
#include "ui/shell/messagebar.h"
#include "ui/windows/longwork.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QPointer>

#include <array>
#include <functional>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

struct FileKind {
    QString ending = {};
    QString filter = {}; // of the dialog that asks for the file
};

FileKind kindOf(transfer::FileFormat format)
{
    using transfer::FileFormat;
    switch (format) {
    case FileFormat::Csv: break;
    case FileFormat::Xlsx: return {u"xlsx"_s, ListActions::tr("Workbooks (*.xlsx)")};
    case FileFormat::VCard: return {u"vcf"_s, ListActions::tr("Address books (*.vcf *.vcard)")};
    }
    return {u"csv"_s, ListActions::tr("CSV files (*.csv)")};
}

} // namespace

ListActions::ListActions(BookContext &context, MessageBar &messages, PageInSight pageInSight, QWidget &window)
    : m_context(context), m_messages(messages), m_pageInSight(std::move(pageInSight)), m_window(window)
{
    addPageCommands();
    addSelectionCommands();
    addColumnCommands();
    addGroupCommands();
}

ListActions::~ListActions() = default;

void ListActions::follow(BookPage &page)
{
    auto *list = qobject_cast<ListPage *>(&page);
    if (!list)
        return;
    connect(list, &ListPage::exportWanted, this,
            [this, list](const transfer::TargetFile &file, app::ExportColumns columns,
                         transfer::ExportPurpose purpose) { exportList(*list, file, columns, purpose); });
    connect(list, &ListPage::copied, this,
            [this](const QString &text) { m_messages.say(tr("Copied: %1").arg(text)); });
    connect(list, &ListPage::changeWanted, this,
            [this, list](const app::BulkChange &change) { changeRecords(*list, change); });
}

ListPage *ListActions::currentList() const
{
    return qobject_cast<ListPage *>(m_pageInSight());
}

void ListActions::addPageCommands()
{
    app::Commands &commands = m_context.commands();
    const auto onList = [this] { return currentList() != nullptr; };
    const auto filter = [this] {
        const BookPage *page = m_pageInSight();
        return page ? page->bar() : nullptr;
    };
    commands.add({.id = u"list.filter"_s,
                  .text = tr("&Filter this page"),
                  .iconName = u"view-filter"_s,
                  .shortcuts = {QKeySequence(u"/"_s)},
                  .areas = app::Area::List | app::Area::Board | app::Area::LeadBoard,
                  .menu = {tr("&View")},
                  .isEnabled = [filter] { return filter() != nullptr; },
                  .run = [filter] { filter()->takeFocus(); }});
    commands.add({.id = u"list.clearFilter"_s,
                  .text = tr("C&lear the filter"),
                  .iconName = u"edit-clear"_s,
                  .areas = app::Area::List | app::Area::Board | app::Area::LeadBoard,
                  .menu = {tr("&View")},
                  .isEnabled = [filter] { return filter() && !filter()->text().isEmpty(); },
                  .run =
                      [this, filter] {
                          filter()->setText({});
                          m_pageInSight()->setFocus();
                      }});
    commands.add({.id = u"list.export"_s,
                  .text = tr("&Export this list as CSV…"),
                  .iconName = u"document-export"_s,
                  .shortcuts = {QKeySequence(u"Ctrl+Shift+E"_s)},
                  .menu = {tr("&Book")},
                  .section = 10,
                  .isEnabled = onList,
                  .run = [this] { currentList()->askHowToExport(); }});
}

void ListActions::addColumnCommands()
{
    struct ColumnCommand {
        QString id;
        QString text;
        QString icon;
        QString key;
        std::function<void(ListColumns &)> run;
    };
    const std::array all{
        ColumnCommand{u"list.columns"_s, tr("&Choose the columns…"), u"object-columns"_s, u"Ctrl+Shift+O"_s,
                      [](ListColumns &columns) { columns.openMenu(); }},
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
        m_context.commands().add(
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

void ListActions::addGroupCommands()
{
    app::Commands &commands = m_context.commands();
    const QStringList menu{tr("&View"), tr("&Groups")};
    const auto isGrouped = [this] { return currentList() && currentList()->groups().hasGroups(); };
    commands.add({.id = u"list.group"_s,
                  .text = tr("&Group by this column"),
                  .iconName = u"view-list-tree"_s,
                  .shortcuts = {QKeySequence(u"Ctrl+G"_s)},
                  .areas = app::Area::List,
                  .menu = menu,
                  .isEnabled = [this] { return currentList() != nullptr; },
                  .run = [this] { currentList()->groups().toggle(); }});
    commands.add(
        {.id = u"list.groupByQuarter"_s,
         .text = tr("Group by the &quarters of this column"),
         .iconName = u"view-calendar"_s,
         .areas = app::Area::List,
         .menu = menu,
         .isEnabled = [this] { return currentList() && currentList()->groups().canGroupByQuarters(); },
         .run = [this] { currentList()->groups().toggleQuarters(); }});
    commands.add({.id = u"list.foldAll"_s,
                  .text = tr("&Fold all groups"),
                  .iconName = u"go-parent-folder"_s,
                  .shortcuts = {QKeySequence(u"Ctrl+Left"_s)},
                  .areas = app::Area::List,
                  .menu = menu,
                  .isEnabled = isGrouped,
                  .run = [this] { currentList()->groups().foldAll(true); }});
    commands.add({.id = u"list.unfoldAll"_s,
                  .text = tr("&Unfold all groups"),
                  .iconName = u"go-down"_s,
                  .shortcuts = {QKeySequence(u"Ctrl+Right"_s)},
                  .areas = app::Area::List,
                  .menu = menu,
                  .isEnabled = isGrouped,
                  .run = [this] { currentList()->groups().foldAll(false); }});
}

void ListActions::addSelectionCommands()
{
    app::Commands &commands = m_context.commands();
    const auto onRecord = [this] { return currentList() && !currentList()->selection().empty(); };
    commands.add({.id = u"list.editCell"_s,
                  .text = tr("&Edit this cell"),
                  .iconName = u"document-edit"_s,
                  .shortcuts = {QKeySequence(u"F2"_s)},
                  .areas = app::Area::List,
                  .menu = {tr("&Record")},
                  .section = 40,
                  .isEnabled = onRecord,
                  .run = [this] { currentList()->editCell(); }});
    commands.add({.id = u"list.copy"_s,
                  .text = tr("&Copy the rows"),
                  .iconName = u"edit-copy"_s,
                  .areas = app::Area::List, // the key is that of "Copy"
                  .menu = {tr("&Edit")},
                  .section = 10,
                  .isEnabled = onRecord,
                  .run = [this] { copySelection(); }});
    commands.add({.id = u"list.copySums"_s,
                  .text = tr("Copy the &sums of the rows"),
                  .iconName = u"edit-copy"_s,
                  .areas = app::Area::List,
                  .menu = {tr("&Edit")},
                  .section = 10,
                  .isEnabled = [this] { return currentList() != nullptr; },
                  .run = [this] { currentList()->copySums(); }});
    commands.add({.id = u"list.change"_s,
                  .text = tr("&Change all that are selected…"),
                  .iconName = u"document-multiple"_s,
                  .shortcuts = {QKeySequence(u"Ctrl+E"_s)},
                  .areas = app::Area::List,
                  .menu = {tr("&Record")},
                  .section = 40,
                  .isEnabled = [this, onRecord] { return onRecord() && !m_isChanging; },
                  .run = [this] { currentList()->changeSelection(); }});
}

LongWork ListActions::begin(const QString &text, qint64 size)
{
    return beginLongWork(m_messages, m_context.workspace(), text, size);
}

void ListActions::changeRecords(ListPage &page, const app::BulkChange &change)
{
    const LongWork work =
        begin(tr("Changing %1").arg(m_context.display().counted(qint64(change.ids.size()), change.kind)),
              qint64(change.ids.size()));
    m_isChanging = true;
    app::changeRecords(m_context.workspace(), this, change, work.report,
                       [this, id = work.id, alive = QPointer(&page)](const Result<app::BulkReport> &report) {
                           m_isChanging = false;
                           m_messages.endWork(id);
                           if (alive)
                               alive->showReport(report);
                       });
}

// As text for e-mails, and as a table for spreadsheets.
void ListActions::copySelection()
{
    ListPage *list = currentList();
    app::CopyRequest request{.kind = list->kind(),
                             .columns = list->model().columns(),
                             .display = m_context.display(),
                             .lookups = m_context.workspace().lookups()};
    for (const EntityRef &record : list->selection())
        request.ids.push_back(record.id);
    m_copy = app::copyRows(m_context.workspace(), this, request,
                           [this, kind = request.kind](const Result<app::CopiedRows> &copied) {
                               MessageBar &bar = m_messages;
                               if (!copied) {
                                   bar.sayError(copied.error());
                                   return;
                               }
                               auto *data = new QMimeData;
                               data->setText(copied->tabbed);
                               data->setData(u"text/csv"_s, copied->csv);
                               QGuiApplication::clipboard()->setMimeData(data);
                               bar.say(tr("Copied %1.").arg(m_context.display().counted(copied->rows, kind)));
                           });
}

void ListActions::exportList(ListPage &list, const transfer::TargetFile &file, app::ExportColumns columns,
                             transfer::ExportPurpose purpose)
{
    transfer::ExportRequest request{.query = list.model().shownQuery(), // the order on the screen, not by id
                                    .viewer = m_context.workspace().viewer(),
                                    .grouping = list.model().grouping(),
                                    .firstMonth = m_context.workspace().calendar().firstMonth,
                                    .today = m_context.workspace().today(),
                                    .purpose = purpose};
    if (request.grouping == groupingByDue(list.kind()) && list.model().query().order.empty())
        request.grouping.reset(); // the order is that of the groups, and is written as it is read
    if (columns == app::ExportColumns::Shown)
        request.columns = app::exportNames(list.kind(), list.model().columns());
    const QString name = m_context.display().kindPlural(list.kind());
    const FileKind written = kindOf(file.format);
    m_context.dialogs().chooseSaveFile(&m_window,
                                       {.title = tr("Export this list"),
                                        .purpose = u"export"_s,
                                        .nameFilters = {written.filter},
                                        .suggestedName = QString(name + u'.' + written.ending),
                                        .defaultSuffix = written.ending},
                                       [this, request, file, name](const std::optional<QString> &path) {
                                           if (!path)
                                               return;
                                           transfer::TargetFile target = file;
                                           target.path = *path;
                                           target.sheet = name;
                                           // A name that was typed counts: nothing opens a CSV file that is called a workbook.
                                           target.format =
                                               transfer::formatCalled(*path).value_or(file.format);
                                           writeList(request, target);
                                       });
}

QString ListActions::exportText(const transfer::ExportReport &report, const QString &name) const
{
    const app::Display &display = m_context.display();
    const QString rows = report.rows == 1
        ? tr("1 row written to %1.").arg(name)
        : tr("%1 rows written to %2.").arg(display.number(report.rows), name);
    QStringList sentences{rows};
    if (report.unwilling > 0)
        sentences += report.unwilling == 1
            ? tr("1 is left out who does not want it.")
            : tr("%1 are left out who do not want it.").arg(display.number(report.unwilling));
    if (report.shortened > 0)
        sentences += report.shortened == 1
            ? tr("1 text of more than 32,767 characters was shortened; CSV has all of it.")
            : tr("%1 texts of more than 32,767 characters were shortened; CSV has all of them.")
                  .arg(display.number(report.shortened));
    return sentences.join(u' ');
}

void ListActions::writeList(const transfer::ExportRequest &request, const transfer::TargetFile &file)
{
    const QString name = QFileInfo(file.path).fileName();
    const LongWork work = begin(tr("Exporting to %1").arg(name), worthTelling);
    m_export = app::exportRecords(m_context.workspace(), this, request, file, work.report,
                                  [this, id = work.id, name](Result<transfer::ExportReport> report) {
                                      MessageBar &messages = m_messages;
                                      messages.endWork(id);
                                      if (!report)
                                          messages.sayError(report.error());
                                      else
                                          messages.say(exportText(*report, name));
                                  });
}

} // namespace headway::ui
