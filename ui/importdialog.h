// SPDX-License-Identifier: GPL-3.0-or-later
// The import assistant: how the file was read, where each column goes, what to do about records that
// are there already and names nobody knows; a trial that changes nothing, then the import as one step
// that can be taken back. GUI thread; the work is done on the writer's. Opened with open(), never exec().
#pragma once

#include "app/importer.h"
#include "app/importpreview.h"
#include "app/workspace.h"

#include <QDialog>

#include <atomic>
#include <memory>

class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace headway::app {
class Display;
}

namespace headway::ui {

class ImportDialog : public QDialog
{
    Q_OBJECT
public:
    // Workspace and display outlive the dialog.
    ImportDialog(app::Workspace &workspace, const app::Display &display, const QString &path,
                 QWidget *parent = nullptr);
    ~ImportDialog() override;

private:
    QWidget *makeOptions();
    QWidget *makeFoot();
    void readFile();
    void showPreview(const app::ImportPreview &preview);
    void chooseKind(EntityKind kind);
    app::ImportRequest request(app::RunMode mode) const;
    void run(app::RunMode mode);
    void showReport(const app::ImportReport &report, app::RunMode mode);
    void showProblem(const Error &error);
    void setBusy(const QString &what);
    void setIdle();

    app::Workspace &m_workspace;
    const app::Display &m_display;
    QString m_path;
    QStringList m_columns;
    bool m_kindChosen = false;
    QLabel *m_detection;
    QComboBox *m_kind;
    QTableWidget *m_mapping;
    QComboBox *m_match = nullptr;
    QComboBox *m_existing = nullptr;
    QCheckBox *m_createMissing = nullptr;
    QCheckBox *m_takeNear = nullptr;
    QComboBox *m_dateOrder = nullptr;
    QComboBox *m_decimal = nullptr;
    QLabel *m_result = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_try = nullptr;
    QPushButton *m_import = nullptr;
    QPushButton *m_close = nullptr;
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    app::Ticket m_reading;
    app::Ticket m_running;
};

} // namespace headway::ui
