// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/importrun.h"

#include "domain/records/record.h"
#include "domain/rules/picklists.h"
#include "domain/text/quoted.h"
#include "domain/text/text.h"
#include "exchange/plan/stagecolumns.h"
#include "store/commit/importedfiles.h"
#include "store/reading/importlookup.h"
#include "store/reading/lookups.h"
#include "transfer/import/importparts.h"
#include "transfer/import/importpipeline.h"
#include "transfer/request/importprofile.h"
#include "transfer/request/requestwords.h"
#include "transfer/rows/importcells.h"
#include "transfer/rows/importstages.h"

#include <QFileInfo>

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway::transfer {

using exchange::TargetRole;

namespace {

constexpr qint64 rowsBetweenReports = 200;

// What the titles of groups of rows often say, if no column does: boards are grouped by it. Empty: nothing.
QString groupMeaning(const exchange::ImportPlan &plan)
{
    for (const QString &name : {u"stage"_s, u"status"_s, u"state"_s, u"company"_s}) {
        const auto target = exchange::importTarget(plan.kind, name, {});
        if (target && target->role != TargetRole::Link)
            return plan.find(name) ? QString() : name;
    }
    return {};
}

// What helps with a row that was rejected as a whole.
RejectReason reasonOf(const ImportRequest &request, const Error &error)
{
    RejectReason reason{.column = error.detail, .reason = error.text};
    const bool isOfMatch = !error.detail.isEmpty()
        && (error.detail == request.match.join(u", "_s) || error.detail == request.matchElse.join(u", "_s));
    if (isOfMatch)
        reason.remedy = Remedy::OtherMatch;
    if (error.detail == "status"_L1) { // the book has no stage for it
        reason.remedy = Remedy::NewRecord;
        reason.made = wordToMake(EntityKind::Stage);
    }
    return reason;
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
    HEADWAY_CHECK(run->recognise());
    HEADWAY_CHECK(run->makePlan());
    HEADWAY_CHECK(run->chooseKeys());
    run->m_references =
        std::make_unique<References>(connection, run->m_request, run->m_lists, run->m_request.currency);
    run->m_links = std::make_unique<ForeignLinks>(*run->m_context, *run->m_references, connection);
    run->m_reader =
        std::make_unique<RowReader>(*run->m_context, *run->m_references, *run->m_links, connection);
    HEADWAY_CHECK(run->m_reader->prepare());
    run->m_matcher = std::make_unique<RowMatcher>(*run->m_context, *run->m_references, connection);
    const bool areKeysSaid = run->m_request.keys == ImportRequest::Keys::Said;
    const bool isOfMoves = exchange::isStageHistory(run->m_report.plan);
    const auto blank =
        areKeysSaid || isOfMoves ? RowMatcher::Blank::MatchesNothing : RowMatcher::Blank::IsAlike;
    HEADWAY_CHECK(run->m_matcher->prepare(run->m_request.match, blank));
    run->m_otherMatcher = std::make_unique<RowMatcher>(*run->m_context, *run->m_references, connection);
    HEADWAY_CHECK(run->m_otherMatcher->prepare(run->m_request.matchElse, blank));
    HEADWAY_CHECK(run->askAboutNames());
    if (isOfMoves)
        run->m_moves =
            std::make_unique<StageMoves>(*run->m_context, *run->m_references, *run->m_reader, connection);
    run->m_repeats = std::make_unique<RowRepeats>(*run->m_context, *run->m_references, connection);
    run->m_rejected = std::make_unique<RejectedRows>(request.rejectedPath, run->m_report.plan.columns, source,
                                                     request.words);
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
Result<> ImportRun::makePipeline(store::StepWriter &step, const Progress &progress)
{
    HEADWAY_TRY(seen, FileStages::prepare(m_request, m_report.plan));
    HEADWAY_CHECK(m_source.begin());
    m_blanks.begin();
    for (qint64 rows = 1;; ++rows) {
        HEADWAY_TRY(item, nextItem());
        if (!item)
            break;
        HEADWAY_CHECK(heard(progress, rows, 0)); // nothing is written yet
        auto *row = std::get_if<SourceRow>(&*item);
        if (row)
            m_blanks.read(row->cells);
        if (row && (m_request.deleted == ImportRequest::Deleted::Take || m_deleted.markIn(row->cells) < 0))
            HEADWAY_CHECK(seen.note(row->cells));
    }
    HEADWAY_TRY(stages, seen.stages());
    HEADWAY_CHECK(m_references->makePipeline(step, m_request.newPipeline, stages));
    m_report.notes.push_back(
        Sentence::tr("The new pipeline %1: %2.").arg(Quoted{m_request.newPipeline}, stagesText(stages)));
    return {};
}

Result<> ImportRun::heard(const Progress &progress, qint64 rows, qint64 position) const
{
    if (progress && rows % rowsBetweenReports == 0 && !progress(position, m_source.size()))
        return failure(ErrorCode::Cancelled, Sentence::tr("Cancelled; nothing was imported."));
    return {};
}

Result<> ImportRun::begin(store::StepWriter &step, const Progress &progress)
{
    m_references->begin(step);
    if (!m_request.newPipeline.isEmpty())
        HEADWAY_CHECK(makePipeline(step, progress));
    HEADWAY_CHECK(m_rest.makeFields(step));
    HEADWAY_TRY(last, store::lastId(m_connection, m_request.kind));
    m_lastBefore = last;
    const qint64 known = m_source.isOfSeveralKinds() ? std::numeric_limits<qint64>::max() : last;
    m_matcher->begin(known);
    m_otherMatcher->begin(known);
    m_writer = std::make_unique<RowWriter>(*m_context, *m_references, m_connection, step);
    HEADWAY_CHECK(m_source.begin());
    m_blanks.begin();
    return {};
}

Result<std::optional<SourceItem>> ImportRun::nextItem()
{
    HEADWAY_TRY(item, m_source.next());
    if (auto *row = item ? std::get_if<SourceRow>(&*item) : nullptr)
        row->writeNumbers(m_report.style.number.decimalMark);
    return item;
}

Result<> ImportRun::readRows(const Progress &progress)
{
    while (true) {
        HEADWAY_TRY(item, nextItem());
        if (!item)
            return {};
        if (auto *row = std::get_if<SourceRow>(&*item)) {
            m_blanks.read(row->cells);
            if (isLeftAsDeleted(*row))
                continue;
        }
        ++m_report.read;
        if (const auto *problem = std::get_if<SourceProblem>(&*item)) {
            HEADWAY_CHECK(reject(*problem));
        } else {
            m_rest.count(std::get<SourceRow>(*item).cells);
            HEADWAY_CHECK(take(std::get<SourceRow>(*item), Pass::MayWait));
        }
        HEADWAY_CHECK(heard(progress, m_report.read, m_source.position()));
    }
}

Result<> ImportRun::into(store::StepWriter &step, const Progress &progress)
{
    HEADWAY_CHECK(begin(step, progress));
    HEADWAY_CHECK(readRows(progress));
    HEADWAY_CHECK(takeWaiting(progress));
    HEADWAY_CHECK(linkLate(progress));
    HEADWAY_CHECK(writeMoves());
    HEADWAY_CHECK(m_rejected->finish());
    // A dry run leaves it, as does an import of that very file.
    if (m_request.mode == RunMode::Real && m_source.name() != QFileInfo(m_request.rejectedPath).fileName())
        HEADWAY_CHECK(m_rejected->removeStale());
    if (m_context->fidelity == Fidelity::Exact)
        HEADWAY_CHECK(store::advanceIds(m_connection, m_request.kind));
    HEADWAY_CHECK(conclude());
    if (m_became.isEmpty() || m_source.isSample())
        return {};
    return store::noteImportedFile(m_connection, step.operation(),
                                   {m_digest, m_request.kind, m_source.name(), m_became.text()});
}

// Such rows are not counted as read; they are a question, or a note.
bool ImportRun::isLeftAsDeleted(const SourceRow &row)
{
    const qsizetype mark = m_deleted.markIn(row.cells);
    if (mark < 0 || m_request.deleted == ImportRequest::Deleted::Take)
        return false;
    ++m_deletedRows;
    if (m_request.deleted == ImportRequest::Deleted::Asked) {
        m_questions.beginRow();
        m_questions.ask(ImportQuestion::About::Deleted, {}, m_report.plan.columns[mark], row.cells[mark],
                        {u"take"_s, u"leave"_s});
        m_questions.settleRow();
    }
    return true;
}

Result<RowWriter::Written> ImportRun::put(const SourceRow &row, Pass pass)
{
    HEADWAY_TRY(imported, m_reader->read(row, pass));
    if (m_reasons.hasAny()) {
        if (!m_moves)
            m_writer->complain(imported);
        return failure(rowProblem(m_reasons.columns(), m_reasons.sentence()));
    }
    if (m_moves)
        return putMove(row, imported);
    HEADWAY_TRY(destination, destinationOf(row, imported));
    if (destination.isLeft)
        return RowWriter::Written{RowWriter::Outcome::Unchanged, destination.record};
    HEADWAY_TRY(written,
                destination.record ? m_writer->update(imported, destination.record)
                                   : m_writer->create(imported));
    m_repeats->written(written.id);
    HEADWAY_CHECK(m_matcher->written(written.id, imported));
    HEADWAY_CHECK(m_otherMatcher->written(written.id, imported));
    const bool isLeft = destination.record && imported.existing == DuplicatePolicy::Skip;
    if (!isLeft && mayBeLinkedLater(imported)) {
        m_lateRows.insert(row.line, {written.id, pass == Pass::Circle ? pass : Pass::Last});
        HEADWAY_CHECK(m_late.add(row));
    } else {
        m_links->count(imported);
    }
    if (imported.isManagerLater)
        m_unmanaged.emplace_back(written.id, imported);
    return written;
}

Result<> ImportRun::take(const SourceRow &row, Pass pass)
{
    m_reasons.beginRow();
    if (isUncutLine(m_report.plan.columns, row.cells, m_source.rejectedDialect().separator))
        return reject(row,
                      rowProblem({},
                                 Sentence::tr("All of the row is in one cell: its fields belong into their "
                                              "columns.")));
    const auto written = put(row, pass);
    if (!written) {
        if (written.error().code == ErrorCode::NotFound && pass == Pass::MayWait)
            return m_waiting.add(row);
        if (written.error().code == ErrorCode::Invalid)
            return reject(row, written.error());
        return failure(written.error());
    }
    m_lastRecord = written->id;
    if (!m_digest.isEmpty() && written->id)
        m_became.add(row.line, written->id);
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
    if (!m_reasons.hasAny())
        m_reasons.add(reasonOf(m_request, error));
    const RejectedRow why = noted({row.line, m_reasons.columns(), m_reasons.sentence()});
    return m_rejected->add(row, why);
}

Result<> ImportRun::reject(const SourceProblem &problem)
{
    m_reasons.beginRow();
    m_reasons.add({problem.column, {}, {}, problem.reason});
    noted({problem.line, problem.column, problem.reason});
    return m_rejected->add(problem);
}

RejectedRow ImportRun::noted(RejectedRow row)
{
    ++m_report.rejected;
    m_reasons.countRow();
    if (m_report.firstRejected.size() < rejectedRowsReported)
        m_report.firstRejected.push_back(row);
    return row;
}

// --- Rows that refer to later ones of the same file -------------------------------------------------

Result<> ImportRun::takeWaiting(const Progress &progress)
{
    while (m_waiting.count() > 0) {
        // Each round imports the rows whose references the round before has created.
        qint64 before = 0;
        while (m_waiting.count() > 0 && m_waiting.count() != before) {
            before = m_waiting.count();
            HEADWAY_CHECK(takeWaitingOnce([](qint64) { return Pass::MayWait; }, progress));
        }
        if (m_waiting.count() == 0)
            break;
        // The rest refers to what is not in the file, or to one another.
        HEADWAY_TRY(passes, m_waiting.passes(*m_reader));
        HEADWAY_CHECK(takeWaitingOnce([&](qint64 line) { return passes.value(line, Pass::Last); }, progress));
    }
    return manageTeams();
}

Result<> ImportRun::takeWaitingOnce(const std::function<Pass(qint64 line)> &passOf, const Progress &progress)
{
    qint64 taken = 0;
    return m_waiting.takeAll([&](const SourceRow &row) -> Result<> {
        HEADWAY_CHECK(take(row, passOf(row.line)));
        return heard(progress, taken++, m_source.size());
    });
}

Result<> ImportRun::manageTeams()
{
    for (auto &[user, imported] : m_unmanaged) {
        HEADWAY_TRY(managers, m_references->exactly(EntityKind::User, imported.manager->name, 0));
        imported.isManagerLater = false;
        if (managers.size() == 1) {
            imported.manager->id = managers.front();
            HEADWAY_CHECK(m_writer->manageTeamOf(user, imported));
        }
    }
    return {};
}

// By which rows are the same record's, if there is one.
QString ImportRun::ownIdColumn() const
{
    const exchange::ImportInput *id = m_report.plan.find(TargetRole::ExternalId);
    return id ? id->columnName : QString();
}

// What all rows of the file ask, or of which only the source knows.
void ImportRun::askAboutRows()
{
    const std::vector<ImportQuestion> questions = m_source.questions();
    m_report.questions.insert(m_report.questions.end(), questions.begin(), questions.end());
    const std::vector<ImportQuestion> blanks = m_blanks.questions();
    m_report.questions.insert(m_report.questions.end(), blanks.begin(), blanks.end());
    if (const qint64 repeated = m_repeats->count();
        repeated > 0 && m_request.repeats == ImportRequest::Repeats::Asked)
        m_report.questions.push_back(
            {ImportQuestion::About::Repeated, {}, ownIdColumn(), {}, repeated, {u"once"_s, u"each"_s}});
    if (m_deletedRows > 0 && m_request.deleted == ImportRequest::Deleted::Leave)
        m_report.notes.push_back(
            m_deletedRows == 1
                ? Sentence::tr("1 row is marked as deleted and was left out.")
                : Sentence::tr("%1 rows are marked as deleted and were left out.").arg(m_deletedRows));
    if (m_groups < 0)
        return;
    const QString &column = m_report.plan.columns[m_groups];
    const bool isSaid = std::any_of(m_request.map.begin(), m_request.map.end(),
                                    [&](const auto &rule) { return fold(rule.column) == fold(column); });
    const QString meaning = groupMeaning(m_report.plan);
    if (!isSaid && !meaning.isEmpty())
        m_report.questions.push_back({ImportQuestion::About::Groups,
                                      meaning,
                                      column,
                                      m_firstGroup,
                                      m_report.read - m_report.rejected,
                                      {u"tags"_s, meaning, u"nothing"_s}});
}

Result<> ImportRun::conclude()
{
    m_links->report(m_report);
    note(m_source.remarks());
    m_report.offered = m_references->offered();
    m_report.taken = m_references->taken();
    m_report.alsoCreated = m_references->created();
    m_report.rest = m_rest.columns();
    m_report.idsMade = m_references->idsMade();
    m_report.questions = m_questions.all();
    m_lacking.ask(m_report);
    askAboutRows();
    m_report.reasons = m_reasons.all();
    for (const Sentence &note : m_reader->mixedDays())
        m_report.notes.push_back(note);
    if (const qint64 named = m_writer->named())
        m_report.notes.push_back(
            named == 1
                ? Sentence::tr("1 record without a name is called by its address, domain or parts.")
                : Sentence::tr("%1 records without a name are called by their address, domain or parts.")
                      .arg(named));
    if (const qint64 untold = m_writer->stagesUntold())
        m_report.notes.push_back(
            untold == 1 ? Sentence::tr("1 deal: the file tells when it was in other stages, but not since "
                                       "when it is in its present one.")
                        : Sentence::tr("%1 deals: the file tells when they were in other stages, but not "
                                       "since when they are in their present ones.")
                              .arg(untold));
    if (m_namesakes > 0)
        m_report.notes.push_back(
            m_namesakes == 1
                ? Sentence::tr(
                    "1 row has the e-mail address of somebody of another name, and is somebody else.")
                : Sentence::tr(
                      "%1 rows have the e-mail address of somebody of another name, and are somebody else.")
                      .arg(m_namesakes));
    if (const qint64 rows = m_writer->onCreation())
        m_report.notes.push_back(
            rows == 1
                ? Sentence::tr("1 activity without a day stands on the day it was created.")
                : Sentence::tr("%1 activities without a day stand on the day they were created.").arg(rows));
    for (const auto &[field, rows] : m_reader->leftOut())
        m_report.notes.push_back(
            (rows == 1
                 ? Sentence::tr(
                     "1 row went in without its %2: that record is not in the book yet. Import the file again after it, matched by id, to fill it in.")
                 : Sentence::tr(
                     "%1 rows went in without their %2: those records are not in the book yet. Import the file again after them, matched by id, to fill them in."))
                .arg(rows, field));
    return m_repeats->report(m_source, m_report); // last, for it reads the source again
}

} // namespace headway::transfer
