// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/importauto.h"

#include "domain/changes/stepwords.h"
#include "domain/records/record.h"
#include "domain/text/quoted.h"
#include "exchange/plan/foreignsystem.h"
#include "store/reading/lookups.h"
#include "transfer/import/importcells.h"
#include "transfer/import/importparts.h"
#include "transfer/import/importrun.h"
#include "transfer/import/importwords.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

// The rows of a file of several kinds that have something of one of them.
class PartRows : public RowSource
{
public:
    PartRows(std::unique_ptr<RowSource> source, std::vector<qsizetype> own)
        : m_source(std::move(source)), m_own(std::move(own))
    {
    }

    QString name() const override { return m_source->name(); }
    Writing writing() const override { return m_source->writing(); }
    exchange::CsvDialect rejectedDialect() const override { return m_source->rejectedDialect(); }
    Result<SourceColumns> begin() override { return m_source->begin(); }
    std::vector<Sentence> remarks() const override { return m_source->remarks(); }
    qint64 position() const override { return m_source->position(); }
    qint64 size() const override { return m_source->size(); }

    Result<std::optional<SourceItem>> next() override
    {
        while (true) {
            HEADWAY_TRY(item, m_source->next());
            const SourceRow *row = item ? std::get_if<SourceRow>(&*item) : nullptr;
            if (!row || isOwn(*row))
                return item;
        }
    }

private:
    bool isOwn(const SourceRow &row) const
    {
        return m_own.empty() || std::any_of(m_own.begin(), m_own.end(), [&](qsizetype column) {
                   return !row.cells[column].trimmed().isEmpty();
               });
    }

    std::unique_ptr<RowSource> m_source;
    std::vector<qsizetype> m_own;
};

struct Planned {
    QString path = {};
    QStringList columns = {};
    FilePart part = {};
};

struct Plan {
    std::vector<Planned> parts = {};
    std::vector<AutoReport::Left> left = {};
    QString system = {};
};

Error inFile(Error error, const QString &path)
{
    if (error.code == ErrorCode::Invalid || error.code == ErrorCode::Unreadable)
        error.text = Sentence::tr("%1: %2").arg(QFileInfo(path).fileName(), error.text);
    return error;
}

Result<QStringList> filesIn(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isDir())
        return QStringList{path};
    const QDir folder(path);
    if (folder.exists(u"manifest.json"_s))
        return failure(
            ErrorCode::Invalid,
            Sentence::tr("%1 is an archive of a whole book: it goes into an empty one by import all.")
                .arg(Quoted{path}));
    QStringList files;
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name | QDir::IgnoreCase))
        files += folder.filePath(name);
    if (files.isEmpty())
        return failure(ErrorCode::Unreadable, Sentence::tr("There are no files in %1.").arg(Quoted{path}));
    return files;
}

bool isTextTable(const QString &path)
{
    return QStringList{u"csv"_s, u"tsv"_s, u"txt"_s, u"tab"_s}.contains(QFileInfo(path).suffix().toLower());
}

Result<Plan> planOf(const AutoRequest &request, const QStringList &files,
                    const std::vector<CustomField> &custom)
{
    Plan plan;
    for (const QString &path : files) {
        if (files.size() > 1 && !isTextTable(path)) {
            plan.left.push_back({path, Sentence::tr("It is no CSV file.")});
            continue;
        }
        const auto source = openSource({.path = path, .csv = request.csv});
        if (!source)
            return failure(inFile(source.error(), path));
        const auto columns = (*source)->begin();
        if (!columns && columns.error().code == ErrorCode::Unreadable && files.size() > 1) {
            plan.left.push_back({path, columns.error().text});
            continue;
        }
        if (!columns)
            return failure(inFile(columns.error(), path));
        const std::vector<FilePart> parts =
            partsOf(columns->names, QFileInfo(path).completeBaseName(), custom);
        if (parts.empty())
            plan.left.push_back({path,
                                 Sentence::tr("What it holds is not clear from its columns: %1.")
                                     .arg(columns->names.join(u", "_s))});
        for (const FilePart &part : parts)
            plan.parts.push_back({path, columns->names, part});
        if (plan.system.isEmpty())
            plan.system = exchange::systemOf(columns->names);
    }
    // A file that is about a kind knows more of it than one that has some of it beside something else.
    std::stable_sort(plan.parts.begin(), plan.parts.end(), [](const Planned &a, const Planned &b) {
        if (a.part.kind != b.part.kind)
            return comesAfter(b.part.kind, a.part.kind);
        return a.part.isMain && !b.part.isMain;
    });
    return plan;
}

