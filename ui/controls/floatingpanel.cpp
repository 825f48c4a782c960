// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/floatingpanel.h"

#include "app/text/plaintip.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/formscrollarea.h"
#include "ui/controls/within.h"
#include "ui/style/colours.h"
#include "ui/style/popuplook.h"

#include <QApplication>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int panelRadius = 8;

QLabel *textLine(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(leadingEdge());
    return label;
}

// A title has room for a long name, but not for any: both ends say what it is about.
QString shortTitle(const QString &title)
{
    constexpr qsizetype most = 160; // letters
    constexpr qsizetype begin = 100;
    constexpr qsizetype end = 40;
    return title.size() <= most ? title : title.first(begin).trimmed() + u" … "_s + title.last(end).trimmed();
}

// A multi-line editor needs Enter itself.
bool takesEnter(const QObject *control)
{
    for (; control; control = control->parent()) {
        if (qobject_cast<const QPlainTextEdit *>(control))
            return true;
    }
    return false;
}

} // namespace

FloatingPanel::FloatingPanel(int width, QWidget *parent)
    : QFrame(parent), m_width(width + 2 * shadowWidth), m_title(textLine(this)), m_fields(new QWidget(this)),
      m_form(new QFormLayout(m_fields)), m_message(textLine(this)),
      m_cancel(new FlatButton(FlatButton::Kind::Quiet, this)),
      m_confirm(new FlatButton(FlatButton::Kind::Accent, this))
{
    setFocusPolicy(Qt::StrongFocus);
    m_title->setFont(ui::font(TextSize::Body, Weight::Strong));
    m_message->setObjectName(u"message"_s);
    m_message->setFont(ui::font(TextSize::Small));
    m_message->hide();
    m_fields->show(); // with the panel
    m_form->setContentsMargins({});
    m_form->setHorizontalSpacing(space::medium);
    m_form->setVerticalSpacing(space::small);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);

    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Cancel (Esc)"));
    connect(m_cancel, &FlatButton::clicked, this, &FloatingPanel::cancel);
    connect(m_confirm, &FlatButton::clicked, this, &FloatingPanel::confirm);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::small);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_confirm);

    constexpr int margin = shadowWidth + space::large;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin - space::hair);
    layout->setSpacing(space::medium);
    layout->addWidget(m_title);
    m_scroll = new FormScrollArea(m_fields, this); // the buttons stay in sight in a low window
    layout->addWidget(m_scroll);
    layout->addWidget(m_message);
    layout->addLayout(buttons);
    hide();
}

FloatingPanel::~FloatingPanel() = default;

void FloatingPanel::cancel()
{
    if (!isVisible())
        return;
    hide();
    Q_EMIT cancelled();
}

void FloatingPanel::open(QWidget *first)
{
    if (!isWithin(QApplication::focusWidget(), this))
        m_focusBefore = QApplication::focusWidget();
    show();
    place();
    raise();
    first->setFocus(Qt::PopupFocusReason);
}

void FloatingPanel::fit()
{
    const int fitting = qMin(m_width, parentWidget()->width());
    setFixedWidth(fitting);
    // Rows come and go: the layout around is told of it by an event, which comes too late.
    m_form->activate();
    const QMargins margins = layout()->contentsMargins();
    if (const int height = m_scroll->heightForWidth(fitting - margins.left() - margins.right());
        std::exchange(m_formHeight, height) != height)
        m_scroll->updateGeometry();
    layout()->activate();
    const int height =
        layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(fitting) : sizeHint().height();
    resize(fitting, qMin(height, parentWidget()->height()));
}

void FloatingPanel::showTitle(const QString &title, const QString &confirm)
{
    m_title->setText(shortTitle(title));
    m_title->setToolTip(m_title->text() == title ? QString() : app::plainTip(title));
    setAccessibleName(title);
    showConfirm(confirm);
}

QString FloatingPanel::said() const
{
    return m_message->isHidden() ? QString() : m_message->text();
}

void FloatingPanel::showConfirm(const QString &text)
{
    m_confirm->setText(text);
    m_confirm->setToolTip(tr("%1 (Enter)").arg(text));
}

