// SPDX-License-Identifier: GPL-3.0-or-later
// The windows of the program and their books: the start page with its four buttons, opening and creating
// books, several windows on one book. Made by main(); GUI thread. Errors are shown in the window that caused
// them.
#pragma once

#include "app/workspace/workspace.h"
#include "ui/shell/messagebar.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace headway::app {
class Drafts;
class Settings;
} // namespace headway::app

namespace headway::ui {

class BookWindow;
class Dialogs;
class ServerPanel;
class Shell;

class Windows : public QObject
{
    Q_OBJECT
public:
    // What tests replace: the clock, the time zone, the ticks of the message bar in milliseconds.
    struct ProgramContext {
        // What to do with a book of several users if nothing tells who the user is.
        enum class Stranger {
            IsAsked,
            IsTheFirst, // or the one the login matches; for runs without a person, such as screenshots
        };

        std::function<Instant()> clock = {};
        QTimeZone zone = QTimeZone::systemTimeZone();
        MessageBar::Clock ticks = {};
        QString stateFolder = {};    // for the sample company's book and drafts
        QStringList loginNames = {}; // the names by which the system knows the user
        QString user = {};           // works in all books, instead of the remembered user
        Stranger stranger = Stranger::IsAsked;
    };

    Windows(app::Settings &settings, Dialogs &dialogs, const ProgramContext &program);
    ~Windows() override;

    // A window with the start page, or one that opens `book` at once.
    Shell &showStart();
    Shell &openBook(const QString &book);

Q_SIGNALS:
    void opened(headway::ui::BookWindow *window);
    void refused(const headway::Error &error); // a book could not be opened; its window shows the error, too

private:
    Shell &adopt(Shell *shell);
    void showStartIn(Shell &shell);
    enum class Then { Work, Import, LookAround }; // after the book is open
    void open(Shell &shell, const app::WorkspaceOptions &options, Then then);
    void take(Shell &shell, const QString &address, const Result<std::shared_ptr<app::Workspace>> &opened,
              Then then);
    void letGoOfClosedBooks();
    void enter(Shell &shell, const std::shared_ptr<app::Workspace> &workspace, Then then);
    std::optional<UserId> userOf(const app::Workspace &workspace, Then then) const;
    void askWho(Shell &shell, const std::shared_ptr<app::Workspace> &workspace, Then then);
    void begin(Shell &shell, const std::shared_ptr<app::Workspace> &workspace, Then then);
    BookWindow &attach(Shell &shell, const std::shared_ptr<app::Workspace> &workspace);
    void openRecord(const std::shared_ptr<app::Workspace> &workspace, EntityRef record);
    void addCommands(Shell &shell);
    void addRecentBooks(Shell &shell);
    void openSample(Shell &shell);
    void takeDropped(Shell &shell, const QStringList &paths); // on the start page
    void makeEmpty(Shell &shell, Then then);
    void chooseBook(Shell &shell);
    ServerPanel &askServer(Shell &shell, const QString &address);
    void tellRefusal(Shell &shell, const QString &address, const Error &error);
    void openBeside(Shell &shell, const QString &book);
    std::shared_ptr<app::Drafts> draftsOf(const QString &bookUuid);
    app::WorkspaceOptions optionsFor(const QString &address) const;

    app::Settings &m_settings;
    Dialogs &m_dialogs;
    ProgramContext m_program;
    QHash<QString, std::weak_ptr<app::Drafts>> m_drafts;    // by book: windows on one book share them
    QHash<const Shell *, QString> m_books;                  // address of the book of each shell
    std::vector<std::shared_ptr<app::Workspace>> m_open;    // each has at least one window
    std::vector<std::shared_ptr<app::Workspace>> m_closing; // without a window, until all is written
    QHash<const Shell *, QStringList> m_dropped;            // files to import into a book that is being made
    QSet<Shell *> m_opening; // those opening a book: another click does nothing
};

} // namespace headway::ui
