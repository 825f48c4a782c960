// SPDX-License-Identifier: GPL-3.0-or-later
// What the settings let one choose between, each with its code in the file and its name in the window. Pure.
#pragma once

#include "domain/fields/field.h"

namespace headway::app {

enum class Look { System, Light, Dark };
enum class MotionSetting { System, On, Off };
enum class DateOrderSetting { System, DayMonthYear, MonthDayYear, YearMonthDay };
enum class LogLevel { Debug, Info, Warning, Error };
enum class Visibility { Shown, Hidden };
enum class TextScale { System, Smaller, Larger, MuchLarger };
// The page that a book opens at: the one it was left at, or always the same.
enum class FirstPage { Left, Board, Today, Deals, Leads, Contacts, Companies, Activities, History };
enum class Density { Compact, Normal, Roomy }; // of the rows of lists
enum class ExportFor { Programs, Spreadsheet, Workbook, AddressBook };
enum class ExportColumns { Shown, All };

inline constexpr Choice asTheSystem{"system", QT_TRANSLATE_NOOP("Settings", "As the system")};

} // namespace headway::app

namespace headway {

template <>
struct Choices<app::Look> {
    static constexpr std::array list{app::asTheSystem,
                                     Choice{"light", QT_TRANSLATE_NOOP("Settings", "Light")},
                                     Choice{"dark", QT_TRANSLATE_NOOP("Settings", "Dark")}};
};
template <>
struct Choices<app::MotionSetting> {
    static constexpr std::array list{app::asTheSystem, Choice{"on", QT_TRANSLATE_NOOP("Settings", "Shown")},
                                     Choice{"off", QT_TRANSLATE_NOOP("Settings", "None")}};
};
template <>
struct Choices<app::DateOrderSetting> {
    static constexpr std::array list{app::asTheSystem,
                                     Choice{"dmy", QT_TRANSLATE_NOOP("Settings", "Day, month, year")},
                                     Choice{"mdy", QT_TRANSLATE_NOOP("Settings", "Month, day, year")},
                                     Choice{"ymd", QT_TRANSLATE_NOOP("Settings", "Year, month, day")}};
};
template <>
struct Choices<app::LogLevel> {
    static constexpr std::array list{Choice{"debug", QT_TRANSLATE_NOOP("Settings", "Everything")},
                                     Choice{"info", QT_TRANSLATE_NOOP("Settings", "Normal")},
                                     Choice{"warning", QT_TRANSLATE_NOOP("Settings", "Warnings")},
                                     Choice{"error", QT_TRANSLATE_NOOP("Settings", "Errors only")}};
};
template <>
struct Choices<app::ExportFor> {
    static constexpr std::array list{
        Choice{"programs", QT_TRANSLATE_NOOP("Settings", "CSV for programs")},
        Choice{"spreadsheet", QT_TRANSLATE_NOOP("Settings", "CSV for a spreadsheet")},
        Choice{"workbook", QT_TRANSLATE_NOOP("Settings", "Workbook (.xlsx)")},
        Choice{"address_book", QT_TRANSLATE_NOOP("Settings", "Address book (vCard)")}};
};
template <>
struct Choices<app::ExportColumns> {
    static constexpr std::array list{Choice{"shown", QT_TRANSLATE_NOOP("Settings", "As in the list")},
                                     Choice{"all", QT_TRANSLATE_NOOP("Settings", "All there are")}};
};
template <>
struct Choices<app::Density> {
    static constexpr std::array list{Choice{"compact", QT_TRANSLATE_NOOP("Settings", "Compact")},
                                     Choice{"normal", QT_TRANSLATE_NOOP("Settings", "Normal")},
                                     Choice{"roomy", QT_TRANSLATE_NOOP("Settings", "Roomy")}};
};
template <>
struct Choices<app::TextScale> {
    static constexpr std::array list{app::asTheSystem,
                                     Choice{"smaller", QT_TRANSLATE_NOOP("Settings", "Smaller")},
                                     Choice{"larger", QT_TRANSLATE_NOOP("Settings", "Larger")},
                                     Choice{"much-larger", QT_TRANSLATE_NOOP("Settings", "Much larger")}};
};
template <>
struct Choices<app::FirstPage> { // the codes are the names of the pages
    static constexpr std::array list{Choice{"left", QT_TRANSLATE_NOOP("Settings", "The one it was left at")},
                                     Choice{"board", QT_TRANSLATE_NOOP("Settings", "Board")},
                                     Choice{"today", QT_TRANSLATE_NOOP("Settings", "Today")},
                                     Choice{"deals", QT_TRANSLATE_NOOP("Settings", "Deals")},
                                     Choice{"leads", QT_TRANSLATE_NOOP("Settings", "Leads")},
                                     Choice{"contacts", QT_TRANSLATE_NOOP("Settings", "Contacts")},
                                     Choice{"companies", QT_TRANSLATE_NOOP("Settings", "Companies")},
                                     Choice{"activities", QT_TRANSLATE_NOOP("Settings", "Activities")},
                                     Choice{"history", QT_TRANSLATE_NOOP("Settings", "History")}};
};
template <>
struct Choices<app::Visibility> {
    static constexpr std::array list{Choice{"shown", QT_TRANSLATE_NOOP("Settings", "Shown")},
                                     Choice{"hidden", QT_TRANSLATE_NOOP("Settings", "Hidden")}};
};

} // namespace headway
