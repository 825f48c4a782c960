// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/phonenumber.h"

#include "domain/text/phonetext.h"
#include "domain/text/text.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

constexpr qsizetype fewestSearched = 4;
constexpr qsizetype longestSearched = 20;
constexpr qsizetype longestKey = 200;
constexpr qsizetype leastAbroad = 5; // behind the country code of a number that is written without +

// --- Plans ----------------------------------------------------------------------------------------------

// Codes of one digit and of two; all others have three (E.164, list of assigned codes).
constexpr std::array shortCodes{"1"_L1,  "7"_L1,  "20"_L1, "27"_L1, "30"_L1, "31"_L1, "32"_L1, "33"_L1,
                                "34"_L1, "36"_L1, "39"_L1, "40"_L1, "41"_L1, "43"_L1, "44"_L1, "45"_L1,
                                "46"_L1, "47"_L1, "48"_L1, "49"_L1, "51"_L1, "52"_L1, "53"_L1, "54"_L1,
                                "55"_L1, "56"_L1, "57"_L1, "58"_L1, "60"_L1, "61"_L1, "62"_L1, "63"_L1,
                                "64"_L1, "65"_L1, "66"_L1, "81"_L1, "82"_L1, "84"_L1, "86"_L1, "90"_L1,
                                "91"_L1, "92"_L1, "93"_L1, "94"_L1, "95"_L1, "98"_L1};

// Numbers that begin with a zero, which is dialled from abroad, too: all of them, or a few that are short.
constexpr std::array zeroIsDialled{"39"_L1, "225"_L1, "229"_L1, "242"_L1, "378"_L1, "379"_L1};
constexpr std::array zeroMayBeDialled{"47"_L1,  "227"_L1, "267"_L1, "268"_L1, "501"_L1,
                                      "676"_L1, "679"_L1, "687"_L1, "853"_L1};

// What is dialled before a number within its country, where it is no zero, or more than one; `size`: of both
// together, 0 for any.
struct Trunk {
    QLatin1StringView country;
    QLatin1StringView prefix;
    qsizetype size = 0;
};
constexpr std::array trunks{
    Trunk{"1"_L1, "1"_L1, 11},    Trunk{"7"_L1, "8"_L1, 11},    Trunk{"36"_L1, "06"_L1, 0},
    Trunk{"52"_L1, "044"_L1, 13}, Trunk{"52"_L1, "045"_L1, 13}, Trunk{"52"_L1, "01"_L1, 12},
    Trunk{"370"_L1, "8"_L1, 9},   Trunk{"370"_L1, "0"_L1, 9},   Trunk{"375"_L1, "80"_L1, 11},
    Trunk{"993"_L1, "8"_L1, 9},   Trunk{"241"_L1, "0"_L1, 9}};

// Countries whose numbers are written otherwise within them than from abroad, besides a zero in front.
constexpr std::array otherwise{"1"_L1,   "7"_L1,   "36"_L1,  "52"_L1,  "54"_L1, "55"_L1,
                               "229"_L1, "370"_L1, "375"_L1, "378"_L1, "993"_L1};

template <class List>
bool has(const List &list, const QString &code)
{
    return std::any_of(list.begin(), list.end(), [&](QLatin1StringView each) { return code == each; });
}

QString withoutZeros(const QString &digits)
{
    qsizetype zeros = 0;
    while (zeros < digits.size() && digits[zeros] == u'0')
        ++zeros;
    return zeros == digits.size() ? digits : digits.mid(zeros);
}

// Empty if the digits begin no number from abroad.
QString countryCodeOf(const QString &digits)
{
    constexpr qsizetype longest = 3;
    if (digits.startsWith(u'0'))
        return {};
    for (const QLatin1StringView code : shortCodes) {
        if (digits.startsWith(code))
            return code;
    }
    return digits.size() < longest ? QString() : digits.left(longest);
}

