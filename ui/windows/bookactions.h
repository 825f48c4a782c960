// SPDX-License-Identifier: GPL-3.0-or-later
// Commands that every page of a window has: win and lose deals, delete, print, import. They act on what the
// visible page selects, else on the record in the detail pane. One for each window, made by BookWindow; GUI
// thread. Errors of moving deals are emitted by failed(), others are shown in the message bar.
#pragma once

#include "app/workspace/workspace.h"
#include "domain/records/deal.h"
#include "domain/records/pipeline.h"
#include "ui/windows/pastedtable.h"

#include <QObject>
#include <QRect>

#include <functional>
#include <vector>

namespace headway::ui {

class BookContext;
class BookPage;
class DealMover;
class DetailPane;
class ImportOpener;
class Shell;

class BookActions : public QObject
{
    Q_OBJECT
public:
    using PageInSight = std::function<BookPage *()>; // null: not made yet

    // All arguments outlive it.
    BookActions(BookContext &context, Shell &shell, DetailPane &detail, PageInSight pageInSight);
    ~BookActions() override;

    // Asks for files, or a folder of them, and opens the import assistant.
    void importFile();
    void importFolder();
    void importFiles(const QStringList &paths);
    // What was copied in a spreadsheet program.
    void importPasted();

Q_SIGNALS:
    void listWanted(headway::EntityKind kind, const QString &filter);
    void failed(const headway::Error &error);

private:
    void addImportCommand();
    void addDealCommands();
    void addDeleteCommand();
    void addPrintCommand();
    std::vector<DealId> closableDeals() const;
    const Record *recordOf(DealId deal) const;
    void closeDeals(StageType type);
    QRect anchor() const;
    std::vector<EntityRef> deletableRecords() const;
    void deleteRecords();
    void print();

    BookContext &m_context;
    Shell &m_shell;
    DetailPane &m_detail;
    const PageInSight m_pageInSight;
    DealMover *m_mover;
    ImportOpener *m_importer; // owned by the shell
    PastedTable m_pasted;
    app::Ticket m_paper;
};

} // namespace headway::ui
