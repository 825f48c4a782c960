// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an address book: reading neither crashes nor depends on how the input is split, and what a card says of
// somebody comes back from the card that is written of it.
#include "exchange/vcard/cardentry.h"
#include "exchange/vcard/cardreader.h"
#include "exchange/vcard/cardwriter.h"
#include "fuzz/fuzz.h"

#include <QBuffer>

using namespace headway;
using namespace headway::exchange;
using fuzz::require;

namespace {

struct Read {
    std::vector<Card> cards = {};
    size_t problems = 0;
};

Read readAll(QByteArray bytes, qint64 chunk)
{
    QBuffer buffer(&bytes);
    require(buffer.open(QIODevice::ReadOnly));
    CardReader reader(buffer, {}, KeepOriginal::Yes,
                      {.longestLine = 3000, .mostProperties = 100, .longestCard = 9000, .chunk = chunk});
    Read read;
    while (true) {
        auto item = reader.next();
        require(item.has_value());
        if (!*item)
            return read;
        if (auto *card = std::get_if<Card>(&**item))
            read.cards.push_back(std::move(*card));
        else
            ++read.problems;
    }
}

bool areSame(const Read &a, const Read &b)
{
    if (a.cards.size() != b.cards.size() || a.problems != b.problems)
        return false;
    for (size_t i = 0; i < a.cards.size(); ++i) {
        if (a.cards[i].properties != b.cards[i].properties || a.cards[i].line != b.cards[i].line
            || a.cards[i].original != b.cards[i].original)
            return false;
    }
    return true;
}

// Of an entry that was written once, for what it was read from may have said the same in other words.
void requireRoundTrip(const CardEntry &entry, CardVersion version)
{
    const auto again = [version](const CardEntry &each) {
        const Read read = readAll(written(cardOf(each, version)), 4096);
        return read.cards.size() == 1 ? std::optional(entryOf(read.cards.front())) : std::nullopt;
    };
    const auto once = again(entry);
    if (!once)
        return; // too large for the small limits here
    const auto twice = again(*once);
    require(twice && *twice == *once);
    require(once->firstName == entry.firstName && once->lastName == entry.lastName);
    require(once->points.size() == entry.points.size() && once->tags == entry.tags);
}

} // namespace

HEADWAY_FUZZ(vcard)
{
    const Read read = readAll(bytes, 4096);
    const bool isWide =
        bytes.size() > 1 && (bytes.contains('\0') || bytes.startsWith("\xFF") || bytes.startsWith("\xFE"));
    if (!isWide) { // else the first piece has to hold the first characters
        require(areSame(read, readAll(bytes, 64)));
        require(areSame(read, readAll(bytes, 4097)));
    }
    for (const Card &card : read.cards) {
        const CardEntry entry = entryOf(card);
        requireRoundTrip(entry, CardVersion::V30);
        requireRoundTrip(entry, CardVersion::V40);
    }
}
