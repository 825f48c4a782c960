// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/importasked.h"

#include "app/text/display.h"
#include "app/text/plaintip.h"
#include "domain/records/record.h"
#include "domain/text/datetext.h"
#include "ui/controls/intosight.h"
#include "ui/controls/nowheelcombobox.h"
#include "ui/controls/remarklabel.h"
#include "ui/style/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

constexpr int mostAsked = 100;         // at once; the others come when these are answered
constexpr qsizetype mostColumns = 200; // to choose from
constexpr int lettersOfAnswer = 22;    // of a choice, which is wider where there is room

} // namespace

ImportAsked::ImportAsked(const app::Display &display, QWidget *parent)
    : QWidget(parent), m_display(display), m_labels(display, EntityKind::Contact, {}),
      m_title(new QLabel(tr("To be answered"))), m_grid(new QGridLayout), m_remark(new RemarkLabel(this))
{
    m_title->setFont(ui::font(TextSize::Body, Weight::Strong));
    m_grid->setHorizontalSpacing(space::medium);
    m_grid->setVerticalSpacing(space::small);
    m_grid->setColumnStretch(0, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    column->addWidget(m_title);
    column->addLayout(m_grid);
    column->addWidget(m_remark);
    hide();
}

ImportAsked::~ImportAsked() = default;

template <class Row>
void ImportAsked::drop(const Row &row)
{
    for (QWidget *part : std::initializer_list<QWidget *>{row.label, row.rows, row.choice}) {
        part->hide(); // it is deleted only later: one of its signals may have brought us here
        part->deleteLater();
    }
}

void ImportAsked::begin(EntityKind kind, const QStringList &columns, const Calendar &calendar,
                        transfer::GivenAnswers &answers, const std::vector<CustomField> &custom)
{
    m_kind = kind;
    m_labels = app::TargetLabels(m_display, kind, custom);
    m_columns = columns.mid(0, mostColumns);
    m_calendar = calendar;
    m_answers = &answers;
    for (const Asked &each : std::exchange(m_asked, {}))
        drop(each);
    for (const AskedName &each : std::exchange(m_names, {}))
        drop(each);
    m_remark->explain({});
    hide();
}

void ImportAsked::showAnswered(const QStringList &columns)
{
    showQuestions(m_answers->answered(columns));
    for (const auto &[key, known] : m_known) {
        if (std::get<0>(key) == m_kind)
            askName(known.first);
    }
    showWhole();
}

void ImportAsked::showQuestions(const std::vector<transfer::ImportQuestion> &questions)
{
    const auto isSame = [](const transfer::ImportQuestion &a, const transfer::ImportQuestion &b) {
        return a.about == b.about && a.target == b.target && a.column == b.column
            && a.text.compare(b.text, Qt::CaseInsensitive) == 0;
    };
    std::erase_if(m_asked, [&](const Asked &each) {
        const bool stays = isAnswered(each)
            || std::any_of(questions.begin(), questions.end(),
                           [&](const auto &question) { return isSame(question, each.question); });
        if (!stays)
            drop(each);
        return !stays;
    });
    int left = 0;
    for (const transfer::ImportQuestion &question : questions) {
        const auto known = std::find_if(m_asked.begin(), m_asked.end(),
                                        [&](const Asked &each) { return isSame(each.question, question); });
        if (known != m_asked.end())
            known->rows->setText(rowsText(question.rows));
        else if (int(m_asked.size()) < mostAsked)
            ask(question);
        else
            ++left;
    }
    const bool isKept = std::any_of(questions.begin(), questions.end(), transfer::isKeptAsText);
    QStringList remarks;
    if (left > 0)
        remarks += left == 1 ? tr("… and 1 more question")
                             : tr("… and %1 more questions").arg(m_display.number(left));
    if (isKept)
        remarks += tr("What is not understood stays with its row as text.");
    m_remark->explain(remarks.join(u' '));
    showWhole();
}

void ImportAsked::ask(const transfer::ImportQuestion &question)
{
    const QString words = m_display.words(transfer::sentenceOf(question));
    Asked asked{.question = question,
                .answers = transfer::answersTo(question, m_columns, m_calendar.today),
                .label = addText(words),
                .rows = new QLabel(rowsText(question.rows)),
                .choice = addChoice(words)};
    addAnswers(asked);
    addRow(asked.label, asked.rows, asked.choice);
    connect(asked.choice, &QComboBox::activated, this, [this, question, answers = asked.answers](int index) {
        if (index > 0 && size_t(index) <= answers.size())
            choose(question, answers[size_t(index) - 1]);
    });
    if (const QLineEdit *line = asked.choice->lineEdit())
        connect(line, &QLineEdit::editingFinished, this,
                [this, question, choice = asked.choice] { take(question, choice->currentText()); });
    m_asked.push_back(std::move(asked));
}

void ImportAsked::addAnswers(Asked &asked) const
{
    const transfer::ImportQuestion &question = asked.question;
    const bool isTyped = transfer::mayBeTyped(question);
    asked.choice->addItem(isTyped ? QString() : tr("– please choose –"));
    for (const transfer::Answer &answer : asked.answers)
        asked.choice->addItem(textOf(question, answer));
    if (isTyped) {
        asked.choice->setEditable(true);
        asked.choice->setInsertPolicy(QComboBox::NoInsert);
        asked.choice->lineEdit()->setAccessibleName(asked.choice->accessibleName());
        asked.choice->lineEdit()->setPlaceholderText(question.about
                                                             == transfer::ImportQuestion::About::ActivityDay
                                                         ? tr("a day, or a choice")
                                                         : tr("type what is meant, or choose"));
    }
    const transfer::Answer *given = m_answers->to(question);
    if (!given)
        return;
    const auto place = std::find(asked.answers.begin(), asked.answers.end(), *given);
    if (place != asked.answers.end())
        asked.choice->setCurrentIndex(int(place - asked.answers.begin()) + 1);
    else
        asked.choice->setCurrentText(textOf(question, *given));
}

QString ImportAsked::textOf(const transfer::ImportQuestion &question, const transfer::Answer &answer) const
{
    using About = transfer::ImportQuestion::About;
    if (answer.is == transfer::Answer::Is::Choice && question.about == About::Misfit)
        return tr("take it as “%1” all the same").arg(m_labels.label(answer.code));
    if (answer.is == transfer::Answer::Is::Choice && question.about == About::Groups)
        return m_labels.label(answer.code);
    const EntityInfo &info = entityInfo(m_kind);
    const int field = info.indexOf(question.target);
    const bool isChoice = answer.is == transfer::Answer::Is::Choice && field >= 0
        && info.field(field).type == FieldType::Choice;
    if (isChoice)
        return m_display.choice(info.field(field), answer.code);
    const Sentence words = transfer::sentenceOf(question, answer);
    return words.isEmpty() ? answer.code : m_display.words(words);
}

// Where a column goes is shown, and kept, with the other columns.
void ImportAsked::choose(const transfer::ImportQuestion &question, const transfer::Answer &answer)
{
    using Is = transfer::Answer::Is;
    takeBackSent(question, answer);
    if (!transfer::isOfColumn(question, answer)) {
        m_answers->give(question, answer);
    } else {
        m_answers->withdraw(question); // what was said otherwise
        const bool isColumn = answer.is == Is::Column;
        Q_EMIT columnSent(isColumn ? answer.code : question.column,
                          isColumn                       ? question.target
                              : answer.is == Is::Nothing ? QString()
                                                         : answer.code);
    }
    Q_EMIT changed();
}

// Another column than before, or none: the one of before stays out.
void ImportAsked::takeBackSent(const transfer::ImportQuestion &question, const transfer::Answer &answer)
{
    const auto asked = std::find_if(m_asked.begin(), m_asked.end(),
                                    [&](const Asked &each) { return each.question == question; });
    if (asked == m_asked.end())
        return;
    const bool isOfColumn = transfer::isOfColumn(question, answer);
    const bool isColumn = isOfColumn && answer.is == transfer::Answer::Is::Column;
    const bool isOut = isOfColumn && answer.is == transfer::Answer::Is::Nothing;
    const QString before = std::exchange(asked->sent, isColumn ? answer.code : QString());
    const bool isBack = !before.isEmpty() && before != asked->sent;
    const bool wasOut = std::exchange(asked->isLeftOut, isOut);
    if (isBack)
        Q_EMIT columnSent(before, {});
    if (wasOut && !isOfColumn) // it goes again where it went
        Q_EMIT columnSent(question.column, question.target);
}

void ImportAsked::take(const transfer::ImportQuestion &question, const QString &typed)
{
    const auto asked = std::find_if(m_asked.begin(), m_asked.end(),
                                    [&](const Asked &each) { return each.question == question; });
    if (asked == m_asked.end())
        return;
    const QString text = typed.trimmed();
    if (const int index = asked->choice->findText(text); index > 0) { // one of the choices
        const transfer::Answer &answer = asked->answers[size_t(index) - 1];
        const transfer::Answer *given = m_answers->to(question);
        if (!given || *given != answer)
            choose(question, answer);
        return;
    }
    if (text.isEmpty()) {
        const bool wasOut = std::exchange(asked->isLeftOut, false);
        if (wasOut || m_answers->to(question)) {
            m_answers->withdraw(question);
            if (wasOut)
                Q_EMIT columnSent(question.column, question.target);
            Q_EMIT changed();
        }
        return;
    }
    transfer::Answer answer{transfer::Answer::Is::Typed, text};
    if (question.about == transfer::ImportQuestion::About::ActivityDay) {
        const auto day = parseTypedDate(text, m_calendar);
        if (!day) {
            m_remark->refuse(m_display.words(day.error().text));
            return;
        }
        answer.code = day->toString(Qt::ISODate);
    }
    const transfer::Answer *given = m_answers->to(question);
    if (given && *given == answer)
        return;
    m_remark->explain({});
    choose(question, answer);
}

bool ImportAsked::offerNames(const std::vector<transfer::NearName> &names)
{
    const size_t askedBefore = m_names.size();
    for (const transfer::NearName &name : names) {
        const auto known = std::find_if(m_names.begin(), m_names.end(), [&](const AskedName &asked) {
            return asked.name.target == name.target && asked.name.text == name.text;
        });
        if (known == m_names.end())
            askName(name);
    }
    showWhole();
    return m_names.size() > askedBefore;
}

void ImportAsked::askName(const transfer::NearName &name)
{
    AskedName asked{.name = name,
                    .label = addText(tr("“%1”").arg(name.text)),
                    .rows = new QLabel(rowsText(name.rows)),
                    .choice = addChoice(tr("What “%1” is").arg(name.text))};
    asked.choice->addItem(tr("is “%1”").arg(name.known), name.known);
    if (name.target == "name"_L1) { // of the row's own record, which goes in in any case
        asked.choice->addItem(tr("is another one"), name.text);
    } else {
        const auto meant = app::kindMeantBy(m_kind, name.target);
        asked.choice->addItem(
            tr("is a new %1").arg(meant ? m_display.kindName(*meant) : m_labels.label(name.target)),
            name.text);
        asked.choice->addItem(tr("is not known: it stays as text"), QString());
    }
    const std::tuple key(m_kind, name.target, name.text);
    if (const auto known = m_known.find(key); known != m_known.end())
        asked.choice->setCurrentIndex(std::max(0, asked.choice->findData(known->second.second)));
    addRow(asked.label, asked.rows, asked.choice);
    connect(asked.choice, &QComboBox::activated, this, [this, key, name, choice = asked.choice] {
        m_known.insert_or_assign(key, std::pair(name, choice->currentData().toString()));
        Q_EMIT changed();
    });
    m_names.push_back(asked);
}

void ImportAsked::showTargets(const QStringList &targets)
{
    m_targets = targets;
    for (const AskedName &each : m_names) {
        for (QWidget *part : std::initializer_list<QWidget *>{each.label, each.rows, each.choice})
            part->setVisible(targets.contains(each.name.target));
    }
}

void ImportAsked::write(transfer::ImportRequest &request) const
{
    for (const AskedName &each : m_names) {
        const QString meant = each.choice->currentData().toString();
        if (!meant.isEmpty() && m_targets.contains(each.name.target))
            request.values.push_back({each.name.target, each.name.text, meant});
    }
}

bool ImportAsked::isAnswered(const Asked &asked) const
{
    return m_answers->to(asked.question) != nullptr;
}

void ImportAsked::focusFirstOpen()
{
    const auto open =
        std::find_if(m_asked.begin(), m_asked.end(), [this](const Asked &each) { return !isAnswered(each); });
    QComboBox *choice = open != m_asked.end() ? open->choice
        : !m_names.empty()                    ? m_names.front().choice
                                              : nullptr;
    if (!choice)
        return;
    choice->show(); // one that was just made is not seen yet, and takes no keyboard
    choice->setFocus(Qt::OtherFocusReason);
    bringIntoSight(*choice);
}

void ImportAsked::showWhole()
{
    setVisible(!m_asked.empty() || !m_names.empty());
}

void ImportAsked::addRow(QLabel *label, QLabel *rows, QComboBox *choice)
{
    const int row = m_grid->rowCount();
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(rows, row, 1, Qt::AlignVCenter);
    m_grid->addWidget(choice, row, 2);
}

QComboBox *ImportAsked::addChoice(const QString &name)
{
    auto *choice = new NoWheelComboBox;
    choice->setAccessibleName(name);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(lettersOfAnswer);
    return choice;
}

QLabel *ImportAsked::addText(const QString &text)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setText(text);
    label->setToolTip(app::plainTip(text));
    QSizePolicy policy =
        label->sizePolicy(); // a column's name of 500 letters must not push the answers aside
    policy.setHorizontalPolicy(QSizePolicy::Ignored);
    label->setSizePolicy(policy);
    return label;
}

QString ImportAsked::rowsText(qint64 rows) const
{
    return rows == 1 ? tr("1 row") : tr("%1 rows").arg(m_display.number(rows));
}

} // namespace headway::ui
