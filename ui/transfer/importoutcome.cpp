// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/importoutcome.h"

#include "app/text/display.h"
#include "app/text/plaintip.h"
#include "app/transfer/targetlabels.h"
#include "ui/controls/celldelegate.h"
#include "ui/controls/listheader.h"
#include "ui/controls/slimscrollbar.h"
#include "ui/style/theme.h"
#include "ui/transfer/importsummary.h"

#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

enum RejectedColumn { Line, Column, Why, RejectedOf, RejectedColumns };
enum ReasonColumn { Rows, Of, Cell, Reason, Helps, ReasonOf, ReasonColumns };

constexpr int rowsShown = 5; // without scrolling

void setUp(QTableWidget &table, const QString &name, const QStringList &headings, int part)
{
    table.setAccessibleName(name);
    table.setHorizontalHeader(new ListHeader(&table));
    table.setHorizontalHeaderLabels(headings);
    for (int i = 0; i < headings.size(); ++i)
        table.horizontalHeaderItem(i)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table.horizontalHeader()->moveSection(part, 0);
    table.horizontalHeader()->setStretchLastSection(true);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(lineHeight(TextSize::Body));
    table.setVerticalScrollBar(new SlimScrollBar(Qt::Vertical, &table));
    table.setItemDelegate(new CellDelegate(&table));
    table.setShowGrid(false);
    table.setFrameShape(QFrame::NoFrame);
    table.setEditTriggers(QTableWidget::NoEditTriggers);
    table.setSelectionBehavior(QTableWidget::SelectRows);
    table.setTabKeyNavigation(false);
    table.hide();
}

// Hidden if there is none; the part's column only where there are several parts.
void fill(QTableWidget &table, const std::vector<QStringList> &rows, int part)
{
    table.setVisible(!rows.empty());
    table.setColumnHidden(part, std::all_of(rows.begin(), rows.end(), [part](const auto &cells) {
                              return cells[part].isEmpty();
                          }));
    table.setRowCount(int(rows.size()));
    for (int row = 0; row < table.rowCount(); ++row) {
        for (int i = 0; i < table.columnCount(); ++i) {
            auto *item = new QTableWidgetItem(rows[size_t(row)][i]);
            item->setToolTip(app::plainTip(item->text()));
            table.setItem(row, i, item);
        }
    }
    table.setFixedHeight(table.horizontalHeader()->sizeHint().height()
                         + std::min(table.rowCount(), rowsShown)
                             * table.verticalHeader()->defaultSectionSize());
}

// What somebody can do in the window, or in the file, so that the rows go in.
QString remedyText(const transfer::RejectReason &reason, const app::TargetLabels &labels)
{
    switch (reason.remedy) {
    case transfer::Remedy::SetField:
        return ImportOutcome::tr("send a column to “%1”, or mend the file").arg(labels.label(reason.target));
    case transfer::Remedy::NewRecord: return ImportOutcome::tr("let new names be made, or make it before");
    case transfer::Remedy::OtherMatch: return ImportOutcome::tr("say in another way what is there already");
    case transfer::Remedy::OtherValue:
    case transfer::Remedy::None: break;
    }
    return ImportOutcome::tr("save the rows not taken, mend and import them");
}

} // namespace

ImportOutcome::ImportOutcome(const app::Display &display, QWidget *parent)
    : QWidget(parent), m_display(display), m_result(new QLabel),
      m_reasons(new QTableWidget(0, ReasonColumns)), m_rejected(new QTableWidget(0, RejectedColumns))
{
    m_result->setWordWrap(true);
    m_result->setTextFormat(Qt::PlainText);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_result->setAccessibleName(tr("What became of the rows"));
    QSizePolicy policy = m_result->sizePolicy(); // names of 500 letters must not widen the window
    policy.setHorizontalPolicy(QSizePolicy::Ignored);
    m_result->setSizePolicy(policy);
    setUp(*m_reasons, tr("Why rows cannot be taken"),
          {tr("Rows"), tr("Column"), tr("Value"), tr("Why they cannot be taken"), tr("What helps"), tr("Of")},
          ReasonOf);
    setUp(*m_rejected, tr("Rows that cannot be taken"),
          {tr("Line"), tr("Column"), tr("Why it cannot be taken"), tr("Of")}, RejectedOf);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    column->addWidget(m_result);
    column->addWidget(m_reasons);
    column->addWidget(m_rejected);
}

ImportOutcome::~ImportOutcome() = default;

void ImportOutcome::showReport(const transfer::ImportReport &report, transfer::RunMode mode)
{
    QStringList texts{importSummary(report, m_display, mode), columnsLeftText(report)};
    texts.removeAll(QString());
    m_result->setText(texts.join(u'\n'));
    showRejected({{{}, report}});
}

void ImportOutcome::showReports(const std::vector<Named> &parts, const QStringList &left,
                                transfer::RunMode mode)
{
    QStringList texts;
    std::vector<const transfer::ImportReport *> reports;
    for (const Named &part : parts) {
        texts += part.name + u'\n' + importSummary(part.report, m_display, mode, Remarks::Below);
        reports.push_back(&part.report);
    }
    if (const QStringList remarks = importRemarks(reports, mode); !remarks.isEmpty())
        texts += remarks.join(u'\n');
    if (!left.isEmpty())
        texts += left.join(u'\n');
    m_result->setText(texts.join(u"\n\n"_s));
    showRejected(parts);
}

void ImportOutcome::showProblem(const Error &error)
{
    explain(u"▲ "_s + m_display.words(error.text));
}

void ImportOutcome::explain(const QString &text)
{
    m_result->setText(text);
    showRejected({});
}

void ImportOutcome::clear()
{
    explain({});
}

// Reasons first: they are what can be mended.
void ImportOutcome::showRejected(const std::vector<Named> &parts)
{
    std::vector<QStringList> reasons;
    std::vector<QStringList> rows;
    for (const Named &part : parts) {
        const exchange::ImportPlan &plan = part.report.plan;
        const app::TargetLabels labels(m_display, plan.kind, plan.custom);
        for (const transfer::RejectReason &each : part.report.reasons)
            reasons.push_back({m_display.number(each.rows), labels.column(each.column, plan.columns),
                               each.value, m_display.words(each.reason), remedyText(each, labels),
                               part.name});
        for (const transfer::RejectedRow &each : part.report.firstRejected)
            rows.push_back({m_display.number(each.line), labels.column(each.column, plan.columns),
                            m_display.words(each.reason), part.name});
    }
    fill(*m_reasons, reasons, ReasonOf);
    fill(*m_rejected, rows, RejectedOf);
}

} // namespace headway::ui
