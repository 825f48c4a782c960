// SPDX-License-Identifier: GPL-3.0-or-later
// The import assistant as a dialog: asks where the columns of a file go, and shows the results of its model,
// which does the work. One for each file; GUI thread; errors are shown in it.
#pragma once

#include "domain/rateestimate.h"
#include "transfer/import/importer.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QTableWidget;

namespace headway::app {
class ImportModel;
class Display;
class Workspace;
} // namespace headway::app

namespace headway::ui {

class ElidedLabel;
class FlatButton;
class ImportMapping;
class ImportOptions;
class ProgressLine;
class Dialogs;

class ImportDialog : public QDialog
{
    Q_OBJECT
public:
    // All but the parent outlive the dialog.
    ImportDialog(app::Workspace &workspace, const app::Display &display, Dialogs &dialogs,
                 const QString &path, QWidget *parent = nullptr);
    ~ImportDialog() override;

    // The actions of the buttons.
    void check();
    void importRows();
    void saveRejected();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void listen();
    QWidget *makeHead();
    QWidget *makeReport();
    QWidget *makeFoot();
    void readFile();
    void showPreview();
    void forgetCheck();
    transfer::ImportRequest chosen() const;
    void showProgress(qint64 done, qint64 all);
    void showReport(const transfer::ImportReport &report, transfer::RunMode mode);
    void showRejected(const transfer::ImportReport &report);
    void showProblem(const Error &error);
    void showBusy(transfer::RunMode mode);
    void showIdle();

    const app::Display &m_display;
    Dialogs &m_dialogs;
    app::ImportModel *m_model;
    QString m_doing; // "Checking", while it runs
    RateEstimate m_rate;
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
};

} // namespace headway::ui
