// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/filterwords.h"

#include "domain/query/filtersubjects.h"
#include "domain/query/nametyped.h"
#include "domain/records/record.h"
#include "domain/text/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FilterWords)
};

struct NamedSpan {
    QLatin1StringView typed;
    const char *words;
};
constexpr std::array namedSpans{
    NamedSpan{"today"_L1, QT_TRANSLATE_NOOP("FilterWords", "today")},
    NamedSpan{"tomorrow"_L1, QT_TRANSLATE_NOOP("FilterWords", "tomorrow")},
    NamedSpan{"yesterday"_L1, QT_TRANSLATE_NOOP("FilterWords", "yesterday")},
    NamedSpan{"this-week"_L1, QT_TRANSLATE_NOOP("FilterWords", "this week")},
    NamedSpan{"next-week"_L1, QT_TRANSLATE_NOOP("FilterWords", "next week")},
    NamedSpan{"last-week"_L1, QT_TRANSLATE_NOOP("FilterWords", "last week")},
    NamedSpan{"this-month"_L1, QT_TRANSLATE_NOOP("FilterWords", "this month")},
    NamedSpan{"next-month"_L1, QT_TRANSLATE_NOOP("FilterWords", "next month")},
    NamedSpan{"last-month"_L1, QT_TRANSLATE_NOOP("FilterWords", "last month")},
    NamedSpan{"this-quarter"_L1, QT_TRANSLATE_NOOP("FilterWords", "this quarter")},
    NamedSpan{"next-quarter"_L1, QT_TRANSLATE_NOOP("FilterWords", "next quarter")},
    NamedSpan{"last-quarter"_L1, QT_TRANSLATE_NOOP("FilterWords", "last quarter")},
    NamedSpan{"this-year"_L1, QT_TRANSLATE_NOOP("FilterWords", "this year")},
    NamedSpan{"next-year"_L1, QT_TRANSLATE_NOOP("FilterWords", "next year")},
    NamedSpan{"last-year"_L1, QT_TRANSLATE_NOOP("FilterWords", "last year")},
};

// English begins a label with a capital, but not within a sentence; German keeps that of its nouns.
QString within(const QString &label, const QLocale &locale)
{
    const bool isWord = label.size() > 1 && !label.at(1).isUpper();
    return locale.language() == QLocale::English && isWord ? label.left(1).toLower() + label.mid(1) : label;
}

QString joinedByOr(const QStringList &values)
{
    if (values.size() < 2)
        return values.value(0);
    return Words::tr("%1 or %2").arg(values.first(values.size() - 1).join(u", "_s), values.last());
}

class Writer
{
public:
    Writer(EntityKind kind, const Filter &filter, const FilterReader &reader)
        : m_info(entityInfo(kind)), m_kind(kind), m_filter(filter), m_reader(reader)
    {
    }

    QString words(const Condition &condition) const
    {
        const bool isNegated = condition.sense == Sense::Negated;
        const QString name = nameOf(condition);
        if (condition.comparison == Comparison::IsEmpty)
            return (isNegated ? Words::tr("with %1", "a field is filled") : Words::tr("no %1")).arg(name);
        const FieldType type = typeOf(condition);
        if (type == FieldType::YesNo) {
            const bool isYes = (condition.values.value(0) == "1"_L1) != isNegated;
            return isYes ? name : Words::tr("not %1").arg(name);
        }
        const QString value = isDay(type) ? days(condition) : compared(condition, values(condition, type));
        const QString text = isNegated ? Words::tr("not %1").arg(value) : value;
        return saysItself(condition) ? text : Words::tr("%1 %2", "field, value").arg(name, text);
    }

private:
    static bool isDay(FieldType type) { return type == FieldType::Day || type == FieldType::Moment; }

    const FieldInfo *fieldOf(const Condition &condition) const
    {
        return condition.subject == Subject::Field ? &m_info.field(condition.field) : nullptr;
    }

