// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/datescanner.h"

using namespace Qt::StringLiterals;

namespace headway {
namespace {

constexpr std::array<QStringView, 12> monthNames = {
    u"january", u"february", u"march",     u"april",   u"may",      u"june",
    u"july",    u"august",   u"september", u"october", u"november", u"december"};
constexpr std::array<QStringView, 7> weekdayNames = {
    u"monday", u"tuesday", u"wednesday", u"thursday", u"friday", u"saturday", u"sunday"};

template <std::size_t count>
int positionOfName(const std::array<QStringView, count> &names, QStringView word)
{
    for (std::size_t i = 0; word.size() >= 3 && i < count; ++i) {
        if (names[i].startsWith(word, Qt::CaseInsensitive))
            return static_cast<int>(i) + 1;
    }
    return 0;
}

// Walks over a text from left to right.
class Scanner {
public:
    explicit Scanner(QStringView text)
        : m_rest(text)
    {
    }

    bool atEnd() const { return m_rest.isEmpty(); }
    QChar next() const { return atEnd() ? QChar() : m_rest.front(); }

    bool take(QChar character)
    {
        const bool here = !atEnd() && m_rest.front().toLower() == character;
        if (here)
            m_rest = m_rest.sliced(1);
        return here;
    }

    bool takeSpaces()
    {
        const qsizetype before = m_rest.size();
        while (!atEnd() && m_rest.front().isSpace())
            m_rest = m_rest.sliced(1);
        return m_rest.size() < before;
    }

    QStringView takeWord()
    {
        qsizetype end = 0;
        while (end < m_rest.size() && m_rest[end].isLetter())
            ++end;
        const QStringView word = m_rest.first(end);
        m_rest = m_rest.sliced(end);
        return word;
    }

    // nullopt without digits, or with more than eight.
    std::optional<DatePart> takeNumber()
    {
        DatePart number;
        while (!atEnd() && m_rest.front().isDigit()) {
            if (++number.digits > 8)
                return std::nullopt;
            number.value = number.value * 10 + m_rest.front().digitValue();
            m_rest = m_rest.sliced(1);
        }
        return number.digits > 0 ? std::optional(number) : std::nullopt;
    }

    // nullopt unless there are one or two digits and the number is at most `greatest`.
    std::optional<int> takeSmallNumber(int greatest)
    {
        const std::optional<DatePart> number = takeNumber();
        if (!number || number->digits > 2 || number->value > greatest)
            return std::nullopt;
        return number->value;
    }

    // Digits behind a decimal mark, as thousandths; what is finer is dropped.
    std::optional<int> takeThousandths()
    {
        int thousandths = 0;
        int weight = 100;
        const qsizetype before = m_rest.size();
        while (!atEnd() && m_rest.front().isDigit()) {
            thousandths += weight * m_rest.front().digitValue();
            weight /= 10;
            m_rest = m_rest.sliced(1);
        }
        return m_rest.size() < before ? std::optional(thousandths) : std::nullopt;
    }

