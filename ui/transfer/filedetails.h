// SPDX-License-Identifier: GPL-3.0-or-later
// One of several files that are imported together: how it is written, what it holds, where its columns go, by what its
// records are known, and its rows as they will become. Over the list of files, which imports all of them as one step.
// What is said holds at once, and stays while the window is closed. GUI thread; errors are shown in it.
#pragma once

#include "app/transfer/importprofiles.h"
#include "transfer/request/importrequest.h"

#include <QDialog>

#include <map>

class QComboBox;
class QLabel;

namespace headway::app {
class Display;
class FilesImport;
class ImportModel;
class Workspace;
} // namespace headway::app

namespace headway::ui {

class ElidedLabel;
class ImportMapping;
class ImportOpening;
class ImportOptions;
class ProfileRow;
class RemarkLabel;
class SampleRows;

class FileDetails : public QDialog
{
    Q_OBJECT
public:
    // All but the parent outlive it.
    FileDetails(app::Workspace &workspace, const app::Display &display, app::FilesImport &files,
                const QString &path, const QString &profileFolder, QWidget *parent);
    ~FileDetails() override;

    // Opens it at the columns of that kind; none: as its columns say.
    void openAt(std::optional<EntityKind> kind);

Q_SIGNALS:
    void changed();   // something was said
    void forgotten(); // all of it is as it was found

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    QWidget *makeHead();
    QWidget *makeFoot();
    void listen();
    void followFiles();
    void showKinds();
    void chooseKind(EntityKind kind);
    void readFile();
    exchange::CsvAnswers written() const;
    void sayWriting();
    void showPreview();
    void takeProfile(const app::OfferedProfile *profile);
    void keepProfile(const QString &name, app::OverKnown over);
    void takeSent();
    void showTargets();
    void say();
    void showTwice(const transfer::ImportRequest &said);
    void lookAtRows();
    transfer::ImportRequest chosen() const;

    app::Workspace &m_workspace;
    const app::Display &m_display;
    app::FilesImport &m_files;
    const QString m_path;
    const QString m_profileFolder;
    app::ImportModel *m_model;
    QLabel *m_question;
    QComboBox *m_kind;
    ElidedLabel *m_detection;
    RemarkLabel *m_remark;
    ImportOpening *m_opening;
    ProfileRow *m_profile;
    ImportMapping *m_mapping;
    ImportOptions *m_options;
    SampleRows *m_samples;
    QWidget *m_foot = nullptr;
    // Where columns go by all files together, before anything is said of this one.
    struct Found {
        QStringList columns = {};
        QStringList targets = {};
    };
    std::map<EntityKind, Found> m_found;
    app::Ticket m_keeping;
    bool m_isOfSeveral = false; // kinds
    bool m_isSaid = false;      // about columns; what is found says nothing
};

} // namespace headway::ui
