// SPDX-License-Identifier: GPL-3.0-or-later
// What many leads would become, in a list over the window, before they do: who is linked to whom that is there, what is
// new, and which stay as they are and why. Enter converts, Esc cancels. GUI thread; the work itself is done by who
// listens.
#pragma once

#include "app/leads/bulkconversion.h"
#include "ui/controls/floatingpanel.h"
#include "ui/fields/fieldeditors.h"

class QCheckBox;
class QTableView;

namespace headway::ui {

class BulkConversionPanel : public FloatingPanel
{
    Q_OBJECT
public:
    BulkConversionPanel(const EditorContext &context, QWidget *parent);
    ~BulkConversionPanel() override;

    void ask(const std::vector<LeadId> &leads);
    // What was found by lookWanted().
    void show(const Result<app::BulkConverted> &found);

    const app::ConversionTable &table() const { return *m_table; }

Q_SIGNALS:
    void lookWanted(const headway::app::BulkConversion &dryRun); // its result is to be shown
    void convertWanted(const headway::app::BulkConversion &wanted);

protected:
    void confirm() override;
    void place() override;

private:
    void look();
    void spanRefusals();
    QString summary() const;

    const EditorContext &m_context;
    app::ConversionTable *m_table;
    QTableView *m_view;
    QCheckBox *m_deals;
    std::vector<LeadId> m_leads;
    int m_looks = 0; // that are still to be answered; only the last one counts
};

} // namespace headway::ui
