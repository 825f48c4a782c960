// SPDX-License-Identifier: GPL-3.0-or-later
// Imports several files, a folder, or a file of several kinds of records, as one step: shows what each holds and in
// which order they go in, lets somebody say how each is read and where its columns go, asks what cannot be decided, and
// shows the results of its model, which does the work. GUI thread; errors are shown in it.
#pragma once

#include "transfer/import/importauto.h"

#include <QDialog>

#include <functional>
#include <map>
#include <optional>

class QLabel;

namespace headway::app {
class Display;
class FilesImport;
class Workspace;
struct ChosenFiles;
} // namespace headway::app

namespace headway::ui {

class Dialogs;
class FileDetails;
class FileList;
class FileResult;
class FilesAsked;
class FlatButton;
class ImportFoot;
class ImportMade;
class ImportOutcome;

class FilesDialog : public QDialog
{
    Q_OBJECT
public:
    // All but the parent outlive the dialog.
    FilesDialog(app::Workspace &workspace, const app::Display &display, Dialogs &dialogs,
                const app::ChosenFiles &chosen, QWidget *parent = nullptr);
    ~FilesDialog() override;

Q_SIGNALS:
    void oneKindWanted(const QString &path); // its columns are to be chosen one by one
    void listWanted(headway::EntityKind kind, const QString &filter);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void listen();
    void leave();
    void showPreview();
    void showReport(const transfer::AutoReport &report, transfer::RunMode mode);
    void showOutcome(const transfer::AutoReport &report, transfer::RunMode mode);
    void takeBack(qint64 step);
    void showProblem(const Error &error);
    void showBusy(transfer::RunMode mode);
    void showIdle();
    void enableParts(bool areEnabled);
    void forgetCheck();
    void askFirst();
    void openDetails();
    void forgetDetails(const QString &path);
    void showFileResult();
    void run(bool isImport);
    void saveRejected();
    void saveRejectedOf(const QString &of, EntityKind kind); // the file
    void saveOpenPointsOf(const QString &of, EntityKind kind);
    void chooseFile(const QString &title, const QString &name, const QString &of, const QString &ending,
                    const std::function<void(const QString &path)> &then);
    bool isOneFile() const;

    app::Workspace &m_workspace;
    const app::Display &m_display;
    Dialogs &m_dialogs;
    app::FilesImport *m_files;
    QLabel *m_head;
    FileList *m_list;
    FlatButton *m_open; // the details of the current file
    FileResult *m_result;
    ImportOutcome *m_outcome;
    ImportMade *m_made;
    FilesAsked *m_asked;
    ImportFoot *m_foot;
    std::map<QString, FileDetails *> m_details; // of each file that somebody has said something of
    std::optional<transfer::RunMode> m_reported;
};

} // namespace headway::ui
