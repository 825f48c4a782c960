// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/rows/importlinks.h"

#include "domain/records/lists.h"
#include "domain/records/record.h"
#include "domain/text/quoted.h"
#include "domain/text/text.h"
#include "exchange/plan/calllog.h"
#include "exchange/plan/foreignsystem.h"
#include "exchange/plan/headeralias.h"
#include "store/rows/records.h"
#include "transfer/rows/importcells.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

using exchange::ImportInput;
using exchange::ImportTarget;

namespace {

constexpr qsizetype mostKnown = 100'000; // of each kind
constexpr qsizetype shortSalesforceId = 15;
constexpr qsizetype salesforceChunk = 5;
constexpr qsizetype mostMissing = 10'000; // texts of which rows are counted
constexpr QChar separator(u'\x1f');

std::vector<EntityKind> kindsOf(EntityKind kind, const ImportTarget &target)
{
    if (target.field >= 0)
        return {entityInfo(kind).field(target.field).target};
    if (target.name == exchange::anyRecordIdName())
        return kindsWith(KindTrait::HasActivities);
    return {target.linked};
}

bool hasLetter(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
}

// Those of them that the label names. Of a kind that nobody knows, as "Bug", it can only be a record that has the same
// long id: a number is that of other kinds as well.
std::vector<EntityKind> kindsCalled(std::vector<EntityKind> kinds, const QString &label, const QString &text)
{
    const QString key = looseKey(label);
    if (key.isEmpty() || kinds.size() < 2)
        return kinds;
    const std::optional<EntityKind> said = exchange::objectNamed(key);
    if (!said && hasLetter(text))
        return kinds;
    std::erase_if(kinds, [&](EntityKind kind) { return kind != said; });
    return kinds;
}

// EspoCRM writes several ids as ["7","9"], and names as {"7":"Anna Berg"}.
std::optional<QStringList> idsInJson(const QString &text)
{
    const QJsonDocument json = QJsonDocument::fromJson(text.trimmed().toUtf8());
    if (json.isObject())
        return json.object().keys();
    if (!json.isArray())
        return std::nullopt;
    QStringList ids;
    for (const auto &each : json.array()) {
        const QString id = each.toVariant().toString().trimmed();
        if (!id.isEmpty() && !ids.contains(id))
            ids += id;
    }
    return ids;
}

// "parentId" and "parentName" are of the same one: "parent".
QString whoseIn(const QString &column)
{
    QString key = exchange::headerKey(column);
    for (const QLatin1StringView ending : {"ids"_L1, "id"_L1, "name"_L1}) {
        if (key.endsWith(ending))
            return key.chopped(ending.size());
    }
    return key;
}

} // namespace

QStringList piecesOf(const QString &text)
{
    if (text.startsWith(u'[') || text.startsWith(u'{')) {
        if (const auto ids = idsInJson(text))
            return *ids;
    }
    if (!text.contains(u';') && !text.contains(u'\n'))
        return {text.trimmed()}; // nearly always
    static const QRegularExpression separator(u"[;\\n]"_s);
    QStringList pieces;
    for (const QString &piece : text.split(separator, Qt::SkipEmptyParts)) {
        if (!piece.trimmed().isEmpty() && !pieces.contains(piece.trimmed()))
            pieces += piece.trimmed();
    }
    return pieces;
}

bool mayHaveFurther(EntityKind kind, EntityKind other)
{
    const bool isPerson = kind == EntityKind::Contact;
    return isPerson ? other == EntityKind::Company
                    : kind == EntityKind::Deal && entityInfo(other).has(KindTrait::Person);
}

QString longSalesforceId(const QString &text)
{
    static const QRegularExpression id(u"^[0-9A-Za-z]{15}$"_s);
    if (!id.match(text).hasMatch())
        return text;
    const QString digits = u"ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"_s;
    QString result = text;
    for (qsizetype chunk = 0; chunk < shortSalesforceId; chunk += salesforceChunk) {
        qsizetype capitals = 0;
        for (qsizetype i = 0; i < salesforceChunk; ++i)
            capitals |= qsizetype(text[chunk + i].isUpper() ? 1 : 0) << i;
        result += digits[capitals];
    }
    return result;
}

QString idOfKind(EntityKind kind, const QString &id)
{
    return QString(tableName(kind)) + u' ' + longSalesforceId(id);
}

