// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/valueguess.h"

#include "domain/changes/validate.h"
#include "exchange/cells/daycell.h"
#include "exchange/cells/vocabulary.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

constexpr qsizetype mostChoices = 200; // of a list that the user wants
constexpr qsizetype mostGuessed = 12;  // of one that is guessed
constexpr qsizetype longestChoice = 60;
constexpr qint64 leastForChoices = 3;
constexpr qint64 leastPerChoice = 2; // values for each, on the average
constexpr std::array orders{DateOrder::DayMonthYear, DateOrder::MonthDayYear, DateOrder::YearMonthDay};
constexpr std::array marks{NumberStyle{u'.', u','}, NumberStyle{u',', u'.'}};

// Digits that count something. 007, +49 30 and 4.9E+11 are codes, and what has more digits than a double is one, too.
bool isLikeNumber(const QString &text)
{
    static const QRegularExpression plain(u"^-?(?:0|[1-9][\\d.,'\\x{2019}\\s]*|0?[.,]\\d+)$"_s,
                                          QRegularExpression::UseUnicodePropertiesOption);
    constexpr qsizetype mostDigits = 15;
    const auto digits = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    return digits <= mostDigits && plain.match(text).hasMatch();
}

// A day is said whole: with all of its year, and more than that. 1.10.2 is a version.
bool isLikeDay(const QString &text)
{
    constexpr qsizetype longest = 40;
    static const QRegularExpression groups(u"\\d+"_s);
    if (text.size() > longest || !text.at(text.size() - 1).isLetterOrNumber())
        return false;
    int numbers = 0;
    bool hasYear = false;
    for (auto it = groups.globalMatch(text); it.hasNext(); ++numbers)
        hasYear = it.next().capturedLength() == 4 || hasYear;
    return hasYear && (numbers == 2 || numbers == 3);
}

} // namespace

void ValueGuess::note(const QString &cell)
{
    const QString text = cell.trimmed();
    if (text.isEmpty())
        return;
    if (m_values++ == 0)
        m_sample = text;
    m_longest = std::max(m_longest, text.size());
    m_hasBreak = m_hasBreak || text.contains(u'\n') || text.contains(u'\r');
    noteChoice(text);
    if ((m_isMeant && !isOpen()) || isBlankWord(text))
        return; // of numbers, days and flags it says that there is none
    m_isMeant = true;
    noteNumber(text);
    noteDay(text);
    noteFlag(text);
}

// Whether it may still be more than text.
bool ValueGuess::isOpen() const
{
    return m_isFlag || m_isNumber[0] || m_isNumber[1] || m_isDay[0] || m_isDay[1] || m_isDay[2];
}

void ValueGuess::noteNumber(const QString &text)
{
    if (!m_isNumber[0] && !m_isNumber[1])
        return;
    const bool isLike = isLikeNumber(text);
    for (size_t i = 0; i < marks.size(); ++i)
        m_isNumber[i] = m_isNumber[i] && isLike && parseNumber(text, marks[i]).has_value();
}

void ValueGuess::noteDay(const QString &text)
{
    if (!m_isDay[0] && !m_isDay[1] && !m_isDay[2])
        return;
    const bool isLike = isLikeDay(text);
    for (size_t i = 0; i < orders.size(); ++i) {
        if (!m_isDay[i])
            continue;
        const auto moment = isLike ? readMomentCell(text, {orders[i], QTimeZone::utc()})
                                   : Result<MomentCell>(failure(ErrorCode::Invalid, Sentence()));
        m_isDay[i] = moment && moment->isWholeDay;
    }
}

void ValueGuess::noteFlag(const QString &text)
{
    if (!m_isFlag)
        return;
    const bool isDigit = text.at(0).isDigit(); // 0 and 1 are numbers as well
    const auto value = readCustom({.kind = CustomKind::YesNo}, text, {});
    m_isFlag = value && !isDigit;
    if (!m_isFlag)
        return;
    (value->toBool() ? m_hasYes : m_hasNo) = true;
    const QString word = text.toLower();
    m_isMark = m_isMark && word == "x"_L1;
    m_isWord = m_isWord && Vocabulary::own().has(u"truth", word);
}

void ValueGuess::noteChoice(const QString &text)
{
    if (m_hasTooMany)
        return;
    const QString key = text.toCaseFolded();
    if (m_places.contains(key))
        return;
    m_places.insert(key, m_choices.size());
    m_choices += text;
    if (m_choices.size() <= mostChoices)
        return;
    m_hasTooMany = true;
    m_places.clear();
    m_choices.clear();
}

// "No" alone may be a country, "y" alone a letter.
bool ValueGuess::isFlag() const
{
    return m_isFlag
        && ((m_hasYes && m_hasNo) || (m_hasYes && m_isMark) || ((m_hasYes || m_hasNo) && m_isWord));
}

QStringList ValueGuess::choices() const
{
    const bool isOneEach = m_longest <= longestChoice && !m_hasBreak
        && std::none_of(m_choices.begin(), m_choices.end(),
                        [](const QString &choice) { return choice.contains(u';'); });
    return isOneEach ? m_choices : QStringList();
}

CustomKind ValueGuess::kind(const CellStyle &style) const
{
    const bool isComma = style.number.decimalMark == u',';
    const auto order = std::find(orders.begin(), orders.end(), style.dates) - orders.begin();
    return kind(m_isNumber[isComma ? 1 : 0], m_isDay[size_t(order)]);
}

CustomKind ValueGuess::kind(bool isNumber, bool isDay) const
{
    if (m_hasBreak || m_longest > longestLine)
        return CustomKind::LongText;
    if (!m_isMeant)
        return CustomKind::Text;
    if (isFlag())
        return CustomKind::YesNo;
    if (isNumber)
        return CustomKind::Number;
    if (isDay)
        return CustomKind::Day;
    const QStringList words = choices();
    const bool areRepeated = m_values >= leastForChoices && m_values >= leastPerChoice * words.size();
    const bool isList = !words.isEmpty() && words.size() <= mostGuessed && areRepeated;
    return isList ? CustomKind::Choice : CustomKind::Text;
}

} // namespace headway::exchange
