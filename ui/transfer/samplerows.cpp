// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/samplerows.h"

#include "app/input/inputfield.h"
#include "app/text/capital.h"
#include "app/text/display.h"
#include "app/text/plaintip.h"
#include "app/transfer/targetlabels.h"
#include "domain/records/record.h"
#include "ui/controls/celldelegate.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/listheader.h"
#include "ui/controls/remarklabel.h"
#include "ui/controls/slimscrollbar.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

constexpr int mostLines = 12; // without scrolling

// Whether it says whose it is, which is the record that is shown, or what "Phone (mobile)" says already.
bool isKnown(const Record &part, const FieldInfo &field)
{
    if (field.type == FieldType::RecordKind || field.type == FieldType::RecordId)
        return true;
    if (part.ref.kind != EntityKind::ContactPoint)
        return false;
    const bool isPlain = as<ContactPoint>(part).place != ContactPointPlace::Other;
    return field.name == "reach_by"_L1 || (isPlain && field.name == "place"_L1);
}

} // namespace

SampleRows::SampleRows(const app::Display &display, QWidget *parent)
    : QWidget(parent), m_display(display), m_toggle(new FlatButton(FlatButton::Kind::Link)),
      m_inside(new QWidget), m_title(new QLabel), m_back(new FlatButton(FlatButton::Kind::Quiet)),
      m_on(new FlatButton(FlatButton::Kind::Quiet)), m_fields(new QTableWidget(0, 2))
{
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    QSizePolicy policy = m_title->sizePolicy();
    policy.setHorizontalPolicy(QSizePolicy::Ignored);
    m_title->setSizePolicy(policy);
    m_back->setText(tr("Row before"));
    m_on->setText(tr("Next row"));
    m_fields->setAccessibleName(tr("The row as a record"));
    m_fields->setHorizontalHeader(new ListHeader(m_fields));
    m_fields->setHorizontalHeaderLabels({tr("Field"), tr("Content")});
    for (int i = 0; i < 2; ++i)
        m_fields->horizontalHeaderItem(i)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_fields->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_fields->verticalHeader()->hide();
    m_fields->verticalHeader()->setDefaultSectionSize(lineHeight(TextSize::Body));
    m_fields->setVerticalScrollBar(new SlimScrollBar(Qt::Vertical, m_fields));
    m_fields->setItemDelegate(new CellDelegate(m_fields));
    m_fields->setShowGrid(false);
    m_fields->setFrameShape(QFrame::NoFrame);
    m_fields->setEditTriggers(QTableWidget::NoEditTriggers);
    m_fields->setSelectionBehavior(QTableWidget::SelectRows);
    m_fields->setTabKeyNavigation(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::small);
    row->addWidget(m_title, 1);
    row->addWidget(m_back);
    row->addWidget(m_on);
    auto *inside = new QVBoxLayout(m_inside);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(space::small);
    inside->addLayout(row);
    inside->addWidget(m_fields);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    column->addWidget(m_toggle, 0, Qt::AlignLeading);
    column->addWidget(m_inside);
    m_toggle->setText(tr("Show the first rows as they will become"));
    m_inside->hide();
    connect(m_toggle, &QAbstractButton::clicked, this, &SampleRows::toggle);
    connect(m_back, &QAbstractButton::clicked, this, [this] {
        --m_row;
        showRow();
    });
    connect(m_on, &QAbstractButton::clicked, this, [this] {
        ++m_row;
        showRow();
    });
}

SampleRows::~SampleRows() = default;

void SampleRows::addRemark(const QString &text)
{
    auto *remark = new RemarkLabel(m_inside);
    remark->explain(text);
    m_inside->layout()->addWidget(remark);
}

void SampleRows::toggle()
{
    m_isOpen = !m_isOpen;
    m_toggle->setText(m_isOpen ? tr("Hide the first rows") : tr("Show the first rows as they will become"));
    m_inside->setVisible(m_isOpen);
    if (m_isOpen)
        Q_EMIT opened();
}

void SampleRows::showSamples(EntityKind kind, const std::vector<transfer::ImportSample> &samples)
{
    m_kind = kind;
    m_samples = samples;
    m_row = std::min(m_row, m_samples.empty() ? 0 : m_samples.size() - 1);
    showRow();
    if (m_samples.empty())
        m_title->setText(tr("There are no rows below the column names."));
}

void SampleRows::showProblem(const Error &error)
{
    m_samples.clear();
    showRow();
    m_title->setText(u"▲ "_s + m_display.words(error.text));
}

void SampleRows::showRow()
{
    m_back->setEnabled(m_row > 0);
    m_on->setEnabled(m_row + 1 < m_samples.size());
    const std::vector<Line> lines =
        m_row < m_samples.size() ? linesOf(m_samples[m_row]) : std::vector<Line>();
    m_title->setText(m_row < m_samples.size() ? titleOf(m_samples[m_row]) : QString());
    m_fields->setRowCount(int(lines.size()));
    for (int row = 0; row < m_fields->rowCount(); ++row) {
        const Line &line = lines[size_t(row)];
        m_fields->setItem(row, 0, new QTableWidgetItem(line.name));
        m_fields->setItem(row, 1, new QTableWidgetItem(line.text));
        m_fields->item(row, 1)->setToolTip(app::plainTip(line.text));
    }
    fit();
}

