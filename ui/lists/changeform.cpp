// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/changeform.h"

#include "app/input/stagequestion.h"
#include "domain/changes/customvalues.h"
#include "domain/changes/derive.h"
#include "domain/records/record.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/nowheelcombobox.h"
#include "ui/fields/fieldrow.h"

#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int panelWidth = 420;
constexpr int mostFieldsInSight = 16;
// In the place of a field's place.
constexpr int addTag = -2;
constexpr int removeTag = -3;

} // namespace

ChangeForm::ChangeForm(const EditorContext &context, EntityKind kind, QWidget *parent)
    : FloatingPanel(panelWidth, parent), m_context(context), m_kind(kind),
      m_fields(new NoWheelComboBox(this)), m_value(new QVBoxLayout)
{
    m_fields->setMaxVisibleItems(mostFieldsInSight);
    m_fields->setObjectName(u"field"_s);
    listenTo(*m_fields);
    connect(m_fields, &QComboBox::currentIndexChanged, this, &ChangeForm::showField);
    auto *fieldLabel = new QLabel(tr("&Field"), this);
    fieldLabel->setBuddy(m_fields);
    form().addRow(fieldLabel, m_fields);
    form().addRow(new QLabel(tr("New value"), this), m_value);
}

ChangeForm::~ChangeForm() = default;

void ChangeForm::fillFields()
{
    const QSignalBlocker quiet(m_fields);
    const EntityInfo &info = entityInfo(m_kind);
    m_choices = app::customFieldsOf(m_kind, m_context.workspace.lookups());
    for (int i = 0; i < int(info.fields.size()); ++i) {
        const FieldInfo &field = info.field(i);
        const bool isPlain = field.type != FieldType::RecordKind && field.type != FieldType::RecordId
            && field.type != FieldType::Json && field.type != FieldType::Rank;
        if (isPlain && app::isEditable(m_kind, field))
            m_choices.emplace_back(m_kind, i);
    }
    const app::Display &display = m_context.rules.display;
    std::stable_sort(m_choices.begin(), m_choices.end(), [&display](const auto &a, const auto &b) {
        return a.label(display).localeAwareCompare(b.label(display)) < 0;
    });
    m_fields->clear();
    for (int i = 0; i < int(m_choices.size()); ++i)
        m_fields->addItem(m_choices[size_t(i)].label(display), i);
    if (info.has(KindTrait::HasTags)) {
        m_fields->addItem(tr("Add a tag"), addTag);
        m_fields->addItem(tr("Remove a tag"), removeTag);
    }
}

const app::InputField &ChangeForm::chosenField() const
{
    return m_choices[size_t(m_fields->currentData().toInt())];
}

QString ChangeForm::described(qint64 count) const
{
    return m_context.rules.display.counted(count, m_kind);
}

void ChangeForm::describe()
{
    m_change.whenRefused = app::WhenRefused::ChangeNone;
    const QString what = tr("Change %1").arg(described(qint64(m_change.ids.size())));
    FloatingPanel::showTitle(what, what);
    preview();
}

// Counted in the background: of ten thousand records it takes a second.
void ChangeForm::preview()
{
    m_preview.clear();
    m_counting = {};
    showHints();
    const auto values = m_fieldRow ? m_fieldRow->editor()->values() : failure({});
    if (!values || !m_fieldRow->editor()->isEdited())
        return;
    // A deal that is closed is asked for more first.
    if (!tagChange() && !chosenField().isCustom()
        && app::questionForMany(m_context.workspace.lookups(), m_kind, values->front()))
        return;
    m_counting =
        app::countChanged(m_context.workspace, this, wanted(*values), [this](const Result<qint64> &count) {
            if (!count)
                return;
            m_preview = tr("%1 of %2 would change.")
                            .arg(m_context.rules.display.number(*count),
                                 m_context.rules.display.number(qint64(m_change.ids.size())));
            showHints();
        });
}

void ChangeForm::showHints()
{
    QStringList lines{m_preview, hint()};
    lines.removeAll(QString());
    showHint(lines.join(u'\n'));
}

std::optional<app::TagChange::What> ChangeForm::tagChange() const
{
    switch (m_fields->currentData().toInt()) {
    case addTag: return app::TagChange::What::Add;
    case removeTag: return app::TagChange::What::Remove;
    default: return {};
    }
}

app::BulkChange ChangeForm::wanted(const std::vector<FieldValue> &values) const
{
    app::BulkChange change = m_change;
    change.values = values;
    change.tag.reset();
    change.own.reset();
    if (const auto what = tagChange()) {
        change.values.clear();
        const qint64 id = integerOf(values.front().value);
        for (const Tag &tag : m_context.workspace.lookups().tags) {
            if (tag.id.value == id)
                change.tag = {*what, tag.name};
        }
    } else if (const auto &own = chosenField().custom()) {
        change.values.clear();
        change.own = {*own, customValue(textOf(values.front().value), *own), m_context.rules.currency};
    }
    return change;
}

