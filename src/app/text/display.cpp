// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/display.h"

#include "app/text/capital.h"
#include "app/text/codechoices.h"
#include "app/text/presentation.h"
#include "domain/records/record.h"
#include "domain/records/wholeday.h"
#include "domain/rules/deals.h"
#include "domain/text/currencytable.h"
#include "domain/text/quoted.h"

#include <QCoreApplication>
#include <QDateTime>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

QString translated(const char *context, const char *text)
{
    return *text ? QCoreApplication::translate(context, text) : QString();
}

qint64 minorPerUnit(const QString &currency)
{
    qint64 factor = 1;
    for (int i = currencyDecimals(currency).value_or(2); i > 0; --i)
        factor *= 10;
    return factor;
}

// English must read well without a translation, so the singular has a text of its own.
struct Span {
    const char *oneAgo;
    const char *manyAgo;
    const char *inOne;
    const char *inMany;
};
constexpr Span minuteSpan{
    QT_TRANSLATE_NOOP("Display", "1 minute ago"), QT_TRANSLATE_NOOP("Display", "%n minutes ago"),
    QT_TRANSLATE_NOOP("Display", "in 1 minute"), QT_TRANSLATE_NOOP("Display", "in %n minutes")};
constexpr Span hourSpan{
    QT_TRANSLATE_NOOP("Display", "1 hour ago"), QT_TRANSLATE_NOOP("Display", "%n hours ago"),
    QT_TRANSLATE_NOOP("Display", "in 1 hour"), QT_TRANSLATE_NOOP("Display", "in %n hours")};
constexpr Span daySpan{QT_TRANSLATE_NOOP("Display", "1 day ago"), QT_TRANSLATE_NOOP("Display", "%n days ago"),
                       QT_TRANSLATE_NOOP("Display", "in 1 day"), QT_TRANSLATE_NOOP("Display", "in %n days")};
constexpr Span monthSpan{
    QT_TRANSLATE_NOOP("Display", "1 month ago"), QT_TRANSLATE_NOOP("Display", "%n months ago"),
    QT_TRANSLATE_NOOP("Display", "in 1 month"), QT_TRANSLATE_NOOP("Display", "in %n months")};
constexpr Span yearSpan{
    QT_TRANSLATE_NOOP("Display", "1 year ago"), QT_TRANSLATE_NOOP("Display", "%n years ago"),
    QT_TRANSLATE_NOOP("Display", "in 1 year"), QT_TRANSLATE_NOOP("Display", "in %n years")};

QString sayAgo(const Span &span, qint64 n, bool past)
{
    const char *text = n == 1 ? (past ? span.oneAgo : span.inOne) : (past ? span.manyAgo : span.inMany);
    return QCoreApplication::translate("Display", text, nullptr, int(n));
}

} // namespace

// If the system names no language ("C"), European English is used.
Display::Display(const QLocale &locale, const QTimeZone &zone)
    : m_locale(locale.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedKingdom) : locale),
      m_localeOrder(dayOrderOf(locale)), m_zone(zone), m_order(std::make_shared<std::atomic<int>>(-1)),
      m_patterns(std::make_shared<const std::array<DayPatterns, 4>>(std::array{
          app::dayPatterns(m_locale, std::nullopt), app::dayPatterns(m_locale, DateOrder::YearMonthDay),
          app::dayPatterns(m_locale, DateOrder::DayMonthYear),
          app::dayPatterns(m_locale, DateOrder::MonthDayYear)}))
{
}

void Display::writeDays(std::optional<DateOrder> order)
{
    m_order->store(order ? int(*order) : -1);
}

std::optional<DateOrder> Display::dayOrder() const
{
    const int order = m_order->load();
    return order < 0 ? std::nullopt : std::optional(DateOrder(order));
}

std::optional<DateOrder> Display::typedDayOrder() const
{
    const std::optional<DateOrder> chosen = dayOrder();
    return chosen ? chosen : m_localeOrder;
}

