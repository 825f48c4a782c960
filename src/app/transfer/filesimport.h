// SPDX-License-Identifier: GPL-3.0-or-later
// An import of several files, or of a file of several kinds, without its window: what each holds, a check that changes
// nothing, the import, the report. All of it is one step. It stops at the check, as ImportModel does, where rows would
// be left out or something is asked. Created by FilesDialog; GUI thread, the work is done by the workspace. Errors are
// reported by unreadable() and failed().
#pragma once

#include "app/transfer/filesrules.h"
#include "app/transfer/importcourse.h"
#include "app/workspace/workspace.h"
#include "transfer/import/importauto.h"

#include <QObject>
#include <QSet>
#include <QTemporaryDir>

#include <functional>
#include <map>

namespace headway::app {

// What was chosen or dropped, and the files that are in it, in their order: those of a folder, and each sheet of a
// workbook by its address (transfer::withSheets()).
struct ChosenFiles {
    QStringList paths = {};
    QStringList files = {};
};
// Looks into folders and workbooks; on any thread. A file that cannot be read is one of the files all the same.
ChosenFiles chosenFiles(const QStringList &paths);
// The same on a reader's thread; `then` runs in the thread of `context`.
Ticket lookIntoFiles(Workspace &workspace, QObject *context, const QStringList &paths,
                     std::function<void(const ChosenFiles &)> then);

class FilesImport : public QObject
{
    Q_OBJECT
public:
    using Part = FilesRules::Part;
    // Asks what near names mean; returns whether there is a question that was not asked before.
    using AskNames = std::function<bool(const transfer::AutoReport &report)>;

    FilesImport(Workspace &workspace, const ChosenFiles &chosen, AskNames askNames, QObject *parent);
    ~FilesImport() override; // cancels a running import

    const QStringList &paths() const { return m_paths; }
    void read(); // previewed() or unreadable() follows
    const transfer::AutoPreview &preview() const { return m_preview; }
    // All files, also those that are left out, in their order.
    const QStringList &files() const { return m_files; }
    // They are the sheets of one workbook.
    bool areSheets() const;

    // A file's name; with its folder, if another one is called the same.
    QString nameOf(const QString &path) const;

    // What the user says of a file, after which it is read again.
    void chooseKind(const QString &path, std::optional<EntityKind> kind); // none: as its columns say
    std::optional<EntityKind> chosenKind(const QString &path) const { return m_said.chosenKind(path); }
    void leaveOut(const QString &path); // until a kind is chosen for it
    bool isTaken(const QString &path) const { return !m_untaken.contains(path); }
    // One of the kinds of a file of several.
    void takeKind(const Part &part, bool isTaken);
    const std::vector<EntityKind> &without(const QString &path) const { return m_said.without(path); }
    void sayWriting(const QString &path, const exchange::CsvAnswers &csv);
    // Nothing of how it is written, and where its columns go, was said.
    void forget(const QString &path);
    bool isSaid(const QString &path) const { return m_said.isSaid(path); }

    // Where its columns go, by what its records are known …, as the assistant says it. A file of which nothing could be
    // taken before is read again.
    void say(const Part &part, const transfer::ImportRequest &rules);
    // A column that was left out goes into a field; in the other files that have it, too, if nothing is said there.
    void sendColumn(const Part &part, const QString &column, const QString &target)
    {
        m_said.sendColumn(part, column, target);
    }
    std::map<QString, QString> sentColumns(const Part &part) const { return m_said.sentColumns(part); }
    transfer::GivenAnswers &answers(const Part &part) { return m_said.answers(part); }

    // `words`: how reasons are worded. `names`: what near names mean.
    void check(const Words &words, const FilesRules::Names &names);
    void importAll(const Words &words, const FilesRules::Names &names);
    void cancel(); // stopped() follows
    bool isRunning() const { return m_course.isRunning(); }
    void forgetCheck() { m_course.forgetCheck(); }
    bool isChecked() const { return m_course.isChecked(); }
    bool isDone() const { return m_course.isDone(); }

    const transfer::AutoReport &report() const { return m_report; } // the last one

    // The rows that were not taken: one file of that name, or one for each part with its name behind it.
    void saveRejected(const QString &path);
    void saveRejected(const Part &part, const QString &path); // of that part only
    // What is open of a part, as a table for a spreadsheet.
    void saveOpenPoints(const Part &part, const QString &path, const exchange::CsvDialect &dialect);

Q_SIGNALS:
    void previewed();
    void unreadable(const headway::Error &error);
    void started(headway::transfer::RunMode mode);
    void progressed(qint64 done, qint64 all);
    void stopped();
    void reported(const headway::transfer::AutoReport &report, headway::transfer::RunMode mode);
    void imported();
    void asked(); // preview() has the questions without whose answers nothing can be read
    void failed(const headway::Error &error);

private:
    transfer::AutoRequest request(std::vector<transfer::AutoFile> said) const;
    transfer::AutoRequest answered() const; // with what is said to questions
    void begin(ImportCourse::Goal goal, const Words &words, const FilesRules::Names &names);
    void run(transfer::RunMode mode);
    void took(const transfer::AutoReport &report, transfer::RunMode mode);
    bool isOpen(const transfer::AutoReport &report);
    const transfer::AutoReport::Part *reportOf(const Part &part) const;
    void save(std::function<Result<>()> write);
    void copyRejected(const std::vector<std::pair<QString, QString>> &files);

    Workspace &m_workspace;
    const QStringList m_paths;
    const AskNames m_askNames;
    QTemporaryDir m_folder; // for the rejected rows, until they are saved
    transfer::AutoPreview m_preview;
    transfer::AutoReport m_report; // the last one
    const QStringList m_files;
    QSet<QString> m_namesakes; // names that several files have
    QStringList m_untaken;
    bool m_isPreviewLate = false; // it came while something ran
    FilesRules m_said;
    FilesRules::Names m_names;
    std::map<Part, SeenReport> m_seen;
    transfer::ImportRequest m_rules; // how the import runs
    std::shared_ptr<const transfer::FileLooks> m_looks;
    ImportCourse m_course;
    Ticket m_reading;
    Ticket m_running;
    Ticket m_saving;
};

} // namespace headway::app
