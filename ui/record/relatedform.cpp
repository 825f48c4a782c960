// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/relatedform.h"

#include "app/edits/recordedits.h"
#include "domain/rules/childrecords.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/within.h"
#include "ui/fields/fieldrow.h"
#include "ui/style/colours.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

// What is to be filled in; first what must be. A new one is neither invalid nor over yet.
std::vector<int> fieldsOf(const store::ListRow &row, EntityRef owner)
{
    const EntityInfo &info = row.record.info();
    std::vector<int> fields;
    for (int i = 0; i < int(info.fields.size()); ++i) {
        const FieldInfo &field = info.field(i);
        const bool isOwner = field.kind == Kind::RecordKind || field.kind == Kind::RecordId
            || (field.kind == Kind::Reference && field.target == owner.kind
                && integerOf(row.record.row[size_t(i)]) == owner.id);
        const bool isLater = field.kind == Kind::YesNo && row.record.ref.id == 0;
        if (!isOwner && !isLater && app::isEditable(info.kind, field))
            fields.push_back(i);
    }
    std::stable_partition(fields.begin(), fields.end(),
                          [&](int field) { return info.field(field).has(Trait::Required); });
    return fields;
}

} // namespace

BelongingForm::BelongingForm(EntityRef owner, const store::ListRow &row,
                             const EditorSurroundings &surroundings, QWidget *parent)
    : QFrame(parent), m_surroundings(surroundings), m_row(row), m_isSortChosen(row.record.ref.id != 0)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::hair, space::hair, space::small);
    column->setSpacing(0);
    for (const int field : fieldsOf(row, owner))
        addFact(field);
    addButtons();
    setAccessibleName(surroundings.rules.display.kindName(row.record.ref.kind));
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { leave(now); });
}

BelongingForm::~BelongingForm()
{
    disconnect(qApp, nullptr, this, nullptr); // ~QWidget gives up the focus when this is no form any more
}

void BelongingForm::addFact(int field)
{
    auto *fact = new Fact({m_row.record.ref.kind, field}, Fact::Saved::Together, m_surroundings, this);
    fact->showRecord(m_row);
    fact->revert();
    layout()->addWidget(fact);
    m_facts.push_back(fact);
    for (QWidget *part : fact->editor()->findChildren<QWidget *>())
        part->installEventFilter(this);
    connect(fact, &Fact::typed, this, [this, fact] { follow(fact); });
    connect(fact, &Fact::submitted, this, &BelongingForm::save);
    connect(
        fact->editor(), &FieldEditor::chosen, this, [this, fact] { goOn(fact); }, Qt::QueuedConnection);
    connect(fact, &Fact::tagWanted, this, &BelongingForm::newTagWanted);
}

