// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of ids that hold names, and links to records that a later row of the same file brings: one row names a company
// by its id only, another one by id and name, and by that it is made.
#include "domain/records/record.h"
#include "domain/text/quoted.h"
#include "domain/text/text.h"
#include "store/reading/importlookup.h"
#include "transfer/import/importrun.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

using exchange::ImportInput;
using exchange::ImportTarget;
using exchange::TargetRole;

namespace {

constexpr qint64 mostLate = 100'000; // rows; those behind are linked when the file comes again

bool isMissing(const ForeignLink &link, const ImportedRecord &imported)
{
    return link.field >= 0 && (link.fault == LinkFault::NotFound || link.fault == LinkFault::Circle)
        && !imported.reference(link.field) && link.target.endsWith(exchange::foreignIdName({}));
}

// "Jo Sales", "O'Hara", "Müller GmbH"; ids are numbers, "lead_01", "ACME", "a1b2", addresses are neither.
bool isLikeName(const QString &text)
{
    static const QRegularExpression word(u"^\\p{Lu}[\\p{Ll}\\p{M}]*(?:[-'’]?\\p{L}[\\p{Ll}\\p{M}]+)*$"_s);
    if (text.contains(u'@') || text.contains(u'_'))
        return false;
    const bool hasLetter = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
    return hasLetter && (text.contains(u' ') || (text.size() > 1 && word.match(text).hasMatch()));
}

// The different ones of a column, if they are like names; empty if one is not.
QStringList namesIn(const std::vector<QStringList> &rows, qsizetype column)
{
    constexpr qsizetype mostLooked = 50;
    QStringList names;
    QSet<QString> seen;
    for (const QStringList &cells : rows) {
        if (cells[column].trimmed().isEmpty() || seen.contains(cells[column]))
            continue;
        seen.insert(cells[column]);
        for (const QString &piece : piecesOf(cells[column])) {
            if (!isLikeName(piece))
                return {};
            if (names.size() < mostLooked)
                names += piece;
        }
    }
    return names;
}

// What goes there by its name: "owner" instead of "owner.external_id"; none if another column does already.
std::optional<ImportTarget> namedInstead(const exchange::ImportPlan &plan, const ImportInput &input)
{
    QString name = input.target.name;
    name.chop(exchange::foreignIdName({}).size());
    if (input.target.role != TargetRole::ForeignId || input.column < 0
        || input.target.name == exchange::anyRecordIdName() || plan.find(name))
        return std::nullopt;
    const auto target = exchange::importTarget(plan.kind, name, {});
    const bool isName = target && (target->role == TargetRole::Name || target->role == TargetRole::Link);
    return isName ? std::optional(*target) : std::nullopt;
}

} // namespace

// Some systems write into "user_id" what people are called. Where a rule says that they are ids, they are.
Result<> ImportRun::takeNamesForIds(const std::vector<QStringList> &samples)
{
    for (ImportInput &input : m_report.plan.inputs) {
        const auto target = namedInstead(m_report.plan, input);
        const bool isSaid = std::any_of(m_request.map.begin(), m_request.map.end(), [&](const auto &rule) {
            return fold(rule.column) == fold(input.columnName);
        });
        if (!target || isSaid)
            continue;
        const QStringList names = namesIn(samples, input.column);
        const EntityKind kind =
            target->field < 0 ? target->linked : entityInfo(m_request.kind).field(target->field).target;
        bool isKnown = false;
        for (const QString &name : names) {
            HEADWAY_TRY(ids, store::withExternalKey(m_connection, kind, m_request.system, name));
            isKnown = isKnown || !ids.empty();
        }
        if (names.isEmpty() || isKnown)
            continue;
        input.target = *target;
        m_report.notes.push_back(Sentence::tr("%1 holds names, no ids; they are looked up as names.")
                                     .arg(Quoted{input.columnName}));
    }
    return {};
}

bool ImportRun::mayBeLinkedLater(const ImportedRecord &imported) const
{
    if (m_late.count() >= mostLate)
        return false;
    const auto isNamedBeside = [this](int field) {
        const auto &inputs = m_report.plan.inputs;
        return std::any_of(inputs.begin(), inputs.end(), [field](const ImportInput &input) {
            return input.target.role == TargetRole::Name && input.target.field == field;
        });
    };
    return std::any_of(imported.foreign.begin(), imported.foreign.end(), [&](const ForeignLink &link) {
        return isMissing(link, imported)
            && m_references->mayCreate(entityInfo(m_request.kind).field(link.field).target)
            && isNamedBeside(link.field);
    });
}

// Fills in those that are there by now, and counts the links of these rows.
Result<> ImportRun::linkLate(const Progress &progress)
{
    qint64 rows = 0;
    return m_late.takeAll([&](const SourceRow &row) -> Result<> {
        HEADWAY_CHECK(heard(progress, ++rows, m_source.size()));
        m_reasons.beginRow();
        const LateRow late = m_lateRows.value(row.line);
        auto imported = m_reader->read(row, late.pass);
        if (!imported && imported.error().code == ErrorCode::Invalid)
            return {};
        if (!imported)
            return failure(imported.error());
        imported->existing = DuplicatePolicy::Fill;
        HEADWAY_CHECK(m_links->leaveCircles(late.record, *imported));
        m_links->count(*imported);
        ImportedRecord links{.line = row.line, .existing = DuplicatePolicy::Fill};
        for (const auto &[field, named] : imported->references) {
            if (named.id && named.target.endsWith(exchange::foreignIdName({})))
                links.references.emplace_back(field, named);
        }
        if (links.references.empty())
            return {};
        HEADWAY_CHECK(m_writer->update(links, late.record));
        return {};
    });
}

} // namespace headway::transfer
