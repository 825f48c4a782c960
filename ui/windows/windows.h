// SPDX-License-Identifier: GPL-3.0-or-later
// The windows of the program and the books behind them: the start page with its four doors, opening
// and making books, several windows on one book. Lives in main; GUI thread. What fails is told in the
// window where it was asked for.
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
class Shell;

class Windows : public QObject
{
    Q_OBJECT
public:
    // What tests set: the time, the zone, the milliseconds of the message bar.
    struct ProgramContext {
        // What becomes of a book with several users where nothing tells who sits here.
        enum class Stranger {
            IsAsked,
            IsTheFirst, // or whom the login fits; nobody is there to answer, as when pictures are taken
        };

        std::function<Instant()> clock = {};
        QTimeZone zone = QTimeZone::systemTimeZone();
        MessageBar::Clock ticks = {};
        QString stateFolder = {};    // for the sample company's book and what is typed but not saved
        QStringList loginNames = {}; // how the system knows who sits here
        QString user = {};           // who works in the books, whatever this computer remembers
        Stranger stranger = Stranger::IsAsked;
    };

    Windows(app::Settings &settings, Dialogs &dialogs, const ProgramContext &program);
    ~Windows() override;

    // A window that asks what to open, or opens `book` at once.
    Shell &showStart();
    Shell &openBook(const QString &book);

Q_SIGNALS:
    void opened(headway::ui::BookWindow *window);
    void refused(const headway::Error &error); // a book could not be opened; its window says so, too

private:
    Shell &adopt(Shell *shell);
    void showStartIn(Shell &shell);
    enum class Then { Work, Import, LookAround }; // once the book is open
    void open(Shell &shell, const app::WorkspaceOptions &options, Then then);
    void letGoOfClosedBooks();
    void enter(Shell &shell, const std::shared_ptr<app::Workspace> &workspace, Then then);
    std::optional<UserId> userOf(const app::Workspace &workspace, Then then) const;
    void askWho(Shell &shell, const std::shared_ptr<app::Workspace> &workspace, Then then);
    void begin(Shell &shell, const std::shared_ptr<app::Workspace> &workspace, Then then);
    BookWindow &attach(Shell &shell, const std::shared_ptr<app::Workspace> &workspace);
    void openRecord(const std::shared_ptr<app::Workspace> &workspace, EntityRef record);
    void addCommands(Shell &shell);
    void openSample(Shell &shell);
    void makeEmpty(Shell &shell, Then then);
    void chooseBook(Shell &shell);
    std::shared_ptr<app::Drafts> draftsOf(const QString &bookUuid);
    app::WorkspaceOptions optionsFor(const QString &address) const;

    app::Settings &m_settings;
    Dialogs &m_dialogs;
    ProgramContext m_program;
    QHash<QString, std::weak_ptr<app::Drafts>> m_drafts;    // by book: windows on one book share them
    QHash<const Shell *, QString> m_books;                  // what each shows
    std::vector<std::shared_ptr<app::Workspace>> m_open;    // each with a window at least
    std::vector<std::shared_ptr<app::Workspace>> m_closing; // with none, until what was given to it is made
    QSet<Shell *> m_opening; // those whose book is on its way: a second click opens nothing more
};

} // namespace headway::ui
