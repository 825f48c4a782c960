// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/printtablepainter.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QPagedPaintDevice>
#include <QPainter>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double rowPoints = 8.5;
constexpr double titlePoints = 14;
constexpr double lineSpacing = 1.6;
constexpr double gapShare = 0.012;  // of the page's width, between columns
constexpr double mostFigures = 0.7; // of the width, where texts need room, too
constexpr size_t mostUpright = 6;   // columns
const QColor quiet(90, 90, 90);
const QColor hairline(200, 200, 200);

QFont rowFont(QFont::Weight weight = QFont::Normal)
{
    QFont font = QGuiApplication::font();
    font.setPointSizeF(rowPoints);
    font.setWeight(weight);
    return font;
}

QString tr(const char *text)
{
    return QCoreApplication::translate("headway::ui::SheetPainter", text);
}

void paintElided(QPainter &painter, const QRectF &place, Qt::Alignment side, const QString &text)
{
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, int(place.width()));
    painter.drawText(place, int(side | Qt::AlignVCenter | Qt::TextSingleLine), shown);
}

double advance(const QPainter &painter, const QFont &font, const QString &text)
{
    return QFontMetricsF(font, painter.device()).horizontalAdvance(text) + 1; // else rounding may cut it
}

// A figure that has no room is written narrower: cut, it would be another one.
void paintFigure(QPainter &painter, const QRectF &place, Qt::Alignment side, const QString &text)
{
    const double wanted = QFontMetricsF(painter.font(), painter.device()).horizontalAdvance(text);
    const double share = wanted > place.width() ? place.width() / wanted : 1;
    painter.save();
    painter.translate(place.topLeft());
    painter.scale(share, 1);
    painter.drawText(QRectF(0, 0, place.width() / share, place.height()),
                     int(side | Qt::AlignVCenter | Qt::TextSingleLine), text);
    painter.restore();
}

} // namespace

struct PrintTablePainter::Line {
    const app::PrintSection *section = nullptr; // its heading
    const QStringList *row = nullptr;
};

PrintTablePainter::PrintTablePainter(const app::PrintTable &sheet) : m_sheet(sheet)
{
}

QPageLayout::Orientation PrintTablePainter::orientationFor(const app::PrintTable &sheet)
{
    return sheet.columns.size() > mostUpright ? QPageLayout::Landscape : QPageLayout::Portrait;
}

int PrintTablePainter::paint(QPagedPaintDevice &device)
{
    QPainter painter(&device);
    painter.setFont(rowFont());
    m_page = QRectF(0, 0, device.width(), device.height());
    m_line = QFontMetricsF(rowFont(), &device).height() * lineSpacing;
    m_body = 3 * m_line;
    m_widths = widthsOn(device);
    const auto pages = pagesOf(m_page.height() - m_body - m_line);
    for (size_t i = 0; i < pages.size(); ++i) {
        if (i > 0)
            device.newPage();
        paintFrame(painter, int(i), int(pages.size()));
        double top = m_body;
        for (const Line &line : pages[i]) {
            if (line.row)
                paintRow(painter, *line.row, top, false);
            else
                paintSection(painter, *line.section, top);
            top += m_line;
        }
    }
    return int(pages.size());
}

std::vector<std::vector<PrintTablePainter::Line>> PrintTablePainter::pagesOf(double height) const
{
    const size_t most = std::max<size_t>(2, size_t(height / m_line));
    std::vector<std::vector<Line>> pages(1);
    const auto add = [&](const Line &line, size_t needed) {
        if (pages.back().size() + needed > most)
            pages.emplace_back();
        pages.back().push_back(line);
    };
    for (const app::PrintSection &section : m_sheet.sections) {
        if (!section.heading.isEmpty())
            add({.section = &section}, section.rows.empty() ? 1 : 2);
        for (const QStringList &row : section.rows)
            add({.row = &row}, 1);
    }
    return pages;
}

PrintTablePainter::Shared PrintTablePainter::shared(const QRectF &line, double figures)
{
    const double gap = line.width() * gapShare;
    const double right = std::min(figures, line.width() * mostFigures);
    return {QRectF(line.left(), line.top(), std::max(0.0, line.width() - right - gap), line.height()),
            QRectF(line.right() - right, line.top(), right, line.height())};
}

// The filter in words, cut where it is long, and the whole date.
QString PrintTablePainter::aboutLine(const QPainter &painter) const
{
    if (m_sheet.filter.isEmpty())
        return m_sheet.date;
    const QString date = u"   ·   "_s + m_sheet.date;
    const QFontMetricsF metrics(rowFont(), painter.device());
    return metrics.elidedText(m_sheet.filter, Qt::ElideRight,
                              m_page.width() / 2 - metrics.horizontalAdvance(date))
        + date;
}