std::optional<DateOrder> dayOrderOf(const QLocale &locale)
{
    // That of "C", which no language has: the system's locale may have a language and, by LC_TIME, nobody's days.
    const QString format = locale.dateFormat(QLocale::ShortFormat);
    if (format == QLocale::c().dateFormat(QLocale::ShortFormat))
        return std::nullopt;
    const qsizetype day = format.indexOf(u'd');
    const qsizetype month = format.indexOf(u'M');
    if (format.indexOf(u'y') < qMin(day, month))
        return DateOrder::YearMonthDay;
    return day < month ? DateOrder::DayMonthYear : DateOrder::MonthDayYear;
}

QString Display::counted(qint64 count, EntityKind kind) const
{
    return number(count) + u' ' + (count == 1 ? kindName(kind) : kindPlural(kind));
}

QString Display::days(qint64 count) const
{
    return count == 1 ? QCoreApplication::translate("Display", "1 day")
                      : QCoreApplication::translate("Display", "%1 days").arg(number(count));
}

QString Display::number(qint64 number) const
{
    return m_locale.toString(number);
}

QString Display::money(qint64 minor, const QString &currency, Decimals decimals) const
{
    const qint64 factor = minorPerUnit(currency);
    const double units = double(minor) / double(factor);
    if (decimals == Decimals::BelowThousand && std::abs(units) >= 1000)
        return inCurrency(std::round(units), currency, 0);
    const bool whole = decimals != Decimals::Always && minor % factor == 0;
    const int digits = whole ? 0 : currencyDecimals(currency).value_or(2);
    return inCurrency(units, currency, digits);
}

QStringList Display::moneyForms(qint64 minor, const QString &currency) const
{
    const double units = double(minor) / double(minorPerUnit(currency));
    const double size = std::abs(units);
    QStringList forms{money(minor, currency, Decimals::BelowThousand),
                      inCurrency(std::round(units), currency, 0)};
    // In thousands or millions, with fewer and fewer decimals; a form that would end in a zero is the next one.
    const auto shorten = [&](double unit, const QString &sign, int decimals, qint64 limit) {
        bool isShortened = false;
        for (; decimals >= 0; --decimals) {
            const double scale = std::pow(10, decimals);
            const qint64 figures = std::llround(size / unit * scale);
            if (decimals > 0 && figures % 10 == 0)
                continue;
            if (double(figures) >= double(limit) * scale || (isShortened && figures < 10))
                break;
            forms += inCurrency(std::copysign(double(figures) / scale, units), currency, decimals, sign);
            isShortened = true;
        }
    };
    constexpr double leastThousand = 999.5; // what is rounded to it
    if (size >= leastThousand)
        shorten(1000, u" k"_s, 1, 1000);
    if (size >= leastThousand * 1000)
        shorten(1'000'000, u" M"_s, 2, std::numeric_limits<qint64>::max());
    forms.removeDuplicates();
    return forms;
}

