// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/importopener.h"

#include "app/text/display.h"
#include "app/transfer/filekinds.h"
#include "app/transfer/filesimport.h"
#include "ui/transfer/filesdialog.h"
#include "ui/transfer/importdialog.h"

#include <QFileInfo>

namespace headway::ui {

ImportOpener::ImportOpener(app::Workspace &workspace, const app::Display &display, Dialogs &dialogs,
                           QWidget &over)
    : QObject(&over), m_workspace(workspace), m_display(display), m_dialogs(dialogs), m_over(over)
{
}

ImportOpener::~ImportOpener() = default;

void ImportOpener::open(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    const QString &path = paths.front();
    if (paths.size() > 1 || QFileInfo(path).isDir()) {
        openSeveral(paths);
        return;
    }
    m_looking = app::countKinds(m_workspace, this, path, [this, path](const Result<qint64> &kinds) {
        if (kinds && *kinds > 1)
            openSeveral({path});
        else
            openOne(path); // which says what is wrong with it
    });
}

void ImportOpener::openOne(const QString &path)
{
    auto *dialog = new ImportDialog(m_workspace, m_display, m_dialogs, path, &m_over);
    connect(dialog, &ImportDialog::listWanted, this, &ImportOpener::listWanted);
    dialog->open();
}

void ImportOpener::openSeveral(const QStringList &paths)
{
    m_looking = app::lookIntoFiles(m_workspace, this, paths,
                                   [this](const app::ChosenFiles &chosen) { openList(chosen); });
}

void ImportOpener::openList(const app::ChosenFiles &chosen)
{
    auto *dialog = new FilesDialog(m_workspace, m_display, m_dialogs, chosen, &m_over);
    connect(dialog, &FilesDialog::listWanted, this, &ImportOpener::listWanted);
    connect(dialog, &FilesDialog::oneKindWanted, this, &ImportOpener::openOne);
    dialog->open();
}

} // namespace headway::ui
