// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/paragraph.h"

#include "ui/style/rowpainter.h"

#include <QFontMetrics>
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

void paintParagraph(const RowPainter &row, const QRect &place, const Paragraph &paragraph)
{
    QRect line(place.left(), place.top(), place.width(), row->fontMetrics().height());
    for (const QString &text : paragraph.lines) {
        row.text(line, Qt::AlignLeft, text);
        line.translate(0, row->fontMetrics().lineSpacing());
    }
}

} // namespace headway::ui
