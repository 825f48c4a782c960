// SPDX-License-Identifier: GPL-3.0-or-later
// What a lead becomes, in a panel of three columns over the window: company, contact, deal. Enter converts, Esc cancels.
// GUI thread. What is refused is said in the panel, which then stays open.
#pragma once

#include "app/workspace/workspace.h"
#include "domain/rules/conversion.h"
#include "ui/controls/floatingpanel.h"
#include "ui/fields/fieldeditors.h"

#include <array>

class QBoxLayout;

namespace headway::ui {

class ConversionColumn;

class ConversionPanel : public FloatingPanel
{
    Q_OBJECT
public:
    ConversionPanel(const EditorContext &context, QWidget *parent);
    ~ConversionPanel() override;

    // Opens as soon as it is known who is there already.
    void ask(LeadId lead);
    void cancel() override;

Q_SIGNALS:
    void
    converted(headway::EntityRef into); // what is most worth looking at: the deal, the contact, the company
    void failed(const headway::Error &error); // the lead cannot be converted

protected:
    void confirm() override;
    void place() override;

private:
    void begin(const ConversionOffer &offer);
    void orderStops();
    QString words(const Error &error) const;

    const EditorContext &m_context;
    LeadId m_lead = {};
    QWidget *m_columnsPlace = nullptr;
    QBoxLayout *m_row = nullptr;
    std::array<ConversionColumn *, conversionKinds.size()> m_columns = {};
    bool m_isAnswered = false; // and the result is not known yet
    app::Ticket m_reading;
};

} // namespace headway::ui
