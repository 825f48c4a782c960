// SPDX-License-Identifier: GPL-3.0-or-later
// Opens what imports these files: the assistant for one file of one kind of records, else the list of several. Looks
// into the files first, beside the window. GUI thread; what is wrong with a file is said by the window it opens.
#pragma once

#include "app/workspace/workspace.h"
#include "domain/fields/entity.h"

#include <QObject>
#include <QStringList>

namespace headway::app {
class Display;
struct ChosenFiles;
} // namespace headway::app

namespace headway::ui {

class Dialogs;

class ImportOpener : public QObject
{
    Q_OBJECT
public:
    // All outlive it; the windows open over `over`.
    ImportOpener(app::Workspace &workspace, const app::Display &display, Dialogs &dialogs, QWidget &over);
    ~ImportOpener() override;

    // Files, or a folder.
    void open(const QStringList &paths);

Q_SIGNALS:
    void listWanted(headway::EntityKind kind, const QString &filter); // what an import made

private:
    void openOne(const QString &path);
    void openSeveral(const QStringList &paths);
    void openList(const app::ChosenFiles &chosen);

    app::Workspace &m_workspace;
    const app::Display &m_display;
    Dialogs &m_dialogs;
    QWidget &m_over;
    app::Ticket m_looking;
};

} // namespace headway::ui
