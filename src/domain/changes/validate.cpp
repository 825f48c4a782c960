// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/changes/validate.h"

#include "domain/records/record.h"
#include "domain/text/moneytext.h"

#include <QDate>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

Sentence lengthProblem(EntityKind kind, const FieldInfo &field, const QString &text)
{
    const int longest = field.has(Trait::Long) || field.type == FieldType::Json ? longestText : longestLine;
    if (text.size() > longest)
        return Sentence::tr("%1 is %2 characters long; at most %3 fit.")
            .arg(nameOf(kind, field))
            .arg(text.size())
            .arg(longest);
    if (text.contains(QChar(u'\0')))
        return Sentence::tr("%1 contains a NUL character.").arg(nameOf(kind, field));
    if (!text.isValidUtf16())
        return Sentence::tr("%1 contains half a character.").arg(nameOf(kind, field));
    return {};
}

Sentence choiceProblem(EntityKind kind, const FieldInfo &field, const QString &code)
{
    for (const Choice &choice : field.choices) {
        if (code == QLatin1StringView(choice.code))
            return {};
    }
    return Sentence::tr("%1 cannot be %2.").arg(nameOf(kind, field), Quoted{code});
}

Sentence kindProblem(EntityKind kind, const FieldInfo &field, const Value &value)
{
    const QString text = textOf(value);
    if (!isNull(value) && std::holds_alternative<qint64>(value) != holdsNumber(field.type))
        return (holdsNumber(field.type) ? Sentence::tr("%1 must be a whole number.")
                                        : Sentence::tr("%1 must be text."))
            .arg(nameOf(kind, field));
    switch (field.type) {
    case FieldType::Percent:
        if (!isNull(value) && (integerOf(value) < 0 || integerOf(value) > 100))
            return Sentence::tr("%1 must be between 0 and 100, not %2.")
                .arg(nameOf(kind, field))
                .arg(integerOf(value));
        return {};
    case FieldType::Money:
        if (integerOf(value) > largestAmount || integerOf(value) < -largestAmount)
            return Sentence::tr("%1 is too large.").arg(nameOf(kind, field));
        return {};
    case FieldType::Day:
        // Qt also reads "2026/02/28" and "2026-02-28 noon"; but days are stored as text that has to sort
        // and compare.
        if (!isNull(value)
            && (text.isEmpty() || QDate::fromString(text, Qt::ISODate).toString(Qt::ISODate) != text))
            return Sentence::tr("%1: %2 is not a date.").arg(nameOf(kind, field), Quoted{text});
        return {};
    case FieldType::Currency:
        if (!text.isEmpty() && !currencyDecimals(text))
            return Sentence::tr("%1: %2 is not a currency code.").arg(nameOf(kind, field), Quoted{text});
        return {};
    case FieldType::Choice: return choiceProblem(kind, field, text);
    case FieldType::Duration:
        if (!isNull(value) && integerOf(value) < 0)
            return Sentence::tr("%1 cannot be negative.").arg(nameOf(kind, field));
        return {};
    case FieldType::RecordKind:
        return entityKindNamed(text)
            ? Sentence()
            : Sentence::tr("%1: there is no %2.").arg(nameOf(kind, field), Quoted{text});
    default: return lengthProblem(kind, field, text);
    }
}

bool isMissing(const FieldInfo &field, const Value &value)
{
    if (field.type == FieldType::RecordId)
        return integerOf(value) == 0;
    return isBlank(value);
}

// Rules that concern more than one field.
void addRecordProblems(EntityKind kind, const Row &row, std::vector<Problem> &problems)
{
    const EntityInfo &info = entityInfo(kind);
    const auto cell = [&](QStringView name) -> const Value & { return row[size_t(info.indexOf(name))]; };
    if (info.has(KindTrait::Person)) {
        const bool organisation =
            info.indexOf(u"organisation") >= 0 && !textOf(cell(u"organisation")).trimmed().isEmpty();
        if (!organisation && textOf(cell(u"first_name")).trimmed().isEmpty()
            && textOf(cell(u"last_name")).trimmed().isEmpty())
            problems.push_back({-1,
                                kind == EntityKind::Contact
                                    ? Sentence::tr("A contact needs a first or a last name.")
                                    : Sentence::tr("A lead needs a name or an organisation.")});
    }
    const int currency = info.indexOf(u"currency");
    const bool lacksCurrency = currency >= 0 && textOf(row[size_t(currency)]).isEmpty();
    for (int amount = 0; lacksCurrency && amount < int(info.fields.size()); ++amount) {
        if (info.field(amount).type == FieldType::Money && !isNull(row[size_t(amount)]))
            problems.push_back(
                {currency, Sentence::tr("%1 needs a currency.").arg(nameOf(kind, info.field(amount)))});
    }
    if (kind == EntityKind::Activity && cell(u"state") == Value(u"planned"_s) && isNull(cell(u"at")))
        problems.push_back({info.indexOf(u"at"), Sentence::tr("A planned activity needs a date.")});
}

} // namespace

std::vector<Problem> problemsOf(EntityKind kind, const Row &row)
{
    const EntityInfo &info = entityInfo(kind);
    std::vector<Problem> problems;
    for (size_t i = 0; i < info.fields.size(); ++i) {
        const FieldInfo &field = info.fields[i];
        if (field.has(Trait::Derived))
            continue;
        if (field.has(Trait::Required) && isMissing(field, row[i])) {
            problems.push_back({int(i), Sentence::tr("%1 is missing.").arg(nameOf(kind, field))});
            continue;
        }
        if (const Sentence text = kindProblem(kind, field, row[i]); !text.isEmpty())
            problems.push_back({int(i), text});
    }
    addRecordProblems(kind, row, problems);
    return problems;
}

Sentence problemAhead(EntityKind kind, int field, const Value &value, QDate today)
{
    const FieldInfo &info = entityInfo(kind).field(field);
    const bool isBound = info.has(Trait::Past) && info.type == FieldType::Day && !isNull(value);
    const QDate day = isBound ? QDate::fromString(textOf(value), Qt::ISODate) : QDate();
    if (!day.isValid() || day <= today)
        return {};
    return Sentence::tr("%1 cannot be ahead: %2 is still to come.").arg(nameOf(kind, info), day);
}

Result<> validate(EntityKind kind, const Row &row)
{
    const std::vector<Problem> problems = problemsOf(kind, row);
    if (problems.empty())
        return {};
    return failure(ErrorCode::Invalid, problems.front().text);
}

} // namespace headway
