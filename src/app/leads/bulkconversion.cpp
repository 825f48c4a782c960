// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/leads/bulkconversion.h"

#include "app/text/capital.h"
#include "app/text/plaintip.h"
#include "store/reading/lists.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace headway::app {

Ticket readLeads(Workspace &workspace, QObject *context, const Query &query,
                 std::function<void(Result<std::vector<LeadId>>)> then)
{
    return workspace.read<std::vector<LeadId>>(
        context,
        [query, viewer = workspace.viewer()](sql::Connection &connection) -> Result<std::vector<LeadId>> {
            HEADWAY_TRY(ids, store::ids(connection, query, viewer, 0));
            std::vector<LeadId> leads;
            for (const qint64 id : ids)
                leads.push_back({id});
            return leads;
        },
        std::move(then));
}

void convertLeads(Workspace &workspace, QObject *context, const BulkConversion &wanted,
                  const Progress &progress, std::function<void(Result<BulkConverted>)> then)
{
    const auto done = std::make_shared<BulkConverted>();
    Ticket ticket = workspace.write(
        context,
        [wanted, progress, done,
         actor = workspace.actor()](sql::Connection &connection) -> Result<ChangeSet> {
            HEADWAY_TRY(converted, store::convertLeads(connection, wanted, actor, progress));
            *done = std::move(converted);
            return done->set;
        },
        [done, then = std::move(then)](const Result<ChangeSet> &set) {
            then(set ? Result<BulkConverted>(*done) : Result<BulkConverted>(failure(set.error())));
        });
    ticket.release(); // goes on without the window; only the progress can cancel it
}

ConversionTable::ConversionTable(const Display &display, QObject *parent)
    : QAbstractTableModel(parent), m_display(display)
{
}

ConversionTable::~ConversionTable() = default;

void ConversionTable::show(BulkConverted converted)
{
    beginResetModel();
    m_converted = std::move(converted);
    m_refused = std::count_if(m_converted.leads.begin(), m_converted.leads.end(),
                              [](const store::ConvertedLead &each) { return !each.refusal.isEmpty(); });
    endResetModel();
}

QString ConversionTable::refusal(int row) const
{
    return m_display.words(m_converted.leads[size_t(row)].refusal);
}

qint64 ConversionTable::newOnes(EntityKind kind) const
{
    const auto *const place = std::find(conversionKinds.begin(), conversionKinds.end(), kind);
    const size_t part = size_t(place - conversionKinds.begin());
    return std::count_if(m_converted.leads.begin(), m_converted.leads.end(),
                         [part](const store::ConvertedLead &each) {
                             return each.refusal.isEmpty() && each.parts[part].way == ConversionWay::New;
                         });
}

int ConversionTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_converted.leads.size());
}

int ConversionTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1 + int(conversionKinds.size());
}

QString ConversionTable::text(const store::ConvertedLead &lead, size_t part) const
{
    if (!lead.refusal.isEmpty())
        return part == 0 ? m_display.words(lead.refusal) : QString();
    switch (lead.parts[part].way) {
    case ConversionWay::New: return tr("new: %1").arg(lead.parts[part].title);
    case ConversionWay::Link: return lead.parts[part].title;
    case ConversionWay::None: break;
    }
    return tr("none");
}

QVariant ConversionTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const store::ConvertedLead &lead = m_converted.leads[size_t(index.row())];
    const QString said = index.column() == 0 ? lead.name : text(lead, size_t(index.column() - 1));
    return role == Qt::ToolTipRole ? plainTip(said) : said;
}

QVariant ConversionTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const EntityKind kind = section == 0 ? EntityKind::Lead : conversionKinds[size_t(section - 1)];
    return withCapital(m_display.kindName(kind), m_display.locale());
}

} // namespace headway::app
