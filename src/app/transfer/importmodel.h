// SPDX-License-Identifier: GPL-3.0-or-later
// One import of a file, without a window: what the file holds, a check that changes nothing, the import, what
// became of the rows. An import that would reject rows stops at the check and says so; one that is clean goes
// on by itself. Made by ImportDialog for each file; GUI thread, the work is done by the workspace. What fails
// is told by unreadable() and failed().
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
    // Puts the question what these names are; whether it is a question that was not asked before.
    using AskNames = std::function<bool(const std::vector<transfer::NearName> &names)>;
    ImportModel(Workspace &workspace, const QString &path, AskNames askNames, QObject *parent);
    ~ImportModel() override; // stops what runs

    const QString &path() const { return m_path; }
    // What the file holds: as its columns suggest, until somebody says it.
    EntityKind kind() const { return m_kind; }
    static std::vector<EntityKind> offeredKinds();
    void chooseKind(EntityKind kind);
    // Looks into the file; previewed() or unreadable() follows.
    void read(const exchange::CsvAnswers &written);
    const transfer::ImportPreview &preview() const { return m_preview; }
    std::vector<exchange::ImportTarget> targets() const; // all that a column may go into

    // Both take what was chosen: what goes where, and what becomes of names and records that are known.
    void check(const transfer::ImportRequest &chosen);
    void importRows(const transfer::ImportRequest &chosen);
    void cancel(); // stopped() follows
    bool isRunning() const { return m_cancelled != nullptr; }
    void forgetCheck(); // something else is chosen now
    // With what is chosen now, and somebody saw what would be rejected.
    bool isChecked() const { return m_isChecked; }
    bool isDone() const { return m_isDone; } // there is nothing left to import

    void saveRejected(const QString &path); // the rows that could not be taken, for mending

Q_SIGNALS:
    void kindFound(headway::EntityKind kind);
    void previewed();
    void unreadable(const headway::Error &error);
    void started(headway::transfer::RunMode mode);
    void progressed(qint64 done, qint64 all);
    void stopped(); // whatever follows
    void reported(const headway::transfer::ImportReport &report, headway::transfer::RunMode mode);
    void imported(); // every row: nothing to report but the step
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
    QTemporaryDir m_folder; // for the rejected rows, until somebody wants them
    EntityKind m_kind;
    bool m_isKindChosen = false;
    exchange::CsvAnswers m_written;
    transfer::ImportPreview m_preview;
    transfer::ImportRequest m_request;
    Goal m_goal = Goal::Check;
    bool m_isChecked = false;
    bool m_isDone = false;
    std::shared_ptr<std::atomic<bool>> m_cancelled; // while something runs
    Ticket m_reading;
    Ticket m_running;
    Ticket m_saving;
};

} // namespace headway::app
