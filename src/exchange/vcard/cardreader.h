// SPDX-License-Identifier: GPL-3.0-or-later
// Reads address books (vCard 2.1, 3.0, 4.0) card by card in constant memory. What is wrong with a card is a problem in
// its place, and reading continues behind it; a card within a card is one of its own. Called by the import on a worker
// thread. Fails only as its device does.
#pragma once

#include "exchange/vcard/cardheader.h"
#include "exchange/vcard/cardlines.h"
#include "exchange/vcard/cardtext.h"

#include <QHash>

#include <array>
#include <deque>
#include <variant>

namespace headway::exchange {

struct CardLimits {
    qsizetype longestLine = 1 << 20;   // bytes, without what folds it
    qsizetype mostProperties = 10'000; // of a card
    qsizetype longestCard = 8 << 20;   // bytes of all its values
    qsizetype longestShown = 4096;     // of what a problem shows
    size_t deepest = 8;                // cards within cards
    qint64 chunk = 256 * 1024;         // bytes taken from the device at a time
};

struct CardProblem {
    qint64 line = 0;
    Sentence reason = {};
    QString raw = {}; // how it begins
};
using CardItem = std::variant<Card, CardProblem>;

// What was read though it was not quite in order; lines and properties.
struct CardTold {
    qint64 within = 0;                   // cards that stood within others
    qint64 pictures = 0;                 // and other contents that are no text, left out
    qint64 otherSets = 0;                // values that are not written in the character set that they name
    qint64 notProperties = 0;            // lines of cards that are none, left out
    qint64 outside = 0;                  // lines outside of cards, likewise
    qint64 firstBad = 0;                 // the line of the first of the last three
    std::array<qint64, 3> versions = {}; // cards, by CardVersion
};

enum class KeepOriginal { No, Yes };

class CardReader
{
public:
    // The device is open for reading, at its start, and outlives this. `said`: the encoding of texts that are neither
    // in UTF-8 nor say what they are in; none: it is found out.
    CardReader(QIODevice &device, std::optional<TextEncoding> said, KeepOriginal original = KeepOriginal::No,
               const CardLimits &limits = {});

    // The next card or problem; none at the end.
    [[nodiscard]] Result<std::optional<CardItem>> next();

    const CardTold &told() const { return m_told; }
    qint64 bytesRead() const { return m_lines.bytesRead(); }

private:
    struct Known { // a header that was read before
        enum class Is { Property, Begin, End, Version, Agent } is = Is::Property;
        ReadHeader header = {};
        std::optional<TextEncoding> encoding = {};
    };
    struct Open { // a card whose end has not come yet
        Card card = {};
        qsizetype size = 0;
        bool mayHoldCard = false; // its last line says that one follows
        Sentence fault = {};
    };

    [[nodiscard]] Result<> begin();
    void take(const CardLine &line);
    void takeOutside(const CardLine &line);
    void beginCard(const CardLine &line);
    void endCard(const CardLine &line);
    void addProperty(const CardLine &line, const Known &known, QByteArrayView value);
    void setVersion(QByteArrayView value);
    void note(qint64 &what, qint64 line);
    void refuse(Open &open, const Sentence &reason);
    const Known *headerOf(QByteArrayView bytes);
    QString shown(const Card &card) const;

    CardLines m_lines;
    std::optional<TextEncoding> m_said;
    KeepOriginal m_original;
    CardLimits m_limits;
    TextEncoding m_otherwise = TextEncoding::Windows1252;
    bool m_isBegun = false;
    CardTold m_told;
    std::array<QHash<QByteArray, std::optional<Known>>, 3> m_headers; // by CardVersion
    std::vector<Open> m_open;
    std::deque<CardItem> m_ready;
};

} // namespace headway::exchange
