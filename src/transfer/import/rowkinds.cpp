// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/rowkinds.h"

#include "exchange/cells/vocabulary.h"
#include "transfer/source/rowsource.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

using exchange::Vocabulary;

constexpr int rowsLookedAt = 2000;
constexpr qint64 knownToOdd = 2; // as many rows at least say a kind as have another word

// kinds: those that other systems keep in one list. The first of each takes the rows of which nothing is said.
using Pair = std::array<EntityKind, 2>;
// kinds: see above
constexpr std::array pairs{Pair{EntityKind::Contact, EntityKind::Company},
                           Pair{EntityKind::Lead, EntityKind::Deal}};

EntityKind otherOf(EntityKind kind)
{
    for (const Pair &pair : pairs) {
        if (pair[0] == kind || pair[1] == kind)
            return pair[0] == kind ? pair[1] : pair[0];
    }
    return kind;
}

// The kinds that the cells of a column say; empty if too many of them say something else.
std::vector<EntityKind> kindsSaid(const QString &name, qsizetype column, const std::vector<QStringList> &rows)
{
    std::vector<EntityKind> kinds;
    qint64 known = 0;
    qint64 odd = 0;
    for (const QStringList &cells : rows) {
        const QString cell = cells.value(column).trimmed();
        if (exchange::isBlankWord(cell))
            continue;
        const std::optional<EntityKind> kind = kindOfRow(name, cell);
        ++(kind ? known : odd);
        if (!kind)
            continue;
        if (std::find(kinds.begin(), kinds.end(), *kind) == kinds.end())
            kinds.push_back(*kind);
    }
    const bool isTelling = odd == 0 || (kinds.size() > 1 && known >= knownToOdd * odd);
    return isTelling ? kinds : std::vector<EntityKind>();
}

} // namespace

bool mayTell(const QString &column)
{
    return Vocabulary::own().has(u"row_kind_column", column)
        || Vocabulary::own().has(u"row_kind_flag", column);
}

std::optional<EntityKind> kindOfRow(const QString &column, const QString &cell)
{
    const Vocabulary &words = Vocabulary::own();
    if (const auto flagged = words.code(u"row_kind_flag", column)) {
        const auto kind = entityKindNamed(*flagged);
        const auto flag = words.code(u"flag", cell);
        if (!kind || !flag)
            return std::nullopt;
        return *flag == "yes"_L1 ? *kind : otherOf(*kind);
    }
    const auto kind = words.code(u"row_kind", cell);
    return kind ? entityKindNamed(*kind) : std::nullopt;
}

std::vector<EntityKind> kindsBeside(EntityKind kind)
{
    const EntityKind other = otherOf(kind);
    return other == kind ? std::vector<EntityKind>{kind} : std::vector<EntityKind>{kind, other};
}

std::optional<RowKinds> rowKinds(const QStringList &columns, const FirstRows &first,
                                 const std::vector<EntityKind> &named)
{
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (!mayTell(columns[i]))
            continue;
        const std::vector<EntityKind> said = kindsSaid(columns[i], i, first.rows);
        const auto has = [&said](EntityKind kind) {
            return std::find(said.begin(), said.end(), kind) != said.end();
        };
        for (const Pair &pair : pairs) {
            const bool isOfPair = !said.empty()
                && std::all_of(said.begin(), said.end(),
                               [&](EntityKind kind) { return kind == pair[0] || kind == pair[1]; });
            const bool isNamed = named.empty()
                || std::any_of(named.begin(), named.end(),
                               [&](EntityKind kind) { return kind == pair[0] || kind == pair[1]; });
            if (!isOfPair || !isNamed)
                continue;
            RowKinds kinds{i, {}};
            for (const EntityKind kind : pair) {
                // Below the first rows there may be some of the other.
                if (!first.isWhole || has(kind))
                    kinds.kinds.push_back(kind);
            }
            return kinds;
        }
    }
    return std::nullopt;
}

Result<std::optional<RowKinds>> readRowKinds(RowSource &source, const QStringList &columns,
                                             const std::vector<EntityKind> &named)
{
    if (std::none_of(columns.begin(), columns.end(), mayTell))
        return std::optional<RowKinds>();
    HEADWAY_CHECK(source.begin());
    FirstRows first;
    while (int(first.rows.size()) < rowsLookedAt) {
        HEADWAY_TRY(item, source.next());
        if (!item) {
            first.isWhole = true;
            break;
        }
        if (auto *row = std::get_if<SourceRow>(&*item))
            first.rows.push_back(std::move(row->cells));
    }
    return rowKinds(columns, first, named);
}

} // namespace headway::transfer
