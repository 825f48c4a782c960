// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/personbeside.h"

#include "exchange/cells/vocabulary.h"
#include "exchange/plan/headeralias.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

// The column that names them; -1 if the company takes it, or there is none.
qsizetype personColumn(const exchange::ImportPlan &company)
{
    for (qsizetype i = 0; i < company.columns.size(); ++i) {
        const bool isTaken =
            std::any_of(company.inputs.begin(), company.inputs.end(),
                        [i](const exchange::ImportInput &input) { return input.column == int(i); });
        if (!isTaken && exchange::Vocabulary::own().has(u"person_column", company.columns[i]))
            return i;
    }
    return -1;
}

bool isOfPerson(const QString &target)
{
    static const QStringList own{u"first_name"_s, u"last_name"_s, u"salutation"_s,
                                 u"suffix"_s,     u"job_title"_s, u"department"_s};
    return own.contains(target);
}

bool isReach(const QString &target)
{
    static const QStringList reach{u"email"_s, u"phone"_s, u"mobile"_s};
    return reach.contains(target);
}

} // namespace

std::optional<FilePart> personBeside(const QStringList &columns, const std::vector<CustomField> &custom)
{
    const auto company = exchange::planImport(EntityKind::Company, columns, {}, custom);
    const exchange::ImportInput *name = company ? company->find(u"name"_s) : nullptr;
    const qsizetype person = name && name->column >= 0 ? personColumn(*company) : -1;
    if (person < 0)
        return std::nullopt;
    FilePart part{EntityKind::Contact, {person}, false};
    part.map = {{columns[name->column], u"company"_s}, {columns[person], u"name"_s}};
    const auto contact = exchange::planImport(EntityKind::Contact, columns, {.map = part.map}, custom);
    if (!contact)
        return std::nullopt;
    const exchange::ImportInput *id = company->find(u"external_id"_s);
    const QString ownId = exchange::headerKey(columns[person]) + u"id"_s; // "Primary Contact Id"
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (i == person || i == name->column)
            continue;
        const auto input =
            std::find_if(contact->inputs.begin(), contact->inputs.end(),
                         [i](const exchange::ImportInput &each) { return each.column == int(i); });
        const QString target = input == contact->inputs.end() ? QString() : input->target.name;
        if (id && id->column == int(i))
            part.map.push_back({columns[i], u"company.external_id"_s});
        else if (exchange::headerKey(columns[i]) == ownId)
            part.map.push_back({columns[i], u"external_id"_s});
        else if (!isOfPerson(target) && !(isReach(target) && contact->product.isEmpty()))
            part.map.push_back({columns[i], u"nothing"_s});
    }
    return part;
}

} // namespace headway::transfer
