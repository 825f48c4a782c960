// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fields/fielddisplay.h"

#include "ui/style/colours.h"
#include "ui/style/paragraph.h"
#include "ui/style/rowpainter.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace headway::ui {

FieldDisplay::FieldDisplay(QWidget *parent) : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    allowLines(1);
}

FieldDisplay::~FieldDisplay() = default;

void FieldDisplay::allowLines(int most)
{
    m_mostLines = most;
    QSizePolicy policy(QSizePolicy::Ignored, most > 1 ? QSizePolicy::Preferred : QSizePolicy::Fixed);
    policy.setHeightForWidth(most > 1);
    setSizePolicy(policy);
}

void FieldDisplay::showText(const QString &text, Tone tone)
{
    if (text == m_text && tone == m_tone)
        return;
    m_text = text;
    m_tone = tone;
    updateGeometry();
    update();
}

QSize FieldDisplay::sizeHint() const
{
    const int lines =
        m_mostLines > 1 ? int(brokenInto(m_text, font(), qMax(width(), 160), m_mostLines).lines.size()) : 1;
    return {120, lines * fontMetrics().lineSpacing() + space::small};
}

QSize FieldDisplay::minimumSizeHint() const
{
    return {40, fontMetrics().lineSpacing() + space::small};
}

int FieldDisplay::heightForWidth(int width) const
{
    const auto lines = brokenInto(m_text, font(), width, m_mostLines).lines.size();
    return int(lines) * fontMetrics().lineSpacing() + space::small;
}

void FieldDisplay::resizeEvent(QResizeEvent *)
{
    if (m_mostLines > 1)
        updateGeometry();
}

void FieldDisplay::paintEvent(QPaintEvent *)
{
    const ColourRoles &colours = colourRolesOf(*this);
    QPainter painter(this);
    switch (m_tone) {
    case Tone::Normal: painter.setPen(palette().color(QPalette::WindowText)); break;
    case Tone::Empty: painter.setPen(colours.quietText); break;
    case Tone::Link: painter.setPen(colours.accent); break;
    case Tone::Overdue: painter.setPen(colours.overdue); break;
    }
    const QRect place = rect().adjusted(0, space::hair, 0, -space::hair);
    const RowPainter row(painter, rect(), layoutDirection());
    if (m_mostLines > 1)
        paintParagraph(row, place, brokenInto(m_text, font(), width(), m_mostLines));
    else
        row.text(place, Qt::AlignLeft, m_text);
}

} // namespace headway::ui
