// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/importlinks.h"

#include "domain/records/lists.h"
#include "domain/records/record.h"
#include "domain/text/quoted.h"
#include "exchange/plan/headeralias.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

using exchange::ImportInput;
using exchange::ImportTarget;

namespace {

constexpr qsizetype mostKnown = 100'000; // of each kind
constexpr qsizetype shortSalesforceId = 15;
constexpr qsizetype salesforceChunk = 5;

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

} // namespace

QStringList piecesOf(const QString &text)
{
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

Sentence sentenceOf(const MissingLink &link, const QString &system)
{
    const Quoted text{link.text};
    if (link.fault == LinkFault::OnlyOne)
        return Sentence::tr("There is room for one, so %1 was left out.").arg(text);
    if (link.fault == LinkFault::Several)
        return Sentence::tr("Several records are %1 in %2.").arg(text, Quoted{system});
    return link.isId ? Sentence::tr("Nothing is %1 in %2.").arg(text, Quoted{system})
                     : Sentence::tr("Nothing is called %1.").arg(text);
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
    HEADWAY_TRY(ids, store::withExternalKey(m_connection, kind, system, key));
    if (ids.empty() && system == "salesforce"_L1) {
        // Reports have 15 characters, data exports 18.
        const QString other =
            key.size() == shortSalesforceId ? longSalesforceId(key) : key.left(shortSalesforceId);
        if (other != key && longSalesforceId(other.left(shortSalesforceId)) == longSalesforceId(key)) {
            HEADWAY_TRY(same, store::withExternalKey(m_connection, kind, system, other));
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
            return store::reachedBy(m_connection, kind, u"email"_s, text);
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

Result<std::vector<EntityRef>> ForeignLinks::lookUp(const ImportTarget &target, const QString &text)
{
    const std::vector<EntityKind> kinds = kindsOf(m_context.kind(), target);
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

Result<> ForeignLinks::read(const ImportInput &input, const QString &text, Pass pass,
                            ImportedRecord &imported)
{
    for (const QString &piece : piecesOf(text)) {
        HEADWAY_TRY(found, lookUp(input.target, piece));
        const std::vector<EntityKind> kinds = kindsOf(m_context.kind(), input.target);
        if (found.empty() && pass == Pass::MayWait && kinds.front() == m_context.kind())
            return failure(ErrorCode::NotFound, {});
        LinkFault fault = found.empty() ? LinkFault::NotFound : LinkFault::Several;
        if (found.size() == 1)
            fault = put(input, {found.front().kind, found.front().id, piece, 0, input.target.name}, imported);
        imported.foreign.push_back({input.columnName, input.target.name, input.target.field, piece, fault});
    }
    return {};
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

void ForeignLinks::count(const ImportedRecord &imported)
{
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
        else if (m_missing.size() < missingLinksReported)
            m_missing.push_back({imported.line, link.column, link.text, link.fault,
                                 link.target.endsWith(exchange::foreignIdName({}))});
    }
}

void ForeignLinks::report(ImportReport &report) const
{
    for (const auto &[column, count] : m_counts)
        report.links.push_back(count);
    report.missingLinks = m_missing;
}

} // namespace headway::transfer
