// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/importauto.h"

#include "domain/changes/stepwords.h"
#include "domain/records/record.h"
#include "domain/text/text.h"
#include "store/reading/importlookup.h"
#include "store/reading/lookups.h"
#include "transfer/import/importautoplan.h"
#include "transfer/import/importrun.h"
#include "transfer/import/lackingcolumns.h"
#include "transfer/import/stylequestions.h"

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
    PartRows(RowSource &source, FilePart part) : m_source(source), m_part(std::move(part)) {}

    QString name() const override { return m_source.name(); }
    Writing writing() const override { return m_source.writing(); }
    RejectedForm rejectedForm() const override { return m_source.rejectedForm(); }
    exchange::CsvDialect rejectedDialect() const override { return m_source.rejectedDialect(); }
    Result<SourceColumns> begin() override
    {
        m_odd = {};
        return m_source.begin();
    }
    QString digest() const override { return m_source.digest(); }
    qint64 headerLine() const override { return m_source.headerLine(); }
    std::vector<Sentence> remarks() const override { return m_source.remarks(); }
    std::vector<ImportQuestion> questions() const override
    {
        std::vector<ImportQuestion> questions = m_source.questions();
        const std::vector<ImportQuestion> odd = m_odd.all();
        questions.insert(questions.end(), odd.begin(), odd.end());
        return questions;
    }
    bool isOfSeveralKinds() const override { return !m_part.own.empty(); }
    qint64 position() const override { return m_source.position(); }
    qint64 size() const override { return m_source.size(); }

    Result<std::optional<SourceItem>> next() override
    {
        while (true) {
            HEADWAY_TRY(item, m_source.next());
            const SourceRow *row = item ? std::get_if<SourceRow>(&*item) : nullptr;
            if (row)
                askAbout(*row);
            if (!row || m_part.takes(row->cells))
                return item;
        }
    }

private:
    // Once for the file: by the part that has such rows until somebody says what they are.
    void askAbout(const SourceRow &row)
    {
        const QString word = m_part.takesUnsaid ? m_part.oddKind(row.cells) : QString();
        if (word.isEmpty())
            return;
        QStringList answers;
        for (const EntityKind kind : kindsBeside(m_part.kind))
            answers += QString(tableName(kind));
        m_odd.beginRow();
        m_odd.ask(ImportQuestion::About::RowKind, rowKindTarget, m_part.kindColumnName, word, answers);
        m_odd.settleRow();
    }

    ImportQuestions m_odd; // words in the column of kinds
    RowSource &m_source;   // outlives this
    FilePart m_part;
};

// What the files are called together: one by its name, a few by theirs, more by that of their folder.
QString nameOf(const AutoRequest &request)
{
    constexpr int mostNamed = 3;
    QStringList names;
    for (const QString &file : request.files)
        names += QFileInfo(file).fileName();
    if (!names.isEmpty() && names.size() <= mostNamed)
        return names.join(u", "_s);
    return QFileInfo(QDir(request.path).absolutePath()).fileName();
}

// If nothing else is there.
Error errorOf(const AutoReport::Left &file)
{
    return {ErrorCode::Invalid, file.reason, file.isUnclear ? QString(unclearFile) : QString()};
}

// Progress over all parts, each as long as its file.
Progress progressOf(const Progress &progress, qint64 before, qint64 all)
{
    if (!progress)
        return {};
    return [progress, before, all](qint64 done, qint64) { return progress(before + done, all); };
}

// A pipeline that an earlier part of this import has made is there for the others.
void joinPipeline(ImportRequest &request, const QStringList &made)
{
    if (made.contains(fold(request.newPipeline)))
        request.pipeline = std::exchange(request.newPipeline, {});
}

Result<ImportReport> importPart(sql::Connection &connection, AutoSources &sources, const PlannedPart &part,
                                const ImportRequest &chosen, const Actor &actor, store::StepWriter &step,
                                const Progress &progress)
{
    HEADWAY_TRY(source, sources.source(part.path));
    PartRows rows(*source, part.part);
    ImportRequest own = chosen;
    std::erase_if(own.meanings, [](const WordRule &rule) { return rule.target == rowKindTarget; });
    HEADWAY_TRY(run, ImportRun::prepare(connection, rows, own, actor));
    HEADWAY_CHECK(run->into(step, progress));
    ImportReport report = run->report();
    report.plan.notImported.removeAll(part.part.kindColumnName); // it has said what the rows are
    return report;
}

