// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/actions/ownfieldactions.h"

#include "domain/changes/customvalues.h"
#include "domain/changes/stepwords.h"
#include "domain/records/lists.h"
#include "domain/rules/customfields.h"
#include "domain/text/quoted.h"
#include "store/commit/dependants.h"
#include "store/rows/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

QString textOfValue(const Value &value)
{
    if (std::holds_alternative<QString>(value))
        return textOf(value);
    return std::holds_alternative<double>(value) ? QString::number(realOf(value))
                                                 : QString::number(integerOf(value));
}

// Whether the new definition can hold all that the former one could.
bool isAsWide(const CustomField &before, const CustomField &after)
{
    if (before.recordKind != after.recordKind || before.kind != after.kind)
        return false;
    const QStringList choices = customChoices(after);
    const QStringList former = customChoices(before);
    return after.kind != CustomKind::Choice
        || std::all_of(former.begin(), former.end(),
                       [&choices](const QString &choice) { return choices.contains(choice); });
}

// Amounts are kept in minor units: as a number they would be another one.
bool isMoney(const CustomField &field)
{
    return field.kind == CustomKind::Money;
}

struct Misfits {
    qint64 count = 0; // records
    QString example = {};
};

Result<Misfits> misfitsOf(sql::Connection &connection, const CustomField &before, const CustomField &after)
{
    CustomField lenient = after; // who has no value is asked for one when next changed
    lenient.required = false;
    Misfits misfits;
    HEADWAY_CHECK(eachOwnValue(connection, before, [&](qint64, const QString &json) {
        const bool isSameMeasure = before.recordKind == after.recordKind && isMoney(before) == isMoney(after);
        const Value fits = isSameMeasure ? customValue(json, after) : Value();
        if (!isNull(fits) && checkCustom(lenient, fits))
            return;
        if (misfits.count++ == 0)
            misfits.example = textOfValue(customValue(json, before));
    }));
    return misfits;
}

CustomField fieldOf(qint64 id, const Row &row)
{
    CustomField field = fromRow<CustomField>(row);
    field.id = {id};
    return field;
}

} // namespace

Result<Edit> addOwnFieldEdit(sql::Connection &connection, const Row &row)
{
    HEADWAY_TRY(others, loadAll<CustomField>(connection));
    CustomField field = fieldOf(0, row);
    std::erase_if(others, [&field](const CustomField &each) { return each.recordKind != field.recordKind; });
    if (field.name.isEmpty())
        field.name = ownFieldName(field.label, others);
    if (field.position == 0) {
        for (const CustomField &each : others)
            field.position = std::max(field.position, each.position + 1);
    }
    HEADWAY_CHECK(checkCustomField(field, others));
    return Edit{
        .label = Sentence(steps::listValueAdded).arg(KindName{EntityKind::CustomField}, Quoted{field.label}),
        .changes = {createRow(EntityKind::CustomField, toRow(field), -1)}};
}

Result<> checkOwnFieldChange(sql::Connection &connection, const Record &field, const Row &after)
{
    HEADWAY_TRY(others, loadAll<CustomField>(connection));
    const CustomField before = as<CustomField>(field);
    const CustomField wanted = fieldOf(field.ref.id, after);
    HEADWAY_CHECK(checkCustomField(wanted, others));
    if (isAsWide(before, wanted))
        return {};
    HEADWAY_TRY(misfits, misfitsOf(connection, before, wanted));
    if (misfits.count == 0)
        return {};
    return failure(ErrorCode::Invalid,
                   Sentence::tr("%1 stays as it is: %2 %3 hold what it could not hold then, such as %4.")
                       .arg(Quoted{before.label}, misfits.count,
                            KindName{before.recordKind, misfits.count == 1 ? Number::One : Number::Many},
                            Quoted{misfits.example.left(80)}));
}

Result<> checkOwnFieldRemoval(sql::Connection &connection, const Record &field)
{
    HEADWAY_TRY(use, firstUseOfField(connection, {field.ref}));
    if (!use)
        return {};
    return failure(
        ErrorCode::Conflict,
        Sentence::tr("Cannot delete %1: %2 Empty it first.").arg(Quoted{as<CustomField>(field).label}, *use));
}

} // namespace headway::store
