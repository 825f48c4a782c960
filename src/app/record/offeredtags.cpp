// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/offeredtags.h"

#include "domain/query/nametyped.h"
#include "domain/text/text.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

struct Candidate {
    const Tag *tag = nullptr;
    QString name = {}; // folded
    int nearness = 0;  // 0: of this name, 1: begins so, 2: a word of it does
    qint64 uses = 0;

    bool operator<(const Candidate &other) const
    {
        return std::tuple(nearness, -uses, name) < std::tuple(other.nearness, -other.uses, other.name);
    }
};

} // namespace

std::vector<Tag> offeredTags(const std::vector<Tag> &tags, const TagUses &uses, const std::set<qint64> &had,
                             const QString &typed, size_t most)
{
    const QString key = fold(typed.trimmed());
    std::vector<Candidate> found;
    for (const Tag &tag : tags) {
        Candidate candidate{.tag = &tag, .name = fold(tag.name)};
        if (had.contains(tag.id.value) || !isNamedSo(candidate.name, key))
            continue;
        if (!key.isEmpty())
            candidate.nearness = candidate.name == key ? 0 : candidate.name.startsWith(key) ? 1 : 2;
        const auto counted = uses.find(tag.id.value);
        candidate.uses = counted == uses.end() ? 0 : counted->second;
        found.push_back(candidate);
    }
    const size_t count = std::min(most, found.size());
    std::partial_sort(found.begin(), found.begin() + qptrdiff(count), found.end());
    std::vector<Tag> offered;
    for (size_t i = 0; i < count; ++i)
        offered.push_back(*found[i].tag);
    return offered;
}

Ticket countTagUses(Workspace &workspace, QObject *context, std::function<void(const TagUses &)> then)
{
    return workspace.read<TagUses>(
        context, [](sql::Connection &connection) { return store::tagUses(connection); },
        [then = std::move(then)](Result<TagUses> uses) { then(uses.value_or(TagUses())); });
}

} // namespace headway::app
