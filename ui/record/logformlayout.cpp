// SPDX-License-Identifier: GPL-3.0-or-later
// The layout of the log form; its behaviour is in logform.cpp.
#include "ui/controls/chiprow.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/formscrollarea.h"
#include "ui/controls/remarklabel.h"
#include "ui/controls/textarea.h"
#include "ui/record/finishchip.h"
#include "ui/record/logform.h"
#include "ui/record/whenrow.h"
#include "ui/style/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastTextLines = 4;
constexpr int mostTextLines = 7;

QLabel *makeLabel(const QString &text, QWidget *buddy, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(ui::font(TextSize::Small));
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setBuddy(buddy);
    buddy->setAccessibleName(text);
    return label;
}

} // namespace

void LogForm::makeParts()
{
    m_heading = new ElidedLabel(this);
    m_heading->setFont(ui::font(TextSize::Small, Weight::Strong));
    m_kinds = new ChipRow(ChipRow::Choose::One, m_body);
    m_kinds->setObjectName(u"kinds"_s);
    m_kinds->setAccessibleName(tr("Kind"));
    m_picker = new SubjectPicker(m_context.workspace, m_context.rules.display, m_body);
    m_when = new WhenRow(m_input.time(), m_context.rules, m_body);
    m_finishing = new FinishChip(m_body);
    m_title = new QLineEdit(m_body);
    m_title->setAccessibleName(tr("Subject"));
    m_title->setFont(ui::font(TextSize::Body, Weight::Strong));
    m_outcomeRow = new ChipRow(ChipRow::Choose::One, m_body);
    m_outcomeRow->setObjectName(u"outcomes"_s);
    m_outcomeRow->setAccessibleName(tr("Outcome"));
    m_wish = new RemarkLabel(m_body);
    m_wish->setObjectName(u"wish"_s);
    m_move = new RemarkLabel(m_body);
    m_move->setObjectName(u"move"_s);
    m_text = new TextArea(m_body);
    m_text->setMinimumHeight(leastTextLines * m_text->fontMetrics().lineSpacing() + space::large);
    m_text->setMaximumHeight(mostTextLines * m_text->fontMetrics().lineSpacing() + space::large);
    m_place = new QLineEdit(m_body);
    m_place->setObjectName(u"place"_s);
    m_place->setAccessibleName(tr("Place"));
    m_place->setPlaceholderText(tr("Place"));
    m_dayRow = new ChipRow(ChipRow::Choose::One, m_body);
    m_dayRow->setObjectName(u"days"_s);
    m_dayLabel = makeLabel(tr("Follow up in"), m_dayRow, m_body);
    m_dayLine = new QLineEdit(m_body);
    m_dayLine->setPlaceholderText(tr("fri, +2w, 12 May …"));
    m_dayLine->setAccessibleName(tr("Day"));
    m_more = new FlatButton(FlatButton::Kind::Link, this);
    m_more->setObjectName(u"more"_s);
    m_problem = new RemarkLabel(this);
    m_problem->setObjectName(u"problem"_s);
    m_save = new FlatButton(FlatButton::Kind::Accent, this);
    m_save->setObjectName(u"save"_s);
    m_save->setToolTip(tr("Save everything as one step (Ctrl+Enter)"));
}

// The foot stays in sight where the form does not fit; what is above it scrolls.
void LogForm::build()
{
    m_body = new QWidget(this);
    makeParts();
    auto *close = new FlatButton(FlatButton::Kind::Quiet, this);
    close->setText(u"×"_s);
    close->setToolTip(tr("Close; what is typed is kept (Esc)"));
    close->setAccessibleName(tr("Close"));
    close->setFocusPolicy(Qt::NoFocus);
    connect(close, &QAbstractButton::clicked, this, &LogForm::dismiss);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::large, space::small, space::large, 0);
    head->addWidget(m_heading, 1);
    head->addWidget(close);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(space::large, space::hair, space::large, space::hair);
    body->setSpacing(space::small);
    placeParts(*body);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_more);
    buttons->addStretch(1);
    buttons->addWidget(m_save);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(space::large, space::hair, space::large, space::medium);
    foot->setSpacing(space::hair);
    foot->addWidget(m_problem);
    foot->addLayout(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(head);
    m_area = new FormScrollArea(m_body, this);
    m_body->show(); // the area is hidden with it
    column->addWidget(m_area);
    column->addLayout(foot);
    listen();
    hide();
}

void LogForm::placeParts(QBoxLayout &body)
{
    QWidget *const people = buildPeople();
    QWidget *const extras = buildExtras();
    for (QWidget *part : std::initializer_list<QWidget *>{m_kinds, m_picker, m_wish, m_when, m_finishing,
                                                          m_title, m_outcomeRow, m_move, m_text, m_place,
                                                          m_dayLabel, m_dayRow, m_dayLine, people, extras})
        body.addWidget(part);
    QWidget *last = m_kinds;
    for (QWidget *next : std::initializer_list<QWidget *>{
             m_picker, m_when, m_finishing->removeButton(), m_title, m_outcomeRow, m_text, m_place, m_dayRow,
             m_dayLine, m_people, m_more, m_duration, m_watch, m_direction, m_save}) {
        setTabOrder(last, next);
        last = next;
    }
}

