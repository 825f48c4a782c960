// SPDX-License-Identifier: GPL-3.0-or-later
// One import of a file, without its window: the preview, a check that changes nothing, the import, the
// report. An import that would reject rows, or that asks something, stops after the check and
// reports; any other one continues automatically. Created by ImportDialog for each file; GUI thread, the work is done by the
// workspace. Errors are reported by unreadable() and failed().
#pragma once

#include "app/workspace/workspace.h"
#include "transfer/import/importer.h"
#include "transfer/import/importpreview.h"

#include <QObject>
#include <QTemporaryDir>

#include <atomic>
#include <functional>
#include <memory>

namespace headway::app {

class ImportModel : public QObject
{
    Q_OBJECT
public:
    // Asks the user what these names mean; returns whether there is a question that was not asked before.
    using AskNames = std::function<bool(const std::vector<transfer::NearName> &names)>;
    ImportModel(Workspace &workspace, const QString &path, AskNames askNames, QObject *parent);
    ~ImportModel() override; // cancels a running import

    const QString &path() const { return m_path; }
    // The kind of records in the file: guessed from the columns, until the user sets it.
    EntityKind kind() const { return m_kind; }
    static std::vector<EntityKind> offeredKinds();
    void chooseKind(EntityKind kind);
    // Reads the file's beginning; previewed() or unreadable() follows.
    void read(const exchange::CsvAnswers &written);
    const transfer::ImportPreview &preview() const { return m_preview; }
    std::vector<exchange::ImportTarget> targets() const; // all possible targets of columns

    // Both take the user's choices: the targets of columns, and what to do with known names and records.
    void check(const transfer::ImportRequest &chosen);
    void importRows(const transfer::ImportRequest &chosen);
    void cancel(); // stopped() follows
    bool isRunning() const { return m_cancelled != nullptr; }
    void forgetCheck(); // the choices have changed
    // Whether the present choices were checked, and the user has seen what would be rejected.
    bool isChecked() const { return m_isChecked; }
    bool isDone() const { return m_isDone; } // there is nothing left to import

    void saveRejected(const QString &path); // the rejected rows, to be corrected

Q_SIGNALS:
    void kindFound(headway::EntityKind kind);
    void previewed();
    void unreadable(const headway::Error &error);
    void started(headway::transfer::RunMode mode);
    void progressed(qint64 done, qint64 all);
    void stopped(); // whatever the outcome
    void reported(const headway::transfer::ImportReport &report, headway::transfer::RunMode mode);
    void imported(); // all rows: the step is all there is to report
    void failed(const headway::Error &error);

private:
    enum class Goal { Check, Import };

    void run(transfer::RunMode mode);
    void take(const transfer::ImportReport &report, transfer::RunMode mode);
    transfer::SourceFile file() const;
    QString rejectedPath() const;

    Workspace &m_workspace;
    const QString m_path;
    const AskNames m_askNames;
    QTemporaryDir m_folder; // for the rejected rows, until they are saved
    EntityKind m_kind;
    bool m_isKindChosen = false;
    exchange::CsvAnswers m_written;
    transfer::ImportPreview m_preview;
    transfer::ImportRequest m_request;
    Goal m_goal = Goal::Check;
    bool m_isChecked = false;
    bool m_isDone = false;
    std::shared_ptr<std::atomic<bool>> m_cancelled; // set while an import runs
    Ticket m_reading;
    Ticket m_running;
    Ticket m_saving;
};

} // namespace headway::app
