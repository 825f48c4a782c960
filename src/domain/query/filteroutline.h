// SPDX-License-Identifier: GPL-3.0-or-later
// A filter's text taken apart as it was typed, for those who change it by hand: unlike a Filter it keeps
// "this-month", and does not know which fields there are. Pure; any thread.
#pragma once

#include "domain/query/filter.h"

#include <vector>

namespace headway {

// One word or condition.
struct TypedCondition {
    QString name = {};                          // "stage"; empty: a word to search for
    Comparison comparison = Comparison::Equals; // never Between: a span is typed as a value
    Sense sense = Sense::Plain; // "not less than 5" also finds what has no amount, "at least 5" does not
    QString value = {};         // as a person writes it: Anna Berg, Ben Ost

    bool operator==(const TypedCondition &) const = default;
};

struct FilterOutline;

struct OutlineGroup {
    std::vector<FilterOutline> alternatives; // no "= {}": clang wants the type complete for it
    Sense sense = Sense::Plain;
};

// What stands side by side, and the brackets beside it.
struct FilterOutline {
    std::vector<TypedCondition> conditions = {};
    std::vector<OutlineGroup> groups = {};

    bool operator==(const FilterOutline &) const = default;
};
bool operator==(const OutlineGroup &a, const OutlineGroup &b);

// Fails where quotation marks or brackets do not match.
tl::expected<FilterOutline, FilterError> filterOutline(QStringView text);
// The text again; empty parts are left out.
QString filterText(const FilterOutline &outline);

// What can stand between this field and a value, the usual ones; `name` as in a filter.
struct SensedComparison {
    Comparison comparison = Comparison::Equals;
    Sense sense = Sense::Plain;

    bool operator==(const SensedComparison &) const = default;
};
std::vector<SensedComparison> comparisonsFor(EntityKind kind, const QString &name,
                                             const std::vector<CustomField> &custom = {});

} // namespace headway
