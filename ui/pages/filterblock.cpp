// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/filterblock.h"

#include "app/text/filterwords.h"
#include "app/text/plaintip.h"
#include "domain/query/filtersubjects.h"
#include "domain/records/lookups.h"
#include "domain/records/record.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/nowheelcombobox.h"
#include "ui/style/theme.h"

#include <QCollator>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

constexpr int deepestOffered = 1; // deeper ones are shown, but who needs more writes them

std::optional<Condition> conditionOn(const FilterForm &form, const QString &name)
{
    return headway::conditionOn(form.kind, name, form.lookups.customFields);
}

const CustomField *customFieldOf(const FilterForm &form, const std::optional<Condition> &condition)
{
    return condition ? headway::customFieldOf(form.kind, *condition, form.lookups.customFields) : nullptr;
}

QString labelOf(const FilterForm &form, const QString &name)
{
    const auto condition = conditionOn(form, name);
    if (const CustomField *custom = customFieldOf(form, condition))
        return custom->label.isEmpty() ? name : custom->label;
    if (condition && condition->subject == Subject::Field)
        return form.display.label(entityInfo(form.kind).field(condition->field));
    switch (condition ? condition->subject : Subject::Id) {
    case Subject::Tag: return FilterBlock::tr("Tag");
    case Subject::Team: return FilterBlock::tr("Team");
    case Subject::Created: return FilterBlock::tr("Created");
    case Subject::Modified: return FilterBlock::tr("Changed");
    case Subject::Probability: return FilterBlock::tr("Probability in force");
    case Subject::Weighted: return FilterBlock::tr("Weighted amount");
    case Subject::Step: return FilterBlock::tr("Changed in step");
    case Subject::Made: return FilterBlock::tr("New in step");
    default: return condition ? FilterBlock::tr("Number") : name;
    }
}

FieldType typeOf(const FilterForm &form, const QString &name)
{
    const auto condition = conditionOn(form, name);
    return condition ? headway::typeOf(form.kind, *condition) : FieldType::Text;
}

bool isDay(FieldType type)
{
    return type == FieldType::Day || type == FieldType::Moment;
}

QString words(SensedComparison sensed, FieldType type)
{
    const bool isNegated = sensed.sense == Sense::Negated;
    QString text;
    switch (sensed.comparison) {
    case Comparison::IsEmpty: return isNegated ? FilterBlock::tr("is filled") : FilterBlock::tr("is empty");
    case Comparison::Equals:
        if (type == FieldType::Text || type == FieldType::LongText)
            return isNegated ? FilterBlock::tr("does not contain") : FilterBlock::tr("contains");
        return isNegated ? FilterBlock::tr("is not") : FilterBlock::tr("is");
    case Comparison::Less: text = isDay(type) ? FilterBlock::tr("before") : FilterBlock::tr("under"); break;
    case Comparison::LessOrEqual:
        text = isDay(type) ? FilterBlock::tr("until") : FilterBlock::tr("at most");
        break;
    case Comparison::Greater: text = isDay(type) ? FilterBlock::tr("after") : FilterBlock::tr("over"); break;
    case Comparison::GreaterOrEqual:
        text = isDay(type) ? FilterBlock::tr("from") : FilterBlock::tr("at least");
        break;
    case Comparison::Between: break; // never typed as one
    }
    return isNegated ? FilterBlock::tr("not %1").arg(text) : text;
}

