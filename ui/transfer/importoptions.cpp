// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/importoptions.h"

#include "app/text/display.h"
#include "app/transfer/targetlabels.h"
#include "app/workspace/workspace.h"
#include "domain/records/record.h"
#include "domain/text/currencytable.h"
#include "domain/text/text.h"
#include "transfer/import/importpreview.h"
#include "transfer/rows/importcells.h"
#include "ui/controls/nowheelcombobox.h"
#include "ui/style/theme.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

QHBoxLayout *rowIn(QWidget *widget)
{
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::small);
    return row;
}

constexpr qsizetype lettersOfField = 24; // an own field's name can be long

std::vector<CustomField> ownFieldsOf(const app::Workspace &workspace, EntityKind kind)
{
    std::vector<CustomField> fields = workspace.lookups().customFields;
    std::erase_if(fields, [kind](const CustomField &field) { return field.recordKind != kind; });
    return fields;
}

bool hasAmounts(EntityKind kind)
{
    return entityInfo(kind).indexOf(u"currency") >= 0;
}

} // namespace

ImportOptions::ImportOptions(const app::Workspace &workspace, const app::Display &display, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_display(display), m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(space::large);
    m_form->setVerticalSpacing(space::small);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addName();
    m_form->addRow(tr("Already there"), makeKnownRow());
    m_createMissing = new QCheckBox(tr("Make companies, people, products, stages … that are not there yet"));
    m_createMissing->setChecked(true);
    connect(m_createMissing, &QCheckBox::clicked, this, &ImportOptions::changed);
    m_form->addRow(tr("New names"), m_createMissing);
    addRest();
    m_amountRow = makeAmountRow();
    m_form->addRow(tr("Amounts"), m_amountRow);
    m_form->addRow(tr("Written as"), makeWrittenRow());
}

ImportOptions::~ImportOptions() = default;

QComboBox *ImportOptions::addChoice(const QString &name)
{
    auto *choice = new NoWheelComboBox;
    choice->setAccessibleName(name);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return choice;
}

void ImportOptions::addName()
{
    m_nameRow = new QWidget;
    m_name = new QLineEdit;
    m_name->setAccessibleName(tr("Name of each record"));
    m_name->setToolTip(tr("Columns in braces; what is in brackets is left out where its column is blank"));
    m_nameExample = new QLabel;
    m_nameExample->setTextFormat(Qt::PlainText); // a cell may look like HTML
    m_nameExample->setFont(ui::font(TextSize::Small));
    m_nameExample->setForegroundRole(QPalette::PlaceholderText);
    auto *column = new QVBoxLayout(m_nameRow);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::hair);
    column->addWidget(m_name);
    column->addWidget(m_nameExample);
    m_form->addRow(tr("Name"), m_nameRow);
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_said[m_kind].name = text;
        showName();
        Q_EMIT changed();
    });
}

QWidget *ImportOptions::makeKnownRow()
{
    auto *widget = new QWidget;
    auto *row = rowIn(widget);
    m_match = addChoice(tr("What tells that a record is there already"));
    m_existing = addChoice(tr("What becomes of a record that is there already"));
    m_existing->addItem(tr("leave it as it is"), int(transfer::DuplicatePolicy::Skip));
    m_existing->addItem(tr("fill in what is empty"), int(transfer::DuplicatePolicy::Fill));
    m_existing->addItem(tr("overwrite it"), int(transfer::DuplicatePolicy::Overwrite));
    m_existing->setCurrentIndex(1); // as the command line does it unasked
    row->addWidget(m_match);
    row->addWidget(m_existing);
    row->addStretch(1);
    connect(m_match, &QComboBox::activated, this, [this](int index) {
        m_said[m_kind].match =
            index > 0 ? std::optional(m_match->itemData(index).toStringList()) : std::nullopt;
        m_existing->setEnabled(!isEveryRowNew());
        Q_EMIT changed();
    });
    connect(m_existing, &QComboBox::activated, this, &ImportOptions::changed);
    return widget;
}