Sentence sentenceOf(const MissingLink &link, const QString &system)
{
    const Quoted text{link.text};
    if (link.fault == LinkFault::OnlyOne)
        return Sentence::tr("There is room for one, so %1 was left out.").arg(text);
    if (link.fault == LinkFault::Circle)
        return Sentence::tr("%1 leads back to this record in a circle, so that link was left out.").arg(text);
    const QString title = exchange::systemTitle(system);
    if (link.fault == LinkFault::Several)
        return title.isEmpty() ? Sentence::tr("Several records came with the id %1.").arg(text)
                               : Sentence::tr("Several records are %1 in %2.").arg(text, Quoted{title});
    if (!link.isId)
        return Sentence::tr("Nothing is called %1.").arg(text);
    return title.isEmpty() ? Sentence::tr("Nothing that was imported has the id %1.").arg(text)
                           : Sentence::tr("Nothing is %1 in %2.").arg(text, Quoted{title});
}

qint64 linksBeyondRoom(const ImportReport &report)
{
    qint64 rows = 0;
    for (const MissingLink &link : report.missingLinks)
        rows += link.fault == LinkFault::OnlyOne ? link.rows : 0;
    return rows;
}

ForeignLinks::ForeignLinks(const ImportContext &context, References &references, sql::Connection &connection)
    : m_context(context), m_references(references), m_connection(connection)
{
}

Result<std::vector<qint64>> ForeignLinks::byKey(EntityKind kind, const QString &key)
{
    QHash<QString, qint64> &known = m_known[kind];
    if (const auto found = known.constFind(key); found != known.cend())
        return std::vector<qint64>{*found};
    const QString &system = m_context.request.system;
    HEADWAY_TRY(ids, store::withExternalKey(m_connection, kind, system, key, m_references.keys()));
    if (ids.empty() && system == "salesforce"_L1) {
        // Reports have 15 characters, data exports 18.
        const QString other =
            key.size() == shortSalesforceId ? longSalesforceId(key) : key.left(shortSalesforceId);
        if (other != key && longSalesforceId(other.left(shortSalesforceId)) == longSalesforceId(key)) {
            HEADWAY_TRY(same, store::withExternalKey(m_connection, kind, system, other, m_references.keys()));
            ids = std::move(same);
        }
    }
    if (ids.size() != 1)
        return std::move(ids);
    if (known.size() >= mostKnown)
        known.clear();
    known.insert(key, ids.front());
    return std::move(ids);
}

// Of records that have no id in that system yet, or files whose columns hold names in spite of their header.
Result<std::vector<qint64>> ForeignLinks::byDescription(EntityKind kind, const QString &text)
{
    if (kind == EntityKind::Company) {
        if (text.contains(u'@'))
            return store::reachedBy(m_connection, kind, u"email"_s, text, m_references.keys());
        if (const QString domain = domainIn(text); !domain.isEmpty()) {
            HEADWAY_TRY(ids, m_references.atDomain(domain));
            if (!ids.empty())
                return std::move(ids);
        }
    }
    if (!hasLetter(text) || !store::hasName(kind))
        return std::vector<qint64>{}; // a number is nobody's name
    return m_references.exactly(kind, text, 0);
}

Result<std::vector<EntityRef>> ForeignLinks::lookUp(const std::vector<EntityKind> &kinds, const QString &text)
{
    std::vector<EntityRef> found;
    for (const EntityKind kind : kinds) {
        HEADWAY_TRY(ids, byKey(kind, text));
        for (const qint64 id : ids)
            found.push_back({kind, id});
    }
    if (!found.empty())
        return found;
    for (const EntityKind kind : kinds) {
        HEADWAY_TRY(ids, byDescription(kind, text));
        for (const qint64 id : ids)
            found.push_back({kind, id});
    }
    return found;
}

LinkFault ForeignLinks::put(const ImportInput &input, const NamedRecord &record,
                            ImportedRecord &imported) const
{
    const auto isSame = [&](const NamedRecord &other) {
        return other.kind == record.kind && other.id == record.id;
    };
    if (input.target.field < 0) {
        if (std::none_of(imported.links.begin(), imported.links.end(), isSame))
            imported.links.push_back(record);
        return LinkFault::None;
    }
    const auto first = std::find_if(imported.references.begin(), imported.references.end(),
                                    [&](const auto &r) { return r.first == input.target.field; });
    if (first == imported.references.end()) {
        imported.references.emplace_back(input.target.field, record);
        return LinkFault::None;
    }
    if (isSame(first->second))
        return LinkFault::None;
    if (!mayHaveFurther(m_context.kind(), record.kind))
        return LinkFault::OnlyOne;
    NamedRecord further = record;
    if (exchange::headerKey(input.columnName).endsWith("primary"_L1)) {
        std::erase_if(imported.further, isSame);
        std::swap(first->second, further);
    }
    imported.further.push_back(further);
    return LinkFault::None;
}

