// SPDX-License-Identifier: GPL-3.0-or-later
// One import of a file, without its window: the preview, a check that changes nothing, the import, the
// report. An import that would reject rows, or that asks something, stops after the check and
// reports; any other one continues automatically. Created by ImportDialog for each file; GUI thread, the work is done by the
// workspace. Errors are reported by unreadable() and failed().
#pragma once

#include "app/text/display.h"
#include "app/transfer/importcourse.h"
#include "app/transfer/importprofiles.h"
#include "app/transfer/importsamples.h"
#include "app/workspace/workspace.h"
#include "transfer/import/importer.h"
#include "transfer/import/importpreview.h"
#include "transfer/request/questionanswers.h"

#include <QObject>
#include <QTemporaryDir>

#include <functional>
#include <map>
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
    void guessKind() { m_isKindChosen = false; } // with the next read()
    // Reads the file's beginning; previewed() or unreadable() follows.
    void read(const exchange::CsvAnswers &written);
    const transfer::ImportPreview &preview() const { return m_preview; }
    std::vector<CustomField> ownFields() const; // of that kind
    // Profiles of a folder are offered with each preview; `display` writes what of them does not fit. What was said
    // before the file's window was closed is in use. Before read().
    enum class Left { Used, Ignored };
    void offerProfiles(const QString &folder, const Display &display, Left left = Left::Used);
    const OfferedProfiles &profiles() const { return m_profiles; }
    // Its rules hold where nothing else is said, for the kind of records that is chosen; null: none does. Takes effect
    // with the next read().
    void useProfile(const OfferedProfile *profile);
    const OfferedProfile *usedProfile() const; // null: none
    // What the profile in use says beyond columns and options.
    transfer::ImportRequest profileRules() const;
    // All that was said and chosen, as a profile.
    transfer::ImportProfile profileOf(const transfer::ImportRequest &chosen);
    // It is offered as well from now on. `targets`: of each column, which it was made of.
    void addProfile(const QString &name, const transfer::ImportProfile &profile, const QStringList &targets);
    // The window closes before the import: who opens the file again goes on where they were.
    void leave(const transfer::ImportRequest &chosen);

    // What was said to questions, for the kind of records that is chosen; it is not forgotten when another one is.
    transfer::GivenAnswers &answers() { return m_answers[m_kind]; }

    // Both take the user's choices: the targets of columns, and what to do with known names and records; answers are
    // added.
    void check(const transfer::ImportRequest &chosen);
    void importRows(const transfer::ImportRequest &chosen);
    // The first rows as records, with the same choices; sampled() or unsampled() follows, of the last call only.
    void lookAt(const transfer::ImportRequest &chosen);
    void cancel(); // stopped() follows
    bool isRunning() const { return m_course.isRunning(); }
    bool isReading() const { return m_isReading; } // then preview() is of before
    void forgetCheck() { m_course.forgetCheck(); } // the choices have changed
    bool isChecked() const { return m_course.isChecked(); }
    bool isDone() const { return m_course.isDone(); }

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
    // Nothing was read: without answers to these it cannot be.
    void asked(const std::vector<headway::transfer::ImportQuestion> &questions);
    void failed(const headway::Error &error);
    void sampled(const std::vector<headway::transfer::ImportSample> &samples);
    void unsampled(const headway::Error &error); // such an import would fail

private:
    void begin(ImportCourse::Goal goal, const transfer::ImportRequest &chosen);
    void run(transfer::RunMode mode);
    void take(const transfer::ImportReport &report, transfer::RunMode mode);
    bool isOpen(const transfer::ImportReport &report);
    transfer::ImportRequest answered(const transfer::ImportRequest &chosen);
    transfer::SourceFile file() const;
    QString rejectedPath() const;
    TargetCaption caption() const;

    Workspace &m_workspace;
    const QString m_path;
    const AskNames m_askNames;
    QTemporaryDir m_folder; // for the rejected rows, until they are saved
    EntityKind m_kind;
    bool m_isKindChosen = false;
    bool m_isImported = false;
    exchange::CsvAnswers m_written;
    transfer::ImportPreview m_preview;
    std::shared_ptr<const transfer::SourceDetection> m_detected; // so that the file is looked at once
    QString m_profileFolder;
    std::optional<Display> m_display;
    OfferedProfiles m_profiles;
    std::optional<transfer::ImportProfile> m_left; // when the file's window was closed
    std::map<EntityKind, OfferedProfile> m_used;
    std::map<EntityKind, transfer::GivenAnswers> m_answers;
    SeenReport m_seen;
    transfer::ImportRequest m_request;
    ImportCourse m_course;
    Ticket m_reading;
    bool m_isReading = false;
    Ticket m_running;
    Ticket m_saving;
    Ticket m_looking;
};

} // namespace headway::app
