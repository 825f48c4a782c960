// SPDX-License-Identifier: GPL-3.0-or-later
// The content of a window on a book: its pages, the detail pane, and the links between them. Pages describe
// themselves (ui/pages/bookpage.h). Adds them to a shell and lives as long as it. GUI thread; errors are
// shown in the shell's message bar.
#pragma once

#include "ui/pages/bookcontext.h"
#include "ui/pages/bookpage.h"
#include "ui/windows/recordfinder.h"

#include <QObject>

#include <deque>
#include <functional>
#include <memory>

namespace headway::ui {

class BookActions;
class BookSteps;
class BookViews;
class DetailPane;
class LeadCommands;
class ListActions;
class Shell;
class WhoWorks;

class BookWindow : public QObject
{
    Q_OBJECT
public:
    // The computer that the window runs on.
    struct Computer {
        QString stateFolder = {};    // of log and crash reports, which are only shown
        QStringList loginNames = {}; // the names by which the system knows the user
    };

    // `settings` and `dialogs` outlive the window. Owned by the shell.
    BookWindow(Shell &shell, const std::shared_ptr<app::Workspace> &workspace,
               std::shared_ptr<app::Drafts> drafts, app::Settings &settings, Dialogs &dialogs,
               const Computer &computer);
    ~BookWindow() override;

    Shell &shell() { return m_shell; }
    app::Workspace &workspace() const { return m_context->workspace(); }
    // Shows a record in the detail pane, on the page of its kind if `where` says so.
    enum class Where { Here, ItsPage };
    void showRecord(EntityRef record, Where where);
    void openRecord(EntityRef record); // shows it here, and adds it to the recent records

    // Adds a page below the others: the class describes it, and makes it from the context and `about`, now or
    // when it is first shown.
    template <class Plugged, class... About>
    void addPage(About... about)
    {
        plug(Plugged::face(*m_context, about...),
             [this, about...] { return new Plugged(*m_context, about...); });
    }
    QStringList pages() const; // ids, in their order

    // Asks for CSV files and opens the import assistant; or for these.
    void importFile();
    void importFiles(const QStringList &paths);
    // Places for screenshots ({"settings", "keys"}), and a selection there.
    struct PicturePlace {
        QString page;
        QString inside;
    };
    std::vector<PicturePlace> picturePlaces() const;
    void chooseFirst();

Q_SIGNALS:
    void windowWanted(headway::EntityRef record); // a window for this record

private:
    struct Plug {
        PageFace face;
        std::function<BookPage *()> make;
        BookPage *page = nullptr; // null until it is made
    };

    RecordFinder::Ways waysToFind();
    void addDetail();
    void addPages();
    void addActions();
    void plug(const PageFace &face, const std::function<BookPage *()> &make);
    QWidget *make(Plug &plug);
    void listenTo(BookPage &page, const QString &id);
    QString inWords(EntityKind kind, const QString &filter) const;
    BookPage *pageNamed(const QString &id) const; // null: not made yet
    BookPage *pageInSight() const;                // the same
    const Plug *pageOf(EntityKind kind) const;
    void create(EntityKind kind, const Row &preset);
    void showList(EntityKind kind, const QString &filter);
    void logCallWith(EntityRef record);
    void showAdded(EntityRef record);
    void followPage();
    void showHistoryOf(UserId user);

    Shell &m_shell;
    const std::unique_ptr<BookContext> m_context;
    BookSteps *m_steps;
    RecordFinder *m_finder;
    WhoWorks *m_who;
    BookViews *m_views;
    DetailPane *m_detail = nullptr;
    std::deque<Plug> m_plugs;
    QString m_page; // id of the page that the detail pane follows
    std::unique_ptr<ListActions> m_listActions;
    std::unique_ptr<BookActions> m_actions;
    LeadCommands *m_leads = nullptr;
};

} // namespace headway::ui
