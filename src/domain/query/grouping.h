// SPDX-License-Identifier: GPL-3.0-or-later
// By what a list is divided into groups: as a value, and as the text that settings keep: "owner_id",
// "expected_close:quarter", "at:due". Pure; any thread; nothing fails.
#pragma once

#include "domain/query/filter.h"

#include <optional>

namespace headway {

// What makes a group: the same value, one in the same month or fiscal quarter, or the same part of what is due.
enum class GroupSpan { Same, Month, Quarter, Due };
// The keys of groups by what is due.
enum class AgendaPart { Overdue, Today, Next, Over };

struct Grouping {
    Subject subject = Subject::Field; // or Created, Modified, Probability
    int field = -1;                   // Subject::Field
    GroupSpan span = GroupSpan::Same;

    bool operator==(const Grouping &) const = default;
};

// The groups of a column; days and times by month. None for a column in which hardly two records are alike,
// such as a name or an amount.
std::optional<Grouping> groupingBy(EntityKind kind, Subject subject, int field);

// Activities by what is due; other kinds have none.
std::optional<Grouping> groupingByDue(EntityKind kind);

bool isByTime(const Grouping &grouping);

// Whether many records share the values of what a condition is about, so that they can be offered and counted:
// an owner, a stage, a city, a tag; not an amount, a day or a name, nor another activity, which has no name to be
// found by. `condition` without its values.
bool hasSharedValues(EntityKind kind, const Condition &condition);

QString groupingText(EntityKind kind, const Grouping &grouping);
// None for the text of a program with other columns.
std::optional<Grouping> parseGrouping(EntityKind kind, const QString &text);

// Months counted from the year 0, which are the keys of groups by month: 24322 is November 2026.
constexpr int monthNumber(int year, int month)
{
    return year * 12 + month - 1;
}
// The first month of the quarter that holds it, in a fiscal year that begins in `firstMonth` (1 to 12).
constexpr int quarterBegin(int monthNumber, int firstMonth)
{
    return monthNumber - (monthNumber - (firstMonth - 1)) % 3;
}

} // namespace headway
