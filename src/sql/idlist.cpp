// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/idlist.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace headway::sql {

namespace {

constexpr std::array<size_t, 3> widths{1, 16, 256};

} // namespace

// Spare places get the last id once more.
QString amongIds(std::span<const qint64> ids, Values &binds)
{
    const size_t width =
        *std::find_if(widths.begin(), widths.end() - 1, [&ids](size_t each) { return ids.size() <= each; });
    binds.insert(binds.end(), ids.begin(), ids.end());
    binds.insert(binds.end(), width - ids.size(), ids.back());
    return width == 1 ? u" = ?"_s : u" IN ("_s + placeholders(qsizetype(width)) + u')';
}

std::vector<std::span<const qint64>> inParts(std::span<const qint64> ids)
{
    std::vector<std::span<const qint64>> parts;
    for (; !ids.empty(); ids = ids.subspan(parts.back().size()))
        parts.push_back(ids.first(std::min(ids.size(), widths.back())));
    return parts;
}

} // namespace headway::sql
