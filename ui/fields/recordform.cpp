// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fields/recordform.h"

#include "app/input/drafts.h"
#include "app/input/stagequestion.h"
#include "app/record/alreadyhere.h"
#include "app/record/recordsearch.h"
#include "domain/changes/customvalues.h"
#include "domain/rules/due.h"
#include "domain/rules/picklists.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/flatbutton.h"
#include "ui/fields/alreadyhere.h"
#include "ui/fields/fieldrow.h"
#include "ui/fields/recordeditor.h"
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

// Whether somebody is known again by it: a name, an address, a number.
bool tellsWho(const app::InputField &field)
{
    const FieldType type = field.info().type;
    const bool isAddress = type == FieldType::Email || type == FieldType::Phone || type == FieldType::Url;
    return !field.isCustom() && (isAddress || field.info().has(Trait::Searched));
}

// "Kept from yesterday 19:11"
QString keptText(Instant at, const app::Workspace &workspace, const app::Display &display)
{
    if (!at)
        return RecordForm::tr("Kept from last time");
    const QDate day = dayOf(at, workspace.zone());
    const QTime time = QDateTime::fromMSecsSinceEpoch(at.ms, workspace.zone()).time();
    const QString clock = display.locale().toString(time, QLocale::ShortFormat);
    if (day == workspace.today())
        return RecordForm::tr("Kept from today %1").arg(clock);
    if (day.addDays(1) == workspace.today())
        return RecordForm::tr("Kept from yesterday %1").arg(clock);
    return RecordForm::tr("Kept from %1").arg(display.moment(at));
}

} // namespace

RecordForm::RecordForm(const EditorContext &context, QWidget *parent)
    : QScrollArea(parent), m_context(context)
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

RecordForm::~RecordForm() = default;

void RecordForm::placeBelow(QWidget *more)
{
    m_below = more;
    m_column->insertWidget(m_column->count() - 1, more);
}

void RecordForm::clear()
{
    for (const Placed &placed : m_fieldRows)
        placed.fieldRow->disconnect(this); // losing the focus by being deleted must not save
    if (m_sheet) {
        m_sheet->hide();
        m_sheet->deleteLater();
    }
    m_fieldRows.clear();
    m_titles.clear();
    m_sheet = new QWidget(widget());
    auto *column = new QVBoxLayout(m_sheet);
    column->setContentsMargins({});
    column->setSpacing(0);
    m_more = nullptr;
    m_here = nullptr;
    m_column->insertWidget(0, m_sheet);
}

void RecordForm::addFieldRow(const app::InputField &field, FieldPlace::When when, size_t section)
{
    auto *fieldRow =
        new FieldRow(field, m_isNew ? FieldRow::Saved::Together : FieldRow::Saved::Alone, m_context, m_sheet);
    m_fieldRows.push_back({fieldRow, when, section});
    m_sheet->layout()->addWidget(fieldRow);
    connect(fieldRow, &FieldRow::saveWanted, this,
            [this, fieldRow](const std::vector<FieldDelta> &changes) { save(fieldRow, changes); });
    connect(fieldRow, &FieldRow::submitted, this, &RecordForm::saveNew);
    connect(fieldRow, &FieldRow::typed, this, &RecordForm::keepDrafts);
    connect(fieldRow, &FieldRow::typed, this, &RecordForm::proposeContacts);
    connect(fieldRow, &FieldRow::typed, this, &RecordForm::lookWhoIsHere);
    connect(fieldRow, &FieldRow::finished, this, [this] {
        keepDrafts();
        showFolded();
    });
    connect(fieldRow, &FieldRow::followed, this, &RecordForm::followed);
}

void RecordForm::build()
{
    clear();
    m_sections = sectionsOf(m_kind, m_custom);
    for (size_t i = 0; i < m_sections.size(); ++i) {
        m_titles.push_back(makeTitle(m_sections[i].title, m_sheet));
        m_sheet->layout()->addWidget(m_titles.back());
        for (const FieldPlace &place : m_sections[i].fieldRows)
            addFieldRow(place.field, place.when, i);
    }
    placeLabels();
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
    m_sheet->show(); // now, not with the next layout: Tab passes by what is not visible yet
}