// Whether another column has found whom this one means, too.
bool ForeignLinks::isSaidBy(const ImportInput &input, const ImportedRecord &imported)
{
    return input.target.name == exchange::anyRecordIdName()
        && std::any_of(imported.foreign.begin(), imported.foreign.end(), [&](const ForeignLink &link) {
               return link.target == input.target.name && link.column != input.columnName
                   && link.fault == LinkFault::None && whoseIn(link.column) == whoseIn(input.columnName);
           });
}

Result<> ForeignLinks::read(const ImportInput &input, const QString &text, const QString &label, Pass pass,
                            ImportedRecord &imported)
{
    if (exchange::isNumberOfCall(input.target.name, input.columnName))
        return readNumber(input, text, imported);
    const std::vector<EntityKind> kinds = kindsOf(m_context.kind(), input.target);
    for (const QString &piece : piecesOf(text)) {
        HEADWAY_TRY(found, lookUp(kindsCalled(kinds, label, piece), piece));
        if (found.size() != 1 && isSaidBy(input, imported))
            continue; // a name beside its id, which several have
        if (found.empty() && pass == Pass::MayWait && kinds.front() == m_context.kind())
            return failure(ErrorCode::NotFound, {});
        LinkFault fault = found.empty() ? LinkFault::NotFound : LinkFault::Several;
        if (found.empty() && pass == Pass::Circle && kinds.front() == m_context.kind())
            fault = LinkFault::Circle;
        if (found.size() == 1)
            fault = put(input, {found.front().kind, found.front().id, piece, 0, input.target.name}, imported);
        // A name that nobody has, in "Related to", says something all the same.
        const bool isName = input.target.name == exchange::anyRecordIdName() && hasLetter(piece)
            && exchange::meansAnyRecord(exchange::headerKey(input.columnName));
        if (fault == LinkFault::OnlyOne && canKeep(m_context.kind())) {
            HEADWAY_TRY(title, store::titleOf(m_connection, found.front()));
            imported.keep(input.columnName, title == piece ? piece : u"%1 (%2)"_s.arg(title, piece));
        } else if (fault != LinkFault::None && isName) {
            imported.keep(input.columnName, piece);
        }
        imported.foreign.push_back(
            {input.columnName, input.target.name, input.target.field, piece, fault, kinds});
    }
    return {};
}

// Whose telephone it is: a person before the company, whose switchboard it may be as well. It stays as text where nobody
// has it, or several have.
Result<> ForeignLinks::readNumber(const ImportInput &input, const QString &text, ImportedRecord &imported)
{
    const QString number = text.simplified();
    LinkFault fault = LinkFault::NotFound;
    // kinds: the order in which they are asked
    for (const EntityKind kind : {EntityKind::Contact, EntityKind::Lead, EntityKind::Company}) {
        HEADWAY_TRY(ids, store::reachedBy(m_connection, kind, u"phone"_s, number, m_references.keys()));
        if (ids.empty())
            continue;
        fault = ids.size() > 1 ? LinkFault::Several
                               : put(input, {kind, ids.front(), number, 0, input.target.name}, imported);
        break;
    }
    if (fault != LinkFault::None)
        imported.keep(input.columnName, number);
    imported.foreign.push_back({input.columnName, input.target.name, input.target.field, number, fault});
    return {};
}

QString ForeignLinks::takeNumber(ImportedRecord &imported)
{
    const auto link =
        std::find_if(imported.foreign.begin(), imported.foreign.end(), [](const ForeignLink &each) {
            return each.fault == LinkFault::NotFound && exchange::isNumberOfCall(each.target, each.column);
        });
    if (link == imported.foreign.end())
        return {};
    link->fault = LinkFault::None;
    imported.unkeep(link->column, link->text);
    return link->text;
}

Result<bool> ForeignLinks::isAnother(const NamedRecord &named, const QString &key)
{
    if (!named.id)
        return false;
    HEADWAY_TRY(records,
                store::childRecords(m_connection, EntityKind::ExternalRef, EntityRef{named.kind, named.id}));
    return std::any_of(records.begin(), records.end(), [&](const Record &record) {
        const auto ref = as<ExternalRef>(record);
        return ref.system == m_context.request.system && ref.key != key;
    });
}

Result<bool> ForeignLinks::wouldLeadBack(qint64 id, int field, qint64 to, DuplicatePolicy policy)
{
    HEADWAY_TRY(present, store::referenceOf(m_connection, {m_context.kind(), id}, field));
    const bool isKept = policy == DuplicatePolicy::Fill && present;
    if (present == to || isKept)
        return false;  // nothing changes
    QSet<qint64> seen; // the book may have a circle already
    for (qint64 at = to; at && !seen.contains(at);) {
        if (at == id)
            return true;
        seen.insert(at);
        HEADWAY_TRY(next, store::referenceOf(m_connection, {m_context.kind(), at}, field));
        at = next;
    }
    return false;
}

