// SPDX-License-Identifier: GPL-3.0-or-later
// Where the conditions of a filter stand in its text, so that one of them can be shown, changed or taken out
// while the others stay as they were typed. Places and lengths are in characters of the text. Pure; any thread.
#pragma once

#include "domain/query/filter.h"

#include <vector>

namespace headway {

struct FilterSpan {
    enum class Kind { Word, Condition, Bracket };

    qsizetype position = 0;
    qsizetype length = 0;
    Kind kind = Kind::Word;

    qsizetype end() const { return position + length; }
    bool operator==(const FilterSpan &) const = default;
};

// What must all be met, in the order of the text. Brackets with what is in them are one, and so is everything
// where "or" stands outside of brackets. Fails where quotation marks do not match.
tl::expected<std::vector<FilterSpan>, FilterError> filterSpans(QStringView text);

// The text without what stands there, and without the space that it leaves.
QString withoutSpan(const QString &text, const FilterSpan &span);

} // namespace headway
