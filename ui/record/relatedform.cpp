// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/relatedform.h"

#include "app/edits/recordedits.h"
#include "domain/rules/childrecords.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/within.h"
#include "ui/fields/fieldrow.h"
#include "ui/style/colours.h"
#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

// The fields to fill in; required ones first. Yes/no fields such as "invalid" are left out for a new record.
std::vector<int> fieldsOf(const LoadedRecord &row, EntityRef owner)
{
    const EntityInfo &info = row.record.info();
    std::vector<int> fields;
    for (int i = 0; i < int(info.fields.size()); ++i) {
        const FieldInfo &field = info.field(i);
        const bool isOwner = field.type == FieldType::RecordKind || field.type == FieldType::RecordId
            || (field.type == FieldType::Reference && field.target == owner.kind
                && integerOf(row.record.row[size_t(i)]) == owner.id);
        const bool isLater = field.type == FieldType::YesNo && row.record.ref.id == 0;
        if (!isOwner && !isLater && app::isEditable(info.kind, field))
            fields.push_back(i);
    }
    std::stable_partition(fields.begin(), fields.end(),
                          [&](int field) { return info.field(field).has(Trait::Required); });
    return fields;
}

} // namespace

RelatedForm::RelatedForm(EntityRef owner, const LoadedRecord &row, const EditorContext &context,
                         QWidget *parent)
    : QFrame(parent), m_context(context), m_row(row), m_isSortChosen(row.record.ref.id != 0)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::hair, 0, space::small);
    column->setSpacing(space::hair);
    for (const int field : fieldsOf(row, owner))
        addFieldRow(field);
    alignLabels(m_fieldRows);
    addButtons();
    for (QAbstractButton *button : findChildren<QAbstractButton *>())
        button->installEventFilter(this); // Esc cancels there, too
    setAccessibleName(context.rules.display.kindName(row.record.ref.kind));
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { leave(now); });
}

RelatedForm::~RelatedForm()
{
    disconnect(qApp, nullptr, this, nullptr); // ~QWidget clears the focus when this is no form any more
}

void RelatedForm::addFieldRow(int field)
{
    auto *fieldRow = new FieldRow({m_row.record.ref.kind, field}, FieldRow::Saved::Together, m_context, this);
    fieldRow->showRecord(m_row);
    fieldRow->revert();
    layout()->addWidget(fieldRow);
    m_fieldRows.push_back(fieldRow);
    for (QWidget *part : fieldRow->editor()->findChildren<QWidget *>())
        part->installEventFilter(this);
    connect(fieldRow, &FieldRow::typed, this, [this, fieldRow] { follow(fieldRow); });
    connect(fieldRow, &FieldRow::submitted, this, &RelatedForm::save);
    connect(
        fieldRow->editor(), &FieldEditor::chosen, this, [this, fieldRow] { goOn(fieldRow); },
        Qt::QueuedConnection);
}