Result<> ForeignLinks::leaveCircles(qint64 id, ImportedRecord &imported)
{
    auto &references = imported.references;
    for (auto each = references.begin(); each != references.end();) {
        const auto &[field, named] = *each;
        const FieldInfo &info = entityInfo(m_context.kind()).field(field);
        if (info.target != m_context.kind() || !named.id) {
            ++each;
            continue;
        }
        HEADWAY_TRY(isCircle, wouldLeadBack(id, field, named.id, imported.existing));
        if (!isCircle) {
            ++each;
            continue;
        }
        const ImportInput *input = m_context.plan.find(named.target);
        const QString column = input ? input->columnName : named.target;
        std::erase_if(imported.foreign,
                      [field = field](const ForeignLink &link) { return link.field == field; });
        imported.foreign.push_back({column, named.target, field,
                                    named.name.isEmpty() ? QString::number(named.id) : named.name,
                                    LinkFault::Circle});
        each = references.erase(each);
    }
    return {};
}

// Of a column of names: told only where others of the same column were not found.
void ForeignLinks::countNames(const ImportedRecord &imported)
{
    using exchange::TargetRole;
    for (const exchange::ImportInput &input : m_context.plan.inputs) {
        const auto isBy = [&](const NamedRecord &named) { return named.target == input.target.name; };
        qint64 found = 0;
        if (input.target.role == TargetRole::Link) {
            found = std::count_if(imported.links.begin(), imported.links.end(), isBy);
        } else if (input.target.role == TargetRole::Product) {
            found = imported.product ? 1 : 0;
        } else if (input.target.role == TargetRole::TeamManager) {
            found = imported.manager ? 1 : 0;
        } else if (input.target.role == TargetRole::Name) {
            const NamedRecord *named = imported.reference(input.target.field);
            const bool isCounted =
                std::any_of(imported.foreign.begin(), imported.foreign.end(),
                            [&](const ForeignLink &link) { return link.column == input.columnName; });
            found = named && (isBy(*named) || !isCounted) ? 1 : 0;
            found += std::count_if(imported.further.begin(), imported.further.end(), isBy);
        }
        if (found > 0)
            m_named[input.columnName] += found;
    }
}

void ForeignLinks::noteMissing(const ForeignLink &link, qint64 line)
{
    if (m_idsMissing.size() < mostMissing) {
        for (const EntityKind kind : link.kinds)
            m_idsMissing.insert(idOfKind(kind, link.text));
    }
    const bool isOwn = link.fault == LinkFault::Circle; // each is another one
    const QString key = link.column + separator + link.text + separator + QString::number(int(link.fault))
        + (isOwn ? separator + QString::number(line) : QString());
    if (const auto known = m_missingAt.constFind(key); known != m_missingAt.cend()) {
        ++m_missing[*known].rows;
        return;
    }
    if (m_missingAt.size() >= mostMissing)
        return;
    m_missingAt.insert(key, m_missing.size());
    m_missing.push_back(
        {line, link.column, link.text, link.fault, link.target.endsWith(exchange::foreignIdName({}))});
}

void ForeignLinks::count(const ImportedRecord &imported)
{
    countNames(imported);
    for (const ForeignLink &link : imported.foreign) {
        LinkCount &count = m_counts[link.column];
        count.column = link.column;
        count.target = link.target;
        ++count.asked;
        // The id is unknown, but a name beside it says who is meant; not if that is one of other ids.
        const bool isOfOtherId =
            std::any_of(imported.foreign.begin(), imported.foreign.end(), [&](const ForeignLink &other) {
                return other.field == link.field && other.fault == LinkFault::None;
            });
        const bool isNamed = link.field >= 0 && imported.reference(link.field)
            && link.fault == LinkFault::NotFound && !isOfOtherId;
        if (link.fault == LinkFault::None || isNamed)
            ++count.found;
        else
            noteMissing(link, imported.line);
        count.beside += isNamed ? 1 : 0;
    }
}

void ForeignLinks::report(ImportReport &report) const
{
    for (const auto &[column, count] : m_counts) {
        LinkCount whole = count;
        const auto named = m_named.find(column);
        if (named != m_named.end() && !count.target.endsWith(exchange::foreignIdName({}))) {
            whole.asked += named->second;
            whole.found += named->second;
        }
        report.links.push_back(whole);
    }
    report.missingLinks = m_missing;
    std::stable_sort(report.missingLinks.begin(), report.missingLinks.end(),
                     [](const MissingLink &a, const MissingLink &b) { return a.rows > b.rows; });
    if (report.missingLinks.size() > missingLinksReported)
        report.missingLinks.resize(missingLinksReported);
    report.idsMissing = m_idsMissing;
}

} // namespace headway::transfer
