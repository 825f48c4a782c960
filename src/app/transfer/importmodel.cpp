// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transfer/importmodel.h"

#include "app/transfer/targetlabels.h"
#include "domain/records/record.h"
#include "transfer/import/importparts.h"
#include "transfer/import/rejectedrows.h"
#include "transfer/import/stylequestions.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

// What would have to be said for the import to begin; nothing if it failed for another reason.
std::vector<transfer::ImportQuestion> questionsBehind(const Error &error, const transfer::SourceFile &file,
                                                      const transfer::ImportRequest &request,
                                                      const std::vector<CustomField> &custom,
                                                      const std::vector<Stage> &stages)
{
    if (error.code != ErrorCode::Invalid)
        return {};
    const auto source = transfer::openSource(file);
    if (!source)
        return {};
    const auto questions = transfer::styleQuestions(**source, request, custom, stages);
    return questions ? *questions : std::vector<transfer::ImportQuestion>();
}

// What a file is about by its columns and its name, as an import of a whole folder reads it.
EntityKind kindOf(const QString &path, const QStringList &columns, const std::vector<CustomField> &custom)
{
    for (const transfer::FilePart &part :
         transfer::partsOf(columns, QFileInfo(path).completeBaseName(), custom)) {
        if (part.isMain)
            return part.kind;
    }
    return transfer::likelyKind(columns, custom);
}

TargetCaption captionOf(const std::optional<Display> &display, EntityKind kind,
                        const std::vector<CustomField> &custom)
{
    if (!display)
        return {};
    return [labels = TargetLabels(*display, kind, custom)](const QString &target) {
        return labels.label(target);
    };
}

std::vector<CustomField> fieldsOf(EntityKind kind, std::vector<CustomField> custom)
{
    std::erase_if(custom, [kind](const CustomField &field) { return field.recordKind != kind; });
    return custom;
}

// What a file is read for, and with.
struct Looking {
    transfer::SourceFile file = {};
    std::optional<EntityKind> kind = {}; // that was chosen
    std::vector<CustomField> custom = {};
    std::vector<Stage> stages = {};
    QString profileFolder = {};
    std::optional<Display> display = {};
    std::map<EntityKind, OfferedProfile> used = {};
    std::optional<transfer::ImportProfile> left = {};
};

struct LookedInto {
    EntityKind kind = EntityKind::Contact;
    transfer::ImportPreview preview = {};
    OfferedProfiles profiles = {};
    std::optional<OfferedProfile> used = {};
    std::shared_ptr<const transfer::SourceDetection> detection = {};
};

Result<EntityKind> kindOfSource(transfer::RowSource &source, const Looking &asked)
{
    HEADWAY_TRY(columns, source.begin());
    const bool isOneOfSeveral = source.sheets().size() > 1;
    const QString place = isOneOfSeveral ? asked.file.path + u'/' + source.sheet() : asked.file.path;
    return kindOf(place, columns.names, asked.custom);
}

// Beside the window.
Result<LookedInto> lookInto(const Looking &asked)
{
    HEADWAY_TRY(source, transfer::openSource(asked.file));
    HEADWAY_TRY(kind, asked.kind ? Result<EntityKind>(*asked.kind) : kindOfSource(*source, asked));
    const std::vector<CustomField> own = fieldsOf(kind, asked.custom);
    HEADWAY_TRY(preview, transfer::previewImport(*source, kind, own, asked.stages));
    const TargetCaption caption = captionOf(asked.display, kind, own);
    LookedInto found{kind, std::move(preview)};
    found.detection = source->detection();
    found.profiles = offeredProfiles(asked.profileFolder, kind, found.preview.columns, own, caption);
    if (asked.left && asked.left->kind == kind) {
        OfferedProfile offered{.is = OfferedProfile::Is::AsLeft, .profile = *asked.left};
        fitProfile(offered, kind, found.preview.columns, own, caption);
        found.profiles.all.insert(found.profiles.all.begin(), std::move(offered));
    }
    if (const auto its = asked.used.find(kind); its != asked.used.end()) {
        found.used = its->second;
        fitProfile(*found.used, kind, found.preview.columns, own, caption);
    }
    return found;
}

} // namespace

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
    m_seen = {};
    m_isReading = true;
    m_reading = m_workspace.read<LookedInto>(
        this,
        [asked = Looking{.file = file(),
                         .kind = m_isKindChosen ? std::optional(m_kind) : std::nullopt,
                         .custom = m_workspace.lookups().customFields,
                         .stages = m_workspace.lookups().stages,
                         .profileFolder = m_profileFolder,
                         .display = m_display,
                         .used = m_used,
                         .left = m_left}](sql::Connection &) { return lookInto(asked); },
        [this](Result<LookedInto> found) {
            m_isReading = false;
            if (!found) {
                Q_EMIT unreadable(found.error());
                return;
            }
            m_preview = std::move(found->preview);
            m_detected = std::move(found->detection);
            m_profiles = std::move(found->profiles);
            if (!m_isKindChosen) {
                chooseKind(found->kind);
                Q_EMIT kindFound(m_kind);
            }
            if (found->used && m_used.contains(m_kind))
                m_used[m_kind] = std::move(*found->used);
            Q_EMIT previewed();
        });
}

