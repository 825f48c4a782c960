// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stages/stageform.h"

#include "app/input/drafts.h"
#include "domain/records/record.h"
#include "domain/text/datetext.h"
#include "ui/controls/within.h"
#include "ui/fields/fieldrow.h"
#include "ui/fields/reasonlist.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QFormLayout>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int panelWidth = 320;
} // namespace

StageForm::StageForm(const EditorContext &context, QWidget *parent)
    : FloatingPanel(panelWidth, parent), m_context(context), m_dayLabel(new QLabel(tr("C&losed on"), this)),
      m_day(new QLineEdit(this)), m_reasonLabel(new QLabel(tr("&Reason"), this)),
      m_reasons(new ReasonList(this)), m_competitorLabel(new QLabel(tr("&Competitor"), this)),
      m_competitor(new QLineEdit(this)), m_noteLabel(new QLabel(tr("&Note"), this)),
      m_note(new QLineEdit(this)), m_renewalLabel(new QLabel(tr("Rene&wal in"), this)),
      m_renewal(new QLineEdit(this))
{
    build();
    // Moving the focus elsewhere cancels, unless input would be lost.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (isVisible() && now && !isWithin(now, this) && isUntouched())
            cancel();
    });
}

StageForm::~StageForm()
{
    disconnect(qApp, nullptr, this, nullptr); // ~QWidget clears the focus when this is no form any more
}

void StageForm::build()
{
    m_day->setObjectName(u"closed-on"_s);
    m_competitor->setObjectName(u"competitor"_s);
    m_note->setObjectName(u"note"_s);
    m_renewal->setObjectName(u"renewal"_s);
    m_renewal->setPlaceholderText(tr("months; empty for none"));
    m_renewal->setToolTip(tr("Makes a new deal that is expected so many months after the closing date"));
    for (QWidget *each : {static_cast<QWidget *>(m_day), static_cast<QWidget *>(m_reasons),
                          static_cast<QWidget *>(m_competitor), static_cast<QWidget *>(m_note),
                          static_cast<QWidget *>(m_renewal)})
        listenTo(*each);
    for (const QLineEdit *each : {m_day, m_renewal})
        connect(each, &QLineEdit::textEdited, this, &StageForm::showRenewal);
    for (const QLineEdit *each : {m_day, m_competitor, m_note, m_renewal})
        connect(each, &QLineEdit::textEdited, this, &StageForm::keepDraft);
    connect(m_reasons, &ReasonList::itemSelectionChanged, this, &StageForm::keepDraft);
    const auto addRow = [this](QLabel *label, QWidget *editor) {
        label->setBuddy(editor);
        form().addRow(label, editor);
    };
    addRow(m_dayLabel, m_day);
    addRow(m_reasonLabel, m_reasons);
    addRow(m_competitorLabel, m_competitor);
    addRow(m_noteLabel, m_note);
    addRow(m_renewalLabel, m_renewal);
}

bool StageForm::isUntouched() const
{
    const std::vector<FieldRow *> all = fieldRows();
    const bool isFilled =
        std::any_of(all.begin(), all.end(), [](const FieldRow *fieldRow) { return fieldRow->isUnsaved(); });
    return !isFilled && m_note->text().isEmpty() && m_competitor->text().isEmpty()
        && m_renewal->text().isEmpty() && !m_reasons->reason()
        && m_day->text() == m_context.rules.display.day(m_today);
}

void StageForm::ask(const app::StageQuestion &question, const QString &what, QRect anchor, Then then)
{
    m_question = question;
    m_then = std::move(then);
    m_isAnswered = false;
    m_anchor = anchor;
    m_today = m_context.workspace.today();
    const QString today = m_context.rules.display.day(m_today);
    m_day->setText(today);
    m_day->setToolTip(tr("As you like: %1, yesterday, -3d, fri").arg(today));
    m_competitor->clear();
    m_note->clear();
    m_renewal->clear();
    showTitle(what);
    showHint({});
    showFields();
    m_reasons->showReasons(m_context.workspace.lookups().lostReasons);
    const bool isLost = question.stage.type == StageType::Lost;
    const auto offer = [](QWidget *label, QWidget *editor, bool isAsked) {
        label->setVisible(isAsked);
        editor->setVisible(isAsked);
    };
    offer(m_dayLabel, m_day, question.isClosing());
    offer(m_reasonLabel, m_reasons, isLost);
    const bool isAbove = question.asksFor(entityInfo(EntityKind::Deal).indexOf(u"competitor"));
    offer(m_competitorLabel, m_competitor, isLost && !isAbove);
    offer(m_noteLabel, m_note, question.isClosing());
    offer(m_renewalLabel, m_renewal, question.offersRenewal);
    takeUpDraft();
    if (!m_missing.empty())
        open(m_missing.front()->editor());
    else
        open(isLost ? static_cast<QWidget *>(m_reasons) : m_day);
    if (!isLost)
        m_day->selectAll();
}

