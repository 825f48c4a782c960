// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/bulkconversionpanel.h"

#include "ui/controls/flatbutton.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int panelWidth = 860; // pixels
constexpr int rowsInSight = 10;

} // namespace

BulkConversionPanel::BulkConversionPanel(const EditorContext &context, QWidget *parent)
    : FloatingPanel(panelWidth, parent), m_context(context),
      m_table(new app::ConversionTable(context.rules.display, this)), m_view(new QTableView(this)),
      m_deals(new QCheckBox(tr("Make a &deal of each"), this))
{
    setObjectName(u"bulkConversion"_s);
    m_view->setModel(m_table);
    m_view->setAccessibleName(tr("What they become"));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setShowGrid(false);
    m_view->setTabKeyNavigation(false);
    m_view->setWordWrap(false);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    form().addRow(m_deals);
    form().addRow(m_view);
    listenTo(*m_deals);
    listenTo(*m_view);
    tabThrough({m_deals, m_view});
    connect(m_deals, &QCheckBox::toggled, this, &BulkConversionPanel::look);
}

BulkConversionPanel::~BulkConversionPanel() = default;

void BulkConversionPanel::ask(const std::vector<LeadId> &leads)
{
    m_leads = leads;
    m_table->show({});
    const QString what = m_context.rules.display.counted(qint64(leads.size()), EntityKind::Lead);
    showTitle(tr("Convert %1").arg(what), tr("Convert"));
    const QSignalBlocker quiet(m_deals);
    m_deals->setChecked(true);
    open(m_deals);
    look();
}

void BulkConversionPanel::place()
{
    const int row = m_view->verticalHeader()->defaultSectionSize();
    m_view->setFixedHeight(m_view->horizontalHeader()->sizeHint().height()
                           + row * std::min(rowsInSight, std::max(3, int(m_leads.size())))
                           + 2 * m_view->frameWidth() + 2);
    FloatingPanel::place();
}

void BulkConversionPanel::look()
{
    ++m_looks;
    confirmButton().setEnabled(false);
    showHint(tr("Looking who is there already …"));
    Q_EMIT lookWanted({.leads = m_leads,
                       .deals = m_deals->isChecked() ? ConversionWay::New : ConversionWay::None,
                       .isDry = true});
}

void BulkConversionPanel::show(const Result<app::BulkConverted> &found)
{
    if (--m_looks > 0 || !isVisible())
        return;
    if (!found && found.error().code == ErrorCode::Cancelled) {
        cancel();
        return;
    }
    if (!found) {
        showMistake(m_context.rules.display.words(found.error().text), m_deals);
        return;
    }
    m_table->show(*found);
    spanRefusals();
    const qint64 count = m_table->convertible();
    confirmButton().setEnabled(count > 0);
    showConfirm(tr("Convert %1").arg(m_context.rules.display.counted(count, EntityKind::Lead)));
    showHint(summary());
}

// A reason is longer than a cell.
void BulkConversionPanel::spanRefusals()
{
    m_view->clearSpans();
    if (m_table->refused() == 0)
        return;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        if (!m_table->refusal(row).isEmpty())
            m_view->setSpan(row, 1, 1, m_table->columnCount() - 1);
    }
}

QString BulkConversionPanel::summary() const
{
    const app::Display &display = m_context.rules.display;
    QStringList made;
    for (const EntityKind kind : conversionKinds) {
        if (const qint64 count = m_table->newOnes(kind); count > 0)
            made += display.counted(count, kind);
    }
    QString said = made.isEmpty() ? tr("Nothing new is made.") : tr("New: %1.").arg(made.join(u", "_s));
    if (const qint64 stay = m_table->refused(); stay > 0)
        said += u' '
            + (stay == 1 ? tr("%1 stays as it is.") : tr("%1 stay as they are."))
                  .arg(display.counted(stay, EntityKind::Lead));
    return said;
}

void BulkConversionPanel::confirm()
{
    if (m_looks > 0 || m_table->convertible() == 0)
        return;
    hide();
    Q_EMIT convertWanted(
        {.leads = m_leads, .deals = m_deals->isChecked() ? ConversionWay::New : ConversionWay::None});
}

} // namespace headway::ui
