// SPDX-License-Identifier: GPL-3.0-or-later
// The only place where values become text for people: numbers, money, days and times by the user's locale
// and time zone. (Machine text for files is in exchange/plan/fieldtext.h.) A value, passed to all code that
// shows something; any thread.
#pragma once

#include "app/text/daypatterns.h"
#include "domain/fields/field.h"
#include "domain/records/loadedrecord.h"
#include "domain/records/totals.h"
#include "domain/sentence.h"
#include "domain/text/datetext.h"

#include <QLocale>
#include <QTimeZone>

#include <array>
#include <atomic>
#include <memory>
#include <optional>

namespace headway::app {

// The order in which people of this locale write a date; none if it is nobody's, as "C" is.
std::optional<DateOrder> dayOrderOf(const QLocale &locale);

class Display
{
public:
    Display(const QLocale &locale, const QTimeZone &zone);

    const QLocale &locale() const { return m_locale; }
    const QTimeZone &zone() const { return m_zone; }
    // Sets how days are written, also by copies of this one; none: as the locale does.
    void writeDays(std::optional<DateOrder> order);
    // The order in which days are typed: as they are written, or as the locale does; none if the system names no
    // language.
    std::optional<DateOrder> typedDayOrder() const;

    QString number(qint64 number) const;
    // "€12,500.00"; WhenNeeded omits decimals that are all zero, BelowThousand also those of 1,000 and more.
    enum class Decimals { Always, WhenNeeded, BelowThousand };
    QString money(qint64 minor, const QString &currency, Decimals decimals) const;
    // "€1.2 M": for a column's head, where space is limited.
    QString moneyShort(qint64 minor, const QString &currency) const;
    // "€24,700", "€24.7 k", "€25 k": from the longest to the shortest, which still has two figures, for places
    // where an amount must not be cut.
    QStringList moneyForms(qint64 minor, const QString &currency) const;
    // One sum per currency, never mixed: "€12,500 + $300".
    QString moneySums(const std::vector<MoneySum> &sums) const;
    QString weightedSums(const std::vector<MoneySum> &sums) const;
    QString percent(qint64 percent) const;
    // Parts of a line with figures. In a language written from right to left each keeps its own order: else the
    // figure at a part's end and the one that begins the next would change places.
    QString line(const QStringList &parts, const QString &between) const;
    QString day(QDate day) const;                       // "4 Mar 2026", "4 Mar" of an unknown year
    QString year(QDate day) const;                      // "2026", in the locale's digits
    QString dayShort(QDate day, QDate today) const;     // "4 Mar" this year, "today", "tomorrow"
    QStringList dayForms(QDate day, QDate today) const; // "4 Mar 2026", then "4 Mar"
    QString weekdayLong(QDate day) const;               // "Wednesday, 4 March"
    QString weekdayShort(QDate day) const;              // "Wed, 4 Mar"
    QString weekdayOf(QDate day) const;                 // "Wed 4 Mar 2026"
    QString moment(Instant at) const;                   // "4 Mar 2026 12:30"
    QString momentAgo(Instant at, Instant now) const;   // "3 days ago", "in 2 hours", "just now"
    QString dayAgo(QDate day, QDate today) const;       // "today", "tomorrow", "3 days ago"
    QString duration(qint64 seconds) const;             // "1 h 20 min"
    QString yesOrNo(qint64 yes) const;                  // empty for no
    QString choice(const FieldInfo &field, const QString &code) const;
    QString label(const FieldInfo &field) const; // translated
    QString kindName(EntityKind kind) const;     // "deal", translated
    QString kindPlural(EntityKind kind) const;
    QString anyOfKind(EntityKind kind) const;             // "a deal", "an activity"
    QString counted(qint64 count, EntityKind kind) const; // "1 deal", "1,300 deals"
    QString days(qint64 count) const;                     // "1 day", "3 days"

    // Any cell of a list row: references by the title of the record.
    QString cell(const LoadedRecord &row, int field) const;
    // How long ago a time in a row is, or how far ahead; of a whole day, its day.
    QString ago(const Record &record, int field, Instant now) const;
    // A field's value; `beside` is the currency of money, or the name of the referenced record.
    QString content(const FieldInfo &field, const Value &value, const QString &beside) const;

    QString quoted(const QString &text) const; // in the quotation marks of the language

    // A sentence in the user's language, with formatted values. A translation with a placeholder missing or
    // too many is not an error: the rest is still shown.
    QString words(const Sentence &sentence) const;

private:
    std::optional<DateOrder> dayOrder() const;
    const DayPatterns &patterns() const;

    QString inCurrency(double amount, const QString &currency, int digits, const QString &unit = {}) const;

    QLocale m_locale;
    std::optional<DateOrder> m_localeOrder;
    QTimeZone m_zone;
    std::shared_ptr<std::atomic<int>> m_order; // -1: none; also read by threads that write files
    // By m_order + 1; made once, since a list writes a thousand days.
    std::shared_ptr<const std::array<DayPatterns, 4>> m_patterns;
};

} // namespace headway::app