    void goBackTo(QStringView rest) { m_rest = rest; }
    QStringView rest() const { return m_rest; }

private:
    QStringView m_rest;
};

// "Z", "UTC", "+01:00", "-0530", "+2"; leaves the offset empty if nothing is written.
bool scanOffset(Scanner &scanner, ScannedTime &time)
{
    scanner.takeSpaces();
    if (scanner.atEnd())
        return true;
    const QStringView zone = scanner.takeWord();
    if (!zone.isEmpty()) {
        for (const QStringView utc : {u"Z"_s, u"UTC"_s, u"GMT"_s}) {
            if (zone.compare(utc, Qt::CaseInsensitive) == 0)
                time.offsetMinutes = 0;
        }
        return time.offsetMinutes.has_value() && scanner.atEnd();
    }
    const bool west = scanner.take(u'-') || scanner.take(u'\u2212');
    if (!west && !scanner.take(u'+'))
        return false;
    const std::optional<DatePart> number = scanner.takeNumber();
    if (!number || number->digits > 4 || number->digits == 3)
        return false;
    int hours = number->value;
    int minutes = 0;
    if (number->digits == 4) {
        minutes = hours % 100;
        hours /= 100;
    } else if (scanner.take(u':')) {
        const std::optional<int> written = scanner.takeSmallNumber(59);
        if (!written)
            return false;
        minutes = *written;
    }
    const int offset = hours * 60 + minutes;
    if (minutes > 59 || offset > 14 * 60 || !scanner.atEnd())
        return false;
    time.offsetMinutes = west ? -offset : offset;
    return true;
}

// Turns 1 … 12 with "am" or "pm" into 0 … 23; takes nothing if neither is written.
bool scanHalfOfDay(Scanner &scanner, int &hour)
{
    const QStringView before = scanner.rest();
    scanner.takeSpaces();
    const QStringView word = scanner.takeWord();
    const bool isMorning = word.compare(u"am", Qt::CaseInsensitive) == 0;
    const bool isAfternoon = word.compare(u"pm", Qt::CaseInsensitive) == 0;
    if (!isMorning && !isAfternoon) {
        scanner.goBackTo(before);
        return true;
    }
    if (hour < 1 || hour > 12)
        return false;
    hour = hour % 12 + (isAfternoon ? 12 : 0);
    return true;
}

// "12:30", "12:30:00.250", "9:05 PM", each perhaps with an offset, to the end of the text.
std::optional<ScannedTime> scanTime(Scanner &scanner)
{
    std::optional<int> hour = scanner.takeSmallNumber(23);
    if (!hour || !scanner.take(u':'))
        return std::nullopt;
    const std::optional<int> minute = scanner.takeSmallNumber(59);
    std::optional<int> second = 0;
    std::optional<int> millisecond = 0;
    if (scanner.take(u':')) {
        second = scanner.takeSmallNumber(59);
        if (scanner.take(u'.') || scanner.take(u','))
            millisecond = scanner.takeThousandths();
    }
    ScannedTime time;
    if (!minute || !second || !millisecond || !scanHalfOfDay(scanner, *hour) ||
        !scanOffset(scanner, time))
        return std::nullopt;
    time.milliseconds = ((*hour * 60 + *minute) * 60 + *second) * 1000 + *millisecond;
    return time;
}

std::optional<DatePart> scanPart(Scanner &scanner)
{
    if (!scanner.next().isLetter()) {
        std::optional<DatePart> number = scanner.takeNumber();
        const QStringView before = scanner.rest();
        const QStringView ordinal = scanner.takeWord();
        bool isOrdinal = false;
        for (const QStringView ending : {u"st"_s, u"nd"_s, u"rd"_s, u"th"_s})
            isOrdinal |= ordinal.compare(ending, Qt::CaseInsensitive) == 0;
        if (!isOrdinal)
            scanner.goBackTo(before);
        return number;
    }
    const int month = positionOfName(monthNames, scanner.takeWord());
    if (month == 0)
        return std::nullopt;
    return DatePart{month, 0, true};
}

// Between two parts: spaces and at most one mark. Null if there is nothing.
QChar scanSeparator(Scanner &scanner)
{
    QChar separator = scanner.takeSpaces() ? u' ' : QChar();
    for (const QChar mark : {QChar(u'-'), QChar(u'/'), QChar(u'.'), QChar(u',')}) {
        if (scanner.take(mark)) {
            separator = mark;
            break;
        }
    }
    scanner.takeSpaces();
    return separator;
}

bool startsTime(const Scanner &scanner)
{
    const QStringView rest = scanner.rest();
    return (rest.size() > 1 && rest[1] == u':') || (rest.size() > 2 && rest[2] == u':');
}

void skipWeekday(Scanner &scanner)
{
    const QStringView before = scanner.rest();
    if (weekdayOfName(scanner.takeWord()) == 0) {
        scanner.goBackTo(before);
        return;
    }
    scanSeparator(scanner);
}

bool scanRest(Scanner &scanner, ScannedDate &date)
{
    if (scanner.atEnd())
        return true;
    scanner.take(u't');
    date.time = scanTime(scanner);
    return date.time.has_value();
}

} // namespace

std::optional<ScannedDate> scanDate(QStringView text)
{
    Scanner scanner(text.trimmed());
    skipWeekday(scanner);
    ScannedDate date;
    int monthNameCount = 0;
    for (DatePart &part : date.parts) {
        const std::optional<DatePart> scanned = scanPart(scanner);
        if (!scanned)
            return std::nullopt;
        part = *scanned;
        monthNameCount += int{part.isMonthName};
        ++date.count;
        const QChar separator = scanSeparator(scanner);
        const bool goesOn = !scanner.atEnd() && scanner.next().toLower() != u't' &&
                            !startsTime(scanner) && !separator.isNull();
        if (!goesOn || date.count == 3)
            break;
        date.separators[static_cast<std::size_t>(date.count - 1)] = separator;
    }
    if (monthNameCount > 1 || !scanRest(scanner, date))
        return std::nullopt;
    return date;
}

int weekdayOfName(QStringView word)
{
    return positionOfName(weekdayNames, word);
}

} // namespace headway