void ImportModel::offerProfiles(const QString &folder, const Display &display, Left left)
{
    m_profileFolder = folder;
    m_display.emplace(display);
    if (left == Left::Used)
        m_left = LeftImports::of(m_workspace).find(m_path);
    if (m_left && m_left->kind) {
        m_left->rules.isFitting = true;
        chooseKind(*m_left->kind);
        m_used[m_kind] = {.is = OfferedProfile::Is::AsLeft, .profile = *m_left};
    }
}

void ImportModel::useProfile(const OfferedProfile *profile)
{
    if (profile)
        m_used.insert_or_assign(m_kind, OfferedProfile(*profile));
    else
        m_used.erase(m_kind);
}

const OfferedProfile *ImportModel::usedProfile() const
{
    const auto used = m_used.find(m_kind);
    return used == m_used.end() ? nullptr : &used->second;
}

transfer::ImportRequest ImportModel::profileRules() const
{
    const OfferedProfile *used = usedProfile();
    transfer::ImportRequest rules = used ? used->profile.rules : transfer::ImportRequest();
    rules.kind = m_kind;
    rules.caption = caption();
    return rules;
}

TargetCaption ImportModel::caption() const
{
    return captionOf(m_display, m_kind, ownFields());
}

transfer::ImportProfile ImportModel::profileOf(const transfer::ImportRequest &chosen)
{
    return {.kind = m_kind, .csv = file().csv, .rules = rulesToKeep(answered(chosen))};
}

void ImportModel::addProfile(const QString &name, const transfer::ImportProfile &profile,
                             const QStringList &targets)
{
    OfferedProfile offered{
        .name = name, .profile = profile, .targets = targets, .named = m_preview.columns.size()};
    offered.profile.rules.isFitting = true;
    std::erase_if(m_profiles.all, [&](const OfferedProfile &each) {
        return each.is == OfferedProfile::Is::Named && each.name == name;
    });
    m_profiles.all.push_back(std::move(offered));
}

void ImportModel::leave(const transfer::ImportRequest &chosen)
{
    if (!m_isImported)
        LeftImports::of(m_workspace).keep(m_path, profileOf(chosen));
}

std::vector<CustomField> ImportModel::ownFields() const
{
    return fieldsOf(m_kind, m_workspace.lookups().customFields);
}

void ImportModel::check(const transfer::ImportRequest &chosen)
{
    begin(ImportCourse::Goal::Check, chosen);
}

void ImportModel::importRows(const transfer::ImportRequest &chosen)
{
    begin(ImportCourse::Goal::Import, chosen);
}

void ImportModel::begin(ImportCourse::Goal goal, const transfer::ImportRequest &chosen)
{
    if (isRunning())
        return;
    m_request = answered(chosen);
    if (const Sentence twice = sentTwice(m_request, ownFields(), caption()); !twice.isEmpty())
        Q_EMIT failed({ErrorCode::Invalid, twice, {}});
    else
        run(m_course.begin(goal));
}