    // The number of a record or a step is compared as a number, and written as a name.
    FieldType typeOf(const Condition &condition) const
    {
        switch (condition.subject) {
        case Subject::Id:
        case Subject::Step:
        case Subject::Made: return FieldType::RecordId;
        default: return headway::typeOf(m_kind, condition);
        }
    }

    QString nameOf(const Condition &condition) const
    {
        if (const FieldInfo *field = fieldOf(condition))
            return within(m_reader.display.label(*field), m_reader.display.locale());
        if (condition.subject == Subject::Custom) { // as its owner wrote it
            const CustomField *custom = customFieldOf(m_kind, condition, m_reader.lookups.customFields);
            return custom && !custom->label.isEmpty() ? custom->label : condition.custom.name;
        }
        switch (condition.subject) {
        case Subject::Tag: return Words::tr("tag");
        case Subject::Team: return Words::tr("team");
        case Subject::Created: return Words::tr("created");
        case Subject::Modified: return Words::tr("changed");
        case Subject::Probability: return Words::tr("probability");
        case Subject::Weighted: return Words::tr("weighted");
        case Subject::ExternalId: return Words::tr("id", "in another system");
        case Subject::Step: return Words::tr("changed in step");
        case Subject::Made: return Words::tr("new in step");
        default: return Words::tr("number", "of a record");
        }
    }

    // “open” rather than “status open”.
    bool saysItself(const Condition &condition) const
    {
        const FieldInfo *field = fieldOf(condition);
        return field && (field->name == "status"_L1 || field->name == "state"_L1);
    }

    QStringList values(const Condition &condition, FieldType type) const
    {
        QStringList texts;
        for (const QString &value : condition.values)
            texts += valueText(condition, type, value);
        return texts;
    }

    QString valueText(const Condition &condition, FieldType type, const QString &value) const
    {
        const Display &display = m_reader.display;
        switch (type) {
        case FieldType::Choice:
            if (const FieldInfo *field = fieldOf(condition))
                return within(display.choice(*field, value), display.locale());
            return value; // of a custom field
        case FieldType::Percent: return display.percent(value.toLongLong());
        case FieldType::Duration: return display.duration(value.toLongLong());
        case FieldType::Integer:
        case FieldType::Money: return figure(type, value);
        case FieldType::Reference: return nameText(condition, value);
        default: return value;
        }
    }

    // A condition on amounts holds in every currency, so it says one only where the filter does.
    QString figure(FieldType type, const QString &decimal) const
    {
        const qsizetype point = decimal.indexOf(u'.');
        const int decimals = point < 0 ? 0 : int(decimal.size() - point - 1);
        const QLocale &locale = m_reader.display.locale();
        const int currency = m_info.indexOf(u"currency");
        for (const Condition &each : m_filter.conditions) {
            const bool isIt = type == FieldType::Money && each.subject == Subject::Field && currency >= 0
                && each.field == currency && each.sense == Sense::Plain && each.values.size() == 1;
            if (isIt)
                return locale.toString(decimal.toDouble(), 'f', decimals) + u'\u00a0' + each.values.front();
        }
        return locale.toString(decimal.toDouble(), 'f', decimals);
    }

    // The whole name where only one record of a short list can be meant.
    QString nameText(const Condition &condition, const QString &typed) const
    {
        const auto target = namedKind(m_kind, condition);
        if (target == EntityKind::User && typed == "me"_L1)
            return Words::tr("me", "owner");
        const QString key = fold(typed);
        QStringList exact;
        QStringList similar;
        if (target)
            m_reader.lookups.withList(*target, [&](const auto &list) {
                for (const auto &each : list) {
                    if (each.nameKey == key)
                        exact += each.name;
                    else if (isNamedSo(each.nameKey, key))
                        similar += each.name;
                }
            });
        if (!exact.isEmpty())
            return exact.front();
        return similar.size() == 1 ? similar.front() : typed;
    }

