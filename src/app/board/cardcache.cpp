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

CardCache::CardCache(Workspace &workspace, const Display &display, StageById stageById, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_display(display), m_stageById(std::move(stageById)),
      m_cards(keptCards)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &CardCache::read);
}

CardCache::~CardCache() = default;

const Card *CardCache::card(DealId deal)
{
    const Kept *kept = m_cards.object(deal.value);
    if (!kept || kept->age != m_age) {
        m_wanted.push_back(deal.value);
        if (!m_soon.isActive() && !m_ticket.isPending())
            m_soon.start();
    }
    return kept ? &kept->card : nullptr;
}

const Card *CardCache::find(DealId deal) const
{
    const Kept *kept = m_cards.object(deal.value);
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
        this, [ids](sql::Connection &connection) { return store::rows(connection, EntityKind::Deal, ids); },
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
    const Stage *stage = m_stageById({integerOf(row.record.value(u"stage_id"))});
    if (!stage)
        return; // the deal has left this pipeline
    const DealId deal{row.record.ref.id};
    auto kept = std::make_unique<Kept>(Kept{cardOf(row, *stage, m_display, m_workspace.now()), m_age});
    const bool isBrief = kept->card.isBrief();
    m_isBrief.insert(deal.value, isBrief);
    m_hasBrief |= isBrief;
    const Kept *known = m_cards.object(deal.value);
    const bool isNew = !known || known->card != kept->card;
    m_cards.insert(deal.value, kept.release());
    if (isNew)
        Q_EMIT changed(deal);
}

std::optional<bool> CardCache::isBrief(DealId deal) const
{
    const auto found = m_isBrief.constFind(deal.value);
    return found == m_isBrief.constEnd() ? std::nullopt : std::optional(*found);
}

void CardCache::outdate(DealId deal)
{
    Kept *kept = m_cards.object(deal.value);
    if (!kept)
        return;
    kept->age = 0;
    Q_EMIT changed(deal); // views that show it request it again
}

void CardCache::outdateAll()
{
    ++m_age;
}

QString CardCache::dealsMimeType()
{
    return u"application/x-headway-deals"_s;
}

QMimeData *CardCache::mimeOf(const std::vector<DealId> &deals)
{
    QStringList ids{m_workspace.uuid()}; // not the address, which may contain a password
    QStringList names;
    for (const DealId deal : deals) {
        ids += QString::number(deal.value);
        if (const Card *known = card(deal))
            names += known->deal.name;
    }
    auto *data = new QMimeData;
    data->setData(dealsMimeType(), ids.join(u'\n').toUtf8());
    data->setText(names.join(u'\n'));
    return data;
}

std::vector<DealId> CardCache::dealsIn(const QMimeData *data) const
{
    std::vector<DealId> deals;
    if (!data || !data->hasFormat(dealsMimeType()))
        return deals;
    const QStringList lines = QString::fromUtf8(data->data(dealsMimeType())).split(u'\n');
    if (lines.constFirst() != m_workspace.uuid())
        return deals;
    for (const QString &line : lines.sliced(1)) {
        if (const DealId deal{line.toLongLong()})
            deals.push_back(deal);
    }
    return deals;
}

} // namespace headway::app