// What else the change does, or what an empty value means.
QString ChangeForm::hint() const
{
    if (tagChange())
        return {};
    const app::InputField &field = chosenField();
    if (field.meaning() == FieldType::Money && !field.isCustom())
        return tr("The currency goes along: %1, unless you type another one.").arg(m_context.rules.currency);
    const bool isChosen = field.meaning() == FieldType::YesNo || field.meaning() == FieldType::Choice;
    if (!field.isRequired() && !isChosen)
        return tr("Left empty, it is emptied in all of them.");
    return {};
}

void ChangeForm::ask(const std::vector<qint64> &ids, const QString &field)
{
    m_change = {.kind = m_kind, .ids = ids};
    fillFields();
    const auto placeOf = [this](const QString &name) {
        const auto found = std::find_if(m_choices.begin(), m_choices.end(),
                                        [&name](const app::InputField &each) { return each.name() == name; });
        return found == m_choices.end() ? -1 : int(found - m_choices.begin());
    };
    const bool isName = field == QLatin1StringView(entityInfo(m_kind).title);
    const int chosen = isName ? -1 : placeOf(field);
    m_fields->setCurrentIndex(std::max(chosen >= 0 ? chosen : placeOf(u"owner_id"_s), 0));
    showField();
    describe();
    open(chosen < 0 ? static_cast<QWidget *>(m_fields) : m_fieldRow->editor());
}

// Begins empty, since the records hold different values.
void ChangeForm::showField()
{
    delete m_fieldRow;
    const app::InputField field = tagChange()
        ? app::InputField(EntityKind::TagLink, entityInfo(EntityKind::TagLink).indexOf(u"tag_id"))
        : chosenField();
    m_fieldRow = new FieldRow(field, FieldRow::Saved::Together, m_context, this);
    m_fieldRow->hideLabel();
    m_value->addWidget(m_fieldRow);
    listenTo(*m_fieldRow->editor());
    tabThrough({m_fields, m_fieldRow->editor()});
    connect(m_fieldRow, &FieldRow::typed, this, &ChangeForm::describe);
    connect(m_fieldRow, &FieldRow::submitted, this, &ChangeForm::confirm);
    connect(m_fieldRow, &FieldRow::tagWanted, this, [this](const QString &name) {
        if (tagChange() == app::TagChange::What::Add)
            submitTag({app::TagChange::What::Add, name});
    });
    describe();
}

void ChangeForm::confirm()
{
    const auto refuse = [this](const QString &why) {
        m_fieldRow->showRefused(why);
        m_fieldRow->editor()->setFocus(Qt::OtherFocusReason);
    };
    const auto values = m_fieldRow->editor()->values();
    if (!values) {
        refuse(m_context.rules.display.words(values.error().text));
        return;
    }
    const app::BulkChange change = wanted(*values);
    if (change.tag) {
        submitTag(*change.tag);
        return;
    }
    if (tagChange()) {
        refuse(tr("Choose a tag."));
        return;
    }
    if (change.own) {
        submitWhole(change);
        return;
    }
    m_change.values = *values;
    m_change.own.reset();
    Q_EMIT valuesChosen(*values, geometry());
}

void ChangeForm::submitTag(const app::TagChange &tag)
{
    app::BulkChange change = m_change;
    change.tag = tag;
    submitWhole(change);
}

// What is asked of nobody else.
void ChangeForm::submitWhole(const app::BulkChange &change)
{
    m_change = change;
    m_change.values.clear();
    hide();
    Q_EMIT changeWanted(m_change);
}

void ChangeForm::submit(const std::vector<FieldValue> &more)
{
    m_change.tag.reset();
    m_change.own.reset();
    m_change.values.insert(m_change.values.end(), more.begin(), more.end());
    hide();
    Q_EMIT changeWanted(m_change);
}

void ChangeForm::showReport(const Result<app::BulkReport> &report)
{
    const bool isDone = report && (report->refused == 0 || report->set.operation.id);
    if (isDone)
        return;
    QStringList lines;
    if (!report) {
        lines += m_context.rules.display.words(report.error().text);
    } else {
        lines += tr("%1 cannot be changed:").arg(described(report->refused));
        for (const app::Refusal &each : report->refusals)
            lines += m_context.rules.display.words(
                Sentence::tr("%1: %2").arg(nameInSentence(each.record, each.title), each.why));
        if (const qint64 more = report->refused - qint64(report->refusals.size()); more > 0)
            lines += tr("… and %1 more.").arg(m_context.rules.display.number(more));
    }
    show();
    raise();
    if (report && report->changed > 0) {
        m_change.whenRefused = app::WhenRefused::ChangeTheOthers;
        lines += tr("Nothing was changed yet.");
        showConfirm(tr("Change the other %1").arg(m_context.rules.display.number(report->changed)));
        confirmButton().setFocus(Qt::OtherFocusReason);
    } else {
        m_fieldRow->editor()->setFocus(Qt::OtherFocusReason);
    }
    showHint(lines.join(u'\n'));
}

} // namespace headway::ui