void FloatingPanel::showHint(const QString &hint)
{
    showMessage(hint, Message::Hint);
}

void FloatingPanel::showMistake(const QString &mistake, QWidget *where)
{
    showMessage(mistake, Message::Mistake);
    where->setFocus(Qt::OtherFocusReason);
    if (m_fields->isAncestorOf(where))
        m_scroll->ensureWidgetVisible(where);
}

void FloatingPanel::paintMessage()
{
    const ColourRoles &colours = colourRolesOf(*this);
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText, m_said == Message::Mistake ? colours.overdue : colours.quietText);
    m_message->setPalette(palette);
}

void FloatingPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintMessage();
}

void FloatingPanel::showMessage(const QString &text, Message message)
{
    m_said = message;
    paintMessage();
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
    setAccessibleDescription(text);
    if (isVisible())
        place();
}

void FloatingPanel::placeBeside(QRect anchor)
{
    if (anchor.isNull()) {
        FloatingPanel::place();
        return;
    }
    fit();
    const QRect room = parentWidget()->rect();
    int left = anchor.right() + 1 - shadowWidth + space::small;
    if (left + width() > room.right())
        left = anchor.left() - width() + shadowWidth - space::small;
    const int top = anchor.top() - shadowWidth - space::small;
    move(qBound(0, left, qMax(0, room.width() - width())), qBound(0, top, qMax(0, room.height() - height())));
}

void FloatingPanel::place()
{
    fit();
    move(std::max(0, (parentWidget()->width() - this->width()) / 2),
         std::clamp(parentWidget()->height() - height(), 0, space::huge * 2));
}

bool FloatingPanel::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest && isVisible())
        place();
    return QFrame::event(event);
}

// Otherwise Qt would move the focus to the next widget in the tab order.
void FloatingPanel::hideEvent(QHideEvent *event)
{
    if (m_focusBefore && m_focusBefore->isVisible() && isWithin(QApplication::focusWidget(), this))
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    QFrame::hideEvent(event);
}

void FloatingPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        cancel();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        confirm();
}

void FloatingPanel::listenTo(QWidget &control)
{
    control.installEventFilter(this);
    for (QWidget *part : control.findChildren<QWidget *>())
        part->installEventFilter(this);
}

void FloatingPanel::tabThrough(const std::vector<QWidget *> &controls)
{
    QWidget *before = nullptr;
    const auto chain = [&before](QWidget *next) {
        while (next->focusProxy() && next->focusPolicy() == Qt::NoFocus) // not in the tab order
            next = next->focusProxy();
        if (before)
            setTabOrder(before, next);
        before = next;
    };
    for (QWidget *control : controls)
        chain(control);
    chain(m_cancel);
    chain(m_confirm);
}

bool FloatingPanel::eventFilter(QObject *watched, QEvent *event)
{
    const bool isPress = event->type() == QEvent::KeyPress;
    if (!isPress && event->type() != QEvent::ShortcutOverride)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (!isPress) {
        // Keys that would be shortcuts elsewhere, such as "/" and Delete.
        const bool isPlain = !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
        if (isPlain && !(key->key() >= Qt::Key_F1 && key->key() <= Qt::Key_F35))
            event->accept();
        return false;
    }
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (isEnter && !takesEnter(watched))
        confirm();
    else if (key->key() == Qt::Key_Escape)
        cancel();
    else
        return QFrame::eventFilter(watched, event);
    return true;
}

void FloatingPanel::paintEvent(QPaintEvent *)
{
    const ColourRoles &colours = colourRolesOf(*this);
    const QRectF panel = QRectF(rect()).adjusted(shadowWidth, shadowWidth, -shadowWidth, -shadowWidth);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintShadow(painter, panel, panelRadius, shadowWidth, colours.shadow);
    painter.setBrush(palette().color(QPalette::Window));
    painter.setPen(QPen(palette().color(QPalette::Mid), 1));
    painter.drawRoundedRect(panel.adjusted(0.5, 0.5, -0.5, -0.5), panelRadius, panelRadius);
}

} // namespace headway::ui
