// SPDX-License-Identifier: GPL-3.0-or-later
// A record in a window of its own: only the detail pane in a shell, with back and forward through the links
// followed in it, the palette, and the steps of the book. Adds its page to a shell and lives as long as it.
// GUI thread; errors are shown in the shell's message bar.
#pragma once

#include "app/workspace/workspace.h"
#include "domain/fields/entity.h"

#include <QObject>

#include <memory>

namespace headway::app {
class Drafts;
class Settings;
} // namespace headway::app

namespace headway::ui {

class BookContext;
class BookSteps;
class DealMover;
class DetailPane;
class Dialogs;
class RecordFinder;
class Shell;

class RecordWindow : public QObject
{
    Q_OBJECT
public:
    // `settings` and `dialogs` outlive the window. Owned by the shell.
    RecordWindow(Shell &shell, const std::shared_ptr<app::Workspace> &workspace,
                 std::shared_ptr<app::Drafts> drafts, app::Settings &settings, Dialogs &dialogs,
                 EntityRef record, const QStringList &loginNames);
    ~RecordWindow() override;

private:
    void addPage();
    void addDealCommands();
    void tellPlace();
    void showRecord(EntityRef record);

    Shell &m_shell;
    BookContext *m_context;
    BookSteps *m_steps;
    DetailPane *m_detail;
    DealMover *m_mover;
    RecordFinder *m_finder;
};

} // namespace headway::ui