// Whether its records refer to some that are imported after them: a lead to the deal it became, a company to its
// parent in another file.
bool refersAhead(const ImportReport &report, bool isOneOfSeveral)
{
    const EntityKind own = report.plan.kind;
    const auto isAhead = [&](const exchange::ImportInput &input) {
        const bool isId = input.target.role == exchange::TargetRole::ForeignId;
        if (input.target.role == exchange::TargetRole::TeamManager)
            return isOneOfSeveral;
        if (input.target.field < 0 || (!isId && input.target.role != exchange::TargetRole::Name))
            return false;
        const EntityKind other = entityInfo(own).field(input.target.field).target;
        return other == own ? isOneOfSeveral : isId && comesAfter(other, own);
    };
    return std::any_of(report.plan.inputs.begin(), report.plan.inputs.end(), isAhead);
}

// Whether records were made with ids that it misses, for names in another file.
bool areMade(const QSet<QString> &missing, const QSet<QString> &made)
{
    return std::any_of(missing.begin(), missing.end(), [&](const QString &id) { return made.contains(id); });
}

// Once the other files are in, those links are filled in; not if somebody says that records stay as they are.
Result<> linkAhead(sql::Connection &connection, AutoSources &sources, const AutoPlan &plan,
                   const PlannedPart &part, const Actor &actor, store::StepWriter &step,
                   const QSet<QString> &idsMade, const Progress &progress, ImportReport &report)
{
    ImportRequest chosen = part.request;
    const bool isKnown = !chosen.match.isEmpty() || chosen.keys == ImportRequest::Keys::None;
    const bool isAhead =
        refersAhead(report, plan.isOneOfSeveral(part)) || areMade(report.idsMissing, idsMade);
    if (report.linksMissing() == 0 || !isKnown || !isAhead
        || (part.areKeysSaid && chosen.existing == DuplicatePolicy::Skip))
        return {};
    chosen.existing = DuplicatePolicy::Fill;
    if (part.mayMakeItsKind) // what is in none of the files
        chosen.createMissing.push_back(chosen.kind);
    chosen.rejectedPath.clear();
    HEADWAY_TRY(again, importPart(connection, sources, part, chosen, actor, step, progress));
    report.alsoCreated.insert(report.alsoCreated.end(), again.alsoCreated.begin(), again.alsoCreated.end());
    report.links = again.links;
    report.missingLinks = again.missingLinks;
    return {};
}

// What could be read when it was shown, and cannot be now, is not left without anybody noticing.
Result<> requireStillThere(const AutoRequest &request, const AutoPlan &plan, AutoSources &sources)
{
    for (const AutoReport::Left &left : plan.left) {
        const auto before = request.looks ? request.looks->find(left.path) : FileLooks::const_iterator();
        const bool wasThere = request.looks && before != request.looks->end() && !before->second.fault;
        if (wasThere && sources.look(left.path).fault)
            return failure(inFile(*sources.look(left.path).fault, left.path));
    }
    return {};
}

qint64 sizeOf(const QString &path)
{
    return QFileInfo(sheetAddress(path).path).size();
}

// One part after the other, then the links between them.
Result<> importParts(sql::Connection &connection, AutoSources &sources, AutoPlan &plan, const Actor &actor,
                     const Progress &progress, store::StepWriter &step, AutoReport &report)
{
    qint64 all = 0;
    for (const PlannedPart &part : plan.parts)
        all += sizeOf(part.path);
    qint64 before = 0;
    QStringList pipelines;
    for (PlannedPart &part : plan.parts) {
        joinPipeline(part.request, pipelines);
        HEADWAY_TRY(lastBefore, store::lastId(connection, part.part.kind));
        auto done = importPart(connection, sources, part, part.request, actor, step,
                               progressOf(progress, before, all));
        if (!done)
            return failure(inFile(done.error(), part.path));
        HEADWAY_TRY(last, store::lastId(connection, part.part.kind));
        done->notes.insert(done->notes.end(), part.notes.begin(), part.notes.end());
        if (part.isEmpty)
            done->notes.push_back(Sentence::tr("There are no rows below the column names."));
        if (!part.request.newPipeline.isEmpty())
            pipelines += fold(part.request.newPipeline);
        report.parts.push_back({part.path, part.request, std::move(*done), lastBefore, last});
        before += sizeOf(part.path);
    }
    const Progress atEnd =
        progress ? Progress([&progress, all](qint64, qint64) { return progress(all, all); }) : Progress();
    QSet<QString> idsMade;
    for (const AutoReport::Part &part : report.parts)
        idsMade.unite(part.report.idsMade);
    for (size_t i = 0; i < plan.parts.size(); ++i) {
        joinPipeline(plan.parts[i].request, pipelines);
        const auto linked = linkAhead(connection, sources, plan, plan.parts[i], actor, step, idsMade, atEnd,
                                      report.parts[i].report);
        if (!linked)
            return failure(inFile(linked.error(), plan.parts[i].path));
    }
    return {};
}

