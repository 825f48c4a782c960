// SPDX-License-Identifier: GPL-3.0-or-later
// The import assistant as a dialog: asks where the columns of a file go, and shows the results of its model,
// which does the work. One for each file; GUI thread; errors are shown in it.
#pragma once

#include "app/transfer/importprofiles.h"
#include "transfer/import/importer.h"

#include <QDialog>

class QComboBox;
class QLabel;

namespace headway::app {
class ImportModel;
class Display;
} // namespace headway::app

namespace headway::ui {

class ElidedLabel;
class ImportAsked;
class ImportFoot;
class ImportMade;
class ImportMapping;
class ImportOpening;
class ImportOptions;
class ImportOutcome;
class Dialogs;
class ProfileRow;
class SampleRows;

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

    void done(int result) override;

Q_SIGNALS:
    void listWanted(headway::EntityKind kind, const QString &filter); // what the import made

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void listen();
    QWidget *makeHead();
    void leave();
    void readFile();
    void showPreview();
    void orderTabs();
    void takeProfile(const app::OfferedProfile *profile);
    void keepProfile(const QString &name, app::OverKnown over);
    void touch(); // the user has said something
    void showSheets(const std::vector<transfer::SourceSheet> &sheets, const QString &shown);
    void forgetCheck();
    void lookAtRows();
    transfer::ImportRequest chosen() const;
    void showReport(const transfer::ImportReport &report, transfer::RunMode mode);
    void showQuestions(const std::vector<transfer::ImportQuestion> &questions);
    void showTargets();
    void takeBack(qint64 step);
    void showProblem(const Error &error);
    void showBusy(transfer::RunMode mode);
    void showIdle();
    void enableParts(bool areEnabled);
    bool waits(void (ImportDialog::*action)());

    void (ImportDialog::*m_waiting)() = nullptr; // what is done as soon as the file is read
    app::Workspace &m_workspace;
    const app::Display &m_display;
    Dialogs &m_dialogs;
    app::ImportModel *m_model;
    QComboBox *m_kind = nullptr;
    QComboBox *m_sheet = nullptr; // of a workbook
    QLabel *m_sheetLabel = nullptr;
    QString m_chosenSheet; // empty: as found
    ElidedLabel *m_detection = nullptr;
    ImportOpening *m_opening = nullptr;
    ProfileRow *m_profile = nullptr;
    ImportMapping *m_mapping = nullptr;
    ImportOptions *m_options = nullptr;
    SampleRows *m_samples = nullptr;
    ImportAsked *m_asked = nullptr;
    ImportOutcome *m_outcome = nullptr;
    ImportMade *m_made = nullptr;
    ImportFoot *m_foot;
    app::Ticket m_keeping;
    bool m_isRead = false;    // the file
    bool m_isTouched = false; // by the user
};

} // namespace headway::ui
