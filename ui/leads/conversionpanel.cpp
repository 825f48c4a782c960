// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/conversionpanel.h"

#include "app/leads/leadedits.h"
#include "ui/leads/conversioncolumn.h"

#include <QBoxLayout>
#include <QFormLayout>

#include <utility>

namespace headway::ui {

namespace {

constexpr int panelWidth = 900; // pixels
constexpr int leastForThree = 880;

} // namespace

ConversionPanel::ConversionPanel(const EditorContext &context, QWidget *parent)
    : FloatingPanel(panelWidth, parent), m_context(context)
{
    setObjectName(QStringLiteral("conversion"));
}

ConversionPanel::~ConversionPanel() = default;

void ConversionPanel::ask(LeadId lead)
{
    m_reading = app::readConversion(m_context.workspace, this, lead, [this](Result<ConversionOffer> read) {
        if (read)
            begin(*read);
        else
            Q_EMIT failed(read.error());
    });
}

void ConversionPanel::begin(const ConversionOffer &offer)
{
    m_lead = offer.lead.id;
    m_isAnswered = false;
    if (m_columnsPlace)
        form().removeRow(m_columnsPlace);
    m_columnsPlace = new QWidget(this);
    m_row = new QBoxLayout(QBoxLayout::LeftToRight, m_columnsPlace);
    m_row->setContentsMargins({});
    m_row->setSpacing(space::large);
    for (size_t i = 0; i < conversionKinds.size(); ++i) {
        auto *column = new ConversionColumn(conversionKinds[i], offer, m_context, m_columnsPlace);
        connect(column, &ConversionColumn::submitted, this, &ConversionPanel::confirm);
        connect(column, &ConversionColumn::rebuilt, this, &ConversionPanel::orderStops);
        connect(column, &ConversionColumn::failed, this,
                [this, column](const Error &error) { showMistake(words(error), column->first()); });
        m_row->addWidget(column, 1);
        m_columns[i] = column;
    }
    form().addRow(m_columnsPlace);
    showTitle(tr("Convert %1").arg(m_context.rules.display.quoted(offer.lead.name)), tr("Convert"));
    showHint({});
    orderStops();
    open(m_columns.front()->first());
}

// What is chosen brings other fields along.
void ConversionPanel::orderStops()
{
    std::vector<QWidget *> stops;
    for (const ConversionColumn *column : m_columns) {
        if (!column)
            return;
        for (QWidget *control : column->controls()) {
            listenTo(*control);
            stops.push_back(control);
        }
    }
    tabThrough(stops);
    if (isVisible())
        place();
}

void ConversionPanel::place()
{
    if (m_row) {
        const bool isWide = parentWidget()->width() >= leastForThree;
        m_row->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    }
    FloatingPanel::place();
}

QString ConversionPanel::words(const Error &error) const
{
    return m_context.rules.display.words(error.text);
}

void ConversionPanel::cancel()
{
    m_reading = {};
    FloatingPanel::cancel();
}

void ConversionPanel::confirm()
{
    if (m_isAnswered)
        return;
    Conversion conversion{.lead = m_lead};
    for (size_t i = 0; i < conversionKinds.size(); ++i) {
        QWidget *wrong = m_columns[i];
        auto part = m_columns[i]->part(wrong);
        if (!part) {
            showMistake(words(part.error()), wrong);
            return;
        }
        conversion.parts[i] = *std::move(part);
    }
    if (const Result<> checked = checkParts(conversion); !checked) {
        showMistake(words(checked.error()), m_columns.front()->first());
        return;
    }
    m_isAnswered = true;
    app::convertLead(m_context.workspace, this, conversion, [this](const Result<ChangeSet> &set) {
        m_isAnswered = false;
        if (!set) {
            showMistake(words(set.error()), m_columns.front()->first());
            return;
        }
        hide();
        Q_EMIT converted(app::convertedIn(*set));
    });
}

} // namespace headway::ui
