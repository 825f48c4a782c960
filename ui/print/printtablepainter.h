// SPDX-License-Identifier: GPL-3.0-or-later
// Lays a sheet out on pages: title, filter and page number on each, column headings repeated, a section's
// heading never alone at the end of a page. Black on white, whatever the window's colours. GUI thread;
// nothing fails.
#pragma once

#include "app/lists/printtable.h"

#include <QFont>
#include <QPageLayout>
#include <QRectF>

class QFontMetricsF;
class QPagedPaintDevice;
class QPainter;

namespace headway::ui {

class PrintTablePainter
{
public:
    explicit PrintTablePainter(const app::PrintTable &sheet);

    // Across, where many columns would be too narrow.
    static QPageLayout::Orientation orientationFor(const app::PrintTable &sheet);

    // A line that a name at its left and figures at its right share: the figures get what they need, up to a
    // limit, and the name, which may be cut, the rest.
    struct Shared {
        QRectF name = {};
        QRectF figures = {};
    };
    static Shared shared(const QRectF &line, double figures);

    // Returns the number of pages.
    int paint(QPagedPaintDevice &device);

private:
    struct Line; // of a page: a row, or a section's heading
    std::vector<std::vector<Line>> pagesOf(double height) const;
    QString aboutLine(const QPainter &painter) const;
    void paintFrame(QPainter &painter, int page, int pages) const;
    void paintRow(QPainter &painter, const QStringList &cells, double top, bool isHeading) const;
    void paintSection(QPainter &painter, const app::PrintSection &section, double top) const;
    double widestCell(size_t column, const QFontMetricsF &metrics) const;
    std::vector<double> widthsOn(const QPaintDevice &device) const;
    std::vector<QRectF> places(double top) const;

    const app::PrintTable &m_sheet;
    QRectF m_page;
    double m_line = 0;            // line height
    double m_body = 0;            // top of the rows
    std::vector<double> m_widths; // of the columns
};

} // namespace headway::ui