void ImportOptions::addRest()
{
    using exchange::RestPolicy;
    m_rest = addChoice(tr("What becomes of all columns that go into no field"));
    m_form->addRow(tr("Other columns"), m_rest);
    connect(m_rest, &QComboBox::activated, this, [this](int index) {
        const QVariant policy = m_rest->itemData(index);
        m_rest->setCurrentIndex(0); // it is said of each column now, and can be changed there
        if (policy.isValid())
            Q_EMIT restSent(RestPolicy(policy.toInt()));
    });
}

void ImportOptions::showRest(bool isAny)
{
    using exchange::RestPolicy;
    m_form->setRowVisible(m_rest, isAny);
    m_rest->clear();
    m_rest->addItem(tr("as said of each above"));
    m_rest->addItem(tr("all of them stay out"), int(RestPolicy::Leave));
    if (exchange::canHaveOwnFields(m_kind))
        m_rest->addItem(tr("an own field for each"), int(RestPolicy::Own));
    if (transfer::canKeep(m_kind))
        m_rest->addItem(tr("all of them into the note"), int(RestPolicy::Note));
}

QWidget *ImportOptions::makeAmountRow()
{
    auto *widget = new QWidget;
    auto *row = rowIn(widget);
    m_currency = addChoice(tr("Currency of amounts that name none"));
    for (const QString &code : currencyCodes())
        m_currency->addItem(code, code);
    m_currency->setCurrentIndex(std::max(0,
                                         m_currency->findData(m_workspace.lookups().currency.isEmpty()
                                                                  ? u"EUR"_s
                                                                  : m_workspace.lookups().currency)));
    m_pipeline = addChoice(tr("Pipeline"));
    m_pipeline->addItem(tr("pipeline by its stages"), QString());
    for (const Pipeline &pipeline : m_workspace.lookups().pipelines)
        m_pipeline->addItem(pipeline.name, pipeline.name);
    m_pipeline->addItem(tr("a new pipeline of these stages"));
    m_newPipeline = new QLineEdit;
    m_newPipeline->setAccessibleName(tr("Name of the new pipeline"));
    m_newPipeline->setPlaceholderText(tr("Imported deals")); // the default name if nothing is typed
    m_newPipeline->setToolTip(
        tr("Its stages are those of the file, in the order of the file; won and lost come last"));
    m_newPipeline->hide();
    row->addWidget(new QLabel(tr("in")));
    row->addWidget(m_currency);
    row->addSpacing(space::medium);
    row->addWidget(m_pipeline);
    row->addWidget(m_newPipeline);
    row->addStretch(1);
    connect(m_newPipeline, &QLineEdit::textEdited, this, &ImportOptions::changed);
    connect(m_pipeline, &QComboBox::activated, this, [this] { m_newPipeline->setVisible(isPipelineNew()); });
    connect(m_currency, &QComboBox::activated, this, &ImportOptions::changed);
    connect(m_pipeline, &QComboBox::activated, this, &ImportOptions::changed);
    return widget;
}

