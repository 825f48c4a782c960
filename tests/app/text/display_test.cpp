// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/display.h"

#include "domain/records/record.h"
#include "domain/records/totals.h"
#include "support/catch_qt.h"

#include <limits>

using namespace headway;
using namespace headway::app;
using namespace Qt::StringLiterals;

namespace {

const Display british(QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc());
const Display german(QLocale(QLocale::German, QLocale::Germany), QTimeZone("Europe/Berlin"));
const Display japanese(QLocale(QLocale::Japanese, QLocale::Japan), QTimeZone("Asia/Tokyo"));

constexpr auto always = Display::Decimals::Always;
constexpr auto whenNeeded = Display::Decimals::WhenNeeded;

// Replaces spaces of any width by plain ones, for readable tests.
QString plain(QString text)
{
    return text.replace(u'\u00A0', u' ').replace(u'\u202F', u' ');
}

Instant at(int year, int month, int day, int hour = 12, int minute = 0)
{
    return {QDateTime(QDate(year, month, day), QTime(hour, minute), Qt::UTC).toMSecsSinceEpoch()};
}

} // namespace

TEST_CASE("Money has the decimals of its currency and the marks of the reader's country", "[app]")
{
    CHECK(british.money(1'250'000, u"EUR"_s, always) == u"€12,500.00"_s);
    CHECK(british.money(1'250'000, u"EUR"_s, whenNeeded) == u"€12,500"_s);
    CHECK(british.money(1'250'050, u"EUR"_s, whenNeeded) == u"€12,500.50"_s);
    CHECK(british.money(-1'250'050, u"EUR"_s, whenNeeded) == u"(€12,500.50)"_s);
    CHECK(plain(german.money(1'250'050, u"EUR"_s, always)) == u"12.500,50 €"_s);
    CHECK(plain(german.money(12'500, u"JPY"_s, always)).contains(u"12.500"_s));
    CHECK_FALSE(plain(german.money(12'500, u"JPY"_s, always)).contains(u','));
    CHECK(plain(german.money(12'500, u"BHD"_s, always)).startsWith(u"12,500"_s));
    CHECK(plain(german.money(12'000, u"BHD"_s, whenNeeded)).startsWith(u"12 "_s));
    CHECK(japanese.money(12'500, u"JPY"_s, always).contains(u"12,500"_s));
}

TEST_CASE("Figures side by side do not change places in a language written from right to left", "[app]")
{
    const Display arabic(QLocale(QLocale::Arabic, QLocale::Egypt), QTimeZone::utc());
    const QString open = u"٩٧ open of ٢٤٦"_s;
    const QString sum = u"١٫٣٣ M €"_s;
    CHECK(british.line({u"97 open of 246"_s, u"€1.33 M"_s}, u" · "_s) == u"97 open of 246 · €1.33 M"_s);
    CHECK(arabic.line({open, sum}, u" · "_s)
          == u"\u200e\u2068"_s + open + u"\u2069 · \u2068"_s + sum + u"\u2069"_s); // the words are English
    CHECK(arabic.line({u"الصفقات"_s, sum}, u" · "_s).startsWith(u'\u200f'));
    CHECK(arabic.line({open}, u" · "_s) == open);
    CHECK(arabic.line({}, u" · "_s).isEmpty());
    // Else €8,775 + Fr6,660 would read as 6,660 + € 8,775 Fr.
    const QString euros = arabic.money(877'500, u"EUR"_s, whenNeeded);
    const QString francs = arabic.money(666'000, u"CHF"_s, whenNeeded);
    CHECK(arabic.moneySums({{u"EUR"_s, 877'500, 0}, {u"CHF"_s, 666'000, 0}})
          == u"\u200e\u2068"_s + euros + u"\u2069 + \u2068"_s + francs + u"\u2069"_s);
    CHECK(arabic.moneySums({{u"EUR"_s, 877'500, 0}}) == euros);
    CHECK(arabic.year(QDate(2026, 11, 29)) == u"٢٠٢٦"_s);
    CHECK(british.year(QDate(2026, 11, 29)) == u"2026"_s);
}

TEST_CASE("An amount without a currency is a number, not one in the reader's own currency", "[app]")
{
    CHECK(british.money(1'250'050, {}, always) == u"12,500.50"_s);
    CHECK(german.money(1'250'000, {}, whenNeeded) == u"12.500"_s);
}

TEST_CASE("A currency that no list knows is shown by its code", "[app]")
{
    CHECK(british.money(12'50, u"XQQ"_s, always).contains(u"XQQ"_s));
}

TEST_CASE("In a column's head money is short, and the unit stands behind the figures", "[app]")
{
    CHECK(british.moneyShort(99'999'49, u"EUR"_s) == u"€99,999"_s);
    CHECK(british.moneyShort(99'999'50, u"EUR"_s) == u"€100 k"_s);
    CHECK(british.moneyShort(250'000'00, u"EUR"_s) == u"€250 k"_s);
    CHECK(british.moneyShort(999'499'00, u"EUR"_s) == u"€999 k"_s);
    CHECK(british.moneyShort(999'500'00, u"EUR"_s) == u"€1.00 M"_s);
    CHECK(british.moneyShort(1'234'567'00, u"EUR"_s) == u"€1.23 M"_s);
    CHECK(british.moneyShort(-1'234'567'00, u"EUR"_s) == u"(€1.23 M)"_s);
    CHECK(plain(german.moneyShort(250'000'00, u"EUR"_s)) == u"250 k €"_s);
    CHECK(plain(german.moneyShort(1'234'567'00, u"EUR"_s)) == u"1,23 M €"_s);
    CHECK(british.moneyShort(0, u"EUR"_s) == u"€0"_s);
}

TEST_CASE("An amount has shorter and shorter forms, none of which drops below two figures", "[app]")
{
    const auto forms = [](qint64 minor) { return british.moneyForms(minor, u"EUR"_s); };
    CHECK(forms(24'700'00) == QStringList{u"€24,700"_s, u"€24.7 k"_s, u"€25 k"_s});
    CHECK(forms(24'000'00) == QStringList{u"€24,000"_s, u"€24 k"_s});
    CHECK(forms(2'500'00) == QStringList{u"€2,500"_s, u"€2.5 k"_s});
    CHECK(forms(231'400'00) == QStringList{u"€231,400"_s, u"€231.4 k"_s, u"€231 k"_s});
    CHECK(forms(999'999'00) == QStringList{u"€999,999"_s, u"€1 M"_s});
    CHECK(forms(1'234'567'00) == QStringList{u"€1,234,567"_s, u"€1.23 M"_s, u"€1.2 M"_s});
    CHECK(forms(12'345'678'00) == QStringList{u"€12,345,678"_s, u"€12.35 M"_s, u"€12.3 M"_s, u"€12 M"_s});
    CHECK(forms(999'50) == QStringList{u"€999.50"_s, u"€1,000"_s, u"€1 k"_s});
    CHECK(forms(0) == QStringList{u"€0"_s});
    CHECK(forms(-24'700'00).last() == u"(€25 k)"_s);
    CHECK(plain(german.moneyForms(24'700'00, u"EUR"_s).join(u'|')) == u"24.700 €|24,7 k €|25 k €"_s);
    for (const qint64 huge : {std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min()})
        CHECK_FALSE(forms(huge).isEmpty());
}

TEST_CASE("Cents are shown below a thousand only, where somebody would miss them", "[app]")
{
    constexpr auto below = Display::Decimals::BelowThousand;
    CHECK(british.money(999'99, u"EUR"_s, below) == u"€999.99"_s);
    CHECK(british.money(999'00, u"EUR"_s, below) == u"€999"_s);
    CHECK(british.money(1'000'49, u"EUR"_s, below) == u"€1,000"_s);
    CHECK(british.money(1'234'56, u"EUR"_s, below) == u"€1,235"_s);
    CHECK(british.money(-1'234'56, u"EUR"_s, below) == u"(€1,235)"_s);
}

TEST_CASE("Sums of several currencies are never mixed", "[app]")
{
    const std::vector<MoneySum> sums{{u"EUR"_s, 1'250'000, 625'050}, {u"GBP"_s, 30'000, 0}};
    CHECK(british.moneySums(sums) == u"€12,500 + £300"_s);
    CHECK(british.weightedSums(sums) == u"€6,250.50 + £0"_s);
    CHECK(british.moneySums({}) == QString());
}

TEST_CASE("Days and times are those of the reader's language and wall clock", "[app]")
{
    CHECK(british.day(QDate(2026, 3, 4)) == u"4 Mar 2026"_s);
    CHECK(british.day({}) == QString());
    CHECK(german.day(QDate(2026, 3, 4)).contains(u"März"_s));
    CHECK(british.moment(at(2026, 3, 4, 23, 30)) == u"4 Mar 2026 23:30"_s);
    CHECK(german.moment(at(2026, 3, 4, 23, 30)).startsWith(u"5"_s)); // after midnight in Berlin
    CHECK(british.moment({}) == QString());
    CHECK(british.dayShort(QDate(2026, 3, 4), QDate(2026, 3, 4)) == u"today"_s);
    CHECK(british.dayShort(QDate(2026, 3, 5), QDate(2026, 3, 4)) == u"tomorrow"_s);
    CHECK(british.dayShort(QDate(2026, 3, 3), QDate(2026, 3, 4)) == u"yesterday"_s);
    CHECK(british.dayShort(QDate(2026, 6, 3), QDate(2026, 3, 4)) == u"3 Jun"_s);
    CHECK(british.dayShort(QDate(2027, 6, 3), QDate(2026, 3, 4)) == u"3 Jun 2027"_s);
    CHECK(british.dayForms(QDate(2026, 3, 5), QDate(2026, 3, 4)) == QStringList{u"5 Mar 2026"_s, u"5 Mar"_s});
    CHECK(british.dayForms(QDate(2027, 6, 3), QDate(2026, 3, 4)) == QStringList{u"3 Jun 2027"_s});
}

TEST_CASE("How long ago something was is said in words that are English", "[app]")
{
    const Instant now = at(2026, 3, 10);
    const auto ago = [&](Instant moment) { return british.momentAgo(moment, now); };
    CHECK(ago({}) == QString());
    CHECK(ago(now) == u"just now"_s);
    CHECK(ago({now.ms - 59'000}) == u"just now"_s);
    CHECK(ago({now.ms - 60'000}) == u"1 minute ago"_s);
    CHECK(ago({now.ms - 5 * 60'000}) == u"5 minutes ago"_s);
    CHECK(ago({now.ms + 5 * 60'000}) == u"in 5 minutes"_s);
    CHECK(ago(at(2026, 3, 10, 11)) == u"1 hour ago"_s);
    CHECK(ago(at(2026, 3, 10, 15)) == u"in 3 hours"_s);
    CHECK(ago(at(2026, 3, 9, 23)) == u"yesterday"_s);
    CHECK(ago(at(2026, 3, 11, 1)) == u"tomorrow"_s);
    CHECK(ago(at(2026, 3, 7)) == u"3 days ago"_s);
    CHECK(ago(at(2026, 3, 20)) == u"in 10 days"_s);
    CHECK(ago(at(2025, 12, 10)) == u"3 months ago"_s);
    CHECK(ago(at(2023, 3, 10)) == u"3 years ago"_s);
    CHECK(british.momentAgo(at(2026, 3, 9, 23, 50), at(2026, 3, 10, 0, 10)) == u"20 minutes ago"_s);
}

TEST_CASE("Durations, percentages and numbers are as people write them", "[app]")
{
    CHECK(british.duration(0) == u"0 min"_s);
    CHECK(british.duration(29) == u"0 min"_s);
    CHECK(british.duration(30) == u"1 min"_s);
    CHECK(british.duration(80 * 60) == u"1 h 20 min"_s);
    CHECK(british.duration(3600) == u"1 h"_s);
    CHECK(british.duration(3599) == u"1 h"_s);
    CHECK(plain(british.percent(55)) == u"55 %"_s);
    CHECK(british.number(1'234'567) == u"1,234,567"_s);
    CHECK(german.number(1'234'567) == u"1.234.567"_s);
    CHECK(Display(QLocale::c(), QTimeZone::utc()).number(1'234) == u"1,234"_s);
}

TEST_CASE("A language is called by its name, whatever code stands for it", "[app]")
{
    const auto shown = [](const QString &text) {
        LoadedRecord contact;
        contact.record.ref = {EntityKind::Contact, 1};
        contact.record.row = entityInfo(EntityKind::Contact).defaults;
        const int field = entityInfo(EntityKind::Contact).indexOf(u"language");
        contact.record.row[size_t(field)] = text;
        return british.cell(contact, field);
    };
    CHECK(shown(u"de"_s) == u"German"_s);
    CHECK(shown(u"nb"_s).startsWith(u"Norwegian"_s));
    CHECK(shown(u"pt_BR"_s) == u"Portuguese"_s);
    CHECK(shown(u"Plattdüütsch"_s) == u"Plattdüütsch"_s);
    CHECK(shown(u"zz"_s) == u"zz"_s);
}

TEST_CASE("Days are written in the order that was chosen, by all copies of a display", "[app]")
{
    Display display(QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc());
    const Display copy = display;
    const QDate day(2026, 3, 4);
    const auto written = [&](std::optional<DateOrder> order) {
        display.writeDays(order);
        CHECK(copy.weekdayLong(day).startsWith(u"Wednesday, "_s));
        return QStringList{copy.day(day), copy.dayShort(day, QDate(2026, 6, 1)),
                           copy.dayShort(day, QDate(2027, 6, 1)), copy.weekdayShort(day)};
    };
    CHECK(written(std::nullopt)
          == QStringList{u"4 Mar 2026"_s, u"4 Mar"_s, u"4 Mar 2026"_s, u"Wed, 4 Mar"_s});
    CHECK(written(DateOrder::MonthDayYear)
          == QStringList{u"Mar 4, 2026"_s, u"Mar 4"_s, u"Mar 4, 2026"_s, u"Wed, Mar 4"_s});
    CHECK(written(DateOrder::YearMonthDay)
          == QStringList{u"2026-03-04"_s, u"Mar 4"_s, u"2026-03-04"_s, u"Wed, Mar 4"_s});
    CHECK(written(DateOrder::DayMonthYear)
          == QStringList{u"4 Mar 2026"_s, u"4 Mar"_s, u"4 Mar 2026"_s, u"Wed, 4 Mar"_s});
}

TEST_CASE("Days are typed in the order of the locale, or in the one that was chosen; nobody's has none",
          "[app]")
{
    const auto typed = [](const QLocale &locale, std::optional<DateOrder> chosen) {
        Display display(locale, QTimeZone::utc());
        display.writeDays(chosen);
        return display.typedDayOrder();
    };
    CHECK(typed({QLocale::English, QLocale::UnitedStates}, {}) == DateOrder::MonthDayYear);
    CHECK(typed({QLocale::English, QLocale::UnitedKingdom}, {}) == DateOrder::DayMonthYear);
    CHECK(typed({QLocale::Swedish, QLocale::Sweden}, {}) == DateOrder::YearMonthDay);
    CHECK(typed({QLocale::English, QLocale::UnitedStates}, DateOrder::DayMonthYear)
          == DateOrder::DayMonthYear);
    for (const QLocale &locale :
         QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyCountry)) {
        CAPTURE(locale.name());
        CHECK(typed(locale, {}).has_value() == (locale.language() != QLocale::C));
    }
    CHECK(typed(QLocale::c(), {}) == std::nullopt);
    CHECK(typed(QLocale::c(), DateOrder::MonthDayYear) == DateOrder::MonthDayYear);
}
