// SPDX-License-Identifier: GPL-3.0-or-later
// The import assistant: what a file holds, where its columns go, a check that changes nothing, the
// import, and what became of each row. An import that would reject rows stops at the check and says
// so; one that is clean goes on by itself. GUI thread; the work is done by the workspace.
#pragma once

#include "app/workspace/workspace.h"
#include "domain/pace.h"
#include "transfer/import/importer.h"
#include "transfer/import/importpreview.h"

#include <QDialog>
#include <QTemporaryDir>

#include <atomic>
#include <memory>

class QComboBox;
class QLabel;
class QTableWidget;

namespace headway::app {
class Display;
}

namespace headway::ui {

class ElidedLabel;
class FlatButton;
class ImportMapping;
class ImportOptions;
class ProgressLine;
class Prompts;

class ImportDialog : public QDialog
{
    Q_OBJECT
public:
    // Workspace, display and prompts outlive the dialog.
    ImportDialog(app::Workspace &workspace, const app::Display &display, Prompts &prompts,
                 const QString &path, QWidget *parent = nullptr);
    ~ImportDialog() override;

    // What the buttons do.
    void check();
    void importRows();
    void saveRejected();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Goal { Check, Import };

    QWidget *makeHead();
    QWidget *makeReport();
    QWidget *makeFoot();
    EntityKind kind() const;
    void readFile();
    void chooseKind(EntityKind kind);
    void showPreview(const transfer::ImportPreview &preview);
    void forgetCheck();
    transfer::SourceFile file() const;
    transfer::ImportRequest request(transfer::RunMode mode) const;
    void run(transfer::RunMode mode);
    void noteProgress(qint64 done, qint64 all);
    void takeReport(const transfer::ImportReport &report, transfer::RunMode mode);
    void showReport(const transfer::ImportReport &report, transfer::RunMode mode);
    QString rejectedPath() const;
    void showRejected(const transfer::ImportReport &report);
    void showProblem(const Error &error);
    void showBusy(const QString &what);
    void showIdle();

    app::Workspace &m_workspace;
    const app::Display &m_display;
    Prompts &m_prompts;
    QString m_path;
    QTemporaryDir m_folder; // for the rejected rows, until somebody wants them
    transfer::ImportPreview m_preview;
    bool m_isKindChosen = false;
    bool m_isChecked = false; // with what is chosen now, and somebody saw what would be rejected
    bool m_isDone = false;
    Goal m_goal = Goal::Check;
    QString m_doing; // "Checking", while it runs
    Pace m_pace;
    QComboBox *m_kind = nullptr;
    ElidedLabel *m_detection = nullptr;
    ImportMapping *m_mapping = nullptr;
    ImportOptions *m_options = nullptr;
    QLabel *m_result = nullptr;
    QTableWidget *m_rejected = nullptr;
    ProgressLine *m_progress = nullptr;
    ElidedLabel *m_progressText = nullptr;
    FlatButton *m_save = nullptr;
    FlatButton *m_check = nullptr;
    FlatButton *m_import = nullptr;
    FlatButton *m_close = nullptr;
    std::shared_ptr<std::atomic<bool>> m_cancelled; // while something runs
    app::Ticket m_reading;
    app::Ticket m_running;
    app::Ticket m_saving;
};

} // namespace headway::ui
