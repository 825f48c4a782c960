// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/board/cardcache.h"

#include "store/reading/lists.h"

#include <QMimeData>
#include <QSet>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

constexpr int keptCards = 8192; // some 10 MB
constexpr size_t rowsAtOnce = 256;

} // namespace

CardCache::CardCache(Workspace &workspace, const Display &display, EntityKind cards, LaneById laneById,
                     QObject *parent)
    : QObject(parent), m_workspace(workspace), m_display(display), m_kind(cards),
      m_laneById(std::move(laneById)), m_cards(keptCards)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &CardCache::read);
}

CardCache::~CardCache() = default;

const Card *CardCache::card(CardId id)
{
    const Kept *kept = m_cards.object(id.value);
    if (!kept || kept->age != m_age) {
        m_wanted.push_back(id.value);
        if (!m_soon.isActive() && !m_ticket.isPending())
            m_soon.start();
    }
    return kept ? &kept->card : nullptr;
}

const Card *CardCache::find(CardId id) const
{
    const Kept *kept = m_cards.object(id.value);
    return kept ? &kept->card : nullptr;
}

// The cards requested last are read first: they are what the user sees.
void CardCache::read()
{
    std::vector<qint64> ids;
    QSet<qint64> seen;
    for (auto id = m_wanted.rbegin(); id != m_wanted.rend() && ids.size() < rowsAtOnce; ++id) {
        if (!seen.contains(*id)) {
            seen.insert(*id);
            ids.push_back(*id);
        }
    }
    m_wanted.clear(); // visible cards are requested again when painted
    if (ids.empty())
        return;
    using Rows = std::vector<LoadedRecord>;
    m_ticket = m_workspace.read<Rows>(
        this,
        [kind = m_kind, ids](sql::Connection &connection) { return store::rows(connection, kind, ids); },
        [this, age = m_age](Result<Rows> rows) {
            m_ticket = {};
            if (rows && age == m_age)
                keep(*rows);
            else if (rows)
                m_soon.start();
            if (!m_wanted.empty())
                m_soon.start();
        });
}

void CardCache::keep(const std::vector<LoadedRecord> &rows)
{
    for (const LoadedRecord &row : rows)
        keep(row);
}

void CardCache::keep(const LoadedRecord &row)
{
    const Lane *lane = m_laneById(integerOf(row.record.value(laneField(m_kind))));
    if (!lane)
        return; // it has left this board
    const CardId id{row.record.ref.id};
    auto kept = std::make_unique<Kept>(Kept{cardOf(row, *lane, m_display, m_workspace.now()), m_age});
    const bool isBrief = kept->card.isBrief();
    m_isBrief.insert(id.value, isBrief);
    m_hasBrief |= isBrief;
    const Kept *known = m_cards.object(id.value);
    const bool isNew = !known || known->card != kept->card;
    m_cards.insert(id.value, kept.release());
    if (isNew)
        Q_EMIT changed(id);
}

std::optional<bool> CardCache::isBrief(CardId id) const
{
    const auto found = m_isBrief.constFind(id.value);
    return found == m_isBrief.constEnd() ? std::nullopt : std::optional(*found);
}

void CardCache::outdate(CardId id)
{
    Kept *kept = m_cards.object(id.value);
    if (!kept)
        return;
    kept->age = 0;
    Q_EMIT changed(id); // views that show it request it again
}

void CardCache::outdateAll()
{
    ++m_age;
}

QString CardCache::cardsMimeType(EntityKind cards)
{
    return cards == EntityKind::Lead ? u"application/x-headway-leads"_s : u"application/x-headway-deals"_s;
}

QMimeData *CardCache::mimeOf(const std::vector<CardId> &ids)
{
    QStringList lines{m_workspace.uuid()}; // not the address, which may contain a password
    QStringList names;
    for (const CardId id : ids) {
        lines += QString::number(id.value);
        if (const Card *known = card(id))
            names += known->title;
    }
    auto *data = new QMimeData;
    data->setData(mimeType(), lines.join(u'\n').toUtf8());
    data->setText(names.join(u'\n'));
    return data;
}

std::vector<CardId> CardCache::cardsIn(const QMimeData *data) const
{
    std::vector<CardId> ids;
    if (!data || !data->hasFormat(mimeType()))
        return ids;
    const QStringList lines = QString::fromUtf8(data->data(mimeType())).split(u'\n');
    if (lines.constFirst() != m_workspace.uuid())
        return ids;
    for (const QString &line : lines.sliced(1)) {
        if (const CardId id = CardId(line.toLongLong()))
            ids.push_back(id);
    }
    return ids;
}

} // namespace headway::app
