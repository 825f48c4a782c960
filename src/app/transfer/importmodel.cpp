// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transfer/importmodel.h"

#include "app/workspace/guicall.h"
#include "domain/records/record.h"
#include "transfer/import/rejectedrows.h"

#include <QPointer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway::app {

// Records first, then picklists.
std::vector<EntityKind> ImportModel::offeredKinds()
{
    std::vector<EntityKind> kinds = importableKinds();
    const auto lists = std::stable_partition(kinds.begin(), kinds.end(), [](EntityKind kind) {
        return !entityInfo(kind).has(KindTrait::IsAtHand);
    });
    std::sort(kinds.begin(), lists);
    return kinds;
}

ImportModel::ImportModel(Workspace &workspace, const QString &path, AskNames askNames, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_path(path), m_askNames(std::move(askNames)),
      m_kind(offeredKinds().front())
{
}

ImportModel::~ImportModel()
{
    cancel();
}

void ImportModel::chooseKind(EntityKind kind)
{
    m_kind = kind;
    m_isKindChosen = true;
}

void ImportModel::read(const exchange::CsvAnswers &written)
{
    m_written = written;
    m_reading = m_workspace.read<transfer::ImportPreview>(
        this,
        [file = file(), kind = m_kind,
         custom = m_workspace.lookups().customFields](sql::Connection &) -> Result<transfer::ImportPreview> {
            HEADWAY_TRY(source, transfer::openSource(file));
            return transfer::previewImport(*source, kind, custom);
        },
        [this](Result<transfer::ImportPreview> preview) {
            if (!preview) {
                Q_EMIT unreadable(preview.error());
            } else if (!m_isKindChosen) {
                chooseKind(transfer::likelyKind(preview->columns, m_workspace.lookups().customFields));
                Q_EMIT kindFound(m_kind);
                read(m_written);
            } else {
                m_preview = std::move(*preview);
                Q_EMIT previewed();
            }
        });
}

std::vector<exchange::ImportTarget> ImportModel::targets() const
{
    return exchange::importTargets(m_kind, m_workspace.lookups().customFields);
}

void ImportModel::forgetCheck()
{
    m_isChecked = false;
    m_isDone = false;
}

void ImportModel::check(const transfer::ImportRequest &chosen)
{
    if (isRunning())
        return;
    m_goal = Goal::Check;
    m_request = chosen;
    run(transfer::RunMode::Dry);
}

void ImportModel::importRows(const transfer::ImportRequest &chosen)
{
    if (isRunning())
        return;
    m_goal = Goal::Import;
    m_request = chosen;
    run(m_isChecked ? transfer::RunMode::Real : transfer::RunMode::Dry);
}

void ImportModel::cancel()
{
    if (m_cancelled)
        *m_cancelled = true; // the run reports when it has stopped
}

void ImportModel::run(transfer::RunMode mode)
{
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    m_request.kind = m_kind;
    m_request.zone = m_workspace.zone();
    m_request.mode = mode;
    m_request.rejectedPath = rejectedPath();
    Q_EMIT started(mode);
    const QPointer<ImportModel> alive(this);
    const auto progress = [alive, cancelled = m_cancelled, workspace = &m_workspace](qint64 done,
                                                                                     qint64 all) {
        callInGui(workspace, [alive, done, all] {
            if (alive && alive->isRunning())
                Q_EMIT alive->progressed(done, all);
        });
        return !*cancelled;
    };
    const auto report = std::make_shared<transfer::ImportReport>();
    const Actor actor{m_workspace.user(), m_workspace.now()};
    m_running = m_workspace.write(
        this,
        [file = file(), request = m_request, actor, progress,
         report](sql::Connection &connection) -> Result<ChangeSet> {
            HEADWAY_TRY(done, transfer::importFile(connection, file, request, actor, progress));
            *report = std::move(done);
            return ChangeSet{report->step, {}, {}, report->step.id == 0};
        },
        [this, report, mode](const Result<ChangeSet> &set) {
            m_cancelled.reset();
            Q_EMIT stopped();
            if (set)
                take(*report, mode);
            else
                Q_EMIT failed(set.error());
        });
}

void ImportModel::take(const transfer::ImportReport &report, transfer::RunMode mode)
{
    const bool isDry = mode == transfer::RunMode::Dry;
    // Questions and links that are not found are shown before anything is imported; after that the user has decided.
    const bool isClean = report.rejected == 0 && (!isDry || !report.isUndecided());
    const bool hasNews = report.created + report.updated > 0;
    if (isDry && m_goal == Goal::Import && isClean && hasNews) {
        run(transfer::RunMode::Real); // nothing to decide
        return;
    }
    if (!isDry && isClean && hasNews) {
        Q_EMIT imported();
        return;
    }
    const bool isAsking = m_askNames(report.offered); // if so, the answers change the outcome
    m_isChecked = isDry && !isAsking;
    m_isDone = !isDry || (m_goal == Goal::Import && isClean);
    Q_EMIT reported(report, mode);
}

transfer::SourceFile ImportModel::file() const
{
    return {.path = m_path, .csv = m_written};
}

QString ImportModel::rejectedPath() const
{
    return m_folder.filePath(u"rejected.csv"_s);
}

void ImportModel::saveRejected(const QString &path)
{
    m_saving = m_workspace.read<void>(
        this,
        [from = rejectedPath(), path](sql::Connection &) { return transfer::saveRejectedRows(from, path); },
        [this](const Result<> &saved) {
            if (!saved)
                Q_EMIT failed(saved.error());
        });
}

} // namespace headway::app
