// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/conversioncolumn.h"

#include "app/leads/leadedits.h"
#include "app/text/alikewords.h"
#include "app/text/capital.h"
#include "app/text/plaintip.h"
#include "domain/records/record.h"
#include "domain/text/text.h"
#include "ui/controls/menutext.h"
#include "ui/fields/fieldrow.h"
#include "ui/style/theme.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int columnWidth = 264; // pixels
constexpr int indent = 22;       // of what stands below a choice
constexpr auto wholeText = "wholeText";

// What a new record is asked for, the first the most important.
QStringList askedOf(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Company: return {u"name"_s, u"website"_s, u"sector"_s};
    case EntityKind::Contact: return {u"first_name"_s, u"last_name"_s, u"job_title"_s};
    default: return {u"name"_s, u"amount"_s, u"stage_id"_s, u"expected_close"_s};
    }
}

// The text of a button as far as the column has room for it; whole in its tool tip and for screen readers.
void fitText(QAbstractButton &button, const QString &whole, int width)
{
    const QString shown = button.fontMetrics().elidedText(whole.simplified(), Qt::ElideRight, width - indent);
    button.setProperty(wholeText, whole);
    button.setText(withoutMnemonic(shown));
    button.setToolTip(shown == whole.simplified() ? QString() : app::plainTip(whole));
    button.setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // or a long one would widen the column
}

QLabel *smallLine(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(ui::font(TextSize::Small));
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setWordWrap(true);
    label->setContentsMargins(indent, 0, 0, space::hair);
    return label;
}

} // namespace

ConversionColumn::ConversionColumn(EntityKind kind, const ConversionOffer &offer,
                                   const EditorContext &context, QWidget *parent)
    : QWidget(parent), m_kind(kind), m_context(context), m_proposed(offer.proposed.part(kind)),
      m_group(new QButtonGroup(this)), m_layout(new QVBoxLayout(this))
{
    m_fromLead = rowFromLead(offer.lead, kind, context.workspace.lookups().customFields);
    m_proposed.row = m_fromLead;
    m_layout->setContentsMargins({});
    m_layout->setSpacing(space::hair);
    setMinimumWidth(columnWidth);
    addHeading();
    addChoices(offer);
    m_layout->addStretch();
    showChosen();
    connect(m_group, &QButtonGroup::idToggled, this, [this](int, bool isOn) {
        if (isOn)
            showChosen();
    });
}

ConversionColumn::~ConversionColumn() = default;

void ConversionColumn::addHeading()
{
    const QString name =
        app::withCapital(m_context.rules.display.kindName(m_kind), m_context.rules.display.locale());
    auto *heading = new QLabel(name, this);
    heading->setFont(ui::font(TextSize::Body, Weight::Strong));
    heading->setContentsMargins(0, 0, 0, space::small);
    m_layout->addWidget(heading);
    setAccessibleName(name);
}

void ConversionColumn::addChoice(const QString &text, const QString &below, Choice choice)
{
    auto *button = new QRadioButton(this);
    fitText(*button, text, columnWidth);
    button->setAccessibleName(joinFilled({text, below}, u", "_s));
    choice.button = button;
    m_group->addButton(button, int(m_choices.size()));
    m_layout->addWidget(button);
    if (!below.isEmpty())
        m_layout->addWidget(smallLine(below, this));
    m_choices.push_back(std::move(choice));
}

void ConversionColumn::addChoices(const ConversionOffer &offer)
{
    addChoice(tr("New"), {}, {.way = ConversionWay::New});
    for (const ConversionCandidate &each : offer.candidates[Conversion::placeOf(m_kind)]) {
        const QString why = m_kind == EntityKind::Deal ? tr("open") : app::alikeWords(each.by).join(u", "_s);
        addChoice(each.hit.title, joinFilled({each.hit.detail, why}, u" · "_s),
                  {.way = ConversionWay::Link, .candidate = each});
    }
    addOther();
    addChoice(tr("None"), {}, {.way = ConversionWay::None});
    const auto proposed = std::find_if(m_choices.begin(), m_choices.end(), [this](const Choice &each) {
        return each.way == m_proposed.way
            && (each.way != ConversionWay::Link
                || (each.candidate && each.candidate->hit.ref.id == m_proposed.record));
    });
    (proposed == m_choices.end() ? m_choices.front() : *proposed).button->setChecked(true);
}

// Any record, found by its name: typed into the field by which a lead refers to it.
void ConversionColumn::addOther()
{
    addChoice(tr("Another one:"), {}, {.way = ConversionWay::Link});
    const auto other = m_choices.size() - 1;
    const int field = entityInfo(EntityKind::Lead).indexOf(convertedField(m_kind));
    m_other = makeFieldEditor(app::InputField(EntityKind::Lead, field), m_context, this);
    m_other->begin(entityInfo(EntityKind::Lead).defaults, {});
    m_other->setAccessibleName(tr("Another one"));
    m_other->setContentsMargins(indent, 0, space::small, 0); // as wide as the fields below
    m_layout->addWidget(m_other);
    connect(m_other, &FieldEditor::edited, this, [this, other] {
        m_choices[other].candidate.reset();
        m_choices[other].button->setChecked(true);
        readOther();
    });
    connect(m_other, &FieldEditor::chosen, this, &ConversionColumn::readOther);
}

void ConversionColumn::readOther()
{
    const auto values = m_other->values();
    const qint64 id = values && !values->empty() ? integerOf(values->front().value) : 0;
    if (!id) {
        m_reading = {};
        showChosen();
        return;
    }
    m_reading = app::readCandidate(
        m_context.workspace, this, {m_kind, id}, m_fromLead, [this](Result<ConversionCandidate> read) {
            if (!read) {
                Q_EMIT failed(read.error());
                return;
            }
            const auto other = std::find_if(m_choices.begin(), m_choices.end(), [](const Choice &each) {
                return each.way == ConversionWay::Link && !each.candidate;
            });
            if (other == m_choices.end())
                return;
            other->candidate = *std::move(read);
            showChosen();
        });
}