void PrintTablePainter::paintFrame(QPainter &painter, int page, int pages) const
{
    painter.setPen(Qt::black);
    QFont title = rowFont(QFont::DemiBold);
    title.setPointSizeF(titlePoints);
    painter.setFont(title);
    const QString about = aboutLine(painter);
    const Shared head = shared({0, 0, m_page.width(), 1.4 * m_line}, advance(painter, rowFont(), about));
    paintElided(painter, head.name, Qt::AlignLeft, m_sheet.title);
    painter.setFont(rowFont());
    painter.setPen(quiet);
    paintElided(painter, head.figures, Qt::AlignRight, about);

    QStringList headings;
    for (const app::PrintColumn &column : m_sheet.columns)
        headings += column.heading;
    paintRow(painter, headings, m_body - 1.2 * m_line, true);

    const QRectF foot(0, m_page.height() - m_line, m_page.width(), m_line);
    painter.setPen(quiet);
    painter.setFont(rowFont());
    paintFigure(painter, foot.adjusted(0, 0, -m_page.width() / 5, 0), Qt::AlignLeft, m_sheet.summary);
    paintElided(painter, foot, Qt::AlignRight, tr("Page %1 of %2").arg(page + 1).arg(pages));
}

// Measuring each of thousands would take long, and digits are alike: those that are shorter are left out.
double PrintTablePainter::widestCell(size_t column, const QFontMetricsF &metrics) const
{
    double widest = 0;
    qsizetype longest = 0;
    for (const app::PrintSection &section : m_sheet.sections) {
        for (const QStringList &row : section.rows) {
            const QString cell = row.value(qsizetype(column));
            if (cell.size() + 1 < longest)
                continue;
            longest = std::max(longest, cell.size());
            widest = std::max(widest, metrics.horizontalAdvance(cell));
        }
    }
    return widest;
}

// Figures get what they need, texts share the rest.
std::vector<double> PrintTablePainter::widthsOn(const QPaintDevice &device) const
{
    const QFontMetricsF metrics(rowFont(), &device);
    const double room = m_page.width() * (1 - gapShare * double(m_sheet.columns.size() - 1));
    std::vector<double> widths(m_sheet.columns.size());
    double figures = 0;
    int texts = 0;
    for (size_t i = 0; i < widths.size(); ++i) {
        const app::PrintColumn &column = m_sheet.columns[i];
        if (!column.isFigure) {
            texts += column.width;
            continue;
        }
        widths[i] = std::max(metrics.horizontalAdvance(column.heading), widestCell(i, metrics));
        figures += widths[i];
    }
    const double most = texts > 0 ? room * mostFigures : room;
    const double narrower = figures > most || texts == 0 ? most / std::max(figures, 1.0) : 1;
    for (size_t i = 0; i < widths.size(); ++i)
        widths[i] = m_sheet.columns[i].isFigure
            ? widths[i] * narrower
            : (room - figures * narrower) * m_sheet.columns[i].width / std::max(texts, 1);
    return widths;
}

std::vector<QRectF> PrintTablePainter::places(double top) const
{
    std::vector<QRectF> result;
    double left = 0;
    for (const double width : m_widths) {
        result.emplace_back(left, top, width, m_line);
        left += width + m_page.width() * gapShare;
    }
    return result;
}

void PrintTablePainter::paintRow(QPainter &painter, const QStringList &cells, double top,
                                 bool isHeading) const
{
    painter.setFont(rowFont());
    painter.setPen(isHeading ? quiet : QColor(Qt::black));
    const auto cellPlaces = places(top);
    for (size_t i = 0; i < cellPlaces.size(); ++i) {
        const Qt::Alignment side = m_sheet.columns[i].alignment & Qt::AlignHorizontal_Mask;
        const auto paintCell = m_sheet.columns[i].isFigure && !isHeading ? paintFigure : paintElided;
        paintCell(painter, cellPlaces[i], side, cells.value(qsizetype(i)));
    }
    painter.setPen(QPen(isHeading ? quiet : hairline, 0));
    painter.drawLine(QPointF(0, top + m_line), QPointF(m_page.width(), top + m_line));
}

void PrintTablePainter::paintSection(QPainter &painter, const app::PrintSection &section, double top) const
{
    const QRectF place(0, top, m_page.width(), m_line);
    painter.setPen(Qt::black);
    painter.setFont(rowFont(QFont::DemiBold));
    const Shared line = shared(place, advance(painter, painter.font(), section.sums));
    paintElided(painter, line.name, Qt::AlignLeft, section.heading);
    paintFigure(painter, line.figures, Qt::AlignRight, section.sums);
    painter.setPen(QPen(Qt::black, 0));
    painter.drawLine(place.bottomLeft(), place.bottomRight());
}

} // namespace headway::ui