void BelongingForm::addButtons()
{
    const bool isNew = m_row.record.ref.id == 0;
    auto *save = new FlatButton(FlatButton::Kind::Accent, this);
    save->setText(isNew ? tr("Add") : tr("Save"));
    save->setToolTip(isNew ? tr("Add it (Enter)") : tr("Save it (Enter)"));
    auto *cancel = new FlatButton(FlatButton::Kind::Quiet, this);
    cancel->setText(tr("Cancel"));
    cancel->setToolTip(tr("Leave it as it was (Esc)"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::small, space::small, space::medium, 0); // ends where the fields end
    if (!isNew) {
        auto *remove = new FlatButton(FlatButton::Kind::Quiet, this);
        remove->setText(tr("Remove"));
        row->addWidget(remove);
        connect(remove, &QAbstractButton::clicked, this, &BelongingForm::removeWanted);
    }
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(save);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(save, &QAbstractButton::clicked, this, &BelongingForm::save);
    connect(cancel, &QAbstractButton::clicked, this, &BelongingForm::cancelled);
}

Fact *BelongingForm::fact(QStringView fieldName) const
{
    const auto found = std::find_if(m_facts.begin(), m_facts.end(), [fieldName](const Fact *fact) {
        return fact->field().name() == fieldName;
    });
    return found == m_facts.end() ? nullptr : *found;
}

void BelongingForm::begin()
{
    for (Fact *fact : m_facts) {
        if (fact->field().meaning() == Kind::Choice)
            continue;
        fact->editor()->setFocus(Qt::OtherFocusReason);
        return;
    }
}

void BelongingForm::showRecord(const store::ListRow &row)
{
    if (m_isSaving)
        return;
    m_row = row;
    for (Fact *fact : m_facts)
        fact->showRecord(row);
}

bool BelongingForm::isEdited() const
{
    return std::any_of(m_facts.begin(), m_facts.end(), [](const Fact *fact) { return fact->isUnsaved(); });
}

// One field says how another is read: a number, or an e-mail address.
void BelongingForm::follow(Fact *fact)
{
    m_isRefused = false;
    const QString name = fact->field().name();
    if (name == "reach_by"_L1)
        m_isSortChosen = true;
    else if (name == "value"_L1 && !m_isSortChosen)
        guessSort();
    Row row = m_row.record.row;
    for (const Fact *each : m_facts) {
        if (const auto values = each->editor()->values())
            row = rowWith(std::move(row), *values);
    }
    for (const Fact *each : m_facts)
        each->editor()->rebase(row);
    for (Fact *each : m_facts) {
        if (each != fact && each->isUnsaved())
            each->showProblem();
    }
    Q_EMIT edited();
}

void BelongingForm::guessSort()
{
    Fact *sort = fact(u"reach_by");
    const auto guess = reachByOf(fact(u"value")->editor()->typed());
    if (!sort || !guess)
        return;
    const FieldInfo &field = sort->field().info();
    sort->editor()->type(m_surroundings.rules.display.choice(field, textOf(Codec<ReachBy>::read(*guess))));
}

// After a record was chosen: on to the next field, or that was all.
void BelongingForm::goOn(Fact *fact)
{
    if (fact->field().meaning() != Kind::Reference)
        return;
    if (m_facts.size() == 1)
        save();
    else if (fact != m_facts.back())
        m_facts[size_t(std::find(m_facts.begin(), m_facts.end(), fact) - m_facts.begin()) + 1]
            ->editor()
            ->setFocus(Qt::OtherFocusReason);
}

void BelongingForm::save()
{
    const bool isTag = m_row.record.ref.kind == EntityKind::TagLink;
    if (isTag && !m_isSaving && isEdited() && !m_facts.front()->editor()->values()) {
        m_isSaving = true;
        Q_EMIT newTagWanted(m_facts.front()->editor()->typed());
        return;
    }
    saveIfComplete();
}

void BelongingForm::saveIfComplete()
{
    if (m_isSaving)
        return;
    if (!isEdited()) {
        Q_EMIT cancelled();
        return;
    }
    Row row = m_row.record.row;
    bool isComplete = true;
    for (Fact *fact : m_facts) {
        const auto values = fact->editor()->values();
        if (!values) {
            fact->showRefused(m_surroundings.rules.display.words(values.error().text));
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

void BelongingForm::showRefused(const QString &why)
{
    m_isSaving = false;
    m_isRefused = true;
    m_facts.front()->showRefused(why);
}

void BelongingForm::leave(const QWidget *now)
{
    if (m_isRefused || m_isSaving || !now || !isVisible() || isWithin(now, this))
        return;
    saveIfComplete();
}

QJsonObject BelongingForm::typed() const
{
    QJsonObject draft;
    for (const Fact *fact : m_facts) {
        if (fact->isUnsaved())
            draft.insert(fact->field().name(), fact->editor()->typed());
    }
    return draft;
}

void BelongingForm::type(const QJsonObject &draft)
{
    for (Fact *fact : m_facts) {
        const QJsonValue text = draft.value(fact->field().name());
        if (text.isString())
            fact->edit(text.toString());
    }
    m_isRefused = true; // it was left like this once: only Enter saves it
}

bool BelongingForm::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool isPlain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (!isPlain || (!isEnter && key->key() != Qt::Key_Escape))
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

void BelongingForm::paintEvent(QPaintEvent *)
{
    const Tones &colours = tonesOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours.hairline);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), cornerRadius, cornerRadius);
}

} // namespace headway::ui