void LogForm::listen()
{
    for (QWidget *part : findChildren<QWidget *>()) // its keys work in every part
        part->installEventFilter(this);
    connect(m_save, &QAbstractButton::clicked, this, &LogForm::save);
    connect(m_kinds, &ChipRow::chosen, this, &LogForm::chooseKind);
    connect(m_picker, &SubjectPicker::chosen, this, &LogForm::chooseSubject);
    connect(m_picker, &SubjectPicker::entered, this, &LogForm::takeFocus);
    connect(m_when, &WhenRow::changed, this, &LogForm::changeTime);
    connect(m_when, &WhenRow::entered, this, &LogForm::takeFocus);
    connect(m_finishing, &FinishChip::removed, this, &LogForm::logSeparately);
    connect(m_outcomeRow, &ChipRow::chosen, this, &LogForm::chooseOutcome);
    connect(m_dayRow, &ChipRow::chosen, this, &LogForm::chooseFollowUp);
    connect(m_duration, &QLineEdit::textEdited, this, [this] {
        offerStopwatch();
        keepDraft();
    });
    connect(m_dayLine, &QLineEdit::textEdited, this, &LogForm::readFollowUpDate);
    connect(m_text, &QPlainTextEdit::textChanged, this, &LogForm::keepDraft);
    connect(m_title, &QLineEdit::textEdited, this, &LogForm::keepDraft);
    connect(m_place, &QLineEdit::textEdited, this, &LogForm::keepDraft);
    connect(m_watch, &QAbstractButton::clicked, this, &LogForm::toggleStopwatch);
    connect(m_more, &QAbstractButton::clicked, this,
            [this] { showExtras(isExtended() ? Extent::Brief : Extent::Whole); });
}

QWidget *LogForm::buildPeople()
{
    m_peoplePart = new QWidget(m_body);
    m_people = new ChipRow(ChipRow::Choose::Many, m_peoplePart);
    m_people->setObjectName(u"people"_s);
    auto *row = new QHBoxLayout(m_peoplePart);
    row->setContentsMargins({});
    row->setSpacing(space::small);
    row->addWidget(makeLabel(tr("With"), m_people, m_peoplePart), 0, Qt::AlignTop);
    row->addWidget(m_people, 1);
    return m_peoplePart;
}

QWidget *LogForm::buildExtras()
{
    m_extras = new QWidget(m_body);
    m_duration = new QLineEdit(m_extras);
    m_duration->setObjectName(u"duration"_s);
    m_watch = new FlatButton(FlatButton::Kind::Quiet, m_extras);
    m_watch->setObjectName(u"stopwatch"_s);
    m_watch->showIcon(u"chronometer"_s);
    m_watch->setText(tr("Start"));
    m_watch->setToolTip(tr("Measure how long it takes"));
    m_direction = new ChipRow(ChipRow::Choose::One, m_extras);
    m_direction->showChips({{tr("Outgoing")}, {tr("Incoming")}});
    m_directionLabel = makeLabel(tr("Direction"), m_direction, m_extras);

    auto *grid = new QGridLayout(m_extras);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(space::small);
    grid->setVerticalSpacing(space::hair + 2);
    grid->addWidget(makeLabel(tr("Duration"), m_duration, m_extras), 0, 0);
    grid->addWidget(m_duration, 0, 1);
    grid->addWidget(m_watch, 0, 2);
    grid->addWidget(m_directionLabel, 1, 0);
    grid->addWidget(m_direction, 1, 1, 1, 2);
    grid->setColumnStretch(1, 1);
    m_extras->hide();
    return m_extras;
}

bool LogForm::isExtended() const
{
    return !m_extras->isHidden();
}

// Who takes part is asked at once of what is planned.
void LogForm::showExtras(Extent extent)
{
    const bool isWhole = extent == Extent::Whole && m_input.hasDuration();
    m_extras->setVisible(isWhole);
    m_directionLabel->setVisible(m_input.hasDirection());
    m_direction->setVisible(m_input.hasDirection());
    const bool hasPeople = m_people->count() > 0 && m_input.hasParticipants();
    m_peoplePart->setVisible(hasPeople && (isWhole || m_input.isPlanning()));
    m_more->setVisible(m_input.hasDuration());
    m_more->setText(isWhole ? tr("Less") : tr("More…"));
    m_more->setToolTip(m_input.hasDirection() ? tr("How long, direction, who took part") : tr("How long"));
}

} // namespace headway::ui
