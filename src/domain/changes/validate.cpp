// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/changes/validate.h"

#include "domain/records/record.h"
#include "domain/text/moneytext.h"

#include <QDate>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

QString lengthProblem(const FieldInfo &field, const QString &text)
{
    const int longest = field.has(Trait::Long) || field.kind == Kind::Json ? longestText : longestLine;
    if (text.size() > longest)
        return u"%1 is %2 characters long; at most %3 fit."_s.arg(field.caption())
            .arg(text.size())
            .arg(longest);
    if (text.contains(QChar(u'\0')))
        return u"%1 contains a NUL character."_s.arg(field.caption());
    if (!text.isValidUtf16())
        return u"%1 contains half a character."_s.arg(field.caption());
    return {};
}

QString choiceProblem(const FieldInfo &field, const QString &code)
{
    for (const Choice &choice : field.choices) {
        if (code == QLatin1StringView(choice.code))
            return {};
    }
    return u"%1 cannot be “%2”."_s.arg(field.caption(), code);
}

bool holdsNumber(Kind kind)
{
    switch (kind) {
    case Kind::Integer:
    case Kind::Money:
    case Kind::Percent:
    case Kind::Moment:
    case Kind::Duration:
    case Kind::YesNo:
    case Kind::Reference:
    case Kind::RecordId:
    case Kind::Rank: return true;
    default: return false;
    }
}

QString kindProblem(const FieldInfo &field, const Value &value)
{
    const QString text = textOf(value);
    if (!isNull(value) && std::holds_alternative<qint64>(value) != holdsNumber(field.kind))
        return (holdsNumber(field.kind) ? u"%1 must be a whole number."_s : u"%1 must be text."_s)
            .arg(field.caption());
    switch (field.kind) {
    case Kind::Percent:
        if (!isNull(value) && (integerOf(value) < 0 || integerOf(value) > 100))
            return u"%1 must be between 0 and 100, not %2."_s.arg(field.caption()).arg(integerOf(value));
        return {};
    case Kind::Money:
        if (integerOf(value) > largestAmount || integerOf(value) < -largestAmount)
            return u"%1 is too large."_s.arg(field.caption());
        return {};
    case Kind::Day:
        // Qt also reads "2026/02/28" and "2026-02-28 noon"; what is stored sorts and compares as text.
        if (!isNull(value)
            && (text.isEmpty() || QDate::fromString(text, Qt::ISODate).toString(Qt::ISODate) != text))
            return u"%1: “%2” is not a date."_s.arg(field.caption(), text);
        return {};
    case Kind::Currency:
        if (!text.isEmpty() && !currencyDecimals(text))
            return u"%1: “%2” is not a currency code."_s.arg(field.caption(), text);
        return {};
    case Kind::Choice: return choiceProblem(field, text);
    case Kind::Duration:
        if (!isNull(value) && integerOf(value) < 0)
            return u"%1 cannot be negative."_s.arg(field.caption());
        return {};
    case Kind::RecordKind:
        return entityKindNamed(text) ? QString() : u"%1: there is no “%2”."_s.arg(field.caption(), text);
    default: return lengthProblem(field, text);
    }
}

bool isMissing(const FieldInfo &field, const Value &value)
{
    if (field.kind == Kind::RecordId)
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
                                kind == EntityKind::Contact ? u"A contact needs a first or a last name."_s
                                                            : u"A lead needs a name or an organisation."_s});
    }
    const int currency = info.indexOf(u"currency");
    const bool lacksCurrency = currency >= 0 && textOf(row[size_t(currency)]).isEmpty();
    for (int amount = 0; lacksCurrency && amount < int(info.fields.size()); ++amount) {
        if (info.field(amount).kind == Kind::Money && !isNull(row[size_t(amount)]))
            problems.push_back({currency, u"%1 needs a currency."_s.arg(info.field(amount).caption())});
    }
    if (kind == EntityKind::Activity && cell(u"state") == Value(u"planned"_s) && isNull(cell(u"at")))
        problems.push_back({info.indexOf(u"at"), u"A planned activity needs a date."_s});
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
            problems.push_back({int(i), u"%1 is missing."_s.arg(field.caption())});
            continue;
        }
        if (const QString text = kindProblem(field, row[i]); !text.isEmpty())
            problems.push_back({int(i), text});
    }
    addRecordProblems(kind, row, problems);
    return problems;
}

Result<> validate(EntityKind kind, const Row &row)
{
    const std::vector<Problem> problems = problemsOf(kind, row);
    if (problems.empty())
        return {};
    return failure(ErrorCode::Invalid, problems.front().text);
}

} // namespace headway
