// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fields/recordform.h"

#include "app/input/drafts.h"
#include "app/input/stagequestion.h"
#include "domain/changes/customvalues.h"
#include "domain/rules/picklists.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/flatbutton.h"
#include "ui/fields/fieldrow.h"
#include "ui/style/colours.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

QWidget *makeTitle(const QString &text, QWidget *parent)
{
    auto *title = new ElidedLabel(parent);
    title->setFont(ui::font(TextSize::Small, Weight::Strong));
    title->showText(text, ElidedLabel::Tone::Quiet);
    title->setContentsMargins(space::small, 0, 0, 0);
    auto *place = new QWidget(parent);
    auto *row = new QHBoxLayout(place);
    row->setContentsMargins(space::small, space::medium, space::small, space::hair);
    row->addWidget(title);
    return place;
}

} // namespace

FactSheet::FactSheet(const EditorSurroundings &surroundings, QWidget *parent)
    : QScrollArea(parent), m_surroundings(surroundings)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    auto *whole = new QWidget(this);
    m_column = new QVBoxLayout(whole);
    m_column->setContentsMargins(space::small, space::hair, space::small, space::large);
    m_column->setSpacing(0);
    m_column->addStretch(1);
    setWidget(whole);
    whole->setAutoFillBackground(false);
}

FactSheet::~FactSheet() = default;

void FactSheet::placeBelow(QWidget *more)
{
    m_below = more;
    m_column->insertWidget(m_column->count() - 1, more);
}

void FactSheet::clear()
{
    for (const Placed &placed : m_facts)
        placed.fact->disconnect(this); // losing the focus by going away is not leaving a field
    if (m_sheet) {
        m_sheet->hide();
        m_sheet->deleteLater();
    }
    m_facts.clear();
    m_titles.clear();
    m_sheet = new QWidget(widget());
    auto *column = new QVBoxLayout(m_sheet);
    column->setContentsMargins({});
    column->setSpacing(0);
    m_more = nullptr;
    m_column->insertWidget(0, m_sheet);
}

void FactSheet::addFact(const app::EntryField &field, FactPlace::When when, size_t section)
{
    auto *fact =
        new Fact(field, m_isNew ? Fact::Saved::Together : Fact::Saved::Alone, m_surroundings, m_sheet);
    if (m_labelLetters)
        fact->widenLabel(m_labelLetters);
    m_facts.push_back({fact, when, section});
    m_sheet->layout()->addWidget(fact);
    connect(fact, &Fact::saveWanted, this,
            [this, fact](const std::vector<FieldDelta> &changes) { save(fact, changes); });
    connect(fact, &Fact::submitted, this, &FactSheet::saveNew);
    connect(fact, &Fact::typed, this, &FactSheet::keepDrafts);
    connect(fact, &Fact::finished, this, [this] {
        keepDrafts();
        showFolded();
    });
    connect(fact, &Fact::followed, this, &FactSheet::followed);
}

void FactSheet::build()
{
    clear();
    m_sections = sectionsOf(m_kind, m_custom);
    for (size_t i = 0; i < m_sections.size(); ++i) {
        m_titles.push_back(makeTitle(m_sections[i].title, m_sheet));
        m_sheet->layout()->addWidget(m_titles.back());
        for (const FactPlace &place : m_sections[i].facts)
            addFact(place.field, place.when, i);
    }
    m_more = new FlatButton(FlatButton::Kind::Link, m_sheet);
    connect(m_more, &QAbstractButton::clicked, this, [this] {
        m_isUnfolded = !m_isUnfolded;
        showFolded();
    });
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::hair, space::small, 0, 0);
    row->addWidget(m_more);
    row->addStretch(1);
    static_cast<QVBoxLayout *>(m_sheet->layout())->addLayout(row);
}

