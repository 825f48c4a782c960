// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/datescanner.h"

#include <algorithm>

namespace headway {
namespace {

constexpr std::array<QStringView, 12> monthNames = {u"january",   u"february", u"march",    u"april",
                                                    u"may",       u"june",     u"july",     u"august",
                                                    u"september", u"october",  u"november", u"december"};
constexpr std::array<QStringView, 7> weekdayNames = {u"monday", u"tuesday",  u"wednesday", u"thursday",
                                                     u"friday", u"saturday", u"sunday"};

template <std::size_t count>
int positionOfName(const std::array<QStringView, count> &names, QStringView word)
{
    for (std::size_t i = 0; word.size() >= 3 && i < count; ++i) {
        if (names[i].startsWith(word, Qt::CaseInsensitive))
            return static_cast<int>(i) + 1;
    }
    return 0;
}

constexpr std::array<QStringView, 3> utcNames = {u"Z", u"UTC", u"GMT"};
constexpr std::array<QStringView, 4> ordinalEndings = {u"st", u"nd", u"rd", u"th"};

template <std::size_t count>
bool isOneOf(const std::array<QStringView, count> &words, QStringView word)
{
    return std::any_of(words.begin(), words.end(), [&](QStringView candidate) {
        return word.compare(candidate, Qt::CaseInsensitive) == 0;
    });
}

// Walks over a text from left to right.
class Scanner
{
public:
    explicit Scanner(QStringView text) : m_rest(text) {}

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

    // nullopt if there are no digits, or more than eight.
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

    // The digits after a decimal mark, as thousandths; further ones are dropped.
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

// "+01:00", "-0530", "+2", up to the end of the text, in minutes.
std::optional<int> scanNumericOffset(Scanner &scanner)
{
    const bool west = scanner.take(u'-') || scanner.take(u'\u2212');
    if (!west && !scanner.take(u'+'))
        return std::nullopt;
    const std::optional<DatePart> number = scanner.takeNumber();
    if (!number || number->digits > 4 || number->digits == 3)
        return std::nullopt;
    const bool isCompact = number->digits == 4;
    const int hours = isCompact ? number->value / 100 : number->value;
    std::optional<int> minutes = isCompact ? number->value % 100 : 0;
    if (!isCompact && scanner.take(u':'))
        minutes = scanner.takeSmallNumber(59);
    if (!minutes || *minutes > 59 || hours * 60 + *minutes > 14 * 60 || !scanner.atEnd())
        return std::nullopt;
    const int offset = hours * 60 + *minutes;
    return west ? -offset : offset;
}

// The time with the offset at the end of the text, if there is one.
std::optional<ScannedTime> withOffset(ScannedTime time, Scanner &scanner)
{
    scanner.takeSpaces();
    if (scanner.atEnd())
        return time;
    const QStringView zone = scanner.takeWord();
    if (zone.isEmpty())
        time.offsetMinutes = scanNumericOffset(scanner);
    else if (isOneOf(utcNames, zone) && scanner.atEnd())
        time.offsetMinutes = 0;
    return time.offsetMinutes ? std::optional(time) : std::nullopt;
}

// The hour 0 … 23 from an hour 1 … 12 followed by "am" or "pm"; the hour itself without either.
std::optional<int> withHalfOfDay(int hour, Scanner &scanner)
{
    const QStringView before = scanner.rest();
    scanner.takeSpaces();
    const QStringView word = scanner.takeWord();
    const bool isMorning = word.compare(u"am", Qt::CaseInsensitive) == 0;
    const bool isAfternoon = word.compare(u"pm", Qt::CaseInsensitive) == 0;
    if (!isMorning && !isAfternoon) {
        scanner.goBackTo(before);
        return hour;
    }
    if (hour < 1 || hour > 12)
        return std::nullopt;
    return hour % 12 + (isAfternoon ? 12 : 0);
}

// "12:30", "12:30:00.250", "9:05 PM", each with an optional offset, up to the end of the text.
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
    hour = withHalfOfDay(*hour, scanner);
    if (!hour || !minute || !second || !millisecond)
        return std::nullopt;
    ScannedTime time;
    time.milliseconds = ((*hour * 60 + *minute) * 60 + *second) * 1000 + *millisecond;
    return withOffset(time, scanner);
}

std::optional<DatePart> scanPart(Scanner &scanner)
{
    if (!scanner.next().isLetter()) {
        std::optional<DatePart> number = scanner.takeNumber();
        const QStringView before = scanner.rest();
        if (!isOneOf(ordinalEndings, scanner.takeWord()))
            scanner.goBackTo(before);
        return number;
    }
    const int month = positionOfName(monthNames, scanner.takeWord());
    if (month == 0)
        return std::nullopt;
    return DatePart{month, 0, true};
}

// Between two parts: spaces and at most one mark. Null if there is no separator.
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

// What may come between a date and its time, or end a date: "4.3."
bool mayEndDate(QChar separator)
{
    return separator.isNull() || separator == u' ' || separator == u',' || separator == u'.';
}

std::optional<ScannedDate> withTime(ScannedDate date, Scanner &scanner)
{
    if (scanner.atEnd())
        return date;
    scanner.take(u't');
    date.time = scanTime(scanner);
    return date.time ? std::optional(date) : std::nullopt;
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
        const bool goesOn = date.count < 3 && !scanner.atEnd() && !separator.isNull()
            && scanner.next().toLower() != u't' && !startsTime(scanner);
        if (goesOn) {
            date.separators[static_cast<std::size_t>(date.count - 1)] = separator;
            continue;
        }
        if (monthNameCount > 1 || !mayEndDate(separator))
            return std::nullopt;
        return withTime(date, scanner);
    }
    return std::nullopt;
}

int weekdayOfName(QStringView word)
{
    return positionOfName(weekdayNames, word);
}

} // namespace headway
