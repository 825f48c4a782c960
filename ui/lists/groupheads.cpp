// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/groupheads.h"

#include "app/lists/groupwords.h"
#include "app/lists/listmodel.h"
#include "ui/style/colours.h"
#include "ui/style/compactamounts.h"
#include "ui/style/rowpainter.h"
#include "ui/style/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QWidget>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

constexpr int arrowWidth = 16;
constexpr int leastName = 160; // pixels: most names of people

// What follows the name, in the order in which it is shown.
enum Part { Count, Sum, Weighted, WithoutStep };
constexpr size_t partCount = 4;
// Dropped one after the other where there is no room.
constexpr std::array dropped{Weighted, WithoutStep, Sum, Count};

struct Line {
    QString name = {};
    std::array<QString, partCount> texts = {};
};

Line lineOf(const app::GroupHead &head, const app::ListModel &model, const app::Display &display)
{
    Line line{.name = model.nameOf(head)};
    line.texts[Count] = display.counted(head.count, model.kind());
    if (!head.figures)
        return line;
    if (!head.figures->sums.empty()) {
        line.texts[Sum] = compactAmounts(display, head.figures->sums, ui::Sum::Whole, 1);
        if (model.kind() == EntityKind::Deal)
            line.texts[Weighted] =
                QCoreApplication::translate("Groups", "weighted %1")
                    .arg(compactAmounts(display, head.figures->sums, ui::Sum::Weighted, 1));
    }
    line.texts[WithoutStep] = app::withoutNextStep(display, head.figures->withoutNextStep);
    return line;
}

QFont fontOf(int part)
{
    return font(TextSize::Body, part == Sum ? Weight::Strong : Weight::Normal);
}

// How wide each part is in the widest line, and the name in what is left.
struct Widths {
    int name = 0;
    std::array<int, partCount> parts = {}; // 0: not shown
};

Widths widthsOf(const std::vector<Line> &lines, int room)
{
    Widths widths;
    const QFontMetrics bold(font(TextSize::Body, Weight::Strong));
    for (const Line &line : lines) {
        widths.name = std::max(widths.name, bold.horizontalAdvance(line.name) + 1);
        for (int part = 0; part < int(partCount); ++part) {
            if (!line.texts[size_t(part)].isEmpty())
                widths.parts[size_t(part)] =
                    std::max(widths.parts[size_t(part)],
                             QFontMetrics(fontOf(part)).horizontalAdvance(line.texts[size_t(part)]) + 1
                                 + space::large);
        }
    }
    const auto left = [&] {
        int rest = room;
        for (const int width : widths.parts)
            rest -= width;
        return rest;
    };
    for (const Part part : dropped) {
        if (left() < std::min(widths.name, leastName))
            widths.parts[part] = 0;
    }
    widths.name = std::min(widths.name, std::max(left(), 0));
    return widths;
}

QColor colourOf(int part, const QWidget &widget)
{
    const ColourRoles &tone = colourRolesOf(widget);
    switch (part) {
    case Count:
    case Weighted: return tone.quietText;
    case WithoutStep: return tone.noneSet;
    default: return widget.palette().color(QPalette::Text);
    }
}

void paintHead(QPainter &painter, const HeadInSight &each, const Line &line, const Widths &widths,
               const QWidget &widget)
{
    const ColourRoles &tone = colourRolesOf(widget);
    painter.fillRect(each.place, widget.palette().base());
    if (each.isHovered)
        painter.fillRect(each.place, tone.hover);
    painter.fillRect(QRect(each.place.left(), each.place.bottom(), each.place.width(), 1), tone.hairline);
    const Qt::LayoutDirection direction = widget.layoutDirection();
    const RowPainter row(painter, each.place, direction);
    const auto begin = Qt::AlignLeft | Qt::AlignVCenter;
    QRect at(each.place.left() + space::small, each.place.top(), arrowWidth, each.place.height());
    painter.setFont(font(TextSize::Body));
    painter.setPen(tone.quietText);
    row.text(at, begin, !each.head->isFolded ? u"▾"_s : direction == Qt::RightToLeft ? u"◂"_s : u"▸"_s);
    at = QRect(at.right() + 1, at.top(), widths.name, at.height());
    painter.setFont(font(TextSize::Body, Weight::Strong));
    painter.setPen(widget.palette().color(QPalette::Text));
    row.text(at, begin, line.name);
    for (int part = 0; part < int(partCount); ++part) {
        const int width = widths.parts[size_t(part)];
        at = QRect(at.right() + 1, at.top(), width, at.height());
        if (width == 0)
            continue;
        painter.setFont(fontOf(part));
        painter.setPen(colourOf(part, widget));
        // Words begin in one line, figures end in one.
        const auto edge = part == WithoutStep ? begin : Qt::AlignRight | Qt::AlignVCenter;
        row.text(part == WithoutStep ? at.adjusted(space::large, 0, 0, 0) : at, edge,
                 line.texts[size_t(part)]);
    }
    if (each.isCurrent)
        paintFocusRing(painter, QRectF(each.place).adjusted(1, 1, -1, -1), tone);
}

} // namespace

void paintGroupHeads(QPainter &painter, const std::vector<HeadInSight> &heads, const app::ListModel &model,
                     const app::Display &display, const QWidget &widget)
{
    if (heads.empty())
        return;
    std::vector<Line> lines;
    for (const HeadInSight &each : heads)
        lines.push_back(lineOf(*each.head, model, display));
    const int room = heads.front().place.width() - 2 * space::small - arrowWidth;
    const Widths widths = widthsOf(lines, room);
    for (size_t i = 0; i < heads.size(); ++i)
        paintHead(painter, heads[i], lines[i], widths, widget);
}

} // namespace headway::ui
