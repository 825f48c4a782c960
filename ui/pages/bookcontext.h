// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of a window on a book share: the workspace, the window's commands, settings, dialogs,
// drafts, how this user writes days and amounts. Pages, the detail pane and forms hold references to it; it
// follows the settings and the book. One for each window, made by BookWindow and RecordWindow, destroyed
// after their widgets. GUI thread; nothing fails.
#pragma once

#include "ui/fields/fieldeditors.h"

#include <QObject>

#include <memory>

namespace headway::app {
class Commands;
class Settings;
} // namespace headway::app

namespace headway::ui {

class CommandActions;
class Dialogs;

class BookContext : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        std::shared_ptr<app::Workspace> workspace;
        std::shared_ptr<app::Drafts> drafts;
        // These outlive the context.
        app::Settings &settings;
        Dialogs &dialogs;
        app::Commands &commands;
        CommandActions &actions;
        app::Display display;
        QString stateFolder = {}; // of log and crash reports, which are only shown
    };
    explicit BookContext(Parts parts, QObject *parent = nullptr);
    ~BookContext() override;

    app::Workspace &workspace() const { return *m_parts.workspace; }
    const std::shared_ptr<app::Workspace> &sharedWorkspace() const { return m_parts.workspace; }
    app::Drafts &drafts() const { return *m_parts.drafts; }
    app::Settings &settings() const { return m_parts.settings; }
    Dialogs &dialogs() const { return m_parts.dialogs; }
    app::Commands &commands() const { return m_parts.commands; }
    CommandActions &actions() const { return m_parts.actions; }
    const app::Display &display() const { return m_parts.display; }
    const QString &stateFolder() const { return m_parts.stateFolder; }
    // For widgets that edit a field.
    const EditorContext &editors() const { return m_editors; }

private:
    app::InputRules rules() const;
    void followDateOrder();

    Parts m_parts;
    EditorContext m_editors;
};

} // namespace headway::ui