    static QString compared(const Condition &condition, const QStringList &values)
    {
        switch (condition.comparison) {
        case Comparison::Less: return Words::tr("under %1").arg(values.value(0));
        case Comparison::LessOrEqual: return Words::tr("at most %1").arg(values.value(0));
        case Comparison::Greater: return Words::tr("over %1").arg(values.value(0));
        case Comparison::GreaterOrEqual: return Words::tr("at least %1").arg(values.value(0));
        case Comparison::Between: return Words::tr("%1 to %2").arg(values.value(0), values.value(1));
        default: return joinedByOr(values);
        }
    }

    QString days(const Condition &condition) const
    {
        const QDate first = QDate::fromString(condition.values.value(0), Qt::ISODate);
        const QDate last = QDate::fromString(condition.values.value(1), Qt::ISODate);
        const auto day = [&] { return spanWords({first, first}, m_reader.calendar, m_reader.display); };
        switch (condition.comparison) {
        case Comparison::Less: return Words::tr("before %1").arg(day());
        case Comparison::LessOrEqual: return Words::tr("until %1").arg(day());
        case Comparison::Greater: return Words::tr("after %1").arg(day());
        case Comparison::GreaterOrEqual: return Words::tr("from %1 on").arg(day());
        default:
            return spanWords({first, last.isValid() ? last : first}, m_reader.calendar, m_reader.display);
        }
    }

    const EntityInfo &m_info;
    const EntityKind m_kind;
    const Filter &m_filter;
    const FilterReader &m_reader;
};

} // namespace

QString spanWords(const DayRange &span, const Calendar &calendar, const Display &display)
{
    for (const NamedSpan &each : namedSpans) {
        if (parseDayRange(QString(each.typed), calendar) == span)
            return QCoreApplication::translate("FilterWords", each.words);
    }
    if (span.first == span.last)
        return display.day(span.first);
    const bool isFromFirst = span.first.day() == 1;
    const bool isYear =
        isFromFirst && span.first.month() == 1 && span.last == span.first.addYears(1).addDays(-1);
    if (isYear)
        return display.year(span.first);
    if (isFromFirst && span.last == span.first.addMonths(1).addDays(-1))
        return Words::tr("%1 %2", "month, year")
            .arg(display.locale().standaloneMonthName(span.first.month()), display.year(span.first));
    if (isFromFirst && span.first.month() % 3 == 1 && span.last == span.first.addMonths(3).addDays(-1))
        return Words::tr("Q%1 %2", "quarter, year")
            .arg(display.number(span.first.month() / 3 + 1), display.year(span.first));
    return Words::tr("%1 – %2", "from day to day").arg(display.day(span.first), display.day(span.last));
}

QStringList typedSpans()
{
    QStringList spans;
    for (const NamedSpan &each : namedSpans)
        spans += each.typed;
    return spans;
}

QStringList filterWords(EntityKind kind, const Filter &filter, const FilterReader &reader)
{
    const Writer writer(kind, filter, reader);
    QStringList words;
    for (const Condition &condition : filter.conditions)
        words += writer.words(condition);
    for (const QString &word : filter.words)
        words += reader.display.quoted(word);
    for (const Alternatives &alternatives : filter.alternatives) {
        if (const QString *word = wordLeftOut(alternatives)) {
            words += Words::tr("without %1", "a word").arg(reader.display.quoted(*word));
            continue;
        }
        QStringList each;
        for (const Filter &one : alternatives.filters) {
            const QStringList parts = filterWords(kind, one, reader);
            each += parts.size() > 1 ? u'(' + parts.join(u", "_s) + u')' : parts.value(0);
        }
        const QString text = joinedByOr(each);
        words += alternatives.sense == Sense::Negated ? Words::tr("not (%1)").arg(text) : text;
    }
    return words;
}

QString filterTitle(EntityKind kind, const Filter &filter, const FilterReader &reader)
{
    return filterWords(kind, filter, reader).join(u", "_s);
}

} // namespace headway::app