QString withoutTrunk(const QString &country, const QString &digits, bool isZeroInBrackets)
{
    for (const Trunk &trunk : trunks) {
        if (country == trunk.country && digits.startsWith(trunk.prefix)
            && (trunk.size == 0 || digits.size() == trunk.size))
            return digits.mid(trunk.prefix.size());
    }
    const bool isKept = country == "241"_L1 || isZeroDialledTo(country)
        || (!isZeroInBrackets && has(zeroMayBeDialled, country));
    return digits.startsWith(u'0') && !isKept ? digits.mid(1) : digits;
}

// Argentina: mobiles are 9 + area + number from abroad, area + 15 + number within the country; the plan has area and
// number, ten digits.
QString ofArgentina(const QString &digits)
{
    constexpr qsizetype whole = 10;
    if (digits.size() == whole + 1 && digits.startsWith(u'9'))
        return digits.mid(1);
    const QStringView mobile = u"15";
    if (digits.size() != whole + mobile.size())
        return digits;
    const bool isBuenosAires = digits.startsWith("11"_L1); // the area of others has three or four digits
    const qsizetype first = isBuenosAires ? 2 : 3;
    const qsizetype last = isBuenosAires ? 2 : 4;
    for (qsizetype area = first; area <= last; ++area) {
        if (QStringView(digits).mid(area, mobile.size()) == mobile)
            return QString(digits).remove(area, mobile.size());
    }
    return digits;
}

bool isOldMobileOfBrazil(const QString &digits)
{
    return digits.size() == 10 && digits[2] >= u'6';
}

// As the plan of the country is today, where an older or another way of writing is as common.
QString inPlan(const QString &country, const QString &digits)
{
    constexpr qsizetype mexican = 11;
    constexpr qsizetype beninese = 8;
    constexpr qsizetype sanMarinese = 6;
    if (country == "54"_L1)
        return ofArgentina(digits);
    if (country == "52"_L1 && digits.size() == mexican && digits.startsWith(u'1'))
        return digits.mid(1);
    if (country == "55"_L1 && isOldMobileOfBrazil(digits))
        return QString(digits).insert(2, u'9');
    if (country == "229"_L1 && digits.size() == beninese && !digits.startsWith(u'0'))
        return u"01"_s + digits;
    if (country == "378"_L1 && digits.size() == sanMarinese && !digits.startsWith(u'0'))
        return u"0549"_s + digits;
    return digits;
}

// How else the number is written, other than by inPlan() and with what is in front of it.
QStringList otherSpellings(const PhoneNumber &number)
{
    const QString &digits = number.national;
    if (number.country == "54"_L1 && digits.size() == 10)
        return {u'9' + digits, QString(digits).insert(2, u"15"_s), QString(digits).insert(3, u"15"_s),
                QString(digits).insert(4, u"15"_s)};
    if (number.country == "52"_L1 && digits.size() == 10)
        return {u'1' + digits};
    if (number.country == "55"_L1 && digits.size() == 11 && digits[2] == u'9' && digits[3] >= u'6')
        return {QString(digits).remove(2, 1)};
    if (number.country == "229"_L1 && digits.size() == 10 && digits.startsWith("01"_L1))
        return {digits.mid(2)};
    if (number.country == "378"_L1 && digits.startsWith("0549"_L1))
        return {digits.mid(4)};
    return {};
}

QStringList withoutZeros(QStringList spellings)
{
    for (QString &each : spellings)
        each = withoutZeros(each);
    spellings.removeDuplicates();
    return spellings;
}

// Of a complete number: all ways of writing it within its country, without zeros in front.
QStringList spellingsAtHome(const PhoneNumber &number)
{
    QStringList spellings{number.national};
    spellings += otherSpellings(number);
    for (const Trunk &trunk : trunks) {
        const qsizetype size = trunk.prefix.size() + number.national.size();
        if (number.country == trunk.country && (trunk.size == 0 || trunk.size == size))
            spellings += trunk.prefix + number.national;
    }
    return withoutZeros(spellings);
}

// The same with the country code, but neither + nor 00: as many programs export numbers.
QStringList spellingsWithCode(const PhoneNumber &number)
{
    if (number.national.size() < leastAbroad)
        return {};
    QStringList spellings{number.country + number.national};
    for (const QString &other : otherSpellings(number))
        spellings += number.country + other;
    return spellings;
}

