// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/textarea.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <QTextOption>

namespace headway::ui {

TextArea::TextArea(QWidget *parent) : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    align();
}

TextArea::~TextArea() = default;

void TextArea::showHint(const QString &hint)
{
    m_hint = hint;
    viewport()->update();
}

// The order of the words is their own, the side they begin at the window's.
void TextArea::align()
{
    QTextOption option = document()->defaultTextOption();
    option.setAlignment((isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute);
    document()->setDefaultTextOption(option);
}

void TextArea::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        align();
}

void TextArea::paintEvent(QPaintEvent *event)
{
    QPlainTextEdit::paintEvent(event);
    const bool isBeingTyped = !document()->firstBlock().layout()->preeditAreaText().isEmpty();
    if (m_hint.isEmpty() || !document()->isEmpty() || isBeingTyped)
        return;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.setLayoutDirection(m_hint.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    const int margin = int(document()->documentMargin());
    const Qt::Alignment side = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignAbsolute;
    painter.drawText(viewport()->rect().adjusted(margin, margin, -margin, 0),
                     int(side | Qt::AlignTop) | Qt::TextWordWrap, m_hint);
}

} // namespace headway::ui
