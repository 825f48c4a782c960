// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/closingform.h"

#include "app/workspace.h"
#include "domain/datetext.h"
#include "ui/theme.h"

#include <QApplication>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QVBoxLayout>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int panelWidth = 320;
constexpr int mostDigits = 9;

int reasonHeight()
{
    return QFontMetrics(ui::font(TextSize::Body)).height() + 6;
}

} // namespace

ClosingForm::ClosingForm(const app::Workspace &workspace, const app::Display &display, QWidget *parent)
    : FloatingPanel(panelWidth, parent), m_workspace(workspace), m_display(display),
      m_day(new QLineEdit(this)), m_reasonLabel(new QLabel(tr("&Reason"), this)),
      m_reasons(new QListWidget(this)), m_competitorLabel(new QLabel(tr("&Competitor"), this)),
      m_competitor(new QLineEdit(this)), m_note(new QLineEdit(this))
{
    build();
    // Who goes elsewhere has changed his mind, unless something typed would be lost.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (isVisible() && now && now != this && !isAncestorOf(now) && isUntouched())
            cancel();
    });
}

ClosingForm::~ClosingForm()
{
    disconnect(qApp, nullptr, this, nullptr); // ~QWidget gives up the focus when this is no form any more
}

void ClosingForm::build()
{
    m_day->setObjectName(u"closed-on"_s);
    m_reasons->setObjectName(u"reason"_s);
    m_reasons->setAccessibleName(tr("Reason"));
    m_reasons->setFrameShape(QFrame::StyledPanel);
    m_reasons->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_reasons->setUniformItemSizes(true);
    m_competitor->setObjectName(u"competitor"_s);
    m_note->setObjectName(u"note"_s);
    for (QWidget *each : {static_cast<QWidget *>(m_day), static_cast<QWidget *>(m_reasons),
                          static_cast<QWidget *>(m_competitor), static_cast<QWidget *>(m_note)})
        each->installEventFilter(this);

    auto *dayLabel = new QLabel(tr("C&losed on"), this);
    auto *noteLabel = new QLabel(tr("&Note"), this);
    dayLabel->setBuddy(m_day);
    m_reasonLabel->setBuddy(m_reasons);
    m_competitorLabel->setBuddy(m_competitor);
    noteLabel->setBuddy(m_note);
    form().addRow(dayLabel, m_day);
    form().addRow(m_reasonLabel, m_reasons);
    form().addRow(m_competitorLabel, m_competitor);
    form().addRow(noteLabel, m_note);
}

bool ClosingForm::isUntouched() const
{
    return m_note->text().isEmpty() && m_competitor->text().isEmpty() && !reason()
        && m_day->text() == m_display.day(m_today);
}

void ClosingForm::ask(const Stage &stage, const QString &what, QRect anchor, Then then)
{
    m_stage = stage;
    m_then = std::move(then);
    m_anchor = anchor;
    m_today = m_workspace.today();
    m_lostReasons.clear();
    for (const LostReason &each : m_workspace.lookups().lostReasons) {
        if (each.active)
            m_lostReasons.push_back(each);
    }
    const bool isLost = stage.type == StageType::Lost;
    showTitle((isLost ? tr("Mark %1 as lost") : tr("Mark %1 as won")).arg(what),
              isLost ? tr("Mark as lost") : tr("Mark as won"));
    m_day->setText(m_display.day(m_today));
    m_day->setToolTip(tr("As you like: %1, yesterday, -3d, fri").arg(m_display.day(m_today)));
    m_competitor->clear();
    m_note->clear();
    showHint({});
    m_reasons->clear();
    for (size_t i = 0; i < m_lostReasons.size(); ++i) {
        const QString digit = i < mostDigits ? QString::number(i + 1) : u" "_s;
        auto *row = new QListWidgetItem(digit + u"   "_s + m_lostReasons[i].name, m_reasons);
        row->setSizeHint({0, reasonHeight()});
    }
    for (QWidget *each : {static_cast<QWidget *>(m_reasonLabel), static_cast<QWidget *>(m_reasons),
                          static_cast<QWidget *>(m_competitorLabel), static_cast<QWidget *>(m_competitor)})
        each->setVisible(isLost);
    const int rows = qBound(2, m_reasons->count(), mostDigits);
    m_reasons->setFixedHeight(rows * reasonHeight() + 2 * m_reasons->frameWidth());
    open(isLost ? static_cast<QWidget *>(m_reasons) : m_day);
    if (!isLost)
        m_day->selectAll();
}

// Beside the card where there is room, else over it; always whole.
void ClosingForm::place()
{
    fit();
    const QRect room = parentWidget()->rect();
    int left = m_anchor.right() + 1 - shadowWidth + space::small;
    if (left + width() > room.right())
        left = m_anchor.left() - width() + shadowWidth - space::small;
    const int top = m_anchor.top() - shadowWidth - space::small;
    move(qBound(0, left, qMax(0, room.width() - width())), qBound(0, top, qMax(0, room.height() - height())));
}

void ClosingForm::cancel()
{
    m_then = {};
    FloatingPanel::cancel();
}

const LostReason *ClosingForm::reason() const
{
    const int row = m_reasons->currentRow();
    const bool isChosen = row >= 0 && !m_reasons->selectedItems().isEmpty();
    return isChosen ? &m_lostReasons[size_t(row)] : nullptr;
}

void ClosingForm::confirm()
{
    Closing closing;
    const Result<QDate> day = parseTypedDate(m_day->text(), m_today, m_display.typedDayOrder());
    if (m_day->text() == m_display.day(m_today)) {
        closing.on = m_today;
    } else if (day) {
        closing.on = *day;
    } else {
        showMistake(m_day->text().trimmed().isEmpty() ? tr("When was it closed? The closing date is missing.")
                                                      : day.error().text,
                    m_day);
        return;
    }
    if (m_stage.type == StageType::Lost) {
        const LostReason *why = reason();
        if (why)
            closing.reason = why->id;
        if (why && why->needsNote && m_note->text().trimmed().isEmpty()) {
            showMistake(tr("Say in the note what “%1” means here.").arg(why->name), m_note);
            return;
        }
        closing.competitor = m_competitor->text().trimmed();
    }
    closing.note = m_note->text().trimmed();
    if (const Result<> complete = checkClosing(m_stage, closing); !complete) {
        showMistake(complete.error().text, m_reasons);
        return;
    }
    hide();
    if (const Then then = std::exchange(m_then, {}))
        then(closing);
}

bool ClosingForm::chooseByDigit(int key)
{
    const int row = key - Qt::Key_1;
    if (row < 0 || row >= qMin(m_reasons->count(), mostDigits))
        return false;
    m_reasons->setCurrentRow(row);
    return true;
}

bool ClosingForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return FloatingPanel::eventFilter(watched, event);
    auto &press = static_cast<QKeyEvent &>(*event);
    if (press.key() == Qt::Key_Return || press.key() == Qt::Key_Enter) {
        confirm();
        return true;
    }
    return watched == m_reasons && press.modifiers() == Qt::NoModifier && chooseByDigit(press.key());
}

} // namespace headway::ui