QString Display::moneyShort(qint64 minor, const QString &currency) const
{
    const double units = double(minor) / double(minorPerUnit(currency));
    // The limits are those of rounding, so that nothing ever reads "1,000 k".
    if (std::abs(units) < 99'999.5)
        return inCurrency(std::round(units), currency, 0);
    if (std::abs(units) < 999'500)
        return inCurrency(std::round(units / 1000), currency, 0, u" k"_s);
    return inCurrency(units / 1'000'000, currency, 2, u" M"_s);
}

// `unit` follows the figures directly, wherever the locale puts the currency.
QString Display::inCurrency(double amount, const QString &currency, int digits, const QString &unit) const
{
    const QString figures = m_locale.toString(std::abs(amount), 'f', digits);
    // Without a currency Qt would use the locale's own.
    if (currency.isEmpty())
        return m_locale.toString(amount, 'f', digits) + unit;
    QString text = m_locale.toCurrencyString(amount, currencySymbol(currency).value_or(currency), digits);
    return unit.isEmpty() ? text : text.replace(figures, figures + unit);
}

QString Display::moneySums(const std::vector<MoneySum> &sums) const
{
    QStringList parts;
    for (const MoneySum &sum : sums)
        parts += money(sum.minor, sum.currency, Decimals::WhenNeeded);
    return line(parts, u" + "_s);
}

QString Display::weightedSums(const std::vector<MoneySum> &sums) const
{
    QStringList parts;
    for (const MoneySum &sum : sums)
        parts += money(sum.weighted, sum.currency, Decimals::WhenNeeded);
    return line(parts, u" + "_s);
}

QString Display::percent(qint64 percent) const
{
    return m_locale.toString(percent) + u"\u202f%"_s;
}

const DayPatterns &Display::patterns() const
{
    const int place = m_order->load() + 1;
    return (*m_patterns)[size_t(place)];
}

QString Display::line(const QStringList &parts, const QString &between) const
{
    QString whole = parts.join(between);
    if (m_locale.textDirection() == Qt::LeftToRight || parts.size() < 2)
        return whole;
    const QChar direction =
        whole.isRightToLeft() ? u'\u200f' : u'\u200e'; // what is isolated has no say in it
    QStringList isolated;
    for (const QString &part : parts)
        isolated += u'\u2068' + part + u'\u2069';
    return direction + isolated.join(between);
}

QString Display::year(QDate day) const
{
    return m_locale.toString(day, u"yyyy"_s);
}

QString Display::day(QDate day) const
{
    return m_locale.toString(day, day.year() == unknownYear ? patterns().withoutYear : patterns().day);
}

QString Display::dayShort(QDate day, QDate today) const
{
    if (!day.isValid())
        return {};
    switch (today.daysTo(day)) {
    case -1: return QCoreApplication::translate("Display", "yesterday");
    case 0: return QCoreApplication::translate("Display", "today");
    case 1: return QCoreApplication::translate("Display", "tomorrow");
    default: break;
    }
    if (day.year() != today.year())
        return this->day(day);
    return m_locale.toString(day, patterns().withoutYear);
}

QStringList Display::dayForms(QDate day, QDate today) const
{
    QStringList forms{this->day(day)};
    if (day.year() == today.year())
        forms += m_locale.toString(day, patterns().withoutYear);
    return forms;
}

QString Display::weekdayLong(QDate day) const
{
    return m_locale.toString(day, patterns().weekdayLong);
}

QString Display::weekdayOf(QDate day) const
{
    const QString weekday = m_locale.toString(day, u"ddd"_s);
    return weekday + u' ' + this->day(day);
}

QString Display::weekdayShort(QDate day) const
{
    return m_locale.toString(day, patterns().weekdayShort);
}

QString Display::moment(Instant at) const
{
    if (!at)
        return {};
    const QDateTime wall = QDateTime::fromMSecsSinceEpoch(at.ms, m_zone);
    return day(wall.date()) + u' ' + m_locale.toString(wall.time(), QLocale::ShortFormat);
}

QString Display::momentAgo(Instant at, Instant now) const
{
    if (!at)
        return {};
    const qint64 seconds = (now.ms - at.ms) / 1000;
    const qint64 distance = std::abs(seconds);
    const bool past = seconds >= 0;
    if (distance < 60)
        return QCoreApplication::translate("Display", "just now");
    if (distance < 3600)
        return sayAgo(minuteSpan, distance / 60, past);
    const QDate day = dayOf(at, m_zone);
    const QDate today = dayOf(now, m_zone);
    return day == today ? sayAgo(hourSpan, distance / 3600, past) : dayAgo(day, today);
}

QString Display::dayAgo(QDate day, QDate today) const
{
    if (!day.isValid())
        return {};
    const bool past = day < today;
    const qint64 days = std::abs(day.daysTo(today));
    if (days < 2)
        return dayShort(day, today);
    if (days < 60)
        return sayAgo(daySpan, days, past);
    if (days < 730)
        return sayAgo(monthSpan, days / 30, past);
    return sayAgo(yearSpan, days / 365, past);
}

QString Display::duration(qint64 seconds) const
{
    const qint64 minutes = (seconds + 30) / 60;
    if (minutes < 60)
        return QCoreApplication::translate("Display", "%1 min").arg(m_locale.toString(minutes));
    const QString hours = QCoreApplication::translate("Display", "%1 h").arg(m_locale.toString(minutes / 60));
    return minutes % 60 == 0 ? hours
                             : hours + u' '
            + QCoreApplication::translate("Display", "%1 min").arg(m_locale.toString(minutes % 60));
}

QString Display::choice(const FieldInfo &field, const QString &code) const
{
    for (const Choice &each : field.choices) {
        if (code == QLatin1StringView(each.code))
            return translated(Label::context, each.label);
    }
    return code;
}

QString Display::label(const FieldInfo &field) const
{
    return translated(Label::context, field.label);
}

QString Display::kindName(EntityKind kind) const
{
    return translated(Label::context, entityInfo(kind).singular);
}

QString Display::kindPlural(EntityKind kind) const
{
    return translated(Label::context, entityInfo(kind).plural);
}

QString Display::anyOfKind(EntityKind kind) const
{
    return translated(Label::context, entityInfo(kind).any);
}

QString Display::yesOrNo(qint64 yes) const
{
    return yes ? QCoreApplication::translate("Display", "Yes") : QString();
}

namespace {

// "Norwegian Bokmal" for nb; what is no code stays as somebody wrote it.
QString languageName(const QString &text)
{
    const QString code = text.section(u'_', 0, 0).section(u'-', 0, 0);
    const QLocale::Language language = QLocale::codeToLanguage(code.toLower());
    return language <= QLocale::C ? text : QLocale::languageToString(language);
}

} // namespace

QString Display::cell(const LoadedRecord &row, int field) const
{
    const FieldInfo &info = row.record.info().field(field);
    if (info.type == FieldType::Moment) {
        if (const QDate day = wholeDayIn(row.record.info(), row.record.row, field); day.isValid())
            return this->day(day);
    }
    QString beside;
    if (info.type == FieldType::Reference)
        beside = row.titleOf(field);
    else if (info.type == FieldType::Money && row.record.info().indexOf(u"currency") >= 0)
        beside =
            textOf(row.record.value(u"currency")); // line items have their deal's, which is not in the row
    return content(info, row.record.row[size_t(field)], beside);
}

QString Display::ago(const Record &record, int field, Instant now) const
{
    const QDate day = wholeDayIn(record.info(), record.row, field);
    return day.isValid() ? dayAgo(day, dayOf(now, m_zone))
                         : momentAgo({integerOf(record.row[size_t(field)])}, now);
}

QString Display::content(const FieldInfo &field, const Value &value, const QString &beside) const
{
    if (isNull(value))
        return {};
    switch (field.type) {
    case FieldType::Money: return money(integerOf(value), beside, Decimals::WhenNeeded);
    case FieldType::Integer:
    case FieldType::Rank:
    case FieldType::RecordId:
        return field.name == "founded"_L1 ? QString::number(integerOf(value)) : number(integerOf(value));
    case FieldType::Percent: return percent(integerOf(value));
    case FieldType::Day: return day(Codec<QDate>::write(value));
    case FieldType::Moment: return moment({integerOf(value)});
    case FieldType::Duration: return duration(integerOf(value));
    case FieldType::YesNo: return yesOrNo(integerOf(value));
    case FieldType::Choice: return choice(field, textOf(value));
    case FieldType::Reference: return beside;
    case FieldType::RecordKind: {
        const std::optional<EntityKind> kind = entityKindNamed(textOf(value));
        if (!kind)
            return textOf(value);
        const QString title = pageTitle(presentationOf(*kind));
        return title.isEmpty() ? kindPlural(*kind) : title;
    }
    default: break;
    }
    if (field.name == "language"_L1)
        return languageName(textOf(value));
    if (field.name == "colour"_L1)
        return colourName(textOf(value));
    if (holdsCodes(field))
        return codesText(field, textOf(value));
    return textOf(value);
}

namespace {

struct PartInWords {
    const Display &display;

    QString operator()(const QString &text) const { return text; }
    QString operator()(qint64 number) const { return display.number(number); }
    QString operator()(const Quoted &quoted) const { return display.quoted(shortened(quoted.text)); }
    QString operator()(QDate day) const { return display.weekdayOf(day); }
    QString operator()(Instant at) const { return display.moment(at); }
    QString operator()(const Amount &amount) const
    {
        return display.money(amount.minor, amount.currency, Display::Decimals::WhenNeeded);
    }
    QString operator()(const RecordName &record) const
    {
        if (!record.title.isEmpty())
            return display.quoted(record.title);
        if (record.ref.id <= 0 || isSingle(record.ref.kind))
            return display.anyOfKind(record.ref.kind);
        return display.kindName(record.ref.kind) + u' ' + QString::number(record.ref.id);
    }
    QString operator()(const KindName &name) const
    {
        switch (name.number) {
        case Number::One: return display.kindName(name.kind);
        case Number::Many: return display.kindPlural(name.kind);
        case Number::Any: break;
        }
        return display.anyOfKind(name.kind);
    }
    QString operator()(const FieldName &name) const
    {
        const int index = entityInfo(name.kind).indexOf(name.field);
        if (!name.custom.isEmpty() || index < 0)
            return name.custom.isEmpty() ? name.field : name.custom;
        const QString label = display.label(entityInfo(name.kind).field(index));
        return label.isEmpty() ? name.field : label;
    }
    QString operator()(const FieldContent &content) const
    {
        const int index = entityInfo(content.kind).indexOf(content.field);
        if (isBlank(content.value))
            return QCoreApplication::translate("Display", "nothing");
        if (index < 0) // a field that this version does not know
            return display.quoted(textOf(content.value));
        const FieldInfo &field = entityInfo(content.kind).field(index);
        const bool isName = field.type == FieldType::Text || field.type == FieldType::LongText
            || field.type == FieldType::Reference;
        QString text = display.content(field, content.value, content.beside);
        if (text.isEmpty()) // a reference whose name is no longer known
            text = textOf(content.value).isEmpty() ? QString::number(integerOf(content.value))
                                                   : textOf(content.value);
        return isName ? display.quoted(shortened(text)) : text;
    }
    QString operator()(const std::shared_ptr<const Sentence> &sentence) const
    {
        return display.words(*sentence);
    }
};

// “%1” of a pattern
bool isQuoted(const QString &pattern, qsizetype part)
{
    return pattern.contains(u"“%"_s + QString::number(part + 1) + u'”');
}

// A step that is quoted quotes names itself: “Added ‘Acme’”.
QString withInnerQuotes(QString text, const Display &display)
{
    const QString outer = display.quoted({});
    const QString inner = display.locale().quoteString(QString(), QLocale::AlternateQuotation);
    if (outer.size() != 2 || inner.size() != 2 || outer.front() == outer.back())
        return text;
    return text.replace(outer.front(), inner.front()).replace(outer.back(), inner.back());
}

} // namespace

// The locale of a bare server, C or POSIX, has only straight quotation marks.
QString Display::quoted(const QString &text) const
{
    const QString marked = m_locale.quoteString(text);
    return marked.startsWith(u'"') ? u'“' + text + u'”' : marked;
}

QString Display::words(const Sentence &sentence) const
{
    if (sentence.isVerbatim())
        return sentence.words();
    const QString pattern = QCoreApplication::translate("headway::Sentence", sentence.source());
    const QString text = filled(pattern, sentence, [&](const SentencePart &part) -> QString {
        const QString words = std::visit(PartInWords{*this}, part);
        return isQuoted(pattern, &part - sentence.parts().data()) ? withInnerQuotes(words, *this) : words;
    });
    return beginsWithKind(pattern, sentence) ? withCapital(text, m_locale) : text;
}

} // namespace headway::app
