// SPDX-License-Identifier: GPL-3.0-or-later
// The cards of a board that were looked at: kept, read when somebody asks for one that is not there, and
// offered as what a drag carries. One for each BoardModel; GUI thread. What cannot be read is asked for again
// at the next look.
#pragma once

#include "app/board/card.h"
#include "app/workspace/workspace.h"
#include "domain/records/loadedrecord.h"

#include <QCache>
#include <QObject>
#include <QTimer>

#include <functional>

class QMimeData;

namespace headway::app {

class CardCache : public QObject
{
    Q_OBJECT
public:
    // Of the pipeline that is shown; null: it is not one of its stages.
    using StageById = std::function<const Stage *(StageId)>;
    CardCache(Workspace &workspace, const Display &display, StageById stageById, QObject *parent);
    ~CardCache() override;

    const Card *card(DealId deal);       // null while it is being read, which asking for it begins
    const Card *find(DealId deal) const; // null if it is not at hand; asks for nothing
    void keep(const std::vector<LoadedRecord> &rows);
    void outdate(DealId deal); // shown as it is until it has been read again
    void outdateAll();

    // Deals on their way by drag and drop. Those of another book, and anything else, are none.
    static QString dealsMimeType();
    QMimeData *mimeOf(const std::vector<DealId> &deals);
    std::vector<DealId> dealsIn(const QMimeData *data) const;

Q_SIGNALS:
    void changed(headway::DealId deal); // what is shown of it is something else now

private:
    struct Kept {
        Card card = {};
        quint64 age = 0; // the m_age in which it was read
    };
    void read();

    Workspace &m_workspace;
    const Display m_display;
    const StageById m_stageById;
    QCache<qint64, Kept> m_cards;
    quint64 m_age = 1; // cards read before are shown, and read again
    std::vector<qint64> m_wanted;
    QTimer m_soon;
    Ticket m_ticket;
};

} // namespace headway::app
