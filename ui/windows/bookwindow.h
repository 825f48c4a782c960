// SPDX-License-Identifier: GPL-3.0-or-later
// What a window shows of a book: which pages, the detail pane beside them, and how one leads to the other.
// What a page is, it says itself (ui/pages/bookpage.h). Plugs them into a shell and lives as long as it. GUI
// thread; what fails is told in the shell's message bar.
#pragma once

#include "ui/pages/bookcontext.h"
#include "ui/pages/bookpage.h"

#include <QObject>

#include <deque>
#include <functional>
#include <memory>

namespace headway::ui {

class BookActions;
class BookSteps;
class DetailPane;
class ListActions;
class RecordFinder;
class Shell;
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

    // `settings` and `dialogs` outlive the window. Owned by the shell.
    BookWindow(Shell &shell, const std::shared_ptr<app::Workspace> &workspace,
               std::shared_ptr<app::Drafts> drafts, app::Settings &settings, Dialogs &dialogs,
               const Computer &computer);
    ~BookWindow() override;

    Shell &shell() { return m_shell; }
    app::Workspace &workspace() { return m_context->workspace(); }
    // Shows a record in the detail pane, on the page of its kind if `where` says so.
    enum class Where { Here, ItsPage };
    void showRecord(EntityRef record, Where where);
    void openRecord(EntityRef record); // shows it here, and remembers that somebody wanted to see it

    // Plugs a page in below the others: the class says how it is called, and makes it from the context and
    // `about`, now or when it is first shown.
    template <class Plugged, class... About>
    void addPage(About... about)
    {
        plug(Plugged::face(*m_context, about...),
             [this, about...] { return new Plugged(*m_context, about...); });
    }
    QStringList pages() const; // ids, in their order

    // Asks for a CSV file and opens the import assistant.
    void importFile();
    // For pictures: where there is something to see ({"settings", "keys"}), and something chosen there.
    struct PicturePlace {
        QString page;
        QString inside;
    };
    std::vector<PicturePlace> picturePlaces() const;
    void chooseFirst();

Q_SIGNALS:
    void windowWanted(headway::EntityRef record); // one of its own

private:
    struct Plug {
        PageFace face;
        std::function<BookPage *()> make;
        BookPage *page = nullptr; // as soon as it is made
    };

    void addDetail();
    void addPages();
    void addActions();
    void plug(const PageFace &face, const std::function<BookPage *()> &make);
    QWidget *make(Plug &plug);
    void listenTo(BookPage &page, const QString &id);
    BookPage *pageInSight() const; // null: it is not made yet
    const Plug *pageOf(EntityKind kind) const;
    void create(EntityKind kind);
    void followPage();
    void showHistoryOf(UserId user);

    Shell &m_shell;
    const std::unique_ptr<BookContext> m_context;
    BookSteps *m_steps;
    RecordFinder *m_finder;
    WhoWorks *m_who;
    DetailPane *m_detail = nullptr;
    std::deque<Plug> m_plugs;
    QString m_page; // the one that the detail pane follows
    std::unique_ptr<ListActions> m_listActions;
    std::unique_ptr<BookActions> m_actions;
};

} // namespace headway::ui