void RelatedForm::addButtons()
{
    const bool isNew = m_row.record.ref.id == 0;
    auto *save = new FlatButton(FlatButton::Kind::Accent, this);
    save->setText(isNew ? tr("Add") : tr("Save"));
    save->setToolTip(isNew ? tr("Add it (Enter)") : tr("Save it (Enter)"));
    auto *cancel = new FlatButton(FlatButton::Kind::Quiet, this);
    cancel->setText(tr("Cancel"));
    cancel->setToolTip(tr("Leave it as it was (Esc)"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::small, space::small, space::small, 0); // ends where the fields end
    if (!isNew) {
        auto *remove = new FlatButton(FlatButton::Kind::Quiet, this);
        remove->setText(tr("Remove"));
        row->addWidget(remove);
        connect(remove, &QAbstractButton::clicked, this, &RelatedForm::removeWanted);
    }
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(save);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(save, &QAbstractButton::clicked, this, &RelatedForm::save);
    connect(cancel, &QAbstractButton::clicked, this, &RelatedForm::cancelled);
}

FieldRow *RelatedForm::fieldRow(QStringView fieldName) const
{
    const auto found =
        std::find_if(m_fieldRows.begin(), m_fieldRows.end(),
                     [fieldName](const FieldRow *fieldRow) { return fieldRow->field().name() == fieldName; });
    return found == m_fieldRows.end() ? nullptr : *found;
}

void RelatedForm::begin()
{
    for (FieldRow *fieldRow : m_fieldRows) {
        if (fieldRow->field().meaning() == FieldType::Choice)
            continue;
        fieldRow->editor()->setFocus(Qt::OtherFocusReason);
        return;
    }
}

void RelatedForm::showRecord(const LoadedRecord &row)
{
    if (m_isSaving)
        return;
    m_row = row;
    for (FieldRow *fieldRow : m_fieldRows)
        fieldRow->showRecord(row);
}

bool RelatedForm::isEdited() const
{
    return std::any_of(m_fieldRows.begin(), m_fieldRows.end(),
                       [](const FieldRow *fieldRow) { return fieldRow->isUnsaved(); });
}

// The value of one field decides how another is parsed: a number, or an e-mail address.
void RelatedForm::follow(FieldRow *fieldRow)
{
    m_isRefused = false;
    const QString name = fieldRow->field().name();
    if (name == "reach_by"_L1)
        m_isSortChosen = true;
    else if (name == "value"_L1 && !m_isSortChosen)
        guessSort();
    Row row = m_row.record.row;
    for (const FieldRow *each : m_fieldRows) {
        if (const auto values = each->editor()->values())
            row = rowWith(std::move(row), *values);
    }
    for (const FieldRow *each : m_fieldRows)
        each->editor()->rebase(row);
    for (FieldRow *each : m_fieldRows) {
        if (each != fieldRow && each->isUnsaved())
            each->showProblem();
    }
    Q_EMIT edited();
}

void RelatedForm::guessSort()
{
    FieldRow *sort = fieldRow(u"reach_by");
    const auto guess = contactPointTypeOf(fieldRow(u"value")->editor()->typed());
    if (!sort || !guess)
        return;
    const FieldInfo &field = sort->field().info();
    sort->editor()->type(
        m_context.rules.display.choice(field, textOf(Codec<ContactPointType>::read(*guess))));
}

// After a record was chosen: focuses the next field.
void RelatedForm::goOn(FieldRow *fieldRow)
{
    if (fieldRow->field().meaning() != FieldType::Reference)
        return;
    if (fieldRow != m_fieldRows.back())
        m_fieldRows[size_t(std::find(m_fieldRows.begin(), m_fieldRows.end(), fieldRow) - m_fieldRows.begin())
                    + 1]
            ->editor()
            ->setFocus(Qt::OtherFocusReason);
}

void RelatedForm::save()
{
    if (m_isSaving)
        return;
    if (!isEdited()) {
        Q_EMIT cancelled();
        return;
    }
    Row row = m_row.record.row;
    bool isComplete = true;
    for (FieldRow *fieldRow : m_fieldRows) {
        const auto values = fieldRow->editor()->values();
        if (!values) {
            fieldRow->showRefused(m_context.rules.display.words(values.error().text));
            isComplete = false;
            continue;
        }
        row = rowWith(std::move(row), *values);
    }
    m_isRefused = !isComplete;
    if (!isComplete)
        return;
    m_isSaving = true;
    Q_EMIT saveWanted(row);
}

void RelatedForm::showRefused(const QString &why)
{
    m_isSaving = false;
    m_isRefused = true;
    m_fieldRows.front()->showRefused(why);
}

void RelatedForm::leave(const QWidget *now)
{
    const bool isNew = m_row.record.ref.id == 0; // waits for "Add"; until then it is a draft
    if (isNew || m_isRefused || m_isSaving || !now || !isVisible() || isWithin(now, this))
        return;
    save();
}

QJsonObject RelatedForm::typed() const
{
    QJsonObject draft;
    for (const FieldRow *fieldRow : m_fieldRows) {
        if (fieldRow->isUnsaved())
            draft.insert(fieldRow->field().name(), fieldRow->editor()->typed());
    }
    return draft;
}

void RelatedForm::type(const QJsonObject &draft)
{
    for (FieldRow *fieldRow : m_fieldRows) {
        const QJsonValue text = draft.value(fieldRow->field().name());
        if (text.isString())
            fieldRow->edit(text.toString());
    }
    m_isRefused = true; // a restored draft is saved only by Enter
}

bool RelatedForm::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool isPlain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const bool isButton = qobject_cast<QAbstractButton *>(watched); // whose Enter is its own
    if (!isPlain || !(isEnter ? !isButton : key->key() == Qt::Key_Escape))
        return QFrame::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress) {
        if (isEnter)
            save();
        else
            Q_EMIT cancelled();
    }
    return true;
}

void RelatedForm::paintEvent(QPaintEvent *)
{
    const ColourRoles &colours = colourRolesOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours.hairline);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), cornerRadius, cornerRadius);
}

} // namespace headway::ui
