// SPDX-License-Identifier: GPL-3.0-or-later
// The layout of the log form; its behaviour is in logform.cpp.
#include "ui/controls/chiprow.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/flatbutton.h"
#include "ui/record/logform.h"
#include "ui/style/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

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
    m_title = new QLineEdit(this);
    m_title->setAccessibleName(tr("Subject"));
    m_title->setFont(ui::font(TextSize::Body, Weight::Strong));
    m_outcomeRow = new ChipRow(ChipRow::Choose::One, this);
    m_outcomeRow->setAccessibleName(tr("Outcome"));
    m_text = new QPlainTextEdit(this);
    m_text->setAccessibleName(tr("Text"));
    m_text->setPlaceholderText(tr("What was said?"));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(leastTextLines * m_text->fontMetrics().lineSpacing() + space::large);
    m_text->setMaximumHeight(mostTextLines * m_text->fontMetrics().lineSpacing() + space::large);
    m_happened = new ChipRow(ChipRow::Choose::One, this);
    m_happenedLabel = makeLabel(tr("Happened"), m_happened, this);
    m_dayRow = new ChipRow(ChipRow::Choose::One, this);
    m_dayRow->setObjectName(u"days"_s);
    m_dayLabel = makeLabel(tr("Follow up in"), m_dayRow, this);
    m_dayLine = new QLineEdit(this);
    m_dayLine->setPlaceholderText(tr("fri, +2w, 12.5. …"));
    m_dayLine->setAccessibleName(tr("Day"));
    m_more = new FlatButton(FlatButton::Kind::Link, this);
    m_more->setObjectName(u"more"_s);
    m_problem = new QLabel(this);
    m_problem->setWordWrap(true);
    m_problem->setFont(ui::font(TextSize::Small));
    m_save = new FlatButton(FlatButton::Kind::Accent, this);
    m_save->setToolTip(tr("Save everything as one step (Ctrl+Enter)"));
}

void LogForm::build()
{
    makeParts();
    auto *close = new FlatButton(FlatButton::Kind::Quiet, this);
    close->setText(u"×"_s);
    close->setToolTip(tr("Close; what is typed is kept (Esc)"));
    close->setAccessibleName(tr("Close"));
    close->setFocusPolicy(Qt::NoFocus);
    connect(close, &QAbstractButton::clicked, this, &LogForm::dismiss);
    auto *head = new QHBoxLayout;
    head->addWidget(m_heading, 1);
    head->addWidget(close);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_more);
    foot->addStretch(1);
    foot->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::large, space::small, space::large, space::large);
    column->setSpacing(space::small);
    column->addLayout(head);
    column->addWidget(m_title);
    column->addWidget(m_outcomeRow);
    column->addWidget(m_text, 1);
    column->addWidget(m_happenedLabel);
    column->addWidget(m_happened);
    column->addWidget(m_dayLabel);
    column->addWidget(m_dayRow);
    column->addWidget(m_dayLine);
    column->addWidget(buildExtras());
    column->addWidget(m_problem);
    column->addLayout(foot);
    QWidget *last = m_title;
    for (QWidget *next :
         std::initializer_list<QWidget *>{m_outcomeRow, m_text, m_happened, m_dayRow, m_dayLine, m_more,
                                          m_when, m_duration, m_watch, m_direction, m_people, m_save}) {
        setTabOrder(last, next);
        last = next;
    }
    showExtras(Extent::Brief);
    listen();
    hide();
}

void LogForm::listen()
{
    for (QWidget *part : findChildren<QWidget *>()) // its keys work in every part
        part->installEventFilter(this);
    connect(m_save, &QAbstractButton::clicked, this, &LogForm::save);
    connect(m_outcomeRow, &ChipRow::chosen, this, &LogForm::chooseOutcome);
    connect(m_happened, &ChipRow::chosen, this, &LogForm::chooseHappened);
    connect(m_dayRow, &ChipRow::chosen, this, &LogForm::chooseFollowUp);
    connect(m_duration, &QLineEdit::textEdited, this, &LogForm::offerStopwatch);
    connect(m_dayLine, &QLineEdit::textEdited, this, &LogForm::readFollowUpDate);
    connect(m_text, &QPlainTextEdit::textChanged, this, &LogForm::keepDraft);
    connect(m_title, &QLineEdit::textEdited, this, &LogForm::keepDraft);
    connect(m_when, &QLineEdit::textEdited, this, [this] {
        const bool isPlain =
            m_when->text().isEmpty() || app::readMoment(m_when->text(), m_context.rules).has_value();
        showProblem(isPlain ? QString() : tr("When? For example: yesterday 14:30."));
        showSaveText();
        keepDraft();
    });
    connect(m_watch, &QAbstractButton::clicked, this, &LogForm::toggleStopwatch);
    connect(m_more, &QAbstractButton::clicked, this,
            [this] { showExtras(m_extras->isHidden() ? Extent::Whole : Extent::Brief); });
}

QWidget *LogForm::buildExtras()
{
    m_extras = new QWidget(this);
    m_when = new QLineEdit(m_extras);
    m_when->setObjectName(u"when"_s);
    m_when->setPlaceholderText(tr("now"));
    m_duration = new QLineEdit(m_extras);
    m_duration->setObjectName(u"duration"_s);
    m_duration->setPlaceholderText(tr("20, 1:30 …"));
    m_watch = new FlatButton(FlatButton::Kind::Quiet, m_extras);
    m_watch->setObjectName(u"stopwatch"_s);
    m_watch->showIcon(u"chronometer"_s);
    m_watch->setText(tr("Start"));
    m_watch->setToolTip(tr("Measure how long it takes"));
    m_direction = new ChipRow(ChipRow::Choose::One, m_extras);
    m_direction->showChips({{tr("Outgoing")}, {tr("Incoming")}});
    m_people = new ChipRow(ChipRow::Choose::Many, m_extras);
    m_peopleLabel = makeLabel(tr("With"), m_people, m_extras);

    auto *grid = new QGridLayout(m_extras);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(space::small);
    grid->setVerticalSpacing(space::hair + 2);
    grid->addWidget(makeLabel(tr("When"), m_when, m_extras), 0, 0);
    grid->addWidget(m_when, 0, 1, 1, 2);
    grid->addWidget(makeLabel(tr("Duration"), m_duration, m_extras), 1, 0);
    grid->addWidget(m_duration, 1, 1);
    grid->addWidget(m_watch, 1, 2);
    grid->addWidget(makeLabel(tr("Direction"), m_direction, m_extras), 2, 0);
    grid->addWidget(m_direction, 2, 1, 1, 2);
    grid->addWidget(m_peopleLabel, 3, 0, Qt::AlignTop);
    grid->addWidget(m_people, 3, 1, 1, 2);
    grid->setColumnStretch(1, 1);
    return m_extras;
}

void LogForm::showExtras(Extent extent)
{
    m_extras->setVisible(extent == Extent::Whole);
    const bool hasPeople = m_people->count() > 0;
    m_people->setVisible(hasPeople);
    m_peopleLabel->setVisible(hasPeople);
    m_more->setText(extent == Extent::Whole ? tr("Less") : tr("More…"));
    m_more->setToolTip(tr("When, how long, direction, who took part"));
}

} // namespace headway::ui