bool hasColumn(const QStringList &columns, const QString &name)
{
    return bool(exchange::columnNamed(columns, name));
}

QString rejectedPathOf(const QString &path, const Planned &part)
{
    if (path.isEmpty())
        return {};
    const QFileInfo info(path);
    return info.dir().filePath(info.completeBaseName() + u'-' + QFileInfo(part.path).completeBaseName() + u'-'
                               + QString(tableName(part.part.kind)) + u".csv"_s);
}

Result<ImportRequest> requestOf(const AutoRequest &request, const Planned &part, const QString &system,
                                const std::vector<CustomField> &custom)
{
    ImportRequest result = request.rules;
    const EntityKind kind = part.part.kind;
    result.kind = kind;
    if (result.system.isEmpty())
        result.system = system;
    const auto isTarget = [&](const QString &name) {
        return bool(exchange::importTarget(kind, name, custom));
    };
    std::erase_if(result.map, [&](const exchange::MapRule &rule) {
        return !hasColumn(part.columns, rule.column) || !isTarget(rule.target);
    });
    std::erase_if(result.set, [&](const exchange::SetRule &rule) {
        return !isTarget(rule.target) || !exchange::RowText::parse(rule.text, part.columns);
    });
    // What is said without a column is for files that do not say it themselves.
    HEADWAY_TRY(own, exchange::planImport(kind, part.columns, {result.map, {}}, custom));
    std::erase_if(result.set, [&](const exchange::SetRule &rule) {
        const bool isTold = kind == EntityKind::Activity && rule.target == "kind"_L1
            && tellsKind(activityFile(own, QFileInfo(part.path).fileName()));
        return !rule.text.contains(u'{') && (own.find(rule.target) || isTold);
    });
    HEADWAY_TRY(plan, exchange::planImport(kind, part.columns, {result.map, result.set}, custom));
    std::erase_if(result.values, [&](const exchange::ValueRule &rule) { return !plan.find(rule.target); });
    std::erase_if(result.meanings, [&](const WordRule &rule) { return !ImportWords::canTake(rule, plan); });
    if (kind != EntityKind::Deal) {
        result.pipeline.clear();
        result.newPipeline.clear();
    }
    if (kind != EntityKind::Deal || !hasColumn(part.columns, result.closingColumn))
        result.closingColumn.clear();
    if (result.match.isEmpty()) {
        const bool isKnown = !result.system.isEmpty();
        result.match = likelyKeys(plan, part.part, isKnown ? IdsOf::OneSystem : IdsOf::Anybody);
        result.matchElse = keysWithout(plan, result.match);
        result.existing = DuplicatePolicy::Fill;
    }
    for (const EntityKind made : kindsWith(KindTrait::IsMadeUnasked))
        result.createMissing.push_back(made);
    result.unknownNames = UnknownNames::Leave;
    result.rejectedPath = rejectedPathOf(request.rules.rejectedPath, part);
    return result;
}

// Rules and answers as they were typed: "Column=field", "field:old=new".
QStringList rulesIn(const ImportRequest &request)
{
    QStringList rules;
    for (const exchange::MapRule &rule : request.map)
        rules += rule.column + u'=' + rule.target;
    for (const exchange::SetRule &rule : request.set)
        rules += rule.target + u'=' + rule.text;
    for (const exchange::ValueRule &rule : request.values)
        rules += rule.target + u':' + rule.from + u'=' + rule.to;
    for (const WordRule &rule : request.meanings)
        rules += (rule.target.isEmpty() ? QString() : rule.target + u':') + rule.from + u'=' + rule.to;
    if (!request.closingColumn.isEmpty())
        rules += request.closingColumn;
    return rules;
}

// A rule that no file takes is probably written wrong.
Result<> requireUse(const ImportRequest &rules, const std::vector<ImportRequest> &chosen)
{
    QStringList used;
    for (const ImportRequest &request : chosen)
        used += rulesIn(request);
    for (const QString &rule : rulesIn(rules)) {
        if (!used.contains(rule))
            return failure(ErrorCode::Invalid, Sentence::tr("%1 fits none of the files.").arg(Quoted{rule}));
    }
    return {};
}

// What each part is asked for, with those of the rules that are for it.
Result<std::vector<ImportRequest>> requestsOf(const AutoRequest &request, const Plan &plan,
                                              const std::vector<CustomField> &customFields)
{
    std::vector<ImportRequest> requests;
    for (const Planned &part : plan.parts) {
        std::vector<CustomField> custom = customFields;
        std::erase_if(custom, [&](const CustomField &field) { return field.recordKind != part.part.kind; });
        const auto chosen = requestOf(request, part, plan.system, custom);
        if (!chosen)
            return failure(inFile(chosen.error(), part.path));
        requests.push_back(*chosen);
    }
    HEADWAY_CHECK(requireUse(request.rules, requests));
    return requests;
}

