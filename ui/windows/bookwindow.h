// SPDX-License-Identifier: GPL-3.0-or-later
// What a window shows of a book: its pages, the detail pane, and the commands that act on what is
// selected. Plugs them into a shell and lives as long as it. GUI thread; what fails is told in the
// shell's message bar.
#pragma once

#include "app/text/display.h"
#include "app/workspace/workspace.h"
#include "domain/fields/entity.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace headway::app {
class Drafts;
class Settings;
struct BulkChange;
enum class ExportColumns;
} // namespace headway::app

namespace headway::exchange {
struct CsvDialect;
}

namespace headway::transfer {
struct ExportRequest;
struct TargetFile;
} // namespace headway::transfer

namespace headway::ui {

class BoardPage;
class BookSteps;
class DealMover;
class DetailPane;
class FilterBar;
class HistoryPage;
class ListPage;
class Prompts;
class RecordFinder;
class SettingsPage;
class Shell;
class TodayPage;
class WhoWorks;

class BookWindow : public QObject
{
    Q_OBJECT
public:
    // The computer that the window stands on.
    struct Computer {
        QString stateFolder = {};    // of log and crash reports, which the window only shows
        QStringList loginNames = {}; // how the system knows who sits here
    };

    // `settings` and `prompts` outlive the window. Owned by the shell.
    BookWindow(Shell &shell, std::shared_ptr<app::Workspace> workspace, std::shared_ptr<app::Drafts> drafts,
               app::Settings &settings, Prompts &prompts, const Computer &computer);
    ~BookWindow() override;

    Shell &shell() { return m_shell; }
    app::Workspace &workspace() { return *m_workspace; }
    // Shows a record in the detail pane, on the page of its kind if `where` says so.
    enum class Where { Here, ItsPage };
    void showRecord(EntityRef record, Where where);
    void openRecord(EntityRef record); // shows it here, and remembers that somebody wanted to see it

    // Asks for a CSV file and opens the import assistant.
    void importFile();
    // For pictures: which pages are worth one ("settings-keys": a part of one), and something in the
    // detail pane beside them.
    QStringList pagesForPictures() const;
    void showFirstRecord();

Q_SIGNALS:
    void windowWanted(headway::EntityRef record); // one of its own

private:
    void addDetail();
    void addPages();
    void addBoardPage();
    void addListPage(const QString &id, const QString &name, const QString &iconName, EntityKind kind,
                     int section);
    ListPage *makeList(const QString &id, EntityKind kind);
    void keepInTime(FilterBar &filterBar);
    void addTodayPage();
    void addHistoryPage();
    HistoryPage *makeHistory();
    void addSettingsPage();
    void addLists(SettingsPage &page);
    void addPartCommands();
    void connectToday();
    std::vector<EntityRef> selection() const; // of the page in sight
    void connectList(ListPage &page);
    void create(EntityKind kind);
    void addCommands();
    void addRecordCommands();
    void addListCommands();
    void addColumnCommands();
    void followPage();
    void addDealCommands();
    std::vector<DealId> closableDeals() const;
    const Record *recordOf(DealId deal) const;
    void closeDeals(StageType type);
    QRect placeOf(const QWidget &widget) const;
    void addPrintCommand();
    void print();
    void addSelectionCommands();
    void deleteSelection();
    void copySelection();
    void changeRecords(ListPage &page, const app::BulkChange &change);
    // Long work in the message bar; `report` is for the thread that does it. Nothing where it is small.
    struct Work {
        int id = 0;
        std::function<bool(qint64 done, qint64 all)> report = {};
    };
    Work beginWork(const QString &text, qint64 size);
    void exportList(ListPage &list, const exchange::CsvDialect &dialect, app::ExportColumns columns);
    void writeList(const transfer::ExportRequest &request, const transfer::TargetFile &file);
    ListPage *currentList() const;

    Shell &m_shell;
    std::shared_ptr<app::Workspace> m_workspace;
    std::shared_ptr<app::Drafts> m_drafts;
    app::Settings &m_settings;
    Prompts &m_prompts;
    const Computer m_computer;
    app::Display m_display;
    BookSteps *m_steps;
    RecordFinder *m_finder;
    WhoWorks *m_who;
    DetailPane *m_detail = nullptr;
    QString m_page; // the one that the detail pane follows
    BoardPage *m_board = nullptr;
    DealMover *m_mover = nullptr;
    TodayPage *m_today = nullptr;
    HistoryPage *m_history = nullptr; // once it was looked at
    SettingsPage *m_settingsPage = nullptr;
    QHash<QString, ListPage *> m_lists; // by page id, as far as they were looked at
    app::Ticket m_export;
    app::Ticket m_copy;
    app::Ticket m_paper;
    bool m_isChanging = false; // many records at once
};

} // namespace headway::ui