void StageForm::showTitle(const QString &what)
{
    switch (m_question.stage.type) {
    case StageType::Won: FloatingPanel::showTitle(tr("Mark %1 as won").arg(what), tr("Mark as won")); break;
    case StageType::Lost:
        FloatingPanel::showTitle(tr("Mark %1 as lost").arg(what), tr("Mark as lost"));
        break;
    case StageType::Open:
    case StageType::OnHold:
        FloatingPanel::showTitle(tr("Move %1 to %2").arg(what, m_question.stage.name), tr("Move"));
        break;
    }
}

FieldRow *StageForm::addFieldRow(int row, int field)
{
    const app::InputField transition(EntityKind::Deal, field);
    auto *fieldRow = new FieldRow(transition, FieldRow::Saved::Together, m_context, this);
    fieldRow->hideLabel();
    fieldRow->editor()->begin(m_question.deal, {});
    listenTo(*fieldRow->editor());
    connect(fieldRow, &FieldRow::submitted, this, &StageForm::confirm);
    connect(fieldRow->editor(), &FieldEditor::edited, this, &StageForm::keepDraft);
    form().insertRow(row, new QLabel(transition.label(m_context.rules.display), this), fieldRow);
    return fieldRow;
}

// A row at the top for each missing field, and one for the value of a won deal.
void StageForm::showFields()
{
    for (FieldRow *fieldRow : std::exchange(m_missing, {}))
        form().removeRow(fieldRow);
    if (m_value)
        form().removeRow(std::exchange(m_value, nullptr));
    for (const int field : m_question.missing)
        m_missing.push_back(addFieldRow(int(m_missing.size()), field));
    std::vector<QWidget *> controls;
    for (const FieldRow *fieldRow : m_missing)
        controls.push_back(fieldRow->editor());
    controls.push_back(m_day);
    if (m_question.asksForValue()) {
        m_value = addFieldRow(int(m_missing.size()) + 1, entityInfo(EntityKind::Deal).indexOf(u"amount"));
        controls.push_back(m_value->editor());
    }
    controls.insert(controls.end(), {m_reasons, m_competitor, m_note, m_renewal});
    tabThrough(controls);
}

// Shows the resulting date while the months are typed.
void StageForm::showRenewal()
{
    const Result<int> months = renewalMonths();
    const Result<QDate> on = day();
    showHint(months && on && *months > 0
                 ? tr("A new deal, expected on %1").arg(m_context.rules.display.day(on->addMonths(*months)))
                 : QString());
}

// Next to the card where there is room, else over it; always within the parent.
void StageForm::place()
{
    placeBeside(m_anchor);
}

void StageForm::cancel()
{
    if (isVisible())
        m_context.drafts.discard(draftKey());
    m_then = {};
    FloatingPanel::cancel();
}

// Shows what is wrong with the fields, if anything. Returns whether they are complete.
bool StageForm::readFilled(StageTransition &transition)
{
    for (FieldRow *fieldRow : m_missing) {
        const auto values = fieldRow->editor()->values();
        const bool isEmpty = values && fieldRow->field().isEmptyIn(rowWith(m_question.deal, *values));
        if (!values || isEmpty) {
            showMistake(
                isEmpty ? tr("“%1” asks for it: %2.").arg(m_question.stage.name, fieldRow->accessibleName())
                        : m_context.rules.display.words(values.error().text),
                fieldRow->editor());
            return false;
        }
        transition.filled.insert(transition.filled.end(), values->begin(), values->end());
    }
    return true;
}

Result<QDate> StageForm::day() const
{
    const app::Display &display = m_context.rules.display;
    if (m_day->text() == display.day(m_today))
        return m_today;
    if (m_day->text().trimmed().isEmpty())
        return failure(ErrorCode::Invalid, Sentence::tr("When was it closed? The closing date is missing."));
    return parseTypedPastDate(m_day->text(), m_context.workspace.calendar());
}

Result<int> StageForm::renewalMonths() const
{
    const QString typed = m_renewal->text().trimmed();
    if (typed.isEmpty())
        return 0;
    bool isNumber = false;
    const int months = m_context.rules.display.locale().toInt(typed, &isNumber);
    if (!isNumber || months < 1 || months > mostRenewalMonths)
        return failure(
            ErrorCode::Invalid,
            Sentence::tr("In how many months, 1 to %1? “%2” is none.").arg(mostRenewalMonths).arg(typed));
    return months;
}