// What a value can be, where there are few; else one types.
QStringList valuesOf(const FilterForm &form, const QString &name)
{
    const auto condition = conditionOn(form, name);
    if (!condition)
        return {};
    const EntityInfo &info = entityInfo(form.kind);
    const FieldType type = typeOf(form, name);
    if (type == FieldType::YesNo)
        return {u"yes"_s, u"no"_s};
    if (isDay(type))
        return app::typedSpans();
    if (const CustomField *custom = customFieldOf(form, condition))
        return type == FieldType::Choice ? customChoices(*custom) : QStringList();
    QStringList values;
    if (type == FieldType::Choice) {
        for (const Choice &choice : info.field(condition->field).choices) {
            if (*choice.code)
                values += QString::fromLatin1(choice.label);
        }
        return values;
    }
    if (type != FieldType::Reference)
        return {};
    const EntityKind target = condition->subject == Subject::Tag ? EntityKind::Tag
        : condition->subject == Subject::Team                    ? EntityKind::Team
                                                                 : info.field(condition->field).target;
    if (target == EntityKind::User)
        values += u"me"_s;
    form.lookups.withList(target, [&values](const auto &list) {
        for (const auto &each : list)
            values += each.name;
    });
    return values;
}

QVBoxLayout *columnIn(QWidget *widget)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins({});
    column->setSpacing(space::small);
    return column;
}

FlatButton *linkButton(const QString &text)
{
    auto *button = new FlatButton(FlatButton::Kind::Link);
    button->setText(text);
    return button;
}

FlatButton *removeButton(const QString &name)
{
    auto *button = new FlatButton(FlatButton::Kind::Quiet);
    button->showIcon(u"edit-delete-remove"_s);
    button->setAccessibleName(name);
    button->setToolTip(app::plainTip(name));
    return button;
}

void append(std::vector<QWidget *> &to, const std::vector<QWidget *> &more)
{
    to.insert(to.end(), more.begin(), more.end());
}

// Takes a row away at once; it is deleted when its own signal has returned.
template <class Row>
void takeOut(std::vector<Row *> &rows, Row *row)
{
    std::erase(rows, row);
    row->hide();
    row->deleteLater();
}

} // namespace

ConditionRow::ConditionRow(const FilterForm &form, const TypedCondition &condition, QWidget *parent)
    : QWidget(parent), m_form(form), m_field(new NoWheelComboBox), m_comparison(new NoWheelComboBox),
      m_value(new NoWheelComboBox), m_remove(removeButton(tr("Remove this condition")))
{
    m_field->setAccessibleName(tr("Field"));
    m_comparison->setAccessibleName(tr("Comparison"));
    m_value->setAccessibleName(tr("Value"));
    m_value->setEditable(true);
    m_value->setInsertPolicy(QComboBox::NoInsert);
    for (QComboBox *box : {m_field, m_comparison, m_value})
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_field->setMinimumContentsLength(14);
    m_comparison->setMinimumContentsLength(9);
    m_value->setMinimumContentsLength(14);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(space::small);
    row->addWidget(m_field, 2);
    row->addWidget(m_comparison, 1);
    row->addWidget(m_value, 2);
    row->addWidget(m_remove);
    showFields(condition.name);
    showComparisons({condition.comparison, condition.sense});
    showValues();
    m_value->setEditText(condition.value);
    connect(m_field, &QComboBox::activated, this, &ConditionRow::takeField);
    connect(m_comparison, &QComboBox::activated, this, [this] {
        showValues();
        m_form.changed();
    });
    connect(m_value, &QComboBox::editTextChanged, this, [this] { m_form.changed(); });
    connect(m_remove, &FlatButton::clicked, this, &ConditionRow::removeWanted);
}

ConditionRow::~ConditionRow() = default;

void ConditionRow::showFields(const QString &chosen)
{
    struct Named {
        QString label;
        QString name;
    };
    std::vector<Named> fields;
    const QStringList names = filterNames(m_form.kind, m_form.lookups.customFields);
    for (const QString &name : names)
        fields.push_back({labelOf(m_form, name), name});
    const QCollator collator(m_form.display.locale());
    std::stable_sort(fields.begin(), fields.end(), [&collator](const Named &a, const Named &b) {
        return collator.compare(a.label, b.label) < 0;
    });
    m_field->addItem(tr("Any text"), QString());
    for (const Named &field : fields)
        m_field->addItem(field.label, field.name);
    // A field that is gone, or is called by another of its names.
    int index = m_field->findData(chosen);
    for (int i = 0; index < 0 && i < m_field->count(); ++i) {
        const auto same = conditionOn(m_form, chosen);
        if (same && same == conditionOn(m_form, m_field->itemData(i).toString())) {
            m_field->setItemData(i, chosen); // goes on being called as it was typed
            index = i;
        }
    }
    if (index < 0) {
        m_field->addItem(chosen, chosen);
        index = m_field->count() - 1;
    }
    m_field->setCurrentIndex(index);
}

