// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/importrun.h"

#include "domain/records/record.h"
#include "domain/rules/picklists.h"
#include "domain/text/quoted.h"
#include "domain/text/text.h"
#include "exchange/plan/columnfit.h"
#include "exchange/plan/foreignsystem.h"
#include "exchange/plan/labelcolumns.h"
#include "store/reading/lookups.h"
#include "transfer/import/importcells.h"
#include "transfer/import/importpipeline.h"

#include <QDataStream>

using namespace Qt::StringLiterals;

namespace headway::transfer {

using exchange::TargetRole;

namespace {

constexpr qsizetype mostSamples = 2000;
constexpr qint64 rowsBetweenReports = 200;

Error unreadable(const QFile &file)
{
    return {ErrorCode::Unreadable,
            Sentence::tr("%1 cannot be read: %2.").arg(file.fileName(), file.errorString()),
            {}};
}

} // namespace

ImportRun::ImportRun(sql::Connection &connection, RowSource &source, const ImportRequest &request,
                     const Actor &actor)
    : m_connection(connection), m_source(source), m_request(request), m_actor(actor)
{
    m_report.writing = source.writing();
}

Result<std::unique_ptr<ImportRun>> ImportRun::prepare(sql::Connection &connection, RowSource &source,
                                                      const ImportRequest &request, const Actor &actor)
{
    std::unique_ptr<ImportRun> run(new ImportRun(connection, source, request, actor));
    HEADWAY_TRY(lists, store::loadLookups(connection));
    run->m_lists = lists;
    if (!lists.user(actor.user))
        run->m_actor.user = {}; // records cannot refer to a user who is not in the book
    if (run->m_request.currency.isEmpty())
        run->m_request.currency = lists.currency.isEmpty() ? u"EUR"_s : lists.currency;
    if (!currencyDecimals(run->m_request.currency))
        return failure(ErrorCode::Invalid,
                       Sentence::tr("%1 is not a currency code.").arg(Quoted{run->m_request.currency}));
    HEADWAY_CHECK(run->requirePipeline());
    HEADWAY_CHECK(run->requireNewPipeline());
    HEADWAY_CHECK(run->makePlan());
    run->m_references =
        std::make_unique<References>(connection, run->m_request, run->m_lists, run->m_request.currency);
    run->m_links = std::make_unique<ForeignLinks>(*run->m_context, *run->m_references, connection);
    run->m_reader =
        std::make_unique<RowReader>(*run->m_context, *run->m_references, *run->m_links, connection);
    HEADWAY_CHECK(run->m_reader->prepare());
    run->m_matcher = std::make_unique<RowMatcher>(*run->m_context, *run->m_references, connection);
    HEADWAY_CHECK(run->m_matcher->prepare(run->m_request.match));
    run->m_otherMatcher = std::make_unique<RowMatcher>(*run->m_context, *run->m_references, connection);
    HEADWAY_CHECK(run->m_otherMatcher->prepare(run->m_request.matchElse));
    run->m_rejected = std::make_unique<RejectedRows>(request.rejectedPath, run->m_report.plan.columns,
                                                     source.rejectedDialect(), request.words);
    return run;
}

// Invalid if there is no pipeline of the requested name. In a book without pipelines it will be created.
Result<> ImportRun::requirePipeline() const
{
    QStringList names;
    for (const Pipeline &pipeline : m_lists.pipelines) {
        if (fold(pipeline.name) == fold(m_request.pipeline))
            return {};
        names += pipeline.name;
    }
    if (m_request.pipeline.isEmpty() || names.isEmpty())
        return {};
    return failure(ErrorCode::Invalid,
                   Sentence::tr("There is no pipeline %1; there are: %2.")
                       .arg(Quoted{m_request.pipeline}, names.join(u", "_s)));
}

// Checked before anything is read: the name must be a new one.
Result<> ImportRun::requireNewPipeline()
{
    if (m_request.newPipeline.isEmpty())
        return {};
    if (!m_request.pipeline.isEmpty())
        return failure(ErrorCode::Invalid,
                       Sentence::tr("The deals go either into a pipeline of the book or into a new one."));
    std::vector<Record> others;
    for (const Pipeline &pipeline : m_lists.pipelines) {
        others.push_back({.ref = {EntityKind::Pipeline, pipeline.id.value}});
        others.back().row = toRow(pipeline);
    }
    m_request.newPipeline = m_request.newPipeline.trimmed();
    HEADWAY_CHECK(checkPicklistName(EntityKind::Pipeline, m_request.newPipeline, others));
    m_request.pipeline = m_request.newPipeline; // for all deals of the file
    return {};
}

// Needs an extra pass over the rows: the last one may name a stage that no other does.
Result<> ImportRun::makePipeline(store::StepWriter &step)
{
    HEADWAY_TRY(seen, FileStages::prepare(m_request, m_report.plan));
    HEADWAY_CHECK(m_source.begin());
    while (true) {
        HEADWAY_TRY(item, m_source.next());
        if (!item)
            break;
        if (const auto *row = std::get_if<SourceRow>(&*item))
            HEADWAY_CHECK(seen.note(row->cells));
    }
    const std::vector<Stage> stages = seen.stages();
    HEADWAY_CHECK(m_references->makePipeline(step, m_request.newPipeline, stages));
    m_report.notes.push_back(
        Sentence::tr("The new pipeline %1: %2.").arg(Quoted{m_request.newPipeline}, stagesText(stages)));
    return {};
}

Result<std::vector<QStringList>> ImportRun::readSamples()
{
    HEADWAY_TRY(columns, m_source.begin());
    m_report.notes.insert(m_report.notes.end(), columns.notes.begin(), columns.notes.end());
    m_report.plan.columns = columns.names;
    std::vector<QStringList> rows;
    while (qsizetype(rows.size()) < mostSamples) {
        HEADWAY_TRY(item, m_source.next());
        if (!item)
            break;
        if (const auto *row = std::get_if<SourceRow>(&*item))
            rows.push_back(row->cells);
    }
    return rows;
}

Result<> ImportRun::makePlan()
{
    HEADWAY_TRY(samples, readSamples());
    std::vector<CustomField> custom = m_lists.customFields;
    std::erase_if(custom, [this](const CustomField &field) { return field.recordKind != m_request.kind; });
    if (m_request.system.isEmpty())
        m_request.system = exchange::systemOf(m_report.plan.columns);
    if (m_request.system.isEmpty())
        m_request.system = exchange::unknownSystem();
    m_report.system = m_request.system;
    const bool exact = m_request.match.contains(u"id"_s);
    const exchange::PlanRules rules{m_request.map, m_request.set,
                                    exact ? exchange::FileIds::Kept : exchange::FileIds::Ignored};
    HEADWAY_TRY(plan, exchange::planImport(m_request.kind, m_report.plan.columns, rules, custom));
    m_report.plan = plan;
    std::vector<exchange::Misfit> misfits;
    if (exact) {
        leaveToOtherFiles();
        m_report.style = {{u'.', QChar()}, DateOrder::YearMonthDay, m_request.currency, m_request.zone};
        if (m_request.decimalMark)
            m_report.style.number = {*m_request.decimalMark, *m_request.decimalMark == u',' ? u'.' : u','};
        m_report.style.dates = m_request.dateOrder.value_or(DateOrder::YearMonthDay);
    } else {
        misfits = exchange::leaveMisfits(m_report.plan, m_request.map, samples);
        misfits.insert(misfits.end(), m_request.undecided.begin(), m_request.undecided.end());
        HEADWAY_TRY(style,
                    exchange::detectStyle(
                        m_report.plan, samples,
                        {m_request.dateOrder, m_request.decimalMark, m_request.currency, m_request.zone}));
        m_report.style = style;
        exchange::detectUnits(m_report.plan, samples, style);
    }
    const bool isOfArchive = m_request.part == ImportRequest::Part::OfArchive;
    m_context.emplace(
        ImportContext{m_request,
                      m_report.plan,
                      m_report.style,
                      exact ? Fidelity::Exact : Fidelity::Sensible,
                      isOfArchive ? ImportContext::Forward::Trusted : ImportContext::Forward::Refused,
                      m_actor,
                      &m_questions,
                      misfits,
                      {}});
    if (m_request.kind == EntityKind::Activity)
        m_context->activities = activityFile(m_report.plan, m_source.name());
    return {};
}

// An archive of before next steps were activities has them as texts of the record.
exchange::ImportTarget ImportRun::notedInstead(EntityKind kind, const exchange::ImportTarget &target)
{
    const bool isStep = target.role == TargetRole::NextStep;
    if (!isStep && target.role != TargetRole::NextStepOn)
        return target;
    const QString noted = isStep ? u"noted_step"_s : u"noted_step_on"_s;
    return {TargetRole::Field, entityInfo(kind).indexOf(noted), noted};
}

// In an export of ours the names next to ids are only for people to read, and child records come with their
// own files.
void ImportRun::leaveToOtherFiles()
{
    auto &inputs = m_report.plan.inputs;
    const auto hasId = [&](int field) {
        return std::any_of(inputs.begin(), inputs.end(), [field](const exchange::ImportInput &input) {
            return input.target.role == TargetRole::Field && input.target.field == field;
        });
    };
    // A complete export has both fields of its time; a file of a few columns means the next step by its name.
    const bool hasNoted = m_report.plan.find(u"noted_step"_s) != nullptr;
    const bool isOfBefore = !hasNoted && m_request.part == ImportRequest::Part::OfArchive;
    std::vector<exchange::ImportInput> kept;
    for (exchange::ImportInput input : inputs) {
        if (isOfBefore)
            input.target = notedInstead(m_request.kind, input.target);
        const TargetRole role = input.target.role;
        const bool isTyped = !hasNoted && (role == TargetRole::NextStep || role == TargetRole::NextStepOn);
        const bool isOwn = isTyped || role == TargetRole::Field || role == TargetRole::Id
            || role == TargetRole::Created || role == TargetRole::Custom
            || (role == TargetRole::Name && !hasId(input.target.field));
        if (isOwn)
            kept.push_back(input);
        else
            m_report.plan.notImported += input.columnName;
    }
    inputs = std::move(kept);
}

Result<> ImportRun::heard(const Progress &progress, qint64 position) const
{
    if (progress && !progress(position, m_source.size()))
        return failure(ErrorCode::Cancelled, Sentence::tr("Cancelled; nothing was imported."));
    return {};
}

Result<> ImportRun::into(store::StepWriter &step, const Progress &progress)
{
    if (!m_request.newPipeline.isEmpty())
        HEADWAY_CHECK(makePipeline(step));
    m_writer = std::make_unique<RowWriter>(*m_context, *m_references, m_connection, step);
    HEADWAY_CHECK(m_source.begin());
    while (true) {
        HEADWAY_TRY(item, m_source.next());
        if (!item)
            break;
        ++m_report.read;
        if (const auto *problem = std::get_if<SourceProblem>(&*item))
            HEADWAY_CHECK(reject(*problem));
        else
            HEADWAY_CHECK(take(std::get<SourceRow>(*item), Pass::MayWait));
        if (m_report.read % rowsBetweenReports == 0)
            HEADWAY_CHECK(heard(progress, m_source.position()));
    }
    HEADWAY_CHECK(takeWaiting(progress));
    HEADWAY_CHECK(m_rejected->finish());
    if (m_context->fidelity == Fidelity::Exact)
        HEADWAY_CHECK(store::advanceIds(m_connection, m_request.kind));
    conclude();
    return {};
}

Result<RowWriter::Written> ImportRun::put(const SourceRow &row, Pass pass)
{
    HEADWAY_TRY(imported, m_reader->read(row, pass));
    const bool isOther = !m_request.matchElse.isEmpty() && m_matcher->isBlind(imported);
    RowMatcher &matcher = isOther ? *m_otherMatcher : *m_matcher;
    std::vector<qint64> matching;
    if (!m_request.match.isEmpty() && m_request.existing != DuplicatePolicy::Create) {
        HEADWAY_TRY(found, matcher.find(imported));
        matching = found;
    }
    if (matching.size() > 1)
        return failure(rowProblem((isOther ? m_request.matchElse : m_request.match).join(u", "_s),
                                  Sentence::tr("%1 records of the book match.").arg(matching.size())));
    HEADWAY_TRY(written,
                matching.empty() ? m_writer->create(imported) : m_writer->update(imported, matching.front()));
    m_matcher->written(written.id, imported);
    m_otherMatcher->written(written.id, imported);
    m_links->count(imported);
    return written;
}

Result<> ImportRun::take(const SourceRow &row, Pass pass)
{
    const auto written = put(row, pass);
    if (!written) {
        if (written.error().code == ErrorCode::NotFound && pass == Pass::MayWait)
            return wait(row);
        if (written.error().code == ErrorCode::Invalid)
            return reject(row, written.error());
        return failure(written.error());
    }
    m_references->countAccepted();
    m_questions.settleRow();
    switch (written->outcome) {
    case RowWriter::Outcome::Created: ++m_report.created; break;
    case RowWriter::Outcome::Updated: ++m_report.updated; break;
    case RowWriter::Outcome::Unchanged: ++m_report.unchanged; break;
    }
    return {};
}

Result<> ImportRun::reject(const SourceRow &row, const Error &error)
{
    m_references->countRejected();
    m_questions.settleRow();
    ++m_report.rejected;
    const RejectedRow why{row.line, error.detail, error.text};
    if (m_report.firstRejected.size() < rejectedRowsReported)
        m_report.firstRejected.push_back(why);
    return m_rejected->add(row, why);
}

Result<> ImportRun::reject(const SourceProblem &problem)
{
    ++m_report.rejected;
    if (m_report.firstRejected.size() < rejectedRowsReported)
        m_report.firstRejected.push_back({problem.line, problem.column, problem.reason});
    return m_rejected->add(problem);
}

// --- Rows that refer to later ones of the same file -------------------------------------------------

Result<> ImportRun::wait(const SourceRow &row)
{
    if (!m_waiting) {
        m_waiting = std::make_unique<QTemporaryFile>();
        if (!m_waiting->open())
            return failure(unreadable(*m_waiting));
    }
    QDataStream out(m_waiting.get());
    out << row.line << row.cells;
    if (out.status() != QDataStream::Ok)
        return failure(
            ErrorCode::Full,
            Sentence::tr("There is no room for a temporary file: %1.").arg(m_waiting->errorString()));
    ++m_waitingRows;
    return {};
}

Result<> ImportRun::takeWaiting(const Progress &progress)
{
    // Each round imports the rows whose references the round before has created.
    qint64 before = 0;
    while (m_waitingRows > 0 && m_waitingRows != before) {
        before = m_waitingRows;
        HEADWAY_CHECK(takeWaitingOnce(Pass::MayWait, progress));
    }
    return m_waitingRows > 0 ? takeWaitingOnce(Pass::Last, progress) : Result<>();
}

Result<> ImportRun::takeWaitingOnce(Pass pass, const Progress &progress)
{
    const std::unique_ptr<QTemporaryFile> rows = std::move(m_waiting);
    const qint64 count = m_waitingRows;
    m_waitingRows = 0;
    if (!rows->seek(0))
        return failure(unreadable(*rows));
    QDataStream in(rows.get());
    for (qint64 i = 0; i < count; ++i) {
        SourceRow row;
        in >> row.line >> row.cells;
        if (in.status() != QDataStream::Ok)
            return failure(unreadable(*rows));
        HEADWAY_CHECK(take(row, pass));
        if (i % rowsBetweenReports == 0)
            HEADWAY_CHECK(heard(progress, m_source.size()));
    }
    return {};
}

void ImportRun::conclude()
{
    m_links->report(m_report);
    const std::vector<Sentence> remarks = m_source.remarks();
    m_report.notes.insert(m_report.notes.end(), remarks.begin(), remarks.end());
    m_report.offered = m_references->offered();
    m_report.taken = m_references->taken();
    m_report.alsoCreated = m_references->created();
    m_report.hasUnknownNames = m_references->hasRefused();
    m_report.questions = m_questions.all();
    for (const Sentence &note : m_reader->mixedDays())
        m_report.notes.push_back(note);
    if (const qint64 named = m_writer->named())
        m_report.notes.push_back(
            named == 1
                ? Sentence::tr("1 record without a name is called by its address, domain or parts.")
                : Sentence::tr("%1 records without a name are called by their address, domain or parts.")
                      .arg(named));
    if (const qint64 rows = m_writer->onCreation())
        m_report.notes.push_back(
            rows == 1
                ? Sentence::tr("1 activity without a day stands on the day it was created.")
                : Sentence::tr("%1 activities without a day stand on the day they were created.").arg(rows));
    for (const auto &[field, rows] : m_reader->leftOut())
        m_report.notes.push_back(
            Sentence::tr(
                "%1 rows went in without their %2: those records are not in the book yet. Import the file again after them, matched by id, to fill them in.")
                .arg(rows, field));
}

} // namespace headway::transfer