// Progress over all parts, each as long as its file.
Progress progressOf(const Progress &progress, qint64 before, qint64 all)
{
    if (!progress)
        return {};
    return [progress, before, all](qint64 done, qint64) { return progress(before + done, all); };
}

Result<ImportReport> importPart(sql::Connection &connection, const AutoRequest &request, const Planned &part,
                                const ImportRequest &chosen, const Actor &actor, store::StepWriter &step,
                                const Progress &progress)
{
    HEADWAY_TRY(source, openSource({.path = part.path, .csv = request.csv}));
    PartRows rows(std::move(source), part.part.own);
    HEADWAY_TRY(run, ImportRun::prepare(connection, rows, chosen, actor));
    HEADWAY_CHECK(run->into(step, progress));
    return run->report();
}

// Whether its records refer to some that are imported after them: a lead to the deal it became.
bool refersAhead(const ImportReport &report)
{
    return std::any_of(
        report.plan.inputs.begin(), report.plan.inputs.end(), [&](const exchange::ImportInput &input) {
            const EntityInfo &info = entityInfo(report.plan.kind);
            return input.target.role == exchange::TargetRole::ForeignId && input.target.field >= 0
                && comesAfter(info.field(input.target.field).target, report.plan.kind);
        });
}

// Once the other files are in, those links are filled in.
Result<> linkAhead(sql::Connection &connection, const AutoRequest &request, const Planned &part,
                   ImportRequest chosen, const Actor &actor, store::StepWriter &step, ImportReport &report)
{
    if (report.linksMissing() == 0 || chosen.match.isEmpty() || !refersAhead(report))
        return {};
    chosen.existing = DuplicatePolicy::Fill;
    chosen.rejectedPath.clear();
    HEADWAY_TRY(again, importPart(connection, request, part, chosen, actor, step, {}));
    report.links = again.links;
    report.missingLinks = again.missingLinks;
    return {};
}

} // namespace

qint64 AutoReport::rejected() const
{
    qint64 all = 0;
    for (const Part &part : parts)
        all += part.report.rejected;
    return all;
}

Result<AutoReport> importAuto(sql::Connection &connection, const AutoRequest &request, const Actor &actor,
                              const Progress &progress)
{
    HEADWAY_TRY(files, filesIn(request.path));
    HEADWAY_TRY(lists, store::loadLookups(connection));
    HEADWAY_TRY(plan, planOf(request, files, lists.customFields));
    AutoReport report;
    report.left = plan.left;
    if (plan.parts.empty() && !plan.left.empty())
        return failure(inFile({ErrorCode::Invalid, plan.left.front().reason, {}}, plan.left.front().path));
    HEADWAY_TRY(requests, requestsOf(request, plan, lists.customFields));
    qint64 all = 0;
    for (const Planned &part : plan.parts)
        all += QFileInfo(part.path).size();
    const QString name = QFileInfo(QDir(request.path).absolutePath()).fileName();
    const auto label = [&name](qint64 records) { return Sentence(steps::filesImported).arg(records, name); };
    HEADWAY_TRY(step, store::StepWriter::begin(connection, label(0), Origin::Imported, actor));
    qint64 before = 0;
    qint64 records = 0;
    for (size_t i = 0; i < plan.parts.size(); ++i) {
        const Planned &part = plan.parts[i];
        auto done = importPart(connection, request, part, requests[i], actor, step,
                               progressOf(progress, before, all));
        if (!done)
            return failure(inFile(done.error(), part.path));
        records += done->created + done->updated;
        report.parts.push_back({part.path, requests[i], std::move(*done)});
        before += QFileInfo(part.path).size();
    }
    for (size_t i = 0; i < plan.parts.size(); ++i) {
        const auto linked =
            linkAhead(connection, request, plan.parts[i], requests[i], actor, step, report.parts[i].report);
        if (!linked)
            return failure(inFile(linked.error(), plan.parts[i].path));
    }
    // Returning without finish() rolls everything back.
    if (request.rules.mode == RunMode::Dry || step.changeCount() == 0)
        return report;
    step.setLabel(label(records));
    HEADWAY_TRY(set, step.finish());
    report.step = set.operation;
    return report;
}

} // namespace headway::transfer
