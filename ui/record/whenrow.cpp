// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/whenrow.h"

#include "ui/controls/chiprow.h"
#include "ui/style/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

using Choice = app::ActivityTime::Choice;

} // namespace

WhenRow::WhenRow(app::ActivityTime &time, const app::InputRules &rules, QWidget *parent)
    : QWidget(parent), m_time(time), m_rules(rules), m_chips(new ChipRow(ChipRow::Choose::One, this)),
      m_line(new QLineEdit(this)), m_echo(new QLabel(this))
{
    m_chips->setObjectName(u"times"_s);
    m_chips->setAccessibleName(tr("When"));
    m_line->setObjectName(u"when"_s);
    m_line->setAccessibleName(tr("Day and time"));
    m_line->setPlaceholderText(tr("fri 14:00, fri 14-15:30 …"));
    m_echo->setObjectName(u"echo"_s);
    m_echo->setFont(ui::font(TextSize::Small));
    m_echo->setForegroundRole(QPalette::PlaceholderText);
    m_echo->setTextFormat(Qt::PlainText);
    m_echo->setWordWrap(true);
    m_echo->setAlignment(leadingEdge());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::hair);
    column->addWidget(m_chips);
    column->addWidget(m_line);
    column->addWidget(m_echo);
    setFocusProxy(m_chips);
    setFocusPolicy(m_chips->focusPolicy()); // else it has no place in the order of tabs
    setTabOrder(m_chips, m_line);
    connect(m_chips, &ChipRow::chosen, this, &WhenRow::pick);
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_time.type(text);
        showLine();
        Q_EMIT changed();
    });
    connect(m_line, &QLineEdit::returnPressed, this, &WhenRow::entered);
}

WhenRow::~WhenRow() = default;

// A task is due on a day, by the digit of how far that is; everything else has a letter, since digits are outcomes
// and follow-ups there.
Chip WhenRow::chipOf(Choice choice) const
{
    const auto tip = [this, choice](const QString &key) {
        return u"%1 (Alt+%2)"_s.arg(m_time.echo(choice), key);
    };
    const app::Display &display = m_rules.display;
    const bool isTask = m_time.purpose() == app::ActivityTime::Purpose::Task;
    const auto chip = [&tip](const QString &text, const QString &key) { return Chip{text, key, tip(key)}; };
    switch (choice) {
    case Choice::Now: return chip(tr("Now"), tr("N", "key for now"));
    case Choice::AsPlanned: {
        const QString key = tr("P", "key for the planned time");
        const auto planned = m_time.spanOf(choice);
        const QString then = planned->isWholeDay ? display.day(planned->day) : display.moment(planned->at);
        return {then, key, tr("When it was planned for (Alt+%1)").arg(key)};
    }
    case Choice::LaterToday: {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(m_time.spanOf(choice)->at.ms, display.zone());
        const QString clock = display.locale().toString(at.time(), QLocale::ShortFormat);
        return chip(tr("Today %1").arg(clock), tr("T", "key for later today"));
    }
    case Choice::Today: return chip(tr("Today"), u"0"_s);
    case Choice::Tomorrow: return chip(tr("Tomorrow"), isTask ? u"1"_s : tr("M", "key for tomorrow"));
    case Choice::InThreeDays: return chip(tr("3 days"), u"3"_s);
    case Choice::InSevenDays: return chip(tr("7 days"), u"7"_s);
    case Choice::Typed: break;
    }
    const QString key = tr("W", "key for typing when");
    return {tr("Type a day…"), key,
            tr("Any day, with or without a time: fri 14:00, fri 14-15:30, +2w (Alt+%1)").arg(key)};
}

void WhenRow::showTime()
{
    m_choices = m_time.offered();
    std::vector<Chip> chips;
    for (const Choice choice : m_choices)
        chips.push_back(chipOf(choice));
    m_chips->showChips(chips);
    showLine();
}

void WhenRow::showLine()
{
    const auto chosen = std::find(m_choices.begin(), m_choices.end(), m_time.choice());
    m_chips->choose(int(chosen - m_choices.begin()));
    const bool isTyped = m_time.choice() == Choice::Typed;
    m_line->setVisible(isTyped);
    if (isTyped && m_line->text() != m_time.typed())
        m_line->setText(m_time.typed());
    const QString echo = isTyped ? m_time.echo(Choice::Typed) : QString();
    m_echo->setText(echo);
    m_echo->setVisible(!echo.isEmpty());
    m_line->setAccessibleDescription(echo);
}

// A chip that is pressed again stays chosen: it is always some time.
void WhenRow::pick(int chip)
{
    const Choice choice = m_choices[size_t(chip)];
    m_time.choose(choice);
    showLine();
    if (choice == Choice::Typed) {
        m_line->setFocus(Qt::OtherFocusReason);
        m_line->selectAll();
    }
    Q_EMIT changed();
}

// The day of a task is typed after the same letter as that of a follow-up, too.
bool WhenRow::press(const QString &key)
{
    const bool isTask = m_time.purpose() == app::ActivityTime::Purpose::Task;
    const bool isDate = isTask && tr("D", "key for a date").compare(key, Qt::CaseInsensitive) == 0;
    return m_chips->press(isDate ? tr("W", "key for typing when") : key);
}

void WhenRow::takeFocus()
{
    if (m_line->isVisibleTo(this))
        m_line->setFocus(Qt::OtherFocusReason);
    else
        m_chips->setFocus(Qt::OtherFocusReason);
}

} // namespace headway::ui
