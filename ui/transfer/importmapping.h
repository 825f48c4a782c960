// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a file about to be imported, an example of each, and its target field. GUI thread; nothing
// fails.
#pragma once

#include "exchange/plan/columnfit.h"
#include "exchange/plan/importplan.h"

#include <QTableWidget>

namespace headway::transfer {
struct ImportPreview;
}

namespace headway::ui {

class ImportMapping : public QTableWidget
{
    Q_OBJECT
public:
    explicit ImportMapping(QWidget *parent = nullptr);
    ~ImportMapping() override;

    // `offered`: all targets for this kind of record.
    void showPreview(const transfer::ImportPreview &preview,
                     const std::vector<exchange::ImportTarget> &offered);

    QStringList columns() const;
    QStringList targets() const; // one for each column; empty: not imported
    std::vector<exchange::MapRule> rules() const;
    // Columns that hold something else than their names say, and of which the user has not said where they go.
    const std::vector<exchange::Misfit> &undecided() const { return m_undecided; }

Q_SIGNALS:
    void changed();

private:
    void showChoice(int row, const QString &target, const std::vector<exchange::ImportTarget> &offered);
    void tone(int row);

    std::vector<exchange::Misfit> m_undecided;
};

// "expected_close" for display: "expected close".
QString targetText(const QString &target);

} // namespace headway::ui