// --- Reading --------------------------------------------------------------------------------------------

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit())
            digits += c;
    }
    return digits;
}

bool beginsWithPlus(const QString &text)
{
    for (const QChar c : text) {
        if (c == u'+' || c.isDigit())
            return c == u'+';
    }
    return false;
}

bool hasZeroInBrackets(const QString &text)
{
    static const QRegularExpression pattern(u"\\(\\s*0\\s*\\)"_s);
    return text.contains(u'(') && pattern.match(text).hasMatch();
}

// "011 49 …" as dialled in North America: no area has so long a number, of Buenos Aires (011 15 …) to Belgrade.
bool isFromAmerica(const QString &digits)
{
    constexpr qsizetype least = 13;
    constexpr qsizetype toAmerica = 14;
    return digits.startsWith("011"_L1) && digits.size() >= least && digits[3] != u'0'
        && (digits[3] != u'1' || digits.size() == toAmerica);
}

// The digits from the country code on; empty if the number does not say one.
QString fromAbroad(const QString &text, const QString &digits)
{
    if (digits.startsWith("00"_L1)) {
        // 0011 is dialled in Australia: no number of +1 begins so.
        return digits.mid(digits.startsWith("0011"_L1) ? 4 : 2);
    }
    if (beginsWithPlus(text))
        return digits;
    return isFromAmerica(digits) ? digits.mid(3) : QString();
}

PhoneNumber withCountry(const QString &digits, bool isZeroInBrackets)
{
    const QString country = countryCodeOf(digits);
    if (country.isEmpty() || digits.size() == country.size())
        return {};
    const QString national = withoutTrunk(country, digits.mid(country.size()), isZeroInBrackets);
    if (national.isEmpty())
        return {};
    return {country, inPlan(country, national), country + national, {}};
}

// What a number without a country may be, other than itself behind a zero: where something else stands in front within
// the country, or the country code without a plus.
std::vector<PhoneNumber> otherReadings(const QString &digits)
{
    std::vector<PhoneNumber> readings;
    if (withoutZeros(digits).startsWith(u'0')) // nothing but zeros
        return readings;
    for (const QLatin1StringView country : otherwise) {
        const QString national = inPlan(country, withoutTrunk(country, digits, false));
        if (withoutZeros(national) != withoutZeros(digits))
            readings.push_back({country, national, {}, {}});
    }
    PhoneNumber abroad = withCountry(digits, false);
    if (abroad.national.size() >= leastAbroad)
        readings.push_back(std::move(abroad));
    return readings;
}

// "1 212 555 0123" and "212 555 0123", "8 495 …" and "495 …".
bool isWithTrunk(const QString &longer, const QString &shorter)
{
    constexpr qsizetype whole = 10;
    return shorter.size() == whole && longer.size() == whole + 1 && longer.endsWith(shorter)
        && (longer.front() == u'1' || longer.front() == u'8');
}

bool isWrittenSo(const PhoneNumber &complete, const QString &digits)
{
    return spellingsAtHome(complete).contains(withoutZeros(digits))
        || spellingsWithCode(complete).contains(digits);
}

bool isSameNumber(const PhoneNumber &a, const PhoneNumber &b)
{
    if (!a.country.isEmpty() && !b.country.isEmpty())
        return a.country == b.country && a.national == b.national;
    if (!a.country.isEmpty())
        return isWrittenSo(a, b.national);
    if (!b.country.isEmpty())
        return isWrittenSo(b, a.national);
    const QString first = withoutZeros(a.national);
    const QString second = withoutZeros(b.national);
    return first == second || isWithTrunk(first, second) || isWithTrunk(second, first);
}

void addEnds(const QString &whole, QStringList &words)
{
    const QString digits = whole.left(longestSearched);
    for (qsizetype from = 0; digits.size() - from >= fewestSearched; ++from)
        words += digits.mid(from);
}