// With what was said to questions.
transfer::ImportRequest ImportModel::answered(const transfer::ImportRequest &chosen)
{
    transfer::ImportRequest request = chosen;
    QStringList targets;
    for (const exchange::MapRule &rule : chosen.map)
        targets += rule.target;
    answers().write(request, m_preview.columns, targets);
    const bool isKeySaid = chosen.keys == transfer::ImportRequest::Keys::Said || !chosen.match.isEmpty();
    if (isKeySaid) { // which was said later than any answer that it takes away
        request.match = chosen.match;
        request.keys = chosen.keys;
        request.existing = chosen.existing;
    }
    request.kind = m_kind;
    request.zone = m_workspace.zone();
    return request;
}

void ImportModel::lookAt(const transfer::ImportRequest &chosen)
{
    if (isRunning()) // which tells more
        return;
    m_looking = readSamples(m_workspace, this, file(), answered(chosen),
                            [this](const Result<std::vector<transfer::ImportSample>> &samples) {
                                if (samples)
                                    Q_EMIT sampled(*samples);
                                else
                                    Q_EMIT unsampled(samples.error());
                            });
}

void ImportModel::cancel()
{
    m_course.cancel();
}

void ImportModel::run(transfer::RunMode mode)
{
    m_request.mode = mode;
    m_request.rejectedPath = rejectedPath();
    const Progress progress = m_course.start(&m_workspace, this, [this](qint64 done, qint64 all) {
        if (isRunning())
            Q_EMIT progressed(done, all);
    });
    Q_EMIT started(mode);
    const auto report = std::make_shared<transfer::ImportReport>();
    const auto questions = std::make_shared<std::vector<transfer::ImportQuestion>>();
    const Actor actor = m_workspace.actor();
    m_running = m_workspace.write(
        this,
        [file = file(), request = m_request, custom = ownFields(), stages = m_workspace.lookups().stages,
         actor, progress, report, questions,
         folder = m_profileFolder](sql::Connection &connection) -> Result<ChangeSet> {
            auto done = transfer::importFile(connection, file, request, actor, progress);
            if (!done) {
                *questions = questionsBehind(done.error(), file, request, custom, stages);
                return failure(done.error());
            }
            *report = std::move(*done);
            if (request.mode == transfer::RunMode::Real)
                storeLastTime(folder, {.kind = request.kind, .csv = file.csv, .rules = rulesToKeep(request)});
            return ChangeSet{report->step, {}, {}, report->step.id == 0};
        },
        [this, report, questions, mode](const Result<ChangeSet> &set) {
            m_course.stopped();
            Q_EMIT stopped();
            if (set)
                take(*report, mode);
            else if (!questions->empty())
                Q_EMIT asked(*questions);
            else
                Q_EMIT failed(set.error());
        });
}

// Whether there is something that the user has neither answered nor seen.
bool ImportModel::isOpen(const transfer::ImportReport &report)
{
    const bool hasNews = m_seen.hasNews(report);
    return hasNews || answers().isOpen(report.questions);
}

void ImportModel::take(const transfer::ImportReport &report, transfer::RunMode mode)
{
    if (mode == transfer::RunMode::Real) {
        m_isImported = true;
        LeftImports::of(m_workspace).forget(m_path);
    }
    const bool isAsking = m_askNames(report.offered);
    const ImportCourse::Outcome outcome{.rejected = report.rejected,
                                        .written = report.created + report.updated,
                                        .isAsking = isAsking,
                                        .isOpen = !isAsking && report.rejected == 0 && isOpen(report)};
    switch (m_course.after(mode, outcome)) {
    case ImportCourse::Next::Import: run(transfer::RunMode::Real); break;
    case ImportCourse::Next::Close: Q_EMIT imported(); break;
    case ImportCourse::Next::Report: Q_EMIT reported(report, mode); break;
    }
}

transfer::SourceFile ImportModel::file() const
{
    transfer::SourceFile file{.path = m_path, .csv = m_written};
    if (const auto said = m_answers.find(m_kind); said != m_answers.end() && said->second.tableRows())
        file.csv.rows = said->second.tableRows();
    else if (const OfferedProfile *used = usedProfile())
        file.csv.rows = used->profile.csv.rows;
    file.detection = m_detected;
    return file;
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