void FactSheet::buildNew()
{
    clear();
    std::vector<app::EntryField> fields = firstFieldsOf(m_kind);
    if (m_kind == EntityKind::Deal) {
        for (const int needed : app::fieldsNeededSomewhere(m_surroundings.workspace.lookups())) {
            const app::EntryField field(m_kind, needed);
            if (std::find(fields.begin(), fields.end(), field) == fields.end())
                fields.push_back(field);
        }
    }
    fields.insert(fields.end(), m_custom.begin(), m_custom.end());
    for (const app::EntryField &field : fields)
        addFact(field, FactPlace::When::Always, 0);
    auto *save = new FlatButton(FlatButton::Kind::Accent, m_sheet);
    save->setText(tr("Add %1").arg(m_surroundings.rules.display.kindName(m_kind)));
    save->setToolTip(tr("Add it (Ctrl+Enter or Ctrl+S)"));
    auto *cancel = new FlatButton(FlatButton::Kind::Quiet, m_sheet);
    cancel->setText(tr("Cancel"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::small, space::large, space::small, 0);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(save);
    static_cast<QVBoxLayout *>(m_sheet->layout())->addLayout(row);
    connect(save, &QAbstractButton::clicked, this, &FactSheet::saveNew);
    connect(cancel, &QAbstractButton::clicked, this, &FactSheet::cancelled);
}

void FactSheet::showRecord(const store::ListRow &row)
{
    const bool isSame = !m_isNew && !m_facts.empty() && row.record.ref == m_row.record.ref;
    const auto custom = app::customFieldsOf(row.record.ref.kind, m_surroundings.workspace.lookups());
    const bool isOther = !isSame || custom != m_custom;
    m_isNew = false;
    m_row = row;
    if (isOther) {
        m_kind = row.record.ref.kind;
        m_custom = custom;
        m_isUnfolded = isSame && m_isUnfolded;
        build();
    }
    for (const Placed &placed : m_facts)
        placed.fact->showRecord(row);
    if (isOther)
        takeUpDrafts();
    if (m_below)
        m_below->show();
    showFolded();
}

void FactSheet::showNew(EntityKind kind, const Row &preset)
{
    m_isNew = true;
    m_kind = kind;
    m_row = {};
    m_row.record.ref = {kind, 0};
    m_row.record.row = preset;
    m_custom = app::customFieldsOf(kind, m_surroundings.workspace.lookups());
    buildNew();
    for (const Placed &placed : m_facts) {
        placed.fact->showRecord(m_row);
        placed.fact->revert();
    }
    takeUpDrafts();
    if (m_below)
        m_below->hide();
    if (!m_facts.empty())
        m_facts.front().fact->edit();
}

void FactSheet::showFolded()
{
    if (m_isNew || !m_more)
        return;
    int folded = 0;
    std::vector<bool> isSectionShown(m_titles.size(), false);
    for (const Placed &placed : m_facts) {
        const bool isWorth =
            placed.when == FactPlace::When::Always || !placed.fact->isEmpty() || placed.fact->isEditing();
        const bool isNamedAbove = placed.fact->field().name() == "name"_L1 && !isListEntry(m_kind);
        const bool isShown = m_isUnfolded || (isWorth && (!isNamedAbove || placed.fact->isEditing()));
        folded += isShown ? 0 : 1;
        placed.fact->setVisible(isShown);
        if (isShown)
            isSectionShown[placed.section] = true;
    }
    for (size_t i = 0; i < m_titles.size(); ++i)
        m_titles[i]->setVisible(isSectionShown[i] && !m_sections[i].title.isEmpty());
    m_more->setText(m_isUnfolded ? tr("Show less") : tr("More… (%1)").arg(folded));
    m_more->setVisible(m_isUnfolded || folded > 0);
}

Fact *FactSheet::fact(QStringView fieldName) const
{
    const auto found = std::find_if(m_facts.begin(), m_facts.end(), [fieldName](const Placed &placed) {
        return placed.fact->field().name() == fieldName;
    });
    return found == m_facts.end() ? nullptr : found->fact;
}

void FactSheet::edit(QStringView fieldName)
{
    Fact *wanted = fact(fieldName);
    if (!wanted)
        return;
    wanted->show();
    wanted->edit();
    showFolded();
    ensureWidgetVisible(wanted);
}

void FactSheet::editCurrent()
{
    for (const Placed &placed : m_facts) {
        if (placed.fact->hasFocus()) {
            placed.fact->edit();
            return;
        }
    }
    if (!m_facts.empty())
        m_facts.front().fact->edit();
}

bool FactSheet::isUnsaved() const
{
    return std::any_of(m_facts.begin(), m_facts.end(),
                       [](const Placed &placed) { return placed.fact->isUnsaved(); });
}

void FactSheet::saveAll()
{
    if (m_isNew)
        return;
    for (const Placed &placed : m_facts) {
        if (!placed.fact->isEditing())
            continue;
        placed.fact->save();
        if (!placed.fact->note().isEmpty() && placed.fact->isUnsaved() && !isVisible())
            Q_EMIT refused(placed.fact->note());
    }
}

void FactSheet::save(Fact *fact, const std::vector<FieldDelta> &changes)
{
    if (asksFirst(fact, changes))
        return;
    const QPointer<Fact> alive(fact);
    const QString key = draftKey();
    app::saveFields(m_surroundings.workspace, this, m_row.record.ref, changes,
                    [this, alive, key](const Result<ChangeSet> &set) {
                        if (!alive) { // the pane went on; the draft waits for its return
                            if (!set)
                                Q_EMIT refused(m_surroundings.rules.display.words(set.error().text));
                            else
                                m_surroundings.drafts.discard(key);
                            return;
                        }
                        if (set)
                            alive->showSaved();
                        else
                            alive->showRefused(m_surroundings.rules.display.words(set.error().text));
                        if (!set && set.error().code == ErrorCode::Conflict)
                            Q_EMIT outdated();
                    });
}

bool FactSheet::asksFirst(Fact *fact, const std::vector<FieldDelta> &changes)
{
    const auto question =
        app::questionFor(m_surroundings.workspace.lookups(), m_kind, m_row.record.row, changes);
    if (!m_moveDeal || !question)
        return false;
    fact->showSaved();
    m_moveDeal(m_row.record, question->stage);
    return true;
}

// The editor of a custom field answers with all of them: this one as typed, the others as in the preset.
Value FactSheet::withCustomOf(const FieldValue &answer, const Value &present) const
{
    const QString before = textOf(m_row.record.row[size_t(answer.field)]);
    const auto merged = mergedCustom(textOf(present), before, textOf(answer.value));
    return merged ? Value(*merged) : present;
}

void FactSheet::saveNew()
{
    Row row = m_row.record.row;
    bool isComplete = true;
    for (const Placed &placed : m_facts) {
        const auto values = placed.fact->editor()->values();
        // A row that lacks its name yet is not each field's fault: the record is checked as a whole.
        if (!values) {
            placed.fact->showRefused(m_surroundings.rules.display.words(values.error().text));
            isComplete = false;
            continue;
        }
        for (const FieldValue &value : *values) {
            Value &cell = row[size_t(value.field)];
            cell = placed.fact->field().isCustom() ? withCustomOf(value, cell) : value.value;
        }
    }
    if (!isComplete)
        return;
    const QString key = draftKey();
    app::createRecord(m_surroundings.workspace, this, m_kind, row, [this, key](const Result<ChangeSet> &set) {
        if (!set) {
            if (!m_facts.empty())
                m_facts.front().fact->showRefused(m_surroundings.rules.display.words(set.error().text));
            return;
        }
        m_surroundings.drafts.discard(key);
        Q_EMIT created(app::createdIn(*set, m_kind));
    });
}

void FactSheet::discardNew()
{
    m_surroundings.drafts.discard(draftKey());
}

QString FactSheet::draftKey() const
{
    return app::Drafts::key(m_isNew ? u"new" : u"facts", m_row.record.ref);
}

void FactSheet::keepDrafts()
{
    if (m_isTakingUp)
        return;
    QJsonObject draft;
    for (const Placed &placed : m_facts) {
        if (placed.fact->isUnsaved())
            draft.insert(placed.fact->field().name(), placed.fact->editor()->typed());
    }
    if (draft.isEmpty())
        m_surroundings.drafts.discard(draftKey());
    else
        m_surroundings.drafts.keep(draftKey(), draft);
}

void FactSheet::takeUpDrafts()
{
    m_isTakingUp = true;
    const QJsonObject draft = m_surroundings.drafts.find(draftKey());
    for (const Placed &placed : m_facts) {
        const QJsonValue typed = draft.value(placed.fact->field().name());
        if (typed.isString())
            placed.fact->edit(typed.toString());
    }
    m_isTakingUp = false;
}

} // namespace headway::ui