bool StageForm::readClosing(StageTransition &transition)
{
    const Result<QDate> on = day();
    if (!on) {
        showMistake(m_context.rules.display.words(on.error().text), m_day);
        return false;
    }
    if (const Result<> past = checkClosedBy(*on, m_context.workspace.today()); !past) {
        showMistake(m_context.rules.display.words(past.error().text), m_day);
        return false;
    }
    transition.on = *on;
    transition.note = m_note->text().trimmed();
    if (m_question.stage.type == StageType::Lost) {
        const LostReason *why = m_reasons->reason();
        if (why)
            transition.reason = why->id;
        if (const Result<> told = why ? checkNote(*why, transition.note) : Result<>(); !told) {
            showMistake(m_context.rules.display.words(told.error().text), m_note);
            return false;
        }
        transition.competitor = m_competitor->text().trimmed();
    }
    if (const Result<> complete = checkClosing(m_question.stage, transition); !complete) {
        showMistake(m_context.rules.display.words(complete.error().text), m_reasons);
        return false;
    }
    return true;
}

bool StageForm::readWon(StageTransition &transition)
{
    if (m_value && m_value->isUnsaved()) {
        const auto values = m_value->editor()->values();
        if (!values) {
            showMistake(m_context.rules.display.words(values.error().text), m_value->editor());
            return false;
        }
        for (const FieldValue &value : *values)
            transition.corrected.push_back({value.field, m_question.deal[size_t(value.field)], value.value});
        const Result<> complete =
            checkNeeds(m_question.stage, filledIn(fromRow<Deal>(m_question.deal), transition));
        if (!complete) { // it was emptied, though the stage requires it
            showMistake(m_context.rules.display.words(complete.error().text), m_value->editor());
            return false;
        }
    }
    const Result<int> months = renewalMonths();
    if (!months) {
        showMistake(m_context.rules.display.words(months.error().text), m_renewal);
        return false;
    }
    transition.renewalMonths = *months;
    return true;
}

void StageForm::confirm()
{
    StageTransition transition;
    if (!readFilled(transition) || (m_question.isClosing() && !readClosing(transition))
        || (m_question.stage.type == StageType::Won && !readWon(transition)))
        return;
    hide();
    m_context.drafts.discard(draftKey());
    m_isAnswered = true;
    if (const Then then = m_then) // m_then is kept in case the answer cannot be saved
        then(transition);
}

void StageForm::conclude(const std::optional<Error> &refusal)
{
    if (!std::exchange(m_isAnswered, false))
        return;
    if (refusal)
        askAgain(*refusal);
    else
        m_then = {};
}

std::vector<FieldRow *> StageForm::fieldRows() const
{
    std::vector<FieldRow *> all = m_missing;
    if (m_value)
        all.push_back(m_value);
    return all;
}

QString StageForm::draftKey() const
{
    return m_question.alone ? app::Drafts::key(u"stage", {EntityKind::Deal, m_question.alone.value})
                            : QString();
}

void StageForm::keepDraft()
{
    const QString key = draftKey();
    if (key.isEmpty() || isUntouched()) {
        m_context.drafts.discard(key);
        return;
    }
    QJsonObject draft;
    for (const QLineEdit *line : {m_day, m_competitor, m_note, m_renewal})
        draft.insert(line->objectName(), line->text());
    for (const FieldRow *fieldRow : fieldRows()) {
        if (fieldRow->isUnsaved())
            draft.insert(fieldRow->field().name(), fieldRow->editor()->typed());
    }
    if (const LostReason *why = m_reasons->reason())
        draft.insert(m_reasons->objectName(), why->id.value);
    m_context.drafts.keep(key, draft);
}

// Restores the input from before the window closed or the program crashed, for the parts that are asked for
// now.
void StageForm::takeUpDraft()
{
    const QJsonObject draft = m_context.drafts.find(draftKey());
    if (draft.isEmpty())
        return;
    for (QLineEdit *line : {m_day, m_competitor, m_note, m_renewal})
        line->setText(draft.value(line->objectName()).toString());
    for (const FieldRow *fieldRow : fieldRows()) {
        if (const QString typed = draft.value(fieldRow->field().name()).toString(); !typed.isEmpty())
            fieldRow->editor()->type(typed);
    }
    m_reasons->choose({draft.value(m_reasons->objectName()).toInteger()});
}

void StageForm::askAgain(const Error &why)
{
    if (why.code == ErrorCode::Conflict && m_value)
        form().removeRow(std::exchange(m_value, nullptr));
    QWidget *first = m_note;
    if (!m_question.isClosing())
        first = m_missing.front()->editor(); // otherwise there would have been no question
    open(first);
    showMistake(m_context.rules.display.words(why.text), first);
    keepDraft();
}

} // namespace headway::ui
