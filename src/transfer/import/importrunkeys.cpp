// SPDX-License-Identifier: GPL-3.0-or-later
// What an import does so that nothing is made twice: the file that comes again, by what rows are known, and the records
// that each row means.
#include "domain/records/record.h"
#include "domain/rules/customfields.h"
#include "exchange/plan/stagecolumns.h"
#include "store/commit/importedfiles.h"
#include "store/reading/importlookup.h"
#include "store/rows/records.h"
#include "transfer/import/importrun.h"

using namespace Qt::StringLiterals;

namespace headway::transfer {

// Whether this very file was imported before. An archive is no such file.
Result<> ImportRun::recognise()
{
    if (m_request.part == ImportRequest::Part::OfArchive)
        return {};
    m_digest = m_source.digest();
    HEADWAY_TRY(earlier, store::importOf(m_connection, m_digest, m_request.kind));
    m_report.earlier = earlier;
    if (!earlier)
        return {};
    HEADWAY_TRY(records, store::recordsOfFile(m_connection, earlier->id, m_digest, m_request.kind));
    m_before = RowRecords::parse(records);
    return {};
}

// Whether nobody says by what rows are known, and it is written down what each of them became.
bool ImportRun::isKnownByRows() const
{
    return !m_before.isEmpty() && m_request.keys != ImportRequest::Keys::Said
        && m_request.existing != DuplicatePolicy::Create;
}

// The record that this row became when the very file was imported before, if it is still there; else 0.
Result<qint64> ImportRun::becameBefore(const SourceRow &row) const
{
    const qint64 record = isKnownByRows() ? m_before.at(row.line) : 0;
    if (!record)
        return 0;
    const auto past = m_references->past({m_request.kind, record});
    HEADWAY_TRY(presence, store::presenceOf(m_connection, {m_request.kind, record}));
    return presence == store::Presence::Live ? record : 0;
}

Result<> ImportRun::chooseKeys()
{
    if (exchange::isStageHistory(m_report.plan))
        return chooseKeysOfMoves();
    HEADWAY_CHECK(StageMoves::require(m_report.plan, m_request.match));
    m_report.match = m_request.match;
    m_report.areRowsKnown = isKnownByRows();
    if (m_request.keys != ImportRequest::Keys::Proposed || !m_request.match.isEmpty()
        || m_request.existing == DuplicatePolicy::Create)
        return {};
    const QString &system = m_request.system;
    const ImportKeys keys =
        m_report.earlier ? keysOfKnownFile(m_report.plan, system) : proposedKeys(m_report.plan, system);
    if (m_report.earlier && keys.match.isEmpty() && !m_report.areRowsKnown && !m_source.isSample())
        return failure(
            ErrorCode::Invalid,
            Sentence::tr(
                "This very file was imported as step %1, and nothing in it tells its rows apart: undo that step first, or have all of it made a second time.")
                .arg(QString::number(m_report.earlier->id)));
    // Left as they are, records that were made for a name alone would never get what their own file says.
    if ((m_report.areRowsKnown || !keys.match.isEmpty()) && !m_request.isExistingSaid)
        m_request.existing = DuplicatePolicy::Fill;
    m_request.match = keys.match;
    m_request.matchElse = keys.otherwise;
    m_report.match = keys.match;
    return {};
}

// Where no key tells what is there already, and something is, the same name may.
Result<> ImportRun::askAboutNames()
{
    if (m_request.keys != ImportRequest::Keys::Proposed || !m_request.match.isEmpty() || m_report.areRowsKnown
        || m_request.existing == DuplicatePolicy::Create || !isNameAsked(m_report.plan))
        return {};
    HEADWAY_TRY(isAnyThere, store::hasRecords(m_connection, m_request.kind));
    if (!isAnyThere)
        return {};
    m_nameMatcher = std::make_unique<RowMatcher>(*m_context, *m_references, m_connection);
    return m_nameMatcher->prepare({u"name"_s});
}

// Two own fields of one name would be filled by turns. Exports and archives of ours may have them from before.
Result<> ImportRun::checkTwins(const ImportedRecord &imported, const std::vector<qint64> &matching) const
{
    if (m_request.kind != EntityKind::CustomField || m_context->fidelity == Fidelity::Exact)
        return {};
    HEADWAY_TRY(others, store::loadAll<CustomField>(m_connection));
    Row row = entityInfo(m_request.kind).defaults;
    for (const auto &[field, value] : imported.values)
        row[size_t(field)] = value;
    CustomField field = fromRow<CustomField>(row);
    field.id = {matching.empty() ? imported.id : matching.front()};
    return checkCustomField(field, others);
}

// The records that a row means, by the keys of all rows or by those of rows without them.
Result<std::vector<qint64>> ImportRun::meant(const ImportedRecord &imported, bool isOther)
{
    if (m_nameMatcher) {
        HEADWAY_TRY(named, m_nameMatcher->find(imported));
        if (!named.empty()) {
            HEADWAY_TRY(title, store::titleOf(m_connection, {m_request.kind, named.front()}));
            m_questions.ask(ImportQuestion::About::Known, u"name"_s, {}, title);
        }
    }
    const QStringList &keys = isOther ? m_request.matchElse : m_request.match;
    if (m_request.match.isEmpty() || m_request.existing == DuplicatePolicy::Create)
        return std::vector<qint64>();
    HEADWAY_TRY(found, (isOther ? *m_otherMatcher : *m_matcher).find(imported));
    if (m_request.keys == ImportRequest::Keys::Said || keys != QStringList{u"email"_s} || found.empty())
        return found;
    HEADWAY_TRY(same, ofThatName(m_connection, *m_references, m_request.kind, found, imported));
    m_namesakes += same.empty() ? 1 : 0;
    return same;
}

// Whether the keys tell records apart no better than people would by what they are called: two deals of one name, two
// calls of one day, a company without an id in a file that has them. Others have something of their own.
bool ImportRun::isJustCalled(const QStringList &keys) const
{
    const EntityInfo &info = entityInfo(m_request.kind);
    const bool isBesideIds = m_request.match.contains(u"external_id"_s) && !info.has(KindTrait::Person);
    return m_request.keys == ImportRequest::Keys::Proposed && !keys.isEmpty()
        && m_request.repeats != ImportRequest::Repeats::Each && !keys.contains(u"external_id"_s)
        && !info.has(KindTrait::IsAtHand) && (isBesideIds || !*info.recognisedBy);
}

Result<ImportRun::Destination> ImportRun::intoRecord(qint64 record, ImportedRecord &imported)
{
    const bool isExport = m_context->forward == ImportContext::Forward::Trusted;
    if (imported.existing != DuplicatePolicy::Skip && !isExport)
        HEADWAY_CHECK(m_links->leaveCircles(record, imported));
    return Destination{record};
}

Result<ImportRun::Destination> ImportRun::destinationOf(const SourceRow &row, ImportedRecord &imported)
{
    HEADWAY_TRY(earlier, m_repeats->earlier(row, imported));
    HEADWAY_TRY(before, becameBefore(row));
    if (before) {
        HEADWAY_CHECK(checkTwins(imported, {before}));
        return intoRecord(before, imported);
    }
    const bool isOther = !m_request.matchElse.isEmpty() && m_matcher->isBlind(imported);
    const QStringList &keys = isOther ? m_request.matchElse : m_request.match;
    HEADWAY_TRY(matching, meant(imported, isOther));
    // A row that could not be taken then is none of those that came after it.
    if (isKnownByRows() && !m_before.at(row.line))
        std::erase_if(matching, [&](qint64 id) { return m_before.lineOf(id) > row.line; });
    if (isJustCalled(keys)) { // an earlier row of this file is meant only if all of it is repeated
        std::erase_if(matching, [this](qint64 id) { return id > m_lastBefore; });
        if (matching.empty() && earlier)
            matching = {earlier->record};
    }
    const bool areKeysProposed = m_request.keys == ImportRequest::Keys::Proposed;
    if (matching.size() > 1 && areKeysProposed) {
        HEADWAY_TRY(agreeing, m_matcher->agreeing(matching, imported));
        if (!agreeing.empty()) // of several that are all the same any one
            matching = {agreeing.front()};
    }
    if (matching.size() > 1 && areKeysProposed && m_report.earlier)
        return Destination{matching.front(), true}; // several went in alike
    if (matching.size() > 1)
        return failure(rowProblem(keys.join(u", "_s),
                                  Sentence::tr("%1 records of the book match.").arg(matching.size())));
    HEADWAY_CHECK(checkTwins(imported, matching));
    if (earlier && m_request.repeats == ImportRequest::Repeats::Once) {
        matching = {earlier->record};
        imported.existing = DuplicatePolicy::Fill;
    }
    if (matching.empty() && imported.existing != DuplicatePolicy::Create) {
        HEADWAY_TRY(near, m_references->ownNear(m_request.kind, imported.ownName));
        if (near)
            matching = {near};
    }
    return matching.empty() ? Destination{} : intoRecord(matching.front(), imported);
}

} // namespace headway::transfer