void ConditionRow::showComparisons(SensedComparison chosen)
{
    const QString name = m_field->currentData().toString();
    std::vector<SensedComparison> comparisons =
        comparisonsFor(m_form.kind, name, m_form.lookups.customFields);
    if (std::find(comparisons.begin(), comparisons.end(), chosen) == comparisons.end())
        comparisons.push_back(chosen);
    m_comparison->clear();
    for (const SensedComparison &each : comparisons) {
        m_comparison->addItem(words(each, typeOf(m_form, name)),
                              QPoint(int(each.comparison), int(each.sense)));
        if (each == chosen)
            m_comparison->setCurrentIndex(m_comparison->count() - 1);
    }
}

void ConditionRow::showValues()
{
    const QString typed = m_value->currentText();
    const QSignalBlocker quiet(m_value);
    m_value->clear();
    m_value->addItems(valuesOf(m_form, m_field->currentData().toString()));
    m_value->setCurrentIndex(-1);
    m_value->setEditText(typed);
    const auto comparison = Comparison(m_comparison->currentData().toPoint().x());
    m_value->setEnabled(comparison != Comparison::IsEmpty);
}

// Another field keeps neither the comparison nor the value of the one before.
void ConditionRow::takeField()
{
    showComparisons({});
    m_value->setEditText({});
    showValues();
    m_form.changed();
}

TypedCondition ConditionRow::condition() const
{
    const QPoint sensed = m_comparison->currentData().toPoint();
    return {m_field->currentData().toString(), Comparison(sensed.x()), Sense(sensed.y()),
            m_value->currentText()};
}

std::vector<QWidget *> ConditionRow::controls() const
{
    return {m_field, m_comparison, m_value, m_remove};
}