QWidget *ImportOptions::makeWrittenRow()
{
    auto *widget = new QWidget;
    auto *row = rowIn(widget);
    m_encoding = addChoice(tr("Encoding"));
    m_encoding->addItem(tr("encoding as found"), -1);
    for (const exchange::TextEncoding each : exchange::textEncodings())
        m_encoding->addItem(exchange::encodingName(each), int(each));
    m_separator = addChoice(tr("Separator"));
    m_separator->addItem(tr("separator as found"), QString());
    m_separator->addItem(tr("comma"), u","_s);
    m_separator->addItem(tr("semicolon"), u";"_s);
    m_separator->addItem(tr("tab"), u"\t"_s);
    m_separator->addItem(tr("pipe"), u"|"_s);
    m_dateOrder = addChoice(tr("Dates"));
    m_dateOrder->addItem(tr("dates as found"), -1);
    m_dateOrder->addItem(tr("day, month, year"), int(DateOrder::DayMonthYear));
    m_dateOrder->addItem(tr("month, day, year"), int(DateOrder::MonthDayYear));
    m_dateOrder->addItem(tr("year, month, day"), int(DateOrder::YearMonthDay));
    m_decimal = addChoice(tr("Numbers"));
    m_decimal->addItem(tr("numbers as found"), QString());
    m_decimal->addItem(u"1,234.50"_s, u"."_s);
    m_decimal->addItem(u"1.234,50"_s, u","_s);
    m_guarded = new QCheckBox(tr("for a spreadsheet, by Headway"));
    m_guarded->setToolTip(
        tr("Such files mark texts that begin like a formula; the marks are taken off again"));
    for (QComboBox *choice : {m_encoding, m_separator, m_dateOrder, m_decimal})
        row->addWidget(choice);
    row->addStretch(1);
    for (const QComboBox *choice : {m_encoding, m_separator})
        connect(choice, &QComboBox::activated, this, &ImportOptions::writtenChanged);
    for (const QComboBox *choice : {m_dateOrder, m_decimal})
        connect(choice, &QComboBox::activated, this, &ImportOptions::changed);
    connect(m_guarded, &QCheckBox::clicked, this, &ImportOptions::writtenChanged);
    auto *both = new QWidget;
    auto *column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    column->addWidget(widget);
    column->addWidget(m_guarded);
    return both;
}

void ImportOptions::showPreview(EntityKind kind, const transfer::ImportPreview &preview)
{
    if (kind != m_kind && m_isShown) {
        m_chosen.insert_or_assign(m_kind, chosen(m_kind));
        const auto before = m_chosen.find(kind);
        const auto plain = m_before.find(m_kind); // of a profile only the kind that it is for has anything
        if (before != m_chosen.end())
            choose(kind, before->second);
        else if (plain != m_before.end())
            choose(kind,
                   Chosen{.existing = plain->second.first.existing,
                          .createsMissing = plain->second.first.createsMissing,
                          .currency = plain->second.first.currency});
    }
    m_isShown = true;
    m_kind = kind;
    m_proposed = preview.match;
    m_name->setText(m_said[kind].name.value_or(transfer::suggestedName(preview.columns, preview.targets)));
    showTargets(kind, preview.columns, preview.targets, preview.samples);
    m_form->setRowVisible(m_amountRow, hasAmounts(kind));
    m_pipeline->setVisible(kind == EntityKind::Deal);
    m_newPipeline->setVisible(kind == EntityKind::Deal && isPipelineNew());
}

bool ImportOptions::isPipelineNew() const
{
    return m_pipeline->currentIndex() == m_pipeline->count() - 1;
}

void ImportOptions::showTargets(EntityKind kind, const QStringList &columns, const QStringList &targets,
                                const QStringList &samples)
{
    m_columns = columns;
    m_samples = samples;
    m_form->setRowVisible(m_nameRow, transfer::lacksName(kind, targets));
    showName();
    const app::TargetLabels labels(m_display, kind, ownFieldsOf(m_workspace, kind));
    const auto called = [&](const QString &target) {
        return beginning(labels.label(target), lettersOfField);
    };
    m_match->clear();
    m_match->addItem(!m_proposed.isEmpty() && targets.contains(m_proposed)
                         ? tr("as proposed, if it has the same “%1”:").arg(called(m_proposed))
                         : tr("as the columns tell, else it is asked:"));
    addMatch({}, tr("every row is new"));
    const auto addKeys = [&](const QStringList &keys) {
        QStringList names;
        for (const QString &key : keys)
            names += called(key);
        addMatch(keys, tr("if it has the same “%1”:").arg(names.join(u", "_s)));
    };
    for (const QString &target : targets) {
        if (!target.isEmpty())
            addKeys({target});
    }
    const std::optional<QStringList> &said = m_said[kind].match;
    const bool isOfProfile = said && said->size() > 1
        && std::all_of(said->begin(), said->end(), [&](const QString &key) { return targets.contains(key); });
    if (isOfProfile)
        addKeys(*said);
    m_match->setCurrentIndex(said ? std::max(0, placeOfMatch(*said)) : 0);
    m_existing->setEnabled(!isEveryRowNew());
}