void RecordForm::buildNew()
{
    clear();
    std::vector<app::InputField> fields = firstFieldsOf(m_kind);
    if (m_kind == EntityKind::Deal) {
        for (const int needed : app::fieldsNeededSomewhere(m_context.workspace.lookups())) {
            const app::InputField field(m_kind, needed);
            if (std::find(fields.begin(), fields.end(), field) == fields.end())
                fields.push_back(field);
        }
    }
    fields.insert(fields.end(), m_custom.begin(), m_custom.end());
    if (app::mayBeHere(m_kind)) {
        m_here = new AlreadyHere(m_context, m_sheet);
        m_sheet->layout()->addWidget(m_here);
        connect(m_here, &AlreadyHere::openWanted, this, &RecordForm::followed);
    }
    for (const app::InputField &field : fields)
        addFieldRow(field, FieldPlace::When::Always, 0);
    placeLabels();
    m_sheet->layout()->setSpacing(space::hair); // a row of fields every 34 pixels
    auto *save = new FlatButton(FlatButton::Kind::Accent, m_sheet);
    save->setText(tr("Add %1").arg(m_context.rules.display.kindName(m_kind)));
    save->setToolTip(tr("Add it (Ctrl+Enter or Ctrl+S); Esc closes and keeps what is typed"));
    auto *cancel = new FlatButton(FlatButton::Kind::Quiet, m_sheet);
    cancel->setText(tr("Cancel"));
    cancel->setToolTip(tr("Discard what is typed; Esc keeps it for later"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::small, space::large, space::small, 0);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(save);
    static_cast<QVBoxLayout *>(m_sheet->layout())->addLayout(row);
    connect(save, &QAbstractButton::clicked, this, &RecordForm::saveNew);
    connect(cancel, &QAbstractButton::clicked, this, &RecordForm::cancelled);
    m_sheet->show();
}

void RecordForm::placeLabels()
{
    std::vector<FieldRow *> rows;
    for (const Placed &placed : m_fieldRows)
        rows.push_back(placed.fieldRow);
    alignLabels(rows, m_labelLetters * fontMetrics().averageCharWidth());
}

void RecordForm::showRecord(const LoadedRecord &row)
{
    const bool isSame = !m_isNew && !m_fieldRows.empty() && row.record.ref == m_row.record.ref;
    const auto custom = app::customFieldsOf(row.record.ref.kind, m_context.workspace.lookups());
    const bool isOther = !isSame || custom != m_custom;
    m_contacts.cancel();
    m_isNew = false;
    m_row = row;
    if (isOther) {
        m_kind = row.record.ref.kind;
        m_custom = custom;
        m_isUnfolded = isSame && m_isUnfolded;
        build();
    }
    for (const Placed &placed : m_fieldRows)
        placed.fieldRow->showRecord(row);
    if (isOther)
        takeUpDrafts();
    if (m_below)
        m_below->show();
    showFolded();
}

void RecordForm::showNew(EntityKind kind, const Row &preset)
{
    LoadedRecord begun;
    begun.record.ref = {kind, 0};
    begun.record.row = preset;
    showNew(begun, QString());
}

void RecordForm::showNew(const LoadedRecord &begun, const QString &beginning)
{
    const EntityKind kind = begun.record.ref.kind;
    m_isNew = true;
    m_kind = kind;
    m_row = begun;
    m_beginning = beginning;
    m_custom = app::customFieldsOf(kind, m_context.workspace.lookups());
    buildNew();
    for (const Placed &placed : m_fieldRows) {
        placed.fieldRow->showRecord(m_row);
        placed.fieldRow->revert();
    }
    takeUpDrafts();
    lookWhoIsHere();
    announceDraft();
    m_contacts.cancel();
    m_contactsOf = {};
    proposeContacts();
    if (m_below)
        m_below->hide();
    if (!m_fieldRows.empty())
        m_fieldRows.front().fieldRow->edit();
}

// What is not understood so far is left out.
void RecordForm::lookWhoIsHere()
{
    if (!m_here)
        return;
    Row typed = m_row.record.row;
    for (const Placed &placed : m_fieldRows) {
        if (!tellsWho(placed.fieldRow->field()))
            continue;
        if (const auto values = placed.fieldRow->editor()->values())
            typed = rowWith(std::move(typed), *values);
    }
    m_here->look(m_kind, typed);
}

// The contact of a new deal is most often one of its company: those are offered as soon as it is known, and
// one who is the only one is put in.
void RecordForm::proposeContacts()
{
    const FieldRow *company = fieldRow(u"company_id");
    if (!m_isNew || !company || !company->editor() || !fieldRow(u"contact_id"))
        return;
    const auto values = company->editor()->values();
    const CompanyId chosen{values && !values->empty() ? integerOf(values->front().value) : 0};
    if (chosen == m_contactsOf)
        return;
    m_contactsOf = chosen;
    offerContacts(chosen);
}

void RecordForm::offerContacts(CompanyId company)
{
    m_contacts.cancel();
    const auto contactEditor = [this] {
        const FieldRow *contact = fieldRow(u"contact_id");
        return contact ? qobject_cast<RecordEditor *>(contact->editor()) : nullptr;
    };
    if (RecordEditor *editor = contactEditor())
        editor->prefer(company);
    const auto offer = [contactEditor](const std::vector<SearchHit> &contacts) {
        if (RecordEditor *editor = contactEditor())
            editor->propose(contacts);
    };
    if (company)
        m_contacts = app::contactsOf(m_context.workspace, this, company, offer);
    else
        offer({});
}

void RecordForm::showFolded()
{
    if (m_isNew || !m_more)
        return;
    int folded = 0;
    std::vector<bool> isSectionShown(m_titles.size(), false);
    for (const Placed &placed : m_fieldRows) {
        const FieldInfo &info = placed.fieldRow->field().info();
        const bool isFilled = !placed.fieldRow->isEmpty()
            && !saysNothing(m_kind, m_row.record.row, info, m_context.rules.display.zone());
        const bool isWorth =
            placed.when == FieldPlace::When::Always || isFilled || placed.fieldRow->isEditing();
        const bool isNamedAbove = placed.fieldRow->field().name() == "name"_L1 && !isPicklistValue(m_kind);
        const bool isShown = m_isUnfolded || (isWorth && (!isNamedAbove || placed.fieldRow->isEditing()));
        folded += isShown ? 0 : 1;
        placed.fieldRow->setVisible(isShown);
        if (isShown)
            isSectionShown[placed.section] = true;
    }
    for (size_t i = 0; i < m_titles.size(); ++i)
        m_titles[i]->setVisible(isSectionShown[i] && !m_sections[i].title.isEmpty());
    m_more->setText(m_isUnfolded ? tr("Show less") : tr("More… (%1)").arg(folded));
    m_more->setVisible(m_isUnfolded || folded > 0);
}

FieldRow *RecordForm::fieldRow(QStringView fieldName) const
{
    const auto found =
        std::find_if(m_fieldRows.begin(), m_fieldRows.end(), [fieldName](const Placed &placed) {
            return placed.fieldRow->field().name() == fieldName;
        });
    return found == m_fieldRows.end() ? nullptr : found->fieldRow;
}

void RecordForm::edit(QStringView fieldName)
{
    FieldRow *wanted = fieldRow(fieldName);
    if (!wanted)
        return;
    wanted->show();
    wanted->edit();
    showFolded();
    ensureWidgetVisible(wanted);
}

void RecordForm::editCurrent()
{
    for (const Placed &placed : m_fieldRows) {
        if (placed.fieldRow->hasFocus()) {
            placed.fieldRow->edit();
            return;
        }
    }
    if (!m_fieldRows.empty())
        m_fieldRows.front().fieldRow->edit();
}

bool RecordForm::isUnsaved() const
{
    return std::any_of(m_fieldRows.begin(), m_fieldRows.end(),
                       [](const Placed &placed) { return placed.fieldRow->isUnsaved(); });
}

void RecordForm::saveAll()
{
    if (m_isNew)
        return;
    for (const Placed &placed : m_fieldRows) {
        if (!placed.fieldRow->isEditing())
            continue;
        placed.fieldRow->save();
        if (!placed.fieldRow->note().isEmpty() && placed.fieldRow->isUnsaved() && !isVisible())
            Q_EMIT refused(placed.fieldRow->note());
    }
}

void RecordForm::save(FieldRow *fieldRow, const std::vector<FieldDelta> &changes)
{
    if (asksFirst(fieldRow, changes))
        return;
    const QPointer<FieldRow> alive(fieldRow);
    const QString key = draftKey();
    app::saveFields(m_context.workspace, this, m_row.record.ref, changes,
                    [this, alive, key](const Result<ChangeSet> &set) {
                        if (!alive) { // the pane shows another record; the draft stays
                            if (!set)
                                Q_EMIT refused(m_context.rules.display.words(set.error().text));
                            else
                                m_context.drafts.discard(key);
                            return;
                        }
                        if (set)
                            alive->showSaved();
                        else
                            alive->showRefused(m_context.rules.display.words(set.error().text));
                        if (!set && set.error().code == ErrorCode::Conflict)
                            Q_EMIT outdated();
                    });
}

bool RecordForm::asksFirst(FieldRow *fieldRow, const std::vector<FieldDelta> &changes)
{
    const auto question = app::questionFor(m_context.workspace.lookups(), m_kind, m_row.record.row, changes);
    if (!m_moveDeal || !question)
        return false;
    fieldRow->showSaved();
    m_moveDeal(m_row.record, question->stage);
    return true;
}

// The editor of a custom field returns all custom fields: this one as typed, the others as in the preset.
Value RecordForm::withCustomOf(const FieldValue &answer, const Value &present) const
{
    const QString before = textOf(m_row.record.row[size_t(answer.field)]);
    const auto merged = mergedCustom(textOf(present), before, textOf(answer.value));
    return merged ? Value(*merged) : present;
}

void RecordForm::saveNew()
{
    Row row = m_row.record.row;
    FieldRow *refused = nullptr; // the first one
    for (const Placed &placed : m_fieldRows) {
        const auto values = placed.fieldRow->editor()->values();
        // Not checked here: rules for the whole record, such as a missing name; createRecord() does that.
        if (!values) {
            placed.fieldRow->showRefused(m_context.rules.display.words(values.error().text));
            refused = refused ? refused : placed.fieldRow;
            continue;
        }
        for (const FieldValue &value : *values) {
            Value &cell = row[size_t(value.field)];
            cell = placed.fieldRow->field().isCustom() ? withCustomOf(value, cell) : value.value;
        }
    }
    if (refused) {
        refused->editor()->setFocus(Qt::OtherFocusReason);
        return;
    }
    const QString key = draftKey();
    app::createRecord(m_context.workspace, this, m_kind, row, [this, key](const Result<ChangeSet> &set) {
        if (!set) {
            if (!m_fieldRows.empty())
                m_fieldRows.front().fieldRow->showRefused(m_context.rules.display.words(set.error().text));
            return;
        }
        m_context.drafts.discard(key);
        Q_EMIT created(app::createdIn(*set, m_kind));
    });
}

void RecordForm::discardNew()
{
    m_context.drafts.discard(draftKey());
}

QString RecordForm::draftKey() const
{
    const QString form = m_isNew ? u"new"_s : u"facts"_s;
    return app::Drafts::key(m_isNew && !m_beginning.isEmpty() ? form + u'-' + m_beginning : form,
                            m_row.record.ref);
}

void RecordForm::keepDrafts()
{
    if (m_isTakingUp)
        return;
    QJsonObject draft;
    for (const Placed &placed : m_fieldRows) {
        if (placed.fieldRow->isUnsaved())
            draft.insert(placed.fieldRow->field().name(), placed.fieldRow->editor()->typed());
    }
    if (draft.isEmpty())
        m_context.drafts.discard(draftKey());
    else
        m_context.drafts.keep(draftKey(), draft);
}

void RecordForm::takeUpDrafts()
{
    m_isTakingUp = true;
    const QJsonObject draft = m_context.drafts.find(draftKey());
    for (const Placed &placed : m_fieldRows) {
        const QJsonValue typed = draft.value(placed.fieldRow->field().name());
        if (typed.isString())
            placed.fieldRow->edit(typed.toString());
    }
    m_isTakingUp = false;
}

// What stands in the fields of a new record is not from now.
void RecordForm::announceDraft()
{
    if (m_context.drafts.find(draftKey()).isEmpty())
        return;
    auto *line = new QWidget(m_sheet);
    auto *said = new ElidedLabel(line);
    said->setFont(ui::font(TextSize::Small));
    said->showText(
        keptText(m_context.drafts.keptAt(draftKey()), m_context.workspace, m_context.rules.display),
        ElidedLabel::Tone::Quiet);
    auto *discard = new FlatButton(FlatButton::Kind::Link, line);
    discard->setText(tr("Discard"));
    discard->setAccessibleName(tr("Discard what was kept"));
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(space::small, space::small, space::small, 0);
    row->setSpacing(space::small);
    row->addWidget(said);
    row->addWidget(discard);
    row->addStretch(1);
    static_cast<QVBoxLayout *>(m_sheet->layout())->insertWidget(0, line);
    line->show();
    connect(discard, &QAbstractButton::clicked, this, [this] {
        discardNew();
        showNew(LoadedRecord(m_row), QString(m_beginning)); // copies: the form forgets the present ones
    });
}

} // namespace headway::ui
