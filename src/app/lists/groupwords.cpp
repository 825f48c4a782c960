// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lists/groupwords.h"

#include "domain/records/record.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

QString said(const char *text)
{
    return QCoreApplication::translate("Groups", text);
}

QString monthName(const Display &display, int month)
{
    return display.locale().toString(QDate(month / 12, month % 12 + 1, 1), u"MMMM yyyy"_s);
}

// A fiscal year is named after the calendar year it ends in.
QString quarterName(const Display &display, int begin, int firstMonth)
{
    const int sinceYear = begin - (firstMonth - 1);
    const QString quarter = display.number(sinceYear % 12 / 3 + 1);
    const QDate year(sinceYear / 12, 1, 1);
    return firstMonth == 1
        ? said(QT_TRANSLATE_NOOP("Groups", "Q%1 %2")).arg(quarter, display.year(year))
        : said(QT_TRANSLATE_NOOP("Groups", "Q%1 of FY%2")).arg(quarter, display.year(year.addYears(1)));
}

QString partName(AgendaPart part)
{
    switch (part) {
    case AgendaPart::Overdue: return said(QT_TRANSLATE_NOOP("Groups", "Overdue"));
    case AgendaPart::Today: return said(QT_TRANSLATE_NOOP("Groups", "Today"));
    case AgendaPart::Next: return said(QT_TRANSLATE_NOOP("Groups", "Next"));
    case AgendaPart::Over: break;
    }
    return said(QT_TRANSLATE_NOOP("Groups", "Done or cancelled"));
}

} // namespace

QString groupHeading(const ColumnText &text, EntityKind kind, const Grouping &grouping)
{
    for (const Column &column : allColumns(kind)) {
        const SortKey key = sortKeyOf(column, SortOrder::Ascending);
        if (key.subject == grouping.subject && key.field == grouping.field)
            return text.heading(kind, column);
    }
    return {};
}

QString groupName(const Display &display, const store::GroupedQuery &query, const GroupHead &head,
                  const QString &heading)
{
    if (isBlank(head.key))
        return said(QT_TRANSLATE_NOOP("Groups", "%1: none")).arg(heading);
    if (query.by.span == GroupSpan::Due)
        return partName(AgendaPart(integerOf(head.key)));
    if (query.by.span == GroupSpan::Month)
        return monthName(display, int(integerOf(head.key)));
    if (query.by.span == GroupSpan::Quarter)
        return quarterName(display, int(integerOf(head.key)), query.firstMonth);
    if (query.by.subject == Subject::Probability)
        return display.percent(integerOf(head.key));
    const FieldInfo &field = entityInfo(query.query.kind).field(query.by.field);
    if (field.type == FieldType::YesNo)
        return (integerOf(head.key) != 0 ? said(QT_TRANSLATE_NOOP("Groups", "%1: yes"))
                                         : said(QT_TRANSLATE_NOOP("Groups", "%1: no")))
            .arg(heading);
    return display.content(field, head.key, head.title);
}

QString withoutNextStep(const Display &display, qint64 count)
{
    if (count == 0)
        return {};
    return said(QT_TRANSLATE_NOOP("Groups", "%1 without a next step")).arg(display.number(count));
}

QString spokenGroup(const Display &display, EntityKind kind, const QString &name, const GroupHead &head)
{
    return (head.isFolded ? said(QT_TRANSLATE_NOOP("Groups", "group %1, %2, collapsed"))
                          : said(QT_TRANSLATE_NOOP("Groups", "group %1, %2, expanded")))
        .arg(name, display.counted(head.count, kind));
}

} // namespace headway::app
