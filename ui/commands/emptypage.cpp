// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/emptypage.h"

#include "app/commands/commands.h"
#include "ui/controls/flatbutton.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace headway::ui {

namespace {

constexpr int widest = 460; // pixels; longer lines are hard to read

} // namespace

EmptyPage::EmptyPage(app::Commands &commands, QWidget *view)
    : QWidget(view), m_commands(&commands), m_view(view), m_text(new QLabel(this)), m_buttons(new QHBoxLayout)
{
    setObjectName(QStringLiteral("empty"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignCenter);
    m_buttons->setSpacing(space::small);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addLayout(m_buttons);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::medium);
    column->addWidget(m_text);
    column->addLayout(buttons);
    view->installEventFilter(this);
    hide();
    standBeside();
}

EmptyPage::~EmptyPage() = default;

void EmptyPage::tell(const QString &text, const std::vector<Offer> &offers)
{
    m_text->setText(text);
    while (const QLayoutItem *old = m_buttons->takeAt(0)) {
        old->widget()->hide();
        old->widget()->deleteLater(); // it may be the one that was clicked
        delete old;
    }
    for (const Offer &offer : offers)
        addButton(offer);
    place();
}

void EmptyPage::addButton(const Offer &offer)
{
    if (!m_commands || !m_commands->find(offer.command))
        return;
    auto *button =
        new FlatButton(m_buttons->isEmpty() ? FlatButton::Kind::Accent : FlatButton::Kind::Quiet, this);
    button->setText(offer.text);
    button->setToolTip(m_commands->toolTip(offer.command));
    connect(button, &FlatButton::clicked, this, [this, command = offer.command] {
        if (m_commands)
            m_commands->run(command);
    });
    QWidget *before =
        m_buttons->isEmpty() ? m_view.data() : m_buttons->itemAt(m_buttons->count() - 1)->widget();
    if (before)
        setTabOrder(before, button);
    m_buttons->addWidget(button);
    button->show();
}

// Within the view until that has a parent.
void EmptyPage::standBeside()
{
    if (!m_view->parentWidget() || m_view->parentWidget() == parentWidget())
        return;
    const bool wasShown = !isHidden();
    setParent(m_view->parentWidget());
    setVisible(wasShown);
}

// A little above the middle, where people look first.
void EmptyPage::place()
{
    if (!m_view)
        return;
    const QSize room = m_view->size();
    const QPoint corner = parentWidget() == m_view ? QPoint() : m_view->pos();
    const int width = std::clamp(room.width() - 2 * space::huge, 0, widest);
    layout()->activate();
    const int height = layout()->totalHeightForWidth(width);
    const QPoint place((room.width() - width) / 2, std::max(0, (room.height() - height) * 2 / 5));
    setGeometry(QRect(corner + place, QSize(width, height)));
    raise();
}

void EmptyPage::showEvent(QShowEvent *event)
{
    place();
    QWidget::showEvent(event);
}

bool EmptyPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ParentChange)
        standBeside();
    if (event->type() == QEvent::ParentChange || event->type() == QEvent::Resize
        || event->type() == QEvent::Move)
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace headway::ui