void SampleRows::fit()
{
    m_fields->setFixedHeight(m_fields->horizontalHeader()->sizeHint().height()
                             + std::clamp(m_fields->rowCount(), 1, mostLines)
                                 * m_fields->verticalHeader()->defaultSectionSize());
}

QString SampleRows::titleOf(const transfer::ImportSample &sample) const
{
    using Becomes = transfer::ImportSample::Becomes;
    const QString line = m_display.number(sample.line);
    const QString kind = m_display.kindName(m_kind);
    switch (sample.becomes) {
    case Becomes::New: return tr("Line %1 would be a new %2").arg(line, kind);
    case Becomes::Changed: return tr("Line %1 would change a known %2 into this").arg(line, kind);
    case Becomes::Same: return tr("Line %1 is there already: this %2 stays as it is").arg(line, kind);
    case Becomes::Rejected: break;
    }
    return tr("Line %1 cannot be taken").arg(line);
}

std::vector<SampleRows::Line> SampleRows::linesOf(const transfer::ImportSample &sample) const
{
    std::vector<Line> lines;
    if (sample.becomes != transfer::ImportSample::Becomes::Rejected && !sample.record.record.row.empty()) {
        const EntityInfo &info = entityInfo(m_kind);
        for (int i = 0; i < int(info.fields.size()); ++i) {
            const FieldInfo &field = info.field(i);
            QString text = field.has(Trait::Internal) ? QString() : m_display.cell(sample.record, i);
            const bool isOwnClock = m_kind == EntityKind::Activity && field.name == "time_zone"_L1
                && text == QString::fromLatin1(m_display.zone().id());
            if (text.isEmpty() || isOwnClock)
                continue;
            const auto &made = sample.report.alsoCreated;
            const bool isMade = field.type == FieldType::Reference
                && std::any_of(made.begin(), made.end(),
                               [&](const auto &each) { return each.first == field.target; });
            if (isMade)
                text = tr("%1 (is made)", "a record that a row is linked to").arg(text);
            lines.push_back({m_display.label(field), text});
        }
        const app::TargetLabels labels(m_display, m_kind, sample.report.plan.custom);
        for (const CustomField &field : sample.report.plan.custom) {
            const QString text = app::InputField(field).textIn(sample.record, {.display = m_display});
            if (!text.isEmpty())
                lines.push_back({labels.label(u"custom."_s + field.name), text});
        }
        for (const LinkedRecord &linked : sample.record.linked)
            lines.push_back(
                {app::withCapital(m_display.kindName(linked.record.kind), m_display.locale()), linked.title});
        const RelatedRecords &related = sample.related;
        for (const auto *children :
             {&related.contactPoints, &related.addresses, &related.tagLinks, &related.lineItems,
              &related.dealContacts, &related.affiliations, &related.externalRefs})
            addChildren(lines, labels, *children);
    }
    addReport(lines, sample.report);
    return lines;
}

// What a part of the record is called above; a part that has several fields is called as a whole.
QString SampleRows::nameOf(const Record &part, const app::TargetLabels &labels) const
{
    switch (part.ref.kind) {
    case EntityKind::ContactPoint: {
        const auto point = as<ContactPoint>(part);
        return labels.label(app::targetOf(point.by, point.place));
    }
    case EntityKind::TagLink: return labels.label(u"tags"_s);
    case EntityKind::ExternalRef: return labels.label(u"external_id"_s);
    case EntityKind::LineItem: return labels.label(u"product"_s);
    default: return app::withCapital(m_display.kindName(part.ref.kind), m_display.locale());
    }
}

void SampleRows::addChildren(std::vector<Line> &lines, const app::TargetLabels &labels,
                             const std::vector<LoadedRecord> &children) const
{
    for (const LoadedRecord &child : children) {
        const EntityInfo &info = child.record.info();
        QStringList texts;
        for (int i = 0; i < int(info.fields.size()); ++i) {
            const FieldInfo &field = info.field(i);
            const bool isOwner = field.type == FieldType::Reference && field.target == m_kind;
            if (isOwner || isKnown(child.record, field) || field.has(Trait::Internal)
                || field.has(Trait::Derived))
                continue;
            const QString text = m_display.cell(child, i);
            const bool isYes = field.type == FieldType::YesNo && !text.isEmpty();
            texts += isYes ? m_display.label(field) : text; // "Primary", which "yes" would not say
        }
        texts.removeAll(QString());
        lines.push_back({nameOf(child.record, labels), texts.join(u" · "_s)});
    }
}

// What is asked, what is not found, why it is rejected.
void SampleRows::addReport(std::vector<Line> &lines, const transfer::ImportReport &report) const
{
    const app::TargetLabels labels(m_display, m_kind, report.plan.custom);
    for (const transfer::ImportQuestion &question : report.questions)
        lines.push_back({tr("Is asked"), m_display.words(transfer::sentenceOf(question))});
    for (const transfer::MissingLink &link : report.missingLinks)
        lines.push_back({link.column, m_display.words(transfer::sentenceOf(link, report.system))});
    for (const transfer::RejectedRow &rejected : report.firstRejected)
        lines.push_back(
            {labels.column(rejected.column, report.plan.columns), m_display.words(rejected.reason)});
}

} // namespace headway::ui
