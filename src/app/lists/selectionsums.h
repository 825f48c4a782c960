// SPDX-License-Identifier: GPL-3.0-or-later
// Count and sums of the records that are selected in a list, read in the background: of a million as of two.
// The latest selection wins. GUI thread; what cannot be read is not shown.
#pragma once

#include "app/workspace/workspace.h"
#include "domain/records/totals.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

namespace headway::app {

class SelectionSums : public QObject
{
    Q_OBJECT
public:
    // The ids of the records selected now; called when they are needed. The workspace outlives this.
    using Selected = std::function<std::vector<qint64>()>;
    SelectionSums(Workspace &workspace, EntityKind kind, Selected selected);
    ~SelectionSums() override;

    // To be called when the selection or the records may have changed; several calls in a row are one.
    void readAgain();

    // None: fewer than two records are selected, or their sums are being read.
    const std::optional<Totals> &totals() const { return m_totals; }

Q_SIGNALS:
    void changed();

private:
    void read();
    void forget();

    Workspace &m_workspace;
    const EntityKind m_kind;
    const Selected m_ids;
    QTimer m_soon;
    Ticket m_reading;
    std::vector<qint64> m_asked; // the records whose sums they are, or will be
    std::optional<Totals> m_totals;
};

} // namespace headway::app