FilterBlock::FilterBlock(const FilterForm &form, const FilterOutline &outline, int depth, QWidget *parent)
    : QWidget(parent), m_form(form), m_depth(depth), m_rows(new QVBoxLayout), m_groupRows(new QVBoxLayout),
      m_addCondition(linkButton(tr("+ Condition"))), m_addGroup(linkButton(tr("+ One of several")))
{
    for (QVBoxLayout *rows : {m_rows, m_groupRows})
        rows->setSpacing(space::small);
    auto *more = new QHBoxLayout;
    more->setSpacing(space::large);
    more->addWidget(m_addCondition);
    more->addWidget(m_addGroup);
    more->addStretch(1);
    QVBoxLayout *column = columnIn(this);
    column->addLayout(m_rows);
    column->addLayout(m_groupRows);
    column->addLayout(more);
    m_addGroup->setVisible(depth < deepestOffered);
    for (const TypedCondition &each : outline.conditions)
        addRow(each);
    for (const OutlineGroup &each : outline.groups)
        addGroup(each);
    connect(m_addCondition, &FlatButton::clicked, this, [this] {
        ConditionRow *row = addRow({.name = u"owner"_s});
        m_form.changed();
        row->controls().front()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_addGroup, &FlatButton::clicked, this, [this] {
        FilterGroup *group =
            addGroup({{FilterOutline{{TypedCondition{}}}, FilterOutline{{TypedCondition{}}}}});
        m_form.changed();
        group->controls().front()->setFocus(Qt::OtherFocusReason);
    });
}

FilterBlock::~FilterBlock() = default;

ConditionRow *FilterBlock::addRow(const TypedCondition &condition)
{
    auto *row = new ConditionRow(m_form, condition, this);
    m_conditions.push_back(row);
    m_rows->addWidget(row);
    row->show(); // at once: it gets the keyboard
    connect(row, &ConditionRow::removeWanted, this, [this, row] {
        takeOut(m_conditions, row);
        m_form.changed();
    });
    return row;
}

FilterGroup *FilterBlock::addGroup(const OutlineGroup &group)
{
    auto *box = new FilterGroup(m_form, group, m_depth + 1, this);
    m_groups.push_back(box);
    m_groupRows->addWidget(box);
    box->show();
    connect(box, &FilterGroup::removeWanted, this, [this, box] {
        takeOut(m_groups, box);
        m_form.changed();
    });
    return box;
}

FilterOutline FilterBlock::outline() const
{
    FilterOutline outline;
    for (const ConditionRow *row : m_conditions)
        outline.conditions.push_back(row->condition());
    for (const FilterGroup *group : m_groups)
        outline.groups.push_back(group->group());
    return outline;
}

std::vector<QWidget *> FilterBlock::controls() const
{
    std::vector<QWidget *> all;
    for (const ConditionRow *row : m_conditions)
        append(all, row->controls());
    for (const FilterGroup *group : m_groups)
        append(all, group->controls());
    append(all, {m_addCondition, m_addGroup});
    return all;
}

FilterGroup::FilterGroup(const FilterForm &form, const OutlineGroup &group, int depth, QWidget *parent)
    : QWidget(parent), m_form(form), m_depth(depth), m_sense(new NoWheelComboBox),
      m_remove(removeButton(tr("Remove these brackets and what is in them"))), m_rows(new QVBoxLayout),
      m_addAlternative(linkButton(tr("+ Or")))
{
    m_sense->setAccessibleName(tr("What the brackets mean"));
    m_sense->addItem(tr("one of these"), int(Sense::Plain));
    m_sense->addItem(tr("none of these"), int(Sense::Negated));
    m_sense->setCurrentIndex(group.sense == Sense::Negated ? 1 : 0);
    m_rows->setSpacing(space::small);
    auto *head = new QHBoxLayout;
    head->addWidget(m_sense);
    head->addStretch(1);
    head->addWidget(m_remove);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::medium, 0, 0, 0);
    column->setSpacing(space::small);
    column->addLayout(head);
    column->addLayout(m_rows);
    auto *more = new QHBoxLayout;
    more->addWidget(m_addAlternative);
    more->addStretch(1);
    column->addLayout(more);
    for (const FilterOutline &each : group.alternatives)
        addAlternative(each);
    connect(m_sense, &QComboBox::activated, this, [this] { m_form.changed(); });
    connect(m_remove, &FlatButton::clicked, this, &FilterGroup::removeWanted);
    connect(m_addAlternative, &FlatButton::clicked, this, [this] {
        FilterBlock *block = addAlternative({{TypedCondition{}}});
        m_form.changed();
        block->controls().front()->setFocus(Qt::OtherFocusReason);
    });
}

FilterGroup::~FilterGroup() = default;

FilterBlock *FilterGroup::addAlternative(const FilterOutline &outline)
{
    if (!m_alternatives.empty()) {
        auto *word = new QLabel(tr("or"), this);
        word->setForegroundRole(QPalette::PlaceholderText);
        m_rows->addWidget(word);
    }
    auto *block = new FilterBlock(m_form, outline, m_depth, this);
    m_alternatives.push_back(block);
    m_rows->addWidget(block);
    block->show();
    return block;
}

OutlineGroup FilterGroup::group() const
{
    OutlineGroup group{.alternatives = {}, .sense = Sense(m_sense->currentData().toInt())};
    for (const FilterBlock *block : m_alternatives)
        group.alternatives.push_back(block->outline());
    return group;
}

std::vector<QWidget *> FilterGroup::controls() const
{
    std::vector<QWidget *> all{m_sense, m_remove};
    for (const FilterBlock *block : m_alternatives)
        append(all, block->controls());
    all.push_back(m_addAlternative);
    return all;
}

// A line at the side, like a bracket.
void FilterGroup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect line(0, 0, 2, height());
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), line), palette().color(QPalette::Mid));
}

} // namespace headway::ui
