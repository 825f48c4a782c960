// SPDX-License-Identifier: GPL-3.0-or-later
// Many leads that become customers in one step: what would become of each, as a table to be looked at before, and making
// it so. GUI thread.
#pragma once

#include "app/text/display.h"
#include "app/workspace/workspace.h"
#include "domain/query/filter.h"
#include "store/actions/bulkconversion.h"

#include <QAbstractTableModel>

#include <functional>

namespace headway::app {

using BulkConversion = store::BulkConversion;
using BulkConverted = store::BulkConverted;
using ConvertedLead = store::ConvertedLead;

// All that the query finds, in its order; a ticket that is dropped forgets it.
Ticket readLeads(Workspace &workspace, QObject *context, const Query &query,
                 std::function<void(Result<std::vector<LeadId>>)> then);

// As one step; a dry run writes nothing. `progress` is called on the writer's thread and may cancel it; `then` is called
// here.
void convertLeads(Workspace &workspace, QObject *context, const BulkConversion &wanted,
                  const Progress &progress, std::function<void(Result<BulkConverted>)> then);

// A row for each lead: its name, and what becomes of it.
class ConversionTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit ConversionTable(const Display &display, QObject *parent = nullptr);
    ~ConversionTable() override;

    void show(BulkConverted converted);
    qint64 convertible() const { return qint64(m_converted.leads.size()) - m_refused; }
    qint64 refused() const { return m_refused; }
    // Why the lead of this row stays as it is, which is said in its second cell; empty: it does not.
    QString refusal(int row) const;
    // How many records of the kind would be new.
    qint64 newOnes(EntityKind kind) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const store::ConvertedLead &lead, size_t part) const;

    const Display &m_display;
    BulkConverted m_converted;
    qint64 m_refused = 0;
};

} // namespace headway::app
