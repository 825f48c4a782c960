// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fields/texteditors.h"

#include "ui/controls/daycalendar.h"
#include "ui/controls/textarea.h"
#include "ui/style/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBlock>
#include <QWidgetAction>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastLines = 3;
constexpr int mostLines = 12;

QString exampleOf(FieldType type)
{
    switch (type) {
    case FieldType::Day: return LineEditor::tr("tomorrow, +3d, fri …");
    case FieldType::Moment: return LineEditor::tr("tomorrow 14:30 …");
    case FieldType::Duration: return LineEditor::tr("20, 1:30 …");
    case FieldType::Percent: return LineEditor::tr("0 to 100");
    default: return {};
    }
}

} // namespace

LineEditor::LineEditor(const app::InputField &field, const EditorContext &context, QWidget *parent)
    : FieldEditor(field, context, parent), m_line(new QLineEdit(this))
{
    m_line->setPlaceholderText(exampleOf(this->field().meaning()));
    adopt(m_line);
    m_line->installEventFilter(this);
    if (this->field().meaning() == FieldType::Day)
        offerCalendar();
    connect(m_line, &QLineEdit::textChanged, this, &FieldEditor::edited);
}

LineEditor::~LineEditor() = default;

void LineEditor::offerCalendar()
{
    QAction *calendar = m_line->addAction(themeIcon(u"view-calendar-day"_s), QLineEdit::TrailingPosition);
    calendar->setText(tr("Calendar")); // for screen readers
    calendar->setToolTip(tr("Choose from a calendar (Alt+Down)"));
    connect(calendar, &QAction::triggered, this, &LineEditor::openCalendar);
}

void LineEditor::openCalendar()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *calendar = new DayCalendar(menu);
    calendar->showToday(context().rules.today());
    calendar->setLocale(context().rules.display.locale());
    calendar->setFirstDayOfWeek(context().rules.display.locale().firstDayOfWeek());
    const auto read = readValues();
    Row typedRow = row();
    if (read)
        typedRow[size_t(read->front().field)] = read->front().value;
    const QDate day = read ? Codec<QDate>::write(field().valueIn(typedRow)) : QDate();
    calendar->setSelectedDate(day.isValid() ? day : context().rules.today());
    auto *place = new QWidgetAction(menu);
    place->setDefaultWidget(calendar);
    menu->addAction(place);
    const auto take = [this, menu](QDate chosen) {
        m_line->setText(app::valueInputText(FieldType::Day, Codec<QDate>::read(chosen), context().rules));
        menu->close();
    };
    connect(calendar, &QCalendarWidget::clicked, menu, take);
    connect(calendar, &QCalendarWidget::activated, menu, take);
    const int side = m_line->isRightToLeft() ? m_line->width() - menu->sizeHint().width() : 0;
    menu->popup(m_line->mapToGlobal(QPoint(side, m_line->height())));
    calendar->setFocus();
}

bool LineEditor::eventFilter(QObject *watched, QEvent *event)
{
    // Only the field that has the keyboard looks selected; Tab and keys select by themselves.
    if (event->type() == QEvent::FocusIn && !isEdited()) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason == Qt::OtherFocusReason || reason == Qt::PopupFocusReason)
            m_line->selectAll();
    }
    if (event->type() == QEvent::KeyPress && field().meaning() == FieldType::Day) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down && key->modifiers().testFlag(Qt::AltModifier)) {
            openCalendar();
            return true;
        }
    }
    return FieldEditor::eventFilter(watched, event);
}

QString LineEditor::typed() const
{
    return m_line->text();
}

void LineEditor::type(const QString &text)
{
    m_line->setText(text);
}

void LineEditor::showValue(const QString &)
{
    const QSignalBlocker quiet(m_line);
    m_line->setText(field().inputText(row(), context().rules));
    if (m_line->hasFocus())
        m_line->selectAll();
}

Result<std::vector<FieldValue>> LineEditor::readValues() const
{
    return field().read(row(), m_line->text(), context().rules);
}

LongTextEditor::LongTextEditor(const app::InputField &field, const EditorContext &context, QWidget *parent)
    : FieldEditor(field, context, parent), m_text(new TextArea(this))
{
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    adopt(m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        fitHeight();
        Q_EMIT edited();
    });
}

LongTextEditor::~LongTextEditor() = default;

QString LongTextEditor::typed() const
{
    return m_text->toPlainText();
}

void LongTextEditor::type(const QString &text)
{
    m_text->setPlainText(text);
}

void LongTextEditor::showValue(const QString &)
{
    const QSignalBlocker quiet(m_text);
    m_text->setPlainText(textOf(value()));
    m_text->moveCursor(QTextCursor::End);
    fitHeight();
}

Result<std::vector<FieldValue>> LongTextEditor::readValues() const
{
    return field().set(row(), m_text->toPlainText());
}

void LongTextEditor::resizeEvent(QResizeEvent *event)
{
    FieldEditor::resizeEvent(event);
    fitHeight();
}

void LongTextEditor::fitHeight()
{
    // A plain text document measures its height in lines.
    const int lines = qBound(leastLines, int(m_text->document()->size().height()), mostLines);
    m_text->setFixedHeight(lines * m_text->fontMetrics().lineSpacing() + 2 * m_text->frameWidth()
                           + int(2 * m_text->document()->documentMargin()));
}

} // namespace headway::ui
