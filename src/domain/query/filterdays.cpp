// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/query/filterdays.h"

#include "domain/query/filtersubjects.h"
#include "domain/query/filtertokens.h"

using namespace Qt::StringLiterals;

namespace headway {

namespace {

bool isAboutDays(EntityKind kind, const FilterToken &token, const std::vector<CustomField> &custom)
{
    if (token.kind != FilterToken::Kind::Part || token.colon < 0 || token.values.size() != 1)
        return false;
    const auto condition = conditionOn(kind, QStringView(token.text).left(token.colon), custom);
    if (!condition)
        return false;
    const FieldType type = typeOf(kind, *condition);
    return type == FieldType::Day || type == FieldType::Moment;
}

// With the colon, as it was typed: it may be within quotation marks.
QStringView nameIn(QStringView part)
{
    PartLetters letters;
    qsizetype end = 0;
    while (end < part.size() && !letters.hasColon())
        end += letters.take(part.sliced(end)).length;
    return part.first(end);
}

} // namespace

QString withIsoDays(EntityKind kind, const QString &text, const Calendar &calendar,
                    const std::vector<CustomField> &custom)
{
    QString written;
    qsizetype from = 0;
    FilterTokens tokens(text);
    for (auto next = tokens.next(); next && *next; next = tokens.next()) {
        const FilterToken &token = **next;
        if (!isAboutDays(kind, token, custom))
            continue;
        const QString &value = token.values.front();
        const QLatin1StringView sign = token.literal ? QLatin1StringView() : signAt(value).text;
        const QString typed = value.mid(sign.size());
        const QString days = withIsoDays(typed, calendar);
        if (days == typed)
            continue;
        const QStringView part = QStringView(text).sliced(token.position, token.length);
        written += QStringView(text).sliced(from, token.position - from);
        written += nameIn(part);
        written += sign;
        written += filterValue(days);
        from = token.position + token.length;
    }
    written += QStringView(text).sliced(from);
    return written;
}

QString keptFilterText(EntityKind kind, const QString &text, const Calendar &calendar,
                       const std::vector<CustomField> &custom)
{
    return withIsoDays(kind, text, ofKeptFilters(calendar), custom);
}

Calendar ofKeptFilters(Calendar calendar)
{
    calendar.order = DateOrder::DayMonthYear;
    return calendar;
}

} // namespace headway
