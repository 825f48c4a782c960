// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/remarklabel.h"

#include "ui/style/colours.h"
#include "ui/style/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QScopedValueRollback>

namespace headway::ui {

QString signedRefusal(const QString &text)
{
    return text.isEmpty() ? text : QStringLiteral("▲ ") + text;
}

RemarkLabel::RemarkLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setAlignment(leadingEdge());
    setFont(ui::font(TextSize::Small));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    explain({});
}

RemarkLabel::~RemarkLabel() = default;

void RemarkLabel::explain(const QString &text)
{
    setText(text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    paintIn(false);
}

void RemarkLabel::refuse(const QString &text)
{
    setText(text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    paintIn(true);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void RemarkLabel::paintIn(bool isRefusal)
{
    m_isRefusal = isRefusal;
    const QScopedValueRollback painting(m_isPainting, true);
    const ColourRoles &colours = colourRoles(schemeOf(QApplication::palette()));
    QPalette palette = QApplication::palette();
    palette.setColor(QPalette::WindowText, isRefusal ? colours.overdue : colours.quietText);
    setPalette(palette);
}

void RemarkLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_isPainting)
        paintIn(m_isRefusal);
}

} // namespace headway::ui
