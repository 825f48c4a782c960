// SPDX-License-Identifier: GPL-3.0-or-later
// Of RowReader: what a row is called, and which rows of its own kind it refers to, before anything is looked up.
#include "domain/records/record.h"
#include "domain/text/text.h"
#include "exchange/cells/nametext.h"
#include "transfer/rows/importlinks.h"

using namespace Qt::StringLiterals;

namespace headway::transfer {

using exchange::TargetRole;

namespace {

QString idKey(const QString &id)
{
    return u'#' + longSalesforceId(id);
}

// By which records of the kind are found: names that are merely near are found, too, and are asked about.
void addKeys(EntityKind kind, const QString &text, QStringList &keys)
{
    const QString whole = text.simplified();
    if (whole.isEmpty())
        return;
    if (whole.contains(u'@'))
        keys += fold(whole);
    if (const QString domain = kind == EntityKind::Company ? domainIn(whole) : QString(); !domain.isEmpty())
        keys += u"//"_s + domain;
    QString name = whole;
    if (entityInfo(kind).has(KindTrait::Person)) {
        const exchange::NameParts parts = exchange::nameParts(whole);
        name = parts.first + u' ' + parts.last;
    }
    const QString key = looseKey(name);
    keys += u'=' + (key.isEmpty() ? whole : key);
}

// What the row itself is called by this cell; "name" may be a field or a whole name to be split.
void addOwn(EntityKind kind, const exchange::ImportTarget &target, const QString &text, QStringList &keys)
{
    const bool isField = target.role == TargetRole::Field;
    if (target.role == TargetRole::Id || target.role == TargetRole::ExternalId)
        keys += idKey(text);
    else if (target.role == TargetRole::FullName || target.role == TargetRole::Email
             || target.role == TargetRole::EmailHome
             || (isField && (target.name == "name"_L1 || target.name == "email"_L1)))
        addKeys(kind, text, keys);
    else if (isField && target.name == "website"_L1 && !domainIn(text).isEmpty())
        keys += u"//"_s + domainIn(text);
}

// Which records of its own kind it refers to.
void addWanted(EntityKind kind, const exchange::ImportTarget &target, const QString &text, QStringList &keys)
{
    if (target.role == TargetRole::TeamManager)
        addKeys(kind, text, keys);
    if (target.field < 0 || target.role == TargetRole::Custom)
        return;
    const FieldInfo &field = entityInfo(kind).field(target.field);
    if (field.type != FieldType::Reference || field.target != kind)
        return;
    if (target.role == TargetRole::Field)
        keys += idKey(text);
    else if (target.role == TargetRole::Name)
        addKeys(kind, text, keys);
    else if (target.role == TargetRole::ForeignId) {
        for (const QString &piece : piecesOf(text)) {
            keys += idKey(piece);
            addKeys(kind, piece, keys);
        }
    }
}

} // namespace

OwnName RowReader::ownNameOf(const SourceRow &row, const std::vector<Cell> &cells) const
{
    const auto &inputs = m_context.plan.inputs;
    for (size_t i = 0; i < inputs.size(); ++i) {
        if (inputs[i].target.name != "name"_L1)
            continue;
        const QString text = cells[i].text.trimmed();
        if (cells[i].decided == Decided::No)
            return {text, false, false};
        const QString written = inputs[i].column < 0 ? text : row.cells[inputs[i].column].trimmed();
        return {text, true, looseKey(text) == looseKey(written) && fold(text) != fold(written)};
    }
    return {};
}

RowTies RowReader::tiesOf(const SourceRow &row) const
{
    const EntityKind kind = m_context.kind();
    const auto &inputs = m_context.plan.inputs;
    const std::vector<Cell> cells = cellsOf(row);
    RowTies ties{row.line, {}, {}};
    QString first;
    QString last;
    for (size_t i = 0; i < inputs.size(); ++i) {
        const QString text = cells[i].text.trimmed();
        if (text.isEmpty())
            continue;
        if (inputs[i].target.name == "first_name"_L1)
            first = text;
        if (inputs[i].target.name == "last_name"_L1)
            last = text;
        addOwn(kind, inputs[i].target, text, ties.isCalled);
        addWanted(kind, inputs[i].target, text, ties.refersTo);
    }
    addKeys(kind, first + u' ' + last, ties.isCalled);
    return ties;
}

} // namespace headway::transfer