void ImportOptions::addMatch(const QStringList &keys, const QString &text)
{
    m_match->addItem(text, keys);
}

// -1: none such is offered; the first item is none.
int ImportOptions::placeOfMatch(const QStringList &keys) const
{
    for (int i = 1; i < m_match->count(); ++i) {
        if (m_match->itemData(i).toStringList() == keys)
            return i;
    }
    return -1;
}

bool ImportOptions::isEveryRowNew() const
{
    return m_match->currentIndex() > 0 && m_match->currentData().toStringList().isEmpty();
}

// Shows the name of the first row as an example.
void ImportOptions::showName()
{
    const QString text = m_name->text().trimmed();
    const auto name = exchange::RowText::parse(text, m_columns);
    const QString example = name ? name->of(m_samples) : m_display.words(name.error().text);
    m_nameExample->setText(text.isEmpty() ? tr("The file gives them none; make one of its columns: {column}")
                               : name     ? tr("for example: %1").arg(example)
                                          : example);
}

exchange::CsvAnswers ImportOptions::written() const
{
    exchange::CsvAnswers answers;
    if (const QString separator = m_separator->currentData().toString(); !separator.isEmpty())
        answers.separator = separator.front();
    if (const int encoding = m_encoding->currentData().toInt(); encoding >= 0)
        answers.encoding = exchange::TextEncoding(encoding);
    if (m_guarded->isChecked())
        answers.formulaGuard = exchange::FormulaGuard::On;
    return answers;
}

void ImportOptions::write(transfer::ImportRequest &request) const
{
    request.words = [display = m_display](const Sentence &sentence) { return display.words(sentence); };
    if (m_form->isRowVisible(m_nameRow)) {
        std::erase_if(request.set, [](const exchange::SetRule &rule) { return rule.target == "name"_L1; });
        if (!m_name->text().trimmed().isEmpty())
            request.set.push_back({u"name"_s, m_name->text().trimmed()});
    }
    request.match = m_match->currentData().toStringList();
    // Nothing said: as the command line proposes it. Something said: somebody of another name is not meant.
    request.keys =
        isEveryRowNew() ? transfer::ImportRequest::Keys::Said : transfer::ImportRequest::Keys::Proposed;
    request.existing = transfer::DuplicatePolicy(m_existing->currentData().toInt());
    request.isExistingSaid = true;
    if (!m_createMissing->isChecked())
        request.createMissing.clear();
    else if (request.createMissing.empty()) // a profile may say which
        request.createMissing = kindsWith(KindTrait::IsMadeUnasked);
    if (hasAmounts(request.kind))
        request.currency = m_currency->currentData().toString();
    if (request.kind == EntityKind::Deal && isPipelineNew()) {
        const QString name = m_newPipeline->text().trimmed();
        request.newPipeline = name.isEmpty() ? m_newPipeline->placeholderText() : name;
        request.pipeline.clear();
    } else if (request.kind == EntityKind::Deal) {
        request.pipeline = m_pipeline->currentData().toString();
        request.newPipeline.clear();
    }
    const int order = m_dateOrder->currentData().toInt();
    request.dateOrder = order >= 0 ? std::optional(DateOrder(order)) : std::nullopt;
    const QString mark = m_decimal->currentData().toString();
    request.decimalMark = mark.isEmpty() ? std::nullopt : std::optional(mark.front());
}

} // namespace headway::ui
