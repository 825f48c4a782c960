// SPDX-License-Identifier: GPL-3.0-or-later
// How the choices of an import are written: behind the options of the command line, in profiles, and as answers to what
// it asks. Pure; any thread. Only oneOf() and kindNamed() fail, with Invalid, in a sentence that lists the words.
#pragma once

#include "domain/text/quoted.h"
#include "transfer/request/importrequest.h"

#include <algorithm>
#include <array>

namespace headway::transfer {

template <class T>
struct Word {
    QLatin1StringView word;
    T value;
};

inline constexpr std::array existingWords{
    Word<DuplicatePolicy>{QLatin1StringView("skip"), DuplicatePolicy::Skip},
    Word<DuplicatePolicy>{QLatin1StringView("fill"), DuplicatePolicy::Fill},
    Word<DuplicatePolicy>{QLatin1StringView("overwrite"), DuplicatePolicy::Overwrite},
    Word<DuplicatePolicy>{QLatin1StringView("create"), DuplicatePolicy::Create}};
inline constexpr std::array unknownNameWords{
    Word<UnknownNames>{QLatin1StringView("keep"), UnknownNames::Leave},
    Word<UnknownNames>{QLatin1StringView("reject"), UnknownNames::Reject}};
inline constexpr std::array deletedRowWords{
    Word<ImportRequest::Deleted>{QLatin1StringView("take"), ImportRequest::Deleted::Take},
    Word<ImportRequest::Deleted>{QLatin1StringView("leave"), ImportRequest::Deleted::Leave}};
inline constexpr std::array repeatedRowWords{
    Word<ImportRequest::Repeats>{QLatin1StringView("once"), ImportRequest::Repeats::Once},
    Word<ImportRequest::Repeats>{QLatin1StringView("each"), ImportRequest::Repeats::Each}};
inline constexpr std::array closingWords{
    Word<ImportRequest::Closing>{QLatin1StringView("import"), ImportRequest::Closing::ImportDay},
    Word<ImportRequest::Closing>{QLatin1StringView("none"), ImportRequest::Closing::None}};
inline constexpr std::array tableRowWords{
    Word<exchange::TableRows>{QLatin1StringView("titles"), exchange::TableRows::WithTitles},
    Word<exchange::TableRows>{QLatin1StringView("records"), exchange::TableRows::Records}};
inline constexpr std::array cellReadingWords{
    Word<CellReading>{QLatin1StringView("one"), CellReading::One},
    Word<CellReading>{QLatin1StringView("several"), CellReading::Several},
    Word<CellReading>{QLatin1StringView("above"), CellReading::Above},
    Word<CellReading>{QLatin1StringView("blank"), CellReading::Blank}};
inline constexpr std::array dateOrderWords{
    Word<DateOrder>{QLatin1StringView("dmy"), DateOrder::DayMonthYear},
    Word<DateOrder>{QLatin1StringView("mdy"), DateOrder::MonthDayYear},
    Word<DateOrder>{QLatin1StringView("ymd"), DateOrder::YearMonthDay}};
inline constexpr std::array decimalMarkWords{Word<QChar>{QLatin1StringView("point"), u'.'},
                                             Word<QChar>{QLatin1StringView("comma"), u','}};
inline constexpr std::array durationUnitWords{
    Word<exchange::DurationUnit>{QLatin1StringView("minutes"), exchange::DurationUnit::Minutes},
    Word<exchange::DurationUnit>{QLatin1StringView("seconds"), exchange::DurationUnit::Seconds},
    Word<exchange::DurationUnit>{QLatin1StringView("milliseconds"), exchange::DurationUnit::Milliseconds},
    Word<exchange::DurationUnit>{QLatin1StringView("hours"), exchange::DurationUnit::Hours}};
inline constexpr std::array percentScaleWords{
    Word<exchange::PercentScale>{QLatin1StringView("percent"), exchange::PercentScale::Percent},
    Word<exchange::PercentScale>{QLatin1StringView("fraction"), exchange::PercentScale::Fraction}};
inline constexpr std::array roundingWords{
    Word<exchange::Rounding>{QLatin1StringView("nearest"), exchange::Rounding::Nearest},
    Word<exchange::Rounding>{QLatin1StringView("down"), exchange::Rounding::Down},
    Word<exchange::Rounding>{QLatin1StringView("up"), exchange::Rounding::Up}};
// As powers of ten.
inline constexpr std::array amountUnitWords{
    Word<int>{QLatin1StringView("ones"), 0}, Word<int>{QLatin1StringView("thousands"), 3},
    Word<int>{QLatin1StringView("millions"), 6}, Word<int>{QLatin1StringView("billions"), 9}};

inline constexpr std::array encodingWords{
    Word<exchange::TextEncoding>{QLatin1StringView("utf-8"), exchange::TextEncoding::Utf8},
    Word<exchange::TextEncoding>{QLatin1StringView("utf-16le"), exchange::TextEncoding::Utf16LittleEndian},
    Word<exchange::TextEncoding>{QLatin1StringView("utf-16be"), exchange::TextEncoding::Utf16BigEndian},
    Word<exchange::TextEncoding>{QLatin1StringView("windows-1252"), exchange::TextEncoding::Windows1252},
    Word<exchange::TextEncoding>{QLatin1StringView("windows-1250"), exchange::TextEncoding::Windows1250},
    Word<exchange::TextEncoding>{QLatin1StringView("windows-1251"), exchange::TextEncoding::Windows1251},
    Word<exchange::TextEncoding>{QLatin1StringView("windows-1254"), exchange::TextEncoding::Windows1254},
    Word<exchange::TextEncoding>{QLatin1StringView("iso-8859-2"), exchange::TextEncoding::Latin2},
    Word<exchange::TextEncoding>{QLatin1StringView("mac-roman"), exchange::TextEncoding::MacRoman},
    Word<exchange::TextEncoding>{QLatin1StringView("shift_jis"), exchange::TextEncoding::ShiftJis},
    Word<exchange::TextEncoding>{QLatin1StringView("gb18030"), exchange::TextEncoding::Gb18030},
    Word<exchange::TextEncoding>{QLatin1StringView("big5"), exchange::TextEncoding::Big5}};

// Case does not matter.
template <class T, size_t count>
std::optional<T> valueNamed(const QString &typed, const std::array<Word<T>, count> &words)
{
    for (const Word<T> &each : words) {
        if (typed.compare(each.word, Qt::CaseInsensitive) == 0)
            return each.value;
    }
    return std::nullopt;
}

// Empty for a value without a word.
template <class T, size_t count>
QString wordOf(const T &value, const std::array<Word<T>, count> &words)
{
    const auto found =
        std::find_if(words.begin(), words.end(), [&](const Word<T> &each) { return each.value == value; });
    return found == words.end() ? QString() : QString(found->word);
}

template <class T, size_t count>
QStringList wordsOf(const std::array<Word<T>, count> &words)
{
    QStringList texts;
    for (const Word<T> &each : words)
        texts += each.word;
    return texts;
}

// "--dates cannot be “abc”. It is one of dmy, mdy, ymd."
Error noSuchWord(const QString &option, const QString &typed, QStringList words);

template <class T, size_t count>
Result<T> oneOf(const QString &option, const QString &typed, const std::array<Word<T>, count> &words)
{
    if (const auto value = valueNamed(typed, words))
        return *value;
    return failure(noSuchWord(option, typed, wordsOf(words)));
}

// "deal", "deals", "users" …
[[nodiscard]] Result<EntityKind> kindNamed(const QString &word);
// What --create-missing calls records of a kind; empty: a name alone does not make one.
[[nodiscard]] QString wordToMake(EntityKind kind);

} // namespace headway::transfer