// "1-800-FLOWERS", "030 123456 (mornings)": found by those, too.
bool hasWords(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); })
        && (!isWrittenAsPhone(text) || !dialledLetters(text.toString()).isEmpty());
}

} // namespace

PhoneNumber readPhoneNumber(QStringView text)
{
    const PhoneText found = phoneTextIn(text);
    const QString digits = digitsOf(found.number);
    PhoneNumber number = withCountry(fromAbroad(found.number, digits), hasZeroInBrackets(found.number));
    if (number.isEmpty())
        number = {{}, digits, digits, {}};
    number.extension = found.extension;
    return number;
}

bool isZeroDialledTo(const QString &country)
{
    return has(zeroIsDialled, country);
}

QString phoneKey(QStringView text)
{
    const PhoneNumber number = readPhoneNumber(text);
    if (number.isEmpty())
        return beginning(fold(text), longestKey);
    QString key = number.country.isEmpty() ? withoutZeros(number.national)
                                           : QString(number.national + u'+' + number.country);
    if (!number.extension.isEmpty())
        key += u'#' + number.extension;
    return beginning(key, longestKey);
}

QStringList phoneKeyHeads(const PhoneNumber &number)
{
    constexpr qsizetype withoutCountry = 10; // of North America and Russia
    QStringList heads{number.national};
    if (!number.country.isEmpty()) {
        heads += spellingsAtHome(number) + spellingsWithCode(number);
    } else {
        const QString digits = withoutZeros(number.national);
        heads += digits;
        for (const PhoneNumber &reading : otherReadings(number.national))
            heads += reading.national;
        if (digits.size() == withoutCountry)
            heads += {u'1' + digits, u'8' + digits};
    }
    heads.removeDuplicates();
    heads.removeAll(QString());
    return heads;
}

bool isSamePhone(QStringView a, QStringView b, Extensions extensions)
{
    const PhoneNumber first = readPhoneNumber(a);
    const PhoneNumber second = readPhoneNumber(b);
    if (first.isEmpty() || second.isEmpty())
        return first.isEmpty() == second.isEmpty() && fold(a) == fold(b);
    const bool lacksOne = first.extension.isEmpty() || second.extension.isEmpty();
    const bool areAlike =
        first.extension == second.extension || (lacksOne && extensions == Extensions::MayBeMissing);
    return areAlike && isSameNumber(first, second);
}

QStringList phoneWords(QStringView text)
{
    const PhoneNumber number = readPhoneNumber(text);
    if (number.isEmpty())
        return words(text);
    QStringList found;
    const QString whole =
        number.country.isEmpty() ? u'0' + withoutZeros(number.national) : QString(number.written);
    if (std::min(number.written.size(), whole.size()) < fewestSearched)
        found += number.written;
    else
        addEnds(whole + number.extension, found);
    if (!number.country.isEmpty() && number.written != number.country + number.national)
        addEnds(number.country + number.national + number.extension, found);
    if (hasWords(text))
        found += words(text);
    found.removeDuplicates();
    return found;
}

QStringList phoneForms(const PhoneNumber &number)
{
    QStringList forms;
    const auto add = [&forms](const QString &form, qsizetype least) {
        if (form.size() >= least)
            forms += form;
    };
    if (!number.country.isEmpty()) {
        add(number.written, fewestSearched);
        add(number.country + number.national, fewestSearched);
        for (const QString &spelling : spellingsAtHome(number) + spellingsWithCode(number))
            add(u'0' + spelling, fewestSearched + 1);
    } else {
        const QString digits = withoutZeros(number.national);
        if (number.national.size() < fewestSearched)
            return {};
        add(digits.size() < fewestSearched ? QString(u'0' + digits) : digits, fewestSearched);
        for (const PhoneNumber &reading : otherReadings(number.national)) {
            add(reading.country + reading.national, fewestSearched);
            add(u'0' + withoutZeros(reading.national), fewestSearched);
        }
        if (number.national.startsWith("011"_L1)) // the beginning of a number as dialled in North America
            add(number.national.mid(3), fewestSearched);
    }
    forms.removeDuplicates();
    return forms;
}

} // namespace headway
