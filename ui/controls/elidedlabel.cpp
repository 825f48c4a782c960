// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/elidedlabel.h"

#include "app/text/plaintip.h"
#include "ui/style/colours.h"
#include "ui/style/rowpainter.h"

#include <QPainter>

#include <algorithm>

namespace headway::ui {

ElidedLabel::ElidedLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

ElidedLabel::~ElidedLabel() = default;

void ElidedLabel::showText(const QString &text, Tone tone)
{
    showFitting({text}, tone);
}

void ElidedLabel::showFitting(const QStringList &texts, Tone tone)
{
    m_tone = tone;
    m_shorter = texts.mid(1);
    setText(texts.constFirst());
    setAccessibleName(text());
    describe();
    update();
}

QString ElidedLabel::shownText() const
{
    const auto fits = [this](const QString &each) {
        return fontMetrics().horizontalAdvance(each) <= contentsRect().width();
    };
    if (m_shorter.isEmpty() || fits(text()))
        return text();
    const auto found = std::find_if(m_shorter.begin(), m_shorter.end(), fits);
    return found == m_shorter.end() ? m_shorter.constLast() : *found;
}

void ElidedLabel::keepLetters(int letters)
{
    m_letters = letters;
    updateGeometry();
}

QSize ElidedLabel::sizeHint() const
{
    const QMargins aside = contentsMargins();
    return {fontMetrics().horizontalAdvance(text()) + 1 + aside.left() + aside.right(),
            fontMetrics().height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {qMin(sizeHint().width(), fontMetrics().averageCharWidth() * m_letters), sizeHint().height()};
}

void ElidedLabel::resizeEvent(QResizeEvent *)
{
    describe();
}

void ElidedLabel::describe()
{
    setToolTip(sizeHint().width() > width() ? app::plainTip(text()) : QString());
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    const ColourRoles &colours = colourRolesOf(*this);
    QPainter painter(this);
    switch (m_tone) {
    case Tone::Normal: painter.setPen(palette().color(QPalette::WindowText)); break;
    case Tone::Quiet: painter.setPen(colours.quietText); break;
    case Tone::Error: painter.setPen(colours.overdue); break;
    }
    // Its side is the layout's, the order of its words its own: "94 open of 246" is no Arabic.
    RowPainter(painter, contentsRect(), layoutDirection()).text(contentsRect(), Qt::AlignLeft, shownText());
}

} // namespace headway::ui