const ConversionColumn::Choice *ConversionColumn::chosen() const
{
    const auto found = std::find_if(m_choices.begin(), m_choices.end(),
                                    [](const Choice &each) { return each.button->isChecked(); });
    return found == m_choices.end() ? nullptr : &*found;
}

void ConversionColumn::showChosen()
{
    m_fields.clear();
    m_sayings.clear();
    delete std::exchange(m_below, new QWidget(this));
    auto *rows = new QVBoxLayout(m_below);
    rows->setContentsMargins(0, space::small, 0, 0);
    rows->setSpacing(space::small);
    m_layout->insertWidget(m_layout->count() - 1, m_below);
    const Choice *choice = chosen();
    if (choice && choice->way == ConversionWay::New)
        showFields();
    else if (choice && choice->candidate)
        showSayings(*choice->candidate);
    m_below->show();
    Q_EMIT rebuilt();
}

void ConversionColumn::showFields()
{
    const EntityInfo &info = entityInfo(m_kind);
    Row row = m_fromLead;
    if (const int stage = info.indexOf(u"stage_id"); stage >= 0 && isNull(row[size_t(stage)])) {
        const Lookups &lookups = m_context.workspace.lookups();
        const Stage *first = lookups.pipelines.empty()
            ? nullptr
            : lookups.firstStage(lookups.pipelines.front().id, StageType::Open);
        if (first)
            row = rowWith(row,
                          {{stage, first->id.value}, {info.indexOf(u"pipeline_id"), first->pipeline.value}});
    }
    m_proposed.row = row;
    for (const QString &name : askedOf(m_kind)) {
        auto *field = new FieldRow(app::InputField(m_kind, info.indexOf(name)), FieldRow::Saved::Together,
                                   m_context, m_below);
        field->editor()->begin(row, {});
        connect(field, &FieldRow::submitted, this, &ConversionColumn::submitted);
        m_below->layout()->addWidget(field);
        m_fields.push_back(field);
    }
    alignLabels(m_fields);
}

// Of a row that nobody has loaded names for: owners and sources are at hand.
QString ConversionColumn::textOf(int field, const Row &row) const
{
    const app::InputField input(m_kind, field);
    const auto options = input.options(row, m_context.workspace.lookups(), m_context.rules.display)
                             .value_or(std::vector<app::Option>());
    const auto known = std::find_if(options.begin(), options.end(), [&](const app::Option &each) {
        return each.value == row[size_t(field)];
    });
    if (known != options.end())
        return known->text;
    return input.textIn({.record = {.ref = {m_kind, 0}, .row = row}}, m_context.rules);
}

// "Job title: Buyer (is CEO)"
QString ConversionColumn::sayingOf(const LeadSays &says, const Row &row) const
{
    if (entityInfo(m_kind).field(says.field).type == FieldType::Json)
        return tr("Own fields that it lacks");
    const QString label = app::InputField(m_kind, says.field).label(m_context.rules.display);
    const QString line = tr("%1: %2").arg(label, textOf(says.field, m_fromLead));
    return says.isLacking ? line : tr("%1 (is %2)").arg(line, textOf(says.field, row));
}

void ConversionColumn::showSayings(const ConversionCandidate &candidate)
{
    if (candidate.says.empty())
        return;
    auto *heading = smallLine(tr("Take over from the lead:"), m_below);
    heading->setContentsMargins({});
    m_below->layout()->addWidget(heading);
    for (const LeadSays &says : candidate.says) {
        const QString text = sayingOf(says, candidate.row);
        auto *box = new QCheckBox(m_below);
        fitText(*box, text, qMax(columnWidth, width()));
        box->setAccessibleName(text);
        box->setChecked(says.isLacking);
        m_below->layout()->addWidget(box);
        m_sayings.emplace_back(says.field, box);
    }
}

Result<ConversionPart> ConversionColumn::part(QWidget *&wrong) const
{
    const Choice *choice = chosen();
    ConversionPart part{.way = choice->way, .row = m_proposed.row};
    if (part.way == ConversionWay::Link) {
        wrong = choice->button;
        if (!choice->candidate)
            return failure(ErrorCode::Invalid,
                           Sentence::tr("Which %1? Type its name and choose it.").arg(KindName{m_kind}));
        part.record = choice->candidate->hit.ref.id;
        for (const auto &[field, box] : m_sayings) {
            if (box->isChecked())
                part.taken.push_back(field);
        }
    }
    for (const FieldRow *field : m_fields) {
        wrong = field->editor();
        HEADWAY_TRY(values, field->editor()->values());
        part.row = rowWith(part.row, values);
    }
    return part;
}

QWidget *ConversionColumn::first() const
{
    return chosen()->button;
}

std::vector<QWidget *> ConversionColumn::controls() const
{
    std::vector<QWidget *> controls;
    for (const Choice &choice : m_choices) {
        controls.push_back(choice.button);
        if (choice.way == ConversionWay::Link && &choice == &m_choices[m_choices.size() - 2])
            controls.push_back(m_other);
    }
    for (const FieldRow *field : m_fields)
        controls.push_back(field->editor());
    for (const auto &[field, box] : m_sayings)
        controls.push_back(box);
    return controls;
}

void ConversionColumn::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    for (QAbstractButton *button : findChildren<QAbstractButton *>()) {
        if (const QVariant whole = button->property(wholeText); whole.isValid())
            fitText(*button, whole.toString(), width());
    }
}

} // namespace headway::ui
