// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transfer/filesimport.h"

#include "transfer/import/importfolder.h"
#include "transfer/import/openpoints.h"
#include "transfer/import/rejectedrows.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway::app {

// A folder is taken whole; of several things that were dropped together, the files in them.
ChosenFiles chosenFiles(const QStringList &paths)
{
    QStringList files;
    for (const QString &path : paths) {
        if (!QFileInfo(path).isDir()) {
            files += path;
            continue;
        }
        files += transfer::filesInFolder(path);
    }
    files.removeDuplicates(); // a folder, and a file in it
    return {paths, transfer::withSheets(files)};
}

Ticket lookIntoFiles(Workspace &workspace, QObject *context, const QStringList &paths,
                     std::function<void(const ChosenFiles &)> then)
{
    return workspace.read<ChosenFiles>(
        context, [paths](sql::Connection &) -> Result<ChosenFiles> { return chosenFiles(paths); },
        [then = std::move(then)](const Result<ChosenFiles> &chosen) {
            if (chosen)
                then(*chosen);
        });
}

FilesImport::FilesImport(Workspace &workspace, const ChosenFiles &chosen, AskNames askNames, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_paths(chosen.paths), m_askNames(std::move(askNames)),
      m_files(chosen.files)
{
    QSet<QString> names;
    for (const QString &file : m_files) {
        const QString name = QFileInfo(file).fileName();
        if (names.contains(name))
            m_namesakes.insert(name);
        names.insert(name);
    }
}

bool FilesImport::areSheets() const
{
    return m_paths.size() == 1 && m_files.size() > 1 && !QFileInfo(m_paths.front()).isDir();
}

FilesImport::~FilesImport()
{
    cancel();
}

QString FilesImport::nameOf(const QString &path) const
{
    const QFileInfo file(path);
    const QString name = file.fileName();
    return m_namesakes.contains(name) ? file.absoluteDir().dirName() + u'/' + name : name;
}

transfer::AutoRequest FilesImport::request(std::vector<transfer::AutoFile> said) const
{
    transfer::AutoRequest request{.path = m_paths.value(0), .said = std::move(said), .looks = m_looks};
    const bool isWhole = m_paths.size() == 1 && m_untaken.isEmpty();
    if (!isWhole) {
        request.path = QFileInfo(m_files.value(0)).absolutePath();
        for (const QString &file : m_files) {
            if (isTaken(file))
                request.files += file;
        }
    }
    return request;
}

transfer::AutoRequest FilesImport::answered() const
{
    transfer::AutoRequest request = this->request(m_said.ofParts(m_files, m_preview, m_report, m_names));
    request.rules = m_rules;
    return request;
}

void FilesImport::read()
{
    m_seen.clear();
    const bool isNothing = m_untaken.size() == m_files.size() && (m_paths.size() > 1 || !m_files.isEmpty());
    if (isNothing) { // is chosen, which is no mistake
        m_preview = {};
        Q_EMIT previewed();
        return;
    }
    m_reading = m_workspace.read<transfer::AutoPreview>(
        this,
        [wanted = request(m_said.ofFiles(m_files)), book = m_workspace.lookups()](sql::Connection &) {
            return transfer::previewAuto(wanted, book);
        },
        [this](Result<transfer::AutoPreview> preview) {
            if (!preview) {
                Q_EMIT unreadable(preview.error());
                return;
            }
            m_preview = std::move(*preview);
            m_looks = m_preview.looks;
            if (isRunning()) // with the same answers; it is shown before the report
                m_isPreviewLate = true;
            else
                Q_EMIT previewed();
        });
}

void FilesImport::chooseKind(const QString &path, std::optional<EntityKind> kind)
{
    m_said.chooseKind(path, kind);
    m_untaken.removeAll(path);
    read();
}

void FilesImport::leaveOut(const QString &path)
{
    if (!m_untaken.contains(path))
        m_untaken += path;
    read();
}

void FilesImport::takeKind(const Part &part, bool isTaken)
{
    m_said.takeKind(part, isTaken);
    read();
}

void FilesImport::sayWriting(const QString &path, const exchange::CsvAnswers &csv)
{
    m_said.sayWriting(path, csv);
    read();
}

void FilesImport::forget(const QString &path)
{
    m_said.forget(path);
    read();
}

void FilesImport::say(const Part &part, const transfer::ImportRequest &rules)
{
    m_said.say(part, rules);
    const bool isThere = std::any_of(m_preview.parts.begin(), m_preview.parts.end(), [&](const auto &each) {
        return each.path == part.first && each.kind == part.second;
    });
    if (!isThere)
        read();
}

void FilesImport::begin(ImportCourse::Goal goal, const Words &words, const FilesRules::Names &names)
{
    if (isRunning() || m_preview.parts.empty()) // no file is left to take
        return;
    m_rules.words = words;
    m_names = names;
    run(m_course.begin(goal));
}

void FilesImport::check(const Words &words, const FilesRules::Names &names)
{
    begin(ImportCourse::Goal::Check, words, names);
}

void FilesImport::importAll(const Words &words, const FilesRules::Names &names)
{
    begin(ImportCourse::Goal::Import, words, names);
}

void FilesImport::cancel()
{
    m_course.cancel();
}

void FilesImport::run(transfer::RunMode mode)
{
    m_rules.zone = m_workspace.zone();
    m_rules.mode = mode;
    m_rules.rejectedPath = m_folder.filePath(u"rejected.csv"_s);
    for (const QString &old : QDir(m_folder.path()).entryList(QDir::Files))
        QFile::remove(m_folder.filePath(old)); // of the check before
    const Progress progress = m_course.start(&m_workspace, this, [this](qint64 done, qint64 all) {
        if (isRunning())
            Q_EMIT progressed(done, all);
    });
    Q_EMIT started(mode);
    const auto report = std::make_shared<transfer::AutoReport>();
    const auto preview = std::make_shared<transfer::AutoPreview>();
    const Actor actor = m_workspace.actor();
    m_running = m_workspace.write(
        this,
        [request = answered(), book = m_workspace.lookups(), actor, progress, report,
         preview](sql::Connection &connection) -> Result<ChangeSet> {
            auto done = transfer::importAuto(connection, request, actor, progress);
            if (!done) {
                if (auto asked = transfer::previewAuto(request, book);
                    done.error().code == ErrorCode::Invalid && asked)
                    *preview = std::move(*asked);
                return failure(done.error());
            }
            *report = std::move(*done);
            return ChangeSet{report->step, {}, {}, report->step.id == 0};
        },
        [this, report, preview, mode](const Result<ChangeSet> &set) {
            m_course.stopped();
            Q_EMIT stopped();
            if (std::exchange(m_isPreviewLate, false))
                Q_EMIT previewed();
            const bool isAsked = std::any_of(preview->parts.begin(), preview->parts.end(),
                                             [](const auto &part) { return !part.questions.empty(); });
            if (set) {
                m_looks = report->looks;
                took(*report, mode);
            } else if (isAsked) {
                m_preview = *preview;
                m_looks = m_preview.looks;
                Q_EMIT asked();
            } else {
                Q_EMIT failed(set.error());
            }
        });
}

// Whether there is something that the user has neither answered nor seen.
bool FilesImport::isOpen(const transfer::AutoReport &report)
{
    bool isOpen = false;
    for (const transfer::AutoReport::Part &part : report.parts) {
        const Part key{part.path, part.request.kind};
        const bool hasNews = m_seen[key].hasNews(part.report);
        isOpen = isOpen || hasNews || m_said.isOpen(key, part.report.questions);
    }
    return isOpen;
}

void FilesImport::took(const transfer::AutoReport &report, transfer::RunMode mode)
{
    m_report = report;
    const bool isAsking = m_askNames(report);
    ImportCourse::Outcome outcome{.rejected = report.rejected(),
                                  .isAsking = isAsking,
                                  .isOpen = !isAsking && report.rejected() == 0 && isOpen(report)};
    for (const transfer::AutoReport::Part &part : report.parts)
        outcome.written += part.report.created + part.report.updated;
    switch (m_course.after(mode, outcome)) {
    case ImportCourse::Next::Import: run(transfer::RunMode::Real); break;
    case ImportCourse::Next::Close: Q_EMIT imported(); break;
    case ImportCourse::Next::Report: Q_EMIT reported(report, mode); break;
    }
}

void FilesImport::saveRejected(const QString &path)
{
    std::vector<std::pair<QString, QString>> files;
    for (const transfer::AutoReport::Part &part : m_report.parts) {
        if (part.report.rejected > 0)
            files.emplace_back(part.request.rejectedPath, path);
    }
    if (files.size() > 1) {
        const QFileInfo to(path);
        for (auto &[from, saved] : files) {
            const QString part = QFileInfo(from).fileName().mid(QStringView(u"rejected").size());
            saved = to.dir().filePath(to.completeBaseName() + part); // "-deals-deal.csv"
        }
    }
    copyRejected(files);
}

const transfer::AutoReport::Part *FilesImport::reportOf(const Part &part) const
{
    const auto found = std::find_if(m_report.parts.begin(), m_report.parts.end(), [&](const auto &each) {
        return each.path == part.first && each.request.kind == part.second;
    });
    return found == m_report.parts.end() ? nullptr : &*found;
}

void FilesImport::saveRejected(const Part &part, const QString &path)
{
    if (const auto *reported = reportOf(part); reported && reported->report.rejected > 0)
        copyRejected({{reported->request.rejectedPath, path}});
}

void FilesImport::saveOpenPoints(const Part &part, const QString &path, const exchange::CsvDialect &dialect)
{
    if (const auto *reported = reportOf(part))
        save([report = reported->report, path, dialect, words = m_rules.words] {
            return transfer::saveOpenPoints(report, path, dialect, words);
        });
}

void FilesImport::copyRejected(const std::vector<std::pair<QString, QString>> &files)
{
    save([files]() -> Result<> {
        for (const auto &[from, to] : files)
            HEADWAY_CHECK(transfer::saveRejectedRows(from, to));
        return {};
    });
}

// Beside the window.
void FilesImport::save(std::function<Result<>()> write)
{
    m_saving = m_workspace.read<void>(
        this, [write = std::move(write)](sql::Connection &) { return write(); },
        [this](const Result<> &saved) {
            if (!saved)
                Q_EMIT failed(saved.error());
        });
}

} // namespace headway::app
