// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paragraph.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>

namespace headway::ui {

Paragraph brokenInto(const QString &text, const QFont &font, int width, int mostLines)
{
    Paragraph result;
    const QFontMetrics metrics(font);
    for (const QString &part : text.trimmed().split(u'\n')) {
        QTextLayout layout(part, font);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(qMax(width, 20));
            result.lines += part.mid(line.textStart(), line.textLength()).trimmed();
            if (mostLines > 0 && result.lines.size() > mostLines)
                break;
        }
        layout.endLayout();
        if (part.isEmpty())
            result.lines += QString();
        if (mostLines > 0 && result.lines.size() > mostLines)
            break;
    }
    if (mostLines > 0 && result.lines.size() > mostLines) {
        result.isCut = true;
        result.lines.resize(mostLines);
        while (result.lines.last().endsWith(u'.') || result.lines.last().endsWith(u' '))
            result.lines.last().chop(1);
        result.lines.last() = metrics.elidedText(QString(result.lines.last() + u'…'), Qt::ElideRight, width);
    }
    return result;
}

void paintParagraph(QPainter &painter, const QRect &place, const Paragraph &paragraph)
{
    QRect line(place.left(), place.top(), place.width(), painter.fontMetrics().height());
    for (const QString &text : paragraph.lines) {
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, text);
        line.translate(0, painter.fontMetrics().lineSpacing());
    }
}

} // namespace headway::ui
