// SPDX-License-Identifier: GPL-3.0-or-later
// The cards of a board that have been shown: cached, read on request, and made into the data of a drag. One
// for each BoardModel; GUI thread. A card that cannot be read is requested again when next shown.
#pragma once

#include "app/board/card.h"
#include "app/workspace/workspace.h"
#include "domain/records/loadedrecord.h"

#include <QCache>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

class QMimeData;

namespace headway::app {

class CardCache : public QObject
{
    Q_OBJECT
public:
    // A column that is shown; null if it is not one of them.
    using LaneById = std::function<const Lane *(qint64)>;
    // `cards` are deals or leads.
    CardCache(Workspace &workspace, const Display &display, EntityKind cards, LaneById laneById,
              QObject *parent);
    ~CardCache() override;

    const Card *card(CardId id);       // null while it is being read; the call starts reading it
    const Card *find(CardId id) const; // null if it is not loaded; does not start reading
    void keep(const std::vector<LoadedRecord> &rows);
    // Whether a card is brief, as far as is known: also of cards that are not kept any more.
    std::optional<bool> isBrief(CardId id) const;
    bool hasBrief() const { return m_hasBrief; } // a brief card was seen
    void outdate(CardId id);                     // still returned until it has been read again
    void outdateAll();

    // The data of a drag. Data of another book, or of other types, give no cards.
    static QString cardsMimeType(EntityKind cards);
    QString mimeType() const { return cardsMimeType(m_kind); }
    QMimeData *mimeOf(const std::vector<CardId> &ids);
    std::vector<CardId> cardsIn(const QMimeData *data) const;

Q_SIGNALS:
    void changed(headway::app::CardId id); // the card is a different one now

private:
    struct Kept {
        Card card = {};
        quint64 age = 0; // the value of m_age when it was read
    };
    void read();
    void keep(const LoadedRecord &row);

    Workspace &m_workspace;
    const Display m_display;
    const EntityKind m_kind;
    const LaneById m_laneById;
    QCache<qint64, Kept> m_cards;
    quint64 m_age = 1; // cards of a lower age are shown, and read again
    std::vector<qint64> m_wanted;
    QHash<qint64, bool> m_isBrief; // of all cards ever read
    bool m_hasBrief = false;
    QTimer m_soon;
    Ticket m_ticket;
};

} // namespace headway::app