void askOnce(AutoReport &report)
{
    std::map<QString, std::vector<ImportReport *>> byFile;
    for (AutoReport::Part &part : report.parts)
        byFile[part.path].push_back(&part.report);
    for (const auto &[path, reports] : byFile)
        askOnce(reports);
}

} // namespace

qint64 AutoReport::rejected() const
{
    qint64 all = 0;
    for (const Part &part : parts)
        all += part.report.rejected;
    return all;
}

std::map<QString, QStringList> columnsLeft(const AutoReport &report)
{
    std::map<QString, QStringList> columns;
    for (const AutoReport::Part &part : report.parts) {
        const QStringList &notImported = part.report.plan.notImported;
        const auto [known, isNew] = columns.try_emplace(part.path, notImported);
        if (!isNew)
            known->second.removeIf([&](const QString &column) { return !notImported.contains(column); });
    }
    std::erase_if(columns, [](const auto &each) { return each.second.isEmpty(); });
    return columns;
}

Result<AutoPreview> previewAuto(const AutoRequest &request, const Lookups &book)
{
    AutoSources sources(request);
    HEADWAY_TRY(plan, planAuto(request, sources, book));
    AutoPreview preview{.parts = {}, .left = std::move(plan.left)};
    for (const PlannedPart &part : plan.parts) {
        std::vector<CustomField> own = book.customFields;
        std::erase_if(own, [&](const CustomField &field) { return field.recordKind != part.part.kind; });
        std::vector<ImportQuestion> questions;
        if (!part.isEmpty) {
            HEADWAY_TRY(source, sources.source(part.path));
            HEADWAY_TRY(asked, styleQuestions(*source, part.request, own, book.stages));
            questions = std::move(asked);
        }
        preview.parts.push_back({.path = part.path,
                                 .kind = part.part.kind,
                                 .isOneOfSeveral = !part.part.own.empty() || part.part.kindColumn >= 0,
                                 .isEmpty = part.isEmpty,
                                 .columns = part.columns,
                                 .targets = part.targets,
                                 .writing = part.writing,
                                 .questions = std::move(questions)});
    }
    preview.looks = sources.looks();
    return preview;
}

Result<AutoReport> importAuto(sql::Connection &connection, const AutoRequest &request, const Actor &actor,
                              const Progress &progress)
{
    HEADWAY_TRY(lists, store::loadLookups(connection));
    AutoSources sources(request);
    HEADWAY_TRY(plan, planAuto(request, sources, lists));
    HEADWAY_CHECK(requireStillThere(request, plan, sources));
    AutoReport report;
    report.left = plan.left;
    report.looks = sources.looks();
    if (plan.parts.empty() && !plan.left.empty())
        return failure(inFile(errorOf(plan.left.front()), plan.left.front().path));
    const QString name = nameOf(request);
    const auto label = [&name](qint64 records) {
        return Sentence(records == 1 ? steps::filesImportedOne : steps::filesImported).arg(records, name);
    };
    HEADWAY_TRY(step, store::StepWriter::begin(connection, label(0), Origin::Imported, actor));
    HEADWAY_CHECK(importParts(connection, sources, plan, actor, progress, step, report));
    askOnce(report);
    if (request.rules.isFitting && !report.parts.empty()) {
        std::vector<Sentence> &notes = report.parts.front().report.notes;
        for (const Sentence &rule : uselessRules(request.rules, plan))
            notes.push_back(rule);
    }
    // Returning without finish() rolls everything back.
    if (request.rules.mode == RunMode::Dry || step.changeCount() == 0)
        return report;
    qint64 records = 0;
    for (const AutoReport::Part &part : report.parts)
        records += part.report.created + part.report.updated;
    step.setLabel(label(records));
    HEADWAY_TRY(set, step.finish(progress));
    report.step = set.operation;
    return report;
}

} // namespace headway::transfer
